//! RSASSA-PKCS1-v1_5 and RSASSA-PSS
//! ([RFC 8017 §8](https://www.rfc-editor.org/rfc/rfc8017#section-8),
//! [RFC 7518 §3.3, §3.5](https://www.rfc-editor.org/rfc/rfc7518#section-3.3)).
//!
//! Only public keys. Refuses moduli below 2048 bits (1024 where the caller asks for weak keys),
//! above 8192, even ones and those with the ROCA fingerprint, and exponents that are even, below 3
//! or above 2³² − 1.

mod emsa_pkcs1_v1_5;
mod emsa_pss;
#[cfg(feature = "rustcrypto")]
mod rustcrypto;

use alloc::borrow::ToOwned as _;
use alloc::vec::Vec;

#[cfg(not(feature = "rustcrypto"))]
use edge_jwt_arithmetic::rsa::PublicKey;
#[cfg(feature = "rustcrypto")]
use rustcrypto::PublicKey;

use super::digest::digest;
use super::roca;
use crate::error::{Error, KeyFault, KeyWeakness, LimitFault};
use crate::jwa::{Algorithm, MINIMUM_MODULUS_BITS, Scheme};

const MINIMUM_BITS_OF_WEAK_KEYS: usize = 1024;
const MAXIMUM_BITS: usize = 8192;

/// A public key, for any padding and hash.
pub(super) struct Key {
    n: Vec<u8>,
    e: Vec<u8>,
    public_key: PublicKey,
}

impl Key {
    /// `n` and `e` are big-endian without leading zeros.
    pub(super) fn new(n: &[u8], e: &[u8], allow_weak_key: bool) -> Result<Self, Error> {
        refuse_modulus(n, allow_weak_key)?;
        let public_key = exponent(e)
            .and_then(|e| PublicKey::new(n, e))
            .ok_or_else(|| weak(KeyWeakness::Exponent))?;
        Ok(Self {
            n: n.to_owned(),
            e: e.to_owned(),
            public_key,
        })
    }

    /// Whether only the escape for weak keys let it in.
    pub(super) fn has_short_modulus(&self) -> bool {
        bit_length(&self.n) < MINIMUM_MODULUS_BITS
    }

    /// `n` and `e` of its JWK: big-endian without leading zeros.
    pub(super) fn n_and_e(&self) -> (Vec<u8>, Vec<u8>) {
        (self.n.clone(), self.e.clone())
    }

    /// `algorithm` is the one that the key is bound to.
    pub(super) fn verify(
        &self,
        algorithm: Algorithm,
        signing_input: &[u8],
        signature: &[u8],
    ) -> bool {
        // RFC 8017 §8.1.2 step 1 and §8.2.2 step 1: as long as the modulus, no shorter spelling.
        if signature.len() != self.n.len() {
            return false;
        }
        let Some(message) = self.public_key.power(signature) else {
            return false;
        };
        let hash = algorithm.hash();
        let digest = digest(hash, &[signing_input]);
        match algorithm.scheme() {
            Scheme::RsaPss => emsa_pss::holds(&message, bit_length(&self.n), hash, &digest),
            _ => emsa_pkcs1_v1_5::holds(&message, hash, &digest),
        }
    }
}

fn weak(weakness: KeyWeakness) -> Error {
    Error::Key(KeyFault::TooWeak(weakness))
}

fn refuse_modulus(n: &[u8], allow_weak_key: bool) -> Result<(), Error> {
    let bits = bit_length(n);
    let minimum_bits = if allow_weak_key {
        MINIMUM_BITS_OF_WEAK_KEYS
    } else {
        MINIMUM_MODULUS_BITS
    };
    if bits < minimum_bits {
        return Err(weak(KeyWeakness::ShortModulus { minimum_bits }));
    }
    if bits > MAXIMUM_BITS {
        return Err(Error::Limit(LimitFault::ModulusLength {
            limit: MAXIMUM_BITS,
        }));
    }
    if n.last().is_none_or(|last| last & 1 == 0) {
        return Err(weak(KeyWeakness::EvenModulus));
    }
    if roca::has_fingerprint(n) {
        return Err(weak(KeyWeakness::Roca));
    }
    Ok(())
}

/// Bits of a big-endian integer without leading zeros.
fn bit_length(n: &[u8]) -> usize {
    let leading_zeros = n.first().map_or(0, |first| first.leading_zeros() as usize);
    n.len().saturating_mul(8).saturating_sub(leading_zeros)
}

/// The exponent, if it is odd and 3 ≤ e < 2³².
fn exponent(e: &[u8]) -> Option<u32> {
    if e.len() > 4 {
        return None;
    }
    let e = e
        .iter()
        .fold(0, |value, &byte| (value << 8) | u32::from(byte));
    (e >= 3 && e & 1 == 1).then_some(e)
}
