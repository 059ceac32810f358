//! Ed25519 by the arithmetic of this crate, which is made for WebAssembly.

use crate::key::curve::ed25519::PublicKey;

pub(in crate::key) use crate::key::curve::ed25519::public_key_of;

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
        self.0.verify(signing_input, signature)
    }
}
