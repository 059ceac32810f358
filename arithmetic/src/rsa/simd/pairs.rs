//! Limbs in pairs, as the dot product of the vector unit takes them.

use alloc::vec;
use alloc::vec::Vec;
use core::arch::wasm32::{
    i16x8_add, i32x4_shuffle, u32x4, u32x4_shl, u32x4_splat, v128, v128_and, v128_andnot, v128_or,
};

use super::super::digits::Digit;
use super::{LIMB_BITS, LIMB_MASK};

/// What the four limbs of one digit of x meet in four columns of x·y: in column m limb m of y and limb
/// m − 1 for the first two, limb m − 2 and limb m − 3 for the last two.
pub(super) type Pairs = [v128; 2];

pub(super) const NONE: Pairs = [u32x4(0, 0, 0, 0); 2];

/// Room for the pairs of so many digits. Those of the highest one reach three columns further.
pub(super) fn room_for(digits: usize) -> Vec<Pairs> {
    vec![NONE; digits.saturating_add(1)]
}

/// Writes the pairs of a factor.
pub(super) fn lay_out(digits: &[Digit], pairs: &mut [Pairs]) {
    let (mut limbs_below, mut first_below) = (u32x4_splat(0), u32x4_splat(0));
    for (pairs, digit) in pairs.iter_mut().zip(digits.iter().copied().chain([0])) {
        let limb = |shift: u32| (digit >> shift) as u32 & LIMB_MASK;
        let limbs = u32x4(limb(0), limb(12), limb(24), limb(36));
        let one_lower = i32x4_shuffle::<3, 4, 5, 6>(limbs_below, limbs);
        let first = v128_or(limbs, u32x4_shl(one_lower, 16));
        *pairs = [first, i32x4_shuffle::<2, 3, 4, 5>(first_below, first)];
        (limbs_below, first_below) = (limbs, first);
    }
}

/// The limbs of the pairs' own digit.
const OWN: Pairs = [
    u32x4(0xffff, u32::MAX, u32::MAX, u32::MAX),
    u32x4(0, 0, 0xffff, u32::MAX),
];

/// The pairs without the limbs of the digit below.
pub(super) fn of_own_digit(pairs: Pairs) -> Pairs {
    [v128_and(pairs[0], OWN[0]), v128_and(pairs[1], OWN[1])]
}

/// The pairs without the limbs of their own digit.
pub(super) fn of_digit_below(pairs: Pairs) -> Pairs {
    [v128_andnot(pairs[0], OWN[0]), v128_andnot(pairs[1], OWN[1])]
}

/// Limb by limb. Twice a limb has 13 bits, and a signed number of 16 has room for it.
pub(super) fn sum(a: Pairs, b: Pairs) -> Pairs {
    [i16x8_add(a[0], b[0]), i16x8_add(a[1], b[1])]
}

/// A digit's first two limbs and its last two, the same for every column.
pub(super) fn splat(digit: Digit) -> Pairs {
    let pair = |first: u32| {
        let limbs = (digit >> first) as u32;
        u32x4_splat(limbs & LIMB_MASK | (limbs >> LIMB_BITS & LIMB_MASK) << 16)
    };
    [pair(0), pair(24)]
}
