//! A public key on the arithmetic of this crate.

use alloc::vec::Vec;

use super::super::modexp::Modulus;

/// n and e, prepared.
pub(super) struct PublicKey {
    modulus: Modulus,
    exponent: u32,
}

impl PublicKey {
    /// `n` is odd, `exponent` odd and above 1.
    pub(super) fn new(n: &[u8], exponent: u32) -> Option<Self> {
        let modulus = Modulus::new(n)?;
        Some(Self { modulus, exponent })
    }

    /// s^e mod n, as long as n. None if `signature`, which is as long, is not below n.
    pub(super) fn power(&self, signature: &[u8]) -> Option<Vec<u8>> {
        self.modulus.power(signature, self.exponent)
    }
}
