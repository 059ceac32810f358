//! Ed25519 by the crate `edge-jwt-arithmetic`, which is made for WebAssembly.

use edge_jwt_arithmetic::ed25519::{self, PublicKey};
use sha2::{Digest as _, Sha512};
use zeroize::Zeroizing;

/// A public key that is a canonical point outside the small subgroup.
pub(in crate::key) struct Key(PublicKey);

impl Key {
    pub(super) fn from_bytes(x: &[u8; 32]) -> Option<Self> {
        PublicKey::new(x).map(Self)
    }

    /// `x` of its JWK.
    pub(in crate::key) fn x(&self) -> &[u8] {
        self.0.encoded()
    }

    pub(in crate::key) fn verify(&self, signing_input: &[u8], signature: &[u8]) -> bool {
        let Ok(signature) = <&[u8; 64]>::try_from(signature) else {
            return false;
        };
        // RFC 8032 §5.1.7 step 2
        let (r, _) = signature.split_at(32);
        let hash = Sha512::new()
            .chain_update(r)
            .chain_update(self.x())
            .chain_update(signing_input)
            .finalize();
        self.0.verify(&hash.into(), signature)
    }
}

/// The public key that belongs to a private one (RFC 8032 §5.1.5).
pub(in crate::key) fn public_key_of(seed: &[u8; 32]) -> [u8; 32] {
    let hash = Zeroizing::new(<[u8; 64]>::from(Sha512::digest(seed)));
    ed25519::public_key_of(&hash)
}
