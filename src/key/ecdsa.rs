//! ECDSA on P-256, P-384 and P-521
//! ([RFC 7518 §3.4](https://www.rfc-editor.org/rfc/rfc7518#section-3.4)).
//!
//! A signature is r‖s, each as long as the curve's field and in 1..n−1; DER is refused. High s is
//! accepted: JOSE sets no rule, so a signature has two spellings and is nobody's identity.

use alloc::vec::Vec;

use p256::ecdsa::signature::Verifier as _;

use crate::error::{Error, KeyMaterialFault, Malformed};
use crate::jwa::Curve;

/// A point on its curve.
pub(super) enum Key {
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
    P521(p521::ecdsa::VerifyingKey),
}

impl Key {
    /// `x` and `y` are as long as the curve's field.
    pub(super) fn new(curve: Curve, x: &[u8], y: &[u8]) -> Result<Self, Error> {
        // SEC 1 §2.3.3: 04, x, y. The crates check that it lies on the curve.
        let point: Vec<u8> = [&[4], x, y].concat();
        match curve {
            Curve::P256 => p256::ecdsa::VerifyingKey::from_sec1_bytes(&point)
                .ok()
                .map(Self::P256),
            Curve::P384 => p384::ecdsa::VerifyingKey::from_sec1_bytes(&point)
                .ok()
                .map(Self::P384),
            Curve::P521 => p521::ecdsa::VerifyingKey::from_sec1_bytes(&point)
                .ok()
                .map(Self::P521),
            Curve::Ed25519 => None,
        }
        .ok_or(Error::Malformed(Malformed::KeyMaterial(
            KeyMaterialFault::Point,
        )))
    }

    pub(super) fn verify(&self, signing_input: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::P256(key) => p256::ecdsa::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(signing_input, &signature).is_ok()),
            Self::P384(key) => p384::ecdsa::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(signing_input, &signature).is_ok()),
            Self::P521(key) => p521::ecdsa::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(signing_input, &signature).is_ok()),
        }
    }
}
