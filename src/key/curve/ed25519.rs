//! Verification of Ed25519 signatures
//! ([RFC 8032 §5.1.7](https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7)), strictly: one encoding of
//! each point, no points of small order, S below the order, and the equation without the cofactor.

#[cfg(test)]
mod tests;

use alloc::vec::Vec;

use sha2::{Digest as _, Sha512};
use zeroize::Zeroizing;

use super::base::{Base, sum_of_products};
use super::edwards::{Edwards, LENGTH, Order, generator};
use super::group::Group as _;
use super::integer;
use super::modulus::Modulus as _;
use super::residue::Residue;

type Scalar = Residue<Order, 9>;

/// A point that is not of small order, prepared for many verifications.
pub(in crate::key) struct PublicKey {
    encoded: [u8; LENGTH],
    /// The opposite point: the equation is made of sums.
    opposite: Base<Edwards>,
}

impl PublicKey {
    pub(in crate::key) fn new(encoded: &[u8; LENGTH]) -> Option<Self> {
        let point = Edwards::decode(encoded)?;
        if point.is_of_small_order() {
            return None;
        }
        Some(Self {
            encoded: *encoded,
            opposite: Base::new(point.negated().to_addend()),
        })
    }

    pub(in crate::key) fn encoded(&self) -> &[u8; LENGTH] {
        &self.encoded
    }

    pub(in crate::key) fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        self.accepts(message, signature).unwrap_or(false)
    }

    /// The steps of RFC 8032 §5.1.7; `None` where one of them rejects.
    fn accepts(&self, message: &[u8], signature: &[u8]) -> Option<bool> {
        // Step 1. R is not decoded: that it is what the equation says is seen by its bytes.
        let (r, s) = signature.split_at_checked(LENGTH)?;
        let s = Scalar::from_bytes(&reversed(<&[u8; LENGTH]>::try_from(s).ok()?))?;
        // Step 2
        let hash = Sha512::new()
            .chain_update(r)
            .chain_update(self.encoded)
            .chain_update(message)
            .finalize();
        let k = reduced(&hash.into())?;
        // Step 3: R = S·B − k·A. Both are exact numbers, because A may have a part of small order.
        let (s, k) = (s.to_bits(), k.to_bits());
        let point = sum_of_products([(&s, generator()), (&k, &self.opposite)]);
        let encoded = point.encode(&point.z().inverse());
        Some(encoded == r && !point.is_of_small_order())
    }
}

/// The public key that belongs to a private one (RFC 8032 §5.1.5).
///
/// It takes **the same steps for every private key**: a doubling and an addition for each bit, with the
/// result selected by a mask.
pub(in crate::key) fn public_key_of(seed: &[u8; LENGTH]) -> [u8; LENGTH] {
    let hash = Zeroizing::new(<[u8; 64]>::from(Sha512::digest(seed)));
    // Step 2: the lowest three bits are 0, the highest is 0, the one below it 1.
    let clamped = hash
        .iter()
        .take(LENGTH)
        .enumerate()
        .map(|(index, byte)| match index {
            0 => byte & 0b1111_1000,
            31 => byte & 0b0111_1111 | 0b0100_0000,
            _ => *byte,
        });
    let bits =
        clamped.flat_map(|byte| (0..8_u8).map(move |bit| byte.wrapping_shr(bit.into()) & 1 == 1));
    let bits = Zeroizing::new(bits.collect::<Vec<bool>>());
    // Step 3
    let generator = generator().point();
    let mut product = Edwards::NEUTRAL;
    for bit in bits.iter().rev() {
        let doubled = product.double();
        product = doubled.or(&doubled.add(generator), *bit);
    }
    // Step 4. A power and not `inverse`, whose time depends on the number.
    product.encode(&product.z().power(-2, 0))
}

/// A number of 64 bytes, the lowest one first, modulo the order.
fn reduced(hash: &[u8; 64]) -> Option<Scalar> {
    // 256 = 8·29 + 24
    const TWO_TO_256: [i32; 9] = [0, 0, 0, 0, 0, 0, 0, 0, 1 << 24];
    let mut halves = hash.as_chunks().0.iter().map(|half| {
        let limbs = integer::from_bytes(&reversed(half), Order::BITS)?;
        Some(Scalar::from_integer(limbs))
    });
    let (low, high) = (halves.next()??, halves.next()??);
    Some(high.times(&Scalar::from_integer(TWO_TO_256)).plus(&low))
}

fn reversed(bytes: &[u8; LENGTH]) -> [u8; LENGTH] {
    let mut reversed = *bytes;
    reversed.reverse();
    reversed
}
