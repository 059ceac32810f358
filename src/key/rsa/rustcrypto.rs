//! A public key on the arithmetic of the crate `rsa`.
//!
//! The timing weakness of that crate's private operations (RUSTSEC-2023-0071) is out of reach.

use alloc::vec::Vec;

use rsa::hazmat::rsa_encrypt;
use rsa::traits::PublicKeyParts as _;
use rsa::{BoxedUint, RsaPublicKey};

/// n and e, prepared.
pub(super) struct PublicKey(RsaPublicKey);

impl PublicKey {
    /// `n` is odd, `exponent` odd and above 1.
    pub(super) fn new(n: &[u8], exponent: u32) -> Option<Self> {
        let n = BoxedUint::from_be_slice_vartime(n);
        RsaPublicKey::new(n, BoxedUint::from(exponent))
            .ok()
            .map(Self)
    }

    /// s^e mod n, as long as n. None if `signature`, which is as long, is not below n.
    pub(super) fn power(&self, signature: &[u8]) -> Option<Vec<u8>> {
        let signature = BoxedUint::from_be_slice(signature, self.0.n_bits_precision()).ok()?;
        if signature >= *self.0.n().as_ref() {
            return None;
        }
        // A public key encrypts with the operation by which it verifies: RFC 8017 §5.1.1 and §5.2.2.
        let power = rsa_encrypt(&self.0, &signature).ok()?.to_be_bytes();
        let start = power.len().checked_sub(self.0.size())?;
        power.get(start..).map(<[u8]>::to_vec)
    }
}
