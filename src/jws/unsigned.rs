//! A JWS that waits for its signature ([RFC 7515 §5.1](https://www.rfc-editor.org/rfc/rfc7515#section-5.1)).
//!
//! Signing has two phases, so that the key can be anywhere: here is the text to be signed, there is
//! whoever signs, and the signature comes back. No private key is ever in here.

use alloc::string::String;

use super::critical::critical_names;
use super::{JwsHeader, Limits};
use crate::base64url;
use crate::error::{ApiMisuse, CryptoFault, Error, KeyFault, KeyMismatch, LimitFault};
use crate::json::{self, Object, Value};
use crate::jwa::{Algorithm, KeyType};
use crate::key::VerifyingKey;

/// Header parameters that the signer decides, or that change what a signature means.
const DECIDED: [&str; 2] = ["alg", "b64"];

/// RSA signatures: moduli of 1024 bits, which a caller may allow, to 8192 bits.
const RSA_LENGTHS: core::ops::RangeInclusive<usize> = 128..=1024;

/// Header and payload, encoded, for one algorithm.
///
/// ```
/// use edge_jwt::{Algorithm, ImportOptions, SignaturePolicy, Unsigned, VerifyingKey, compact_verify};
///
/// let unsigned = Unsigned::new(Algorithm::Es256, r#"{"kid":"2026-11"}"#, b"any bytes")?;
/// let signature = [1; 64]; // of a hardware module, over `unsigned.signing_input()`
/// let jws = unsigned.attach(&signature)?;
/// assert!(jws.starts_with("eyJhbGciOiJFUzI1NiIsImtpZCI6IjIwMjYtMTEifQ.YW55IGJ5dGVz."));
/// # Ok::<(), edge_jwt::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Unsigned {
    algorithm: Algorithm,
    signing_input: String,
}

impl Unsigned {
    /// A JWS of any payload. `header` is the JSON text of an object with the parameters beside `alg`,
    /// which comes before them; their order is kept.
    ///
    /// # Errors
    ///
    /// - `ERR_API_MISUSE` when the header is no strict JSON object, has `alg` or `b64`, or a `crit` that is
    ///   no list of different extensions, each of them in the header (RFC 7515 §4.1.11).
    /// - `ERR_JWS_INVALID` when a header parameter is of the wrong type.
    /// - `ERR_JOSE_LIMIT_EXCEEDED` for a header or a token beyond [`Limits::default`].
    pub fn new(algorithm: Algorithm, header: &str, payload: &[u8]) -> Result<Self, Error> {
        // Held to what will be asked of it by whoever verifies it.
        let limits = Limits::default();
        let header = header_text(algorithm, header)?;
        let limit = limits.header_length();
        if header.len() > limit {
            return Err(Error::Limit(LimitFault::HeaderLength { limit }));
        }
        let encoded = base64url::encode(&header);
        JwsHeader::parse(header.into_bytes(), &limits)?.check_types()?;
        let signing_input = [encoded.as_str(), ".", &base64url::encode(payload)].concat();
        let limit = limits.token_length();
        if signing_input.len() > limit {
            return Err(Error::Limit(LimitFault::TokenLength { limit }));
        }
        Ok(Self {
            algorithm,
            signing_input,
        })
    }

    /// The algorithm it is to be signed with.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The text to be signed (RFC 7515 §5.1 step 5).
    #[must_use]
    pub fn signing_input(&self) -> &str {
        &self.signing_input
    }

    /// The token: `signature` is that of the signing input; r‖s where it is of ECDSA.
    ///
    /// # Errors
    ///
    /// `ERR_CRYPTO_OPERATION` when it has not the length of a signature of the algorithm, for example
    /// because it is in DER.
    pub fn attach(self, signature: &[u8]) -> Result<String, Error> {
        check_signature_length(self.algorithm, signature)?;
        Ok([&self.signing_input, ".", &base64url::encode(signature)].concat())
    }

    /// The token, signed here with a shared secret: HMAC needs no hardware, and nothing about it takes a
    /// time that depends on the secret.
    ///
    /// # Errors
    ///
    /// `ERR_JOSE_KEY_MISMATCH` unless the key is a shared secret for the very algorithm.
    ///
    /// ```
    /// use edge_jwt::{Algorithm, ImportOptions, Unsigned, VerifyingKey};
    ///
    /// let key = VerifyingKey::from_secret(&[7; 32], Algorithm::Hs256, &ImportOptions::new())?;
    /// let token = Unsigned::new(Algorithm::Hs256, "{}", b"{}")?.sign_with_secret(&key)?;
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn sign_with_secret(self, key: &VerifyingKey) -> Result<String, Error> {
        let mismatch = |mismatch| Error::Key(KeyFault::Mismatch(mismatch));
        if key.algorithm() != self.algorithm {
            let key = key.algorithm().name();
            return Err(mismatch(KeyMismatch::TokenAlgorithm { key }));
        }
        let tag = key.authenticate(self.signing_input.as_bytes());
        let tag = tag.ok_or_else(|| {
            mismatch(KeyMismatch::KeyType {
                algorithm: "signing here",
                expected: KeyType::Oct.name(),
            })
        })?;
        self.attach(&tag)
    }
}

/// Holds what a signer gave to the length of a signature of the algorithm.
pub(crate) fn check_signature_length(algorithm: Algorithm, signature: &[u8]) -> Result<(), Error> {
    let fits = match algorithm.signature_length() {
        Some(expected) => signature.len() == expected,
        None => RSA_LENGTHS.contains(&signature.len()),
    };
    if fits {
        return Ok(());
    }
    let algorithm = algorithm.name();
    Err(Error::Crypto(CryptoFault::SignatureLength { algorithm }))
}

/// The header's text, with `alg` before the parameters that are given.
fn header_text(algorithm: Algorithm, given: &str) -> Result<String, Error> {
    let misuse = |expected| {
        let name = "header";
        Error::ApiMisuse(ApiMisuse::Argument { name, expected })
    };
    let depth = Limits::default().json_depth();
    let Ok(Value::Object(parameters)) = json::parse(given.as_bytes(), depth) else {
        return Err(misuse("the text of a strict JSON object"));
    };
    if DECIDED.iter().any(|name| parameters.contains(name)) {
        return Err(misuse("without alg and b64, which the signer decides"));
    }
    if critical_names(&parameters).is_err() {
        return Err(misuse(
            "with a crit that names extensions alone, each once and each of them in the header",
        ));
    }
    let alg = algorithm.name();
    let rest = given.trim_ascii_start().strip_prefix('{');
    Ok(match rest {
        Some(rest) if !is_empty(&parameters) => [r#"{"alg":""#, alg, r#"","#, rest].concat(),
        _ => [r#"{"alg":""#, alg, r#""}"#].concat(),
    })
}

fn is_empty(object: &Object) -> bool {
    object.iter().next().is_none()
}
