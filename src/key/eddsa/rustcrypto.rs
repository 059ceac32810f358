//! Ed25519 by the crates `ed25519-dalek` and `curve25519-dalek`: the backend behind the feature
//! `rustcrypto`.

use curve25519_dalek::constants::ED25519_BASEPOINT_POINT;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest as _, Sha512};
use zeroize::Zeroizing;

/// A public key that is a canonical point outside the small subgroup.
pub(in crate::key) struct Key(VerifyingKey);

impl Key {
    pub(super) fn from_bytes(x: &[u8; 32]) -> Option<Self> {
        VerifyingKey::from_bytes(x)
            .ok()
            // The crate also reads y ≥ p, which RFC 8032 §5.1.3 step 1 refuses.
            .filter(|key| key.to_edwards().compress().as_bytes() == key.as_bytes())
            .filter(|key| !key.is_weak())
            .map(Self)
    }

    /// `x` of its JWK.
    pub(in crate::key) fn x(&self) -> &[u8] {
        self.0.as_bytes()
    }

    pub(in crate::key) fn verify(&self, signing_input: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify_strict(signing_input, &signature).is_ok())
    }
}

/// The public key that belongs to a private one (RFC 8032 §5.1.5).
///
/// The crate would do it with a table of 30 KiB, which a module that signs nothing need not carry. The
/// multiplication takes the same time for every private key.
pub(in crate::key) fn public_key_of(seed: &[u8; 32]) -> [u8; 32] {
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
