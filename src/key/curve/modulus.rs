//! The primes that are computed with: those of the fields, and the orders of the groups.

use super::constant::{negated_inverse, one, times_r};
use super::rows::Rows;

/// A prime, of which L limbs have at least five bits more than it needs.
pub(in crate::key) trait Modulus<const L: usize>: Copy {
    /// Bits of a limb.
    const BITS: usize;
    /// Bits of the prime that are in its highest limb.
    const TOP_BITS: usize;
    /// The prime. Where it has a shape, the digits show it, negative ones too: the compiler makes
    /// shifts of them, and nothing of zeros.
    const LIMBS: [i32; L];

    /// −1/prime modulo 2^BITS.
    const NEGATED_INVERSE: i32 = negated_inverse(Self::LIMBS, Self::BITS);
    /// R modulo the prime, where R is 2^(bits of all limbs): 1 in Montgomery form.
    const R: [i32; L] = times_r(one(), Self::BITS, Self::LIMBS);
    /// R² modulo the prime, which takes numbers into Montgomery form.
    const R_SQUARED: [i32; L] = times_r(Self::R, Self::BITS, Self::LIMBS);

    /// Performs every row.
    #[inline(always)]
    fn each_row(rows: &mut impl Rows) {
        for index in 0..L {
            rows.row(index);
        }
    }
}
