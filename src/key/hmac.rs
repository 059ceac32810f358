//! HMAC with SHA-2 ([RFC 7518 §3.2](https://www.rfc-editor.org/rfc/rfc7518#section-3.2)).
//!
//! The tag has the hash's full length and is compared in constant time. Refuses empty secrets
//! always, and short ones unless the caller asks for them by name.

use alloc::borrow::ToOwned as _;
use alloc::vec::Vec;

use hmac::{Hmac, KeyInit as _, Mac};
use sha2::{Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

use crate::error::{Error, KeyFault, KeyWeakness};
use crate::jwa::{Algorithm, Hash};

/// A secret, and where every verification with it starts.
pub(super) struct Key {
    /// Kept for `inspect`, which tells people that theirs is weak, known or misread.
    secret: Zeroizing<Vec<u8>>,
    start: Start,
}

/// The hash states after the padded key.
enum Start {
    Sha256(Hmac<Sha256>),
    Sha384(Hmac<Sha384>),
    Sha512(Hmac<Sha512>),
}

impl Key {
    pub(super) fn new(
        secret: &[u8],
        algorithm: Algorithm,
        allow_weak_key: bool,
    ) -> Result<Self, Error> {
        let weak = |weakness| Error::Key(KeyFault::TooWeak(weakness));
        let minimum_bytes = algorithm.hash().length();
        if secret.is_empty() {
            return Err(weak(KeyWeakness::EmptySecret));
        }
        if secret.len() < minimum_bytes && !allow_weak_key {
            let algorithm = algorithm.name();
            return Err(weak(KeyWeakness::ShortSecret {
                algorithm,
                minimum_bytes,
            }));
        }
        // HMAC takes keys of any length; the error below cannot come.
        let length_error = |_| weak(KeyWeakness::EmptySecret);
        let start = match algorithm.hash() {
            Hash::Sha256 => Hmac::new_from_slice(secret).map(Start::Sha256),
            Hash::Sha384 => Hmac::new_from_slice(secret).map(Start::Sha384),
            Hash::Sha512 => Hmac::new_from_slice(secret).map(Start::Sha512),
        };
        Ok(Self {
            secret: Zeroizing::new(secret.to_owned()),
            start: start.map_err(length_error)?,
        })
    }

    pub(super) fn secret(&self) -> &[u8] {
        &self.secret
    }

    /// The tag over `signing_input`.
    pub(super) fn authenticate(&self, signing_input: &[u8]) -> Vec<u8> {
        match &self.start {
            Start::Sha256(mac) => tag(mac.clone(), signing_input),
            Start::Sha384(mac) => tag(mac.clone(), signing_input),
            Start::Sha512(mac) => tag(mac.clone(), signing_input),
        }
    }

    pub(super) fn verify(&self, signing_input: &[u8], signature: &[u8]) -> bool {
        match &self.start {
            Start::Sha256(mac) => mac
                .clone()
                .chain_update(signing_input)
                .verify_slice(signature)
                .is_ok(),
            Start::Sha384(mac) => mac
                .clone()
                .chain_update(signing_input)
                .verify_slice(signature)
                .is_ok(),
            Start::Sha512(mac) => mac
                .clone()
                .chain_update(signing_input)
                .verify_slice(signature)
                .is_ok(),
        }
    }
}

fn tag(mac: impl Mac, signing_input: &[u8]) -> Vec<u8> {
    mac.chain_update(signing_input)
        .finalize()
        .into_bytes()
        .to_vec()
}
