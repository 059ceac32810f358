//! Hashes: of what RSA signs, and of texts that tokens are bound to.

use alloc::string::String;
use alloc::vec::Vec;

use sha2::{Digest, Sha256, Sha384, Sha512};

use crate::base64url::encode;
use crate::jwa::Hash;

/// SHA-256 of `text`, base64url-encoded (RFC 9449 §4.2 `ath`).
pub(crate) fn sha256(text: &str) -> String {
    encode(Sha256::digest(text))
}

/// The left half of the hash of `text`, base64url-encoded (OpenID Connect Core 1.0 §3.1.3.6).
pub(crate) fn half_hash(hash: Hash, text: &str) -> String {
    let digest = digest(hash, &[text.as_bytes()]);
    let (left, _) = digest.split_at(digest.len() / 2);
    encode(left)
}

/// The hash of `parts`, one after the other.
pub(super) fn digest(hash: Hash, parts: &[&[u8]]) -> Vec<u8> {
    match hash {
        Hash::Sha256 => digest_with::<Sha256>(parts),
        Hash::Sha384 => digest_with::<Sha384>(parts),
        Hash::Sha512 => digest_with::<Sha512>(parts),
    }
}

fn digest_with<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
    let mut state = D::new();
    for part in parts {
        state.update(part);
    }
    state.finalize().to_vec()
}
