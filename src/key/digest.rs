//! Hashes of texts that tokens are bound to.

use alloc::string::String;

use sha2::{Digest as _, Sha256, Sha384, Sha512};

use crate::base64url::encode;
use crate::jwa::Hash;

/// SHA-256 of `text`, base64url-encoded (RFC 9449 §4.2 `ath`).
pub(crate) fn sha256(text: &str) -> String {
    encode(Sha256::digest(text))
}

/// The left half of the hash of `text`, base64url-encoded (OpenID Connect Core 1.0 §3.1.3.6).
pub(crate) fn half_hash(hash: Hash, text: &str) -> String {
    match hash {
        Hash::Sha256 => encode_half(&Sha256::digest(text)),
        Hash::Sha384 => encode_half(&Sha384::digest(text)),
        Hash::Sha512 => encode_half(&Sha512::digest(text)),
    }
}

fn encode_half(digest: &[u8]) -> String {
    let (left, _) = digest.split_at(digest.len() / 2);
    encode(left)
}
