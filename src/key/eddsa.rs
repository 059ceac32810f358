//! EdDSA on Ed25519 ([RFC 8037 §3.1](https://www.rfc-editor.org/rfc/rfc8037#section-3.1),
//! [RFC 8032 §5.1.7](https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7)).
//!
//! The strict profile: S below the group's order, A and R canonical and not of small order, the
//! equation without the cofactor. Of several valid readings of RFC 8032 this one leaves a signature
//! no second spelling.

use curve25519_dalek::constants::ED25519_BASEPOINT_POINT;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest as _, Sha512};
use zeroize::Zeroizing;

use crate::error::{Error, KeyMaterialFault, Malformed};

/// A public key that is a canonical point outside the small subgroup.
pub(super) struct Key(VerifyingKey);

impl Key {
    pub(super) fn new(x: &[u8]) -> Result<Self, Error> {
        <&[u8; 32]>::try_from(x)
            .ok()
            .and_then(|x| VerifyingKey::from_bytes(x).ok())
            // The crate also reads y ≥ p, which RFC 8032 §5.1.3 step 1 refuses.
            .filter(|key| key.to_edwards().compress().as_bytes() == key.as_bytes())
            .filter(|key| !key.is_weak())
            .map(Self)
            .ok_or(Error::Malformed(Malformed::KeyMaterial(
                KeyMaterialFault::Point,
            )))
    }

    /// `x` of its JWK.
    pub(super) fn x(&self) -> &[u8] {
        self.0.as_bytes()
    }

    pub(super) fn verify(&self, signing_input: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify_strict(signing_input, &signature).is_ok())
    }
}

/// The public key that belongs to a private one (RFC 8032 §5.1.5).
///
/// The crate would do it with a table of 30 KiB, which a module that signs nothing need not carry. The
/// multiplication takes the same time for every private key.
pub(super) fn public_key_of(seed: &[u8; 32]) -> [u8; 32] {
    let hash = Zeroizing::new(<[u8; 64]>::from(Sha512::digest(seed)));
    let mut scalar = Zeroizing::new([0; 32]);
    for (byte, hashed) in scalar.iter_mut().zip(hash.iter()) {
        *byte = *hashed;
    }
    ED25519_BASEPOINT_POINT
        .mul_clamped(*scalar)
        .compress()
        .to_bytes()
}
