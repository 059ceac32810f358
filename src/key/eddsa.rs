//! EdDSA on Ed25519 ([RFC 8037 §3.1](https://www.rfc-editor.org/rfc/rfc8037#section-3.1),
//! [RFC 8032 §5.1.7](https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7)).
//!
//! The strict profile: S below the group's order, A and R canonical and not of small order, the
//! equation without the cofactor. Of several valid readings of RFC 8032 this one leaves a signature
//! no second spelling.

use ed25519_dalek::{Signature, VerifyingKey};

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

    pub(super) fn verify(&self, signing_input: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify_strict(signing_input, &signature).is_ok())
    }
}
