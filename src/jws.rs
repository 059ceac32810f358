//! JWS in compact serialization ([RFC 7515](https://www.rfc-editor.org/rfc/rfc7515)): from text to
//! an unverified token, and from there, by the one way there is, to a verified one.
//!
//! Refuses everything but three strict segments; header parameters of the wrong type; `crit`
//! extensions nobody here understands; unencoded payloads; every `alg` the caller has not allowed.
//! Keys in a header (`jwk`, `jku`, `x5c`, `x5u`) are data: never trusted, never fetched.

mod compact;
mod critical;
mod header;
mod keys;
mod limits;
#[cfg(feature = "wasm2js")]
mod pending;
mod policy;
mod protected_header;
mod unsigned;

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Error;

pub use compact::UnverifiedJws;
pub use header::JwsHeader;
pub use keys::Keys;
pub(crate) use keys::verify_signature;
#[cfg(feature = "wasm")]
pub(crate) use limits::{HEADER_LENGTH, JSON_DEPTH, TOKEN_LENGTH};
pub use limits::{Limits, MAX_HEADER_LENGTH, MAX_TOKEN_LENGTH};
#[cfg(feature = "wasm2js")]
pub(crate) use pending::PendingJws;
pub use policy::SignaturePolicy;
pub use protected_header::decode_protected_header;
pub use unsigned::Unsigned;
#[cfg(feature = "wasm")]
pub(crate) use unsigned::check_signature_length;

/// A JWS whose signature holds. Only [`UnverifiedJws::verify`] makes one, and, in engines that have no
/// WebAssembly, the answer of their Web Crypto.
#[derive(Clone, Debug)]
pub struct VerifiedJws {
    header: JwsHeader,
    payload: Vec<u8>,
    key_index: usize,
}

impl VerifiedJws {
    /// The protected header.
    #[must_use]
    pub fn header(&self) -> &JwsHeader {
        &self.header
    }

    /// The payload: any bytes at all.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        &self.payload
    }

    /// Which key of the set verified it; 0 where one key was given.
    #[must_use]
    pub fn key_index(&self) -> usize {
        self.key_index
    }

    /// The header's JSON text, the payload and the key's index.
    #[must_use]
    pub fn into_parts(self) -> (String, Vec<u8>, usize) {
        (self.header.into_text(), self.payload, self.key_index)
    }

    /// The header with its parameters, the payload and the key's index.
    pub(crate) fn into_parsed_parts(self) -> (JwsHeader, Vec<u8>, usize) {
        (self.header, self.payload, self.key_index)
    }
}

/// Verifies a JWS whose payload need not be a claims set, for example a signed document or webhook.
/// For JSON Web Tokens use [`verify`](crate::verify), which also checks the claims.
///
/// # Errors
///
/// - `ERR_JOSE_LIMIT_EXCEEDED`, `ERR_JWS_INVALID`, `ERR_JOSE_NOT_SUPPORTED` as for
///   [`UnverifiedJws::parse`].
/// - `ERR_JOSE_ALG_NOT_ALLOWED`, `ERR_JOSE_KEY_MISMATCH`, `ERR_JWKS_NO_MATCHING_KEY`,
///   `ERR_JWKS_MULTIPLE_MATCHING_KEYS` when no key is to verify it.
/// - `ERR_JWS_SIGNATURE_VERIFICATION_FAILED`.
///
/// ```
/// use edge_jwt::{Algorithm, ImportOptions, SignaturePolicy, VerifyingKey};
///
/// let secret = [0x6b; 32];
/// let key = VerifyingKey::from_secret(&secret, Algorithm::Hs256, &ImportOptions::new())?;
/// let jws = "eyJhbGciOiJIUzI1NiJ9.aGVsbG8.AAAA";
/// let refused = edge_jwt::compact_verify(jws, &key, &SignaturePolicy::new()).unwrap_err();
/// assert_eq!(refused.code().as_str(), "ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
/// # Ok::<(), edge_jwt::Error>(())
/// ```
pub fn compact_verify<'k>(
    jws: &str,
    keys: impl Into<Keys<'k>>,
    policy: &SignaturePolicy,
) -> Result<VerifiedJws, Error> {
    UnverifiedJws::parse(jws, policy)?.verify(keys.into(), policy)
}
