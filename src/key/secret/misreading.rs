//! Secrets that were read in another way than the one their issuer meant.
//!
//! For reports alone: a signature that holds with another reading of the secret is not accepted
//! anywhere, it only tells people what to change.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::SecretEncoding;
use super::known::KNOWN_SECRETS;
use crate::base64url;
use crate::jwa::Algorithm;
use crate::jwk::KeyMaterial;
use crate::key::VerifyingKey;
use crate::key::prepared::PreparedKey;

/// The shortest text that is taken for an encoded secret by its looks.
const LEAST_ENCODED_LENGTH: usize = 20;

/// In which other way a secret is to be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Misreading {
    /// Its text is base64 of the secret.
    Base64,
    /// Its text is base64url of the secret.
    Base64url,
    /// Its text is hexadecimal digits of the secret.
    Hex,
    /// It has whitespace around it that does not belong to it.
    Whitespace,
    /// It was decoded, and the text is the secret.
    Decoded,
}

impl VerifyingKey {
    /// The reading of this secret with which `signature` holds.
    pub(crate) fn misreading(&self, signing_input: &[u8], signature: &[u8]) -> Option<Misreading> {
        let holds = |secret: &[u8]| holds(self.algorithm, secret, signing_input, signature);
        readings(self.prepared.secret()?)
            .into_iter()
            .find_map(|(reading, secret)| holds(&secret).then_some(reading))
    }

    /// How this secret looks encoded, whether or not it is.
    pub(crate) fn encoding_of_secret_by_looks(&self) -> Option<Misreading> {
        encoding_by_looks(self.prepared.secret()?)
    }
}

/// Whether `signature` holds with one of the secrets that everybody knows.
pub(crate) fn holds_with_known_secret(
    algorithm: Algorithm,
    signing_input: &[u8],
    signature: &[u8],
) -> bool {
    // The length is that of every tag: nothing is computed for signatures that cannot hold.
    algorithm.key_type().is_symmetric()
        && signature.len() == algorithm.hash().length()
        && KNOWN_SECRETS
            .iter()
            .any(|secret| holds(algorithm, secret, signing_input, signature))
}

/// How a secret looks encoded: text of one alphabet, as long and as varied as encoded bytes are.
pub(in super::super) fn encoding_by_looks(secret: &[u8]) -> Option<Misreading> {
    let text = core::str::from_utf8(secret).ok()?;
    if text.len() < LEAST_ENCODED_LENGTH {
        return None;
    }
    if SecretEncoding::Hex.decode(text).is_ok() {
        return Some(Misreading::Hex);
    }
    let has = |is_kind: fn(&u8) -> bool| secret.iter().any(is_kind);
    let is_varied =
        has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit);
    if !is_varied {
        None
    } else if SecretEncoding::Base64.decode(text).is_ok() {
        Some(Misreading::Base64)
    } else if SecretEncoding::Base64url.decode(text).is_ok() {
        Some(Misreading::Base64url)
    } else {
        None
    }
}

/// The other readings of a secret.
fn readings(secret: &[u8]) -> Vec<(Misreading, Zeroizing<Vec<u8>>)> {
    let mut readings = Vec::new();
    if let Ok(text) = core::str::from_utf8(secret) {
        let encodings = [
            (Misreading::Base64, SecretEncoding::Base64),
            (Misreading::Base64url, SecretEncoding::Base64url),
            (Misreading::Hex, SecretEncoding::Hex),
        ];
        for (reading, encoding) in encodings {
            let decoded = encoding.decode(text.trim()).ok();
            readings.extend(decoded.map(|decoded| (reading, decoded)));
        }
        let trimmed = text.trim().as_bytes();
        if trimmed != secret {
            let trimmed = Zeroizing::new(trimmed.to_owned());
            readings.push((Misreading::Whitespace, trimmed));
        }
    }
    let spellings = spellings(secret).into_iter().map(|text| {
        (
            Misreading::Decoded,
            Zeroizing::new(text.as_bytes().to_owned()),
        )
    });
    readings.extend(spellings);
    readings
}

/// The texts that a secret may have been decoded from.
fn spellings(secret: &[u8]) -> [Zeroizing<String>; 4] {
    let base64url = Zeroizing::new(base64url::encode(secret));
    let base64 = Zeroizing::new(base64url::encode_plain_base64(secret));
    let unpadded = Zeroizing::new(base64.trim_end_matches('=').into());
    let hex: String = secret
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect();
    [base64, unpadded, base64url, Zeroizing::new(hex)]
}

fn holds(algorithm: Algorithm, secret: &[u8], signing_input: &[u8], signature: &[u8]) -> bool {
    let material = KeyMaterial::Secret {
        k: Zeroizing::new(secret.to_owned()),
    };
    PreparedKey::new(&material, algorithm, true)
        .is_ok_and(|key| key.verify(algorithm, signing_input, signature))
}
