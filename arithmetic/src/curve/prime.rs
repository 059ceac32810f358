//! The primes that are computed with: those of the fields, and the orders of the groups.

use super::constant::{columns_fit, is_just_below_a_power, negated_inverse, one, powers, times_r};

/// Limbs of the largest prime.
pub(crate) const MOST_LIMBS: usize = 19;

/// A prime of any length up to that.
pub(crate) type AnyPrime = Prime<MOST_LIMBS>;

/// A prime. The compiler checks what the bounds of [`residue`](super::residue) rest on.
pub(crate) struct Prime<const L: usize> {
    /// Bits of a limb.
    pub(crate) bits: usize,
    /// Limbs that are used.
    pub(crate) length: usize,
    /// Bits of the prime that are in its highest limb.
    pub(crate) top_bits: usize,
    /// The prime: of a field by the powers of two that it is made of, so that a small multiple has small
    /// limbs ([`tight`](super::residue::Residue::tight)); of an order as it comes.
    pub(crate) limbs: [i32; L],
    /// −1/prime modulo 2^bits.
    pub(crate) negated_inverse: i32,
    /// R modulo the prime, where R is 2^(bits of all limbs): 1 in Montgomery form.
    pub(crate) r: [i32; L],
    /// R² modulo the prime, which takes numbers into Montgomery form.
    pub(crate) r_squared: [i32; L],
}

impl<const L: usize> Prime<L> {
    /// The prime of a field, as a sum of powers of two, each a factor and an exponent, the highest one
    /// first. It is just below that one. For constants only.
    pub(crate) const fn of_powers(bits: usize, terms: &[(i32, usize)]) -> Self {
        let bit_length = match terms {
            [(1, exponent), ..] => *exponent,
            _ => 0,
        };
        let prime = Self::new(bits, bit_length, powers(bits, terms));
        assert!(is_just_below_a_power(
            &prime.limbs,
            bits,
            prime.length,
            prime.top_bits
        ));
        prime
    }

    /// The prime with these limbs of `bits` bits and as many bits as `bit_length`. For constants only.
    pub(crate) const fn new(bits: usize, bit_length: usize, limbs: [i32; L]) -> Self {
        let length = bit_length.div_ceil(bits);
        let all_bits = length.saturating_mul(bits);
        // R is more than 32 times the prime.
        assert!(all_bits.saturating_sub(bit_length) >= 5);
        assert!(columns_fit(&limbs, bits, length));
        let r = times_r(one(), bits, all_bits, limbs);
        Self {
            bits,
            length,
            top_bits: bits.saturating_sub(all_bits.saturating_sub(bit_length)),
            limbs,
            negated_inverse: negated_inverse(limbs, bits),
            r,
            r_squared: times_r(r, bits, all_bits, limbs),
        }
    }

    /// Bits of the prime.
    pub(crate) fn bit_length(&self) -> usize {
        let below_top = self.length.saturating_sub(1).saturating_mul(self.bits);
        below_top.saturating_add(self.top_bits)
    }
}
