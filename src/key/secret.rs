//! Refuses to take the text or bytes of a key for a shared secret.
//!
//! Where a public key becomes an HMAC secret, everybody can sign
//! ([RFC 8725 §2.1](https://www.rfc-editor.org/rfc/rfc8725#section-2.1)). Keys are bound to
//! algorithms, so nothing here decides what a key is; this guard catches the caller who names an
//! HMAC algorithm and hands over a public key. It looks for structure, never for a prefix alone, so
//! that no random secret is refused.

mod known;
mod misreading;
mod weakness;

use alloc::borrow::ToOwned as _;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::encoding::raw_to_material;
use super::mismatch;
use super::prepared::PreparedKey;
use crate::base64url::{self, Padding};
use crate::error::{Base64urlFault, Error, KeyMaterialFault, KeyMismatch, Malformed};
use crate::jwa::Algorithm;

pub(super) use misreading::encoding_by_looks;
pub(crate) use misreading::{Misreading, holds_with_known_secret};
pub(crate) use weakness::Weakness;

/// How a secret is written as text. Nothing guesses it: `deadbeef` is a secret in all four.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SecretEncoding {
    /// The text's own bytes.
    Utf8,
    /// Base64 (RFC 4648 §4), padded or not.
    Base64,
    /// Base64url (RFC 4648 §5), padded or not.
    Base64url,
    /// Hexadecimal digits of either case.
    Hex,
}

impl SecretEncoding {
    /// The bytes that `text` stands for, to be given to
    /// [`VerifyingKey::from_secret`](super::VerifyingKey::from_secret).
    ///
    /// # Errors
    ///
    /// `ERR_JOSE_KEY_INVALID` when the text is not in this encoding.
    ///
    /// ```
    /// use edge_jwt::SecretEncoding;
    ///
    /// assert_eq!(*SecretEncoding::Hex.decode("00ff")?, [0, 255]);
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn decode(self, text: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
        match self {
            Self::Utf8 => Ok(text.as_bytes().to_owned()),
            Self::Base64 => base64url::decode_plain_base64(text),
            Self::Base64url => base64url::decode(text, Padding::Accepted),
            Self::Hex => decode_hex(text.as_bytes()).ok_or(Base64urlFault::Alphabet),
        }
        .map(Zeroizing::new)
        .map_err(|_| Error::Malformed(Malformed::KeyMaterial(KeyMaterialFault::TextEncoding)))
    }
}

/// Refuses PEM, DER, JWK, JWK Set and SSH keys and points of curves, also inside other text, and DER, the
/// wire format of SSH and points in base64 or hex.
pub(super) fn refuse_key_as_secret(secret: &[u8]) -> Result<(), Error> {
    let text = trim(secret);
    let is_key = is_armoured(secret)
        || is_json_key(text)
        || is_binary_key(secret)
        || decoded_forms(text).any(|bytes| is_binary_key(&bytes));
    if is_key {
        Err(mismatch(KeyMismatch::KeyAsSecret))
    } else {
        Ok(())
    }
}

/// PEM and SSH keys, wherever in the text: a prefix must not hide them.
fn is_armoured(secret: &[u8]) -> bool {
    const MARKS: [&[u8]; 5] = [
        b"-----BEGIN ",
        b"---- BEGIN SSH2",
        b"ssh-rsa AAAA",
        b"ssh-ed25519 AAAA",
        b"ecdsa-sha2-",
    ];
    MARKS.iter().any(|mark| contains(secret, mark))
}

/// A JSON object or array with the member that makes a JWK or a JWK Set. Looking for the name in
/// the text, instead of parsing, also finds it in JSON that is not quite well-formed.
fn is_json_key(text: &[u8]) -> bool {
    matches!(text.first(), Some(b'{' | b'['))
        && (contains(text, b"\"kty\"") || contains(text, b"\"keys\""))
}

fn is_binary_key(bytes: &[u8]) -> bool {
    is_der_key(bytes) || is_ssh_key(bytes) || is_point(bytes)
}

/// A point of one of the curves, uncompressed (SEC 1 §2.3.3). A compressed one, a modulus and a key of
/// Ed25519 look like any random bytes.
fn is_point(bytes: &[u8]) -> bool {
    if bytes.first() != Some(&4) {
        return false;
    }
    [Algorithm::Es256, Algorithm::Es384, Algorithm::Es512]
        .into_iter()
        .filter_map(|algorithm| Some((algorithm, raw_to_material(bytes, algorithm).ok()?)))
        .any(|(algorithm, point)| PreparedKey::new(&point, algorithm, false).is_ok())
}

/// The public key of RFC 4253 §6.6, which begins with the length and the name of its algorithm; or the
/// start of OpenSSH's private keys.
fn is_ssh_key(bytes: &[u8]) -> bool {
    match bytes {
        [0, 0, 0, length, name @ ..] => {
            let name = name.get(..usize::from(*length)).unwrap_or_default();
            name.starts_with(b"ssh-") || name.starts_with(b"ecdsa-sha2-")
        }
        _ => bytes.starts_with(b"openssh-key-v1\0"),
    }
}

/// A DER SEQUENCE that spans the whole input and holds at least two elements that fill it: what
/// SubjectPublicKeyInfo, RSAPublicKey, a certificate and the private key formats have in common.
fn is_der_key(bytes: &[u8]) -> bool {
    let Some((0x30, mut content, [])) = der_element(bytes) else {
        return false;
    };
    let mut elements = 0_usize;
    while !content.is_empty() {
        match der_element(content) {
            Some((0x02..=0x06 | 0x30 | 0x81 | 0xa0 | 0xa1, _, rest)) => content = rest,
            _ => return false,
        }
        elements = elements.saturating_add(1);
    }
    elements >= 2
}

/// The first DER element: its tag, its content and what follows it.
fn der_element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81..=0x84 => {
            let (length, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            let length = length.iter().try_fold(0_usize, |value, &byte| {
                value.checked_mul(256)?.checked_add(usize::from(byte))
            })?;
            (length, rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((tag, content, rest))
}

/// What the text means as base64, base64url and hex, where it is one. It may be on several lines, as
/// PEM is without its first and last.
fn decoded_forms(text: &[u8]) -> impl Iterator<Item = Zeroizing<Vec<u8>>> {
    let mut text = Zeroizing::new(text.to_owned());
    text.retain(|byte| !byte.is_ascii_whitespace());
    let base64 = base64url::decode_plain_base64(&*text).ok();
    let base64url = base64url::decode(&*text, Padding::Accepted).ok();
    let hex = decode_hex(&text);
    base64
        .into_iter()
        .chain(base64url)
        .chain(hex)
        .map(Zeroizing::new)
}

/// Decodes hexadecimal digits of either case.
fn decode_hex(text: &[u8]) -> Option<Vec<u8>> {
    let digit = |digit: &u8| {
        char::from(*digit)
            .to_digit(16)
            .and_then(|d| u8::try_from(d).ok())
    };
    text.chunks(2)
        .map(|pair| match pair {
            [high, low] => Some((digit(high)? << 4) | digit(low)?),
            _ => None,
        })
        .collect()
}

/// `secret` without a byte order mark and whitespace around it.
fn trim(secret: &[u8]) -> &[u8] {
    secret
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(secret)
        .trim_ascii()
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack
        .windows(needle.len())
        .any(|window| window == needle)
}
