//! Sums of products in columns of 12 bits, four to a vector, each of which may hold up to 32.

use core::arch::wasm32::{
    i32x4_add, i32x4_shuffle, u32x4, u32x4_extract_lane, u32x4_shr, u32x4_splat, v128, v128_and,
};

use super::super::digits::{DIGIT_BITS, Digit, MASK};
use super::{LIMB_BITS, LIMB_MASK};

/// The lowest digit, and above it what more its columns hold, modulo a word.
pub(super) fn lowest_digit(columns: &[v128]) -> Digit {
    columns.first().map_or(0, |&column| word(column))
}

/// The columns above those of the lowest digit, which must be 0, with what it carries to them.
pub(super) fn without_lowest(columns: &mut [v128]) -> &mut [v128] {
    let Some((lowest, above)) = columns.split_first_mut() else {
        return &mut [];
    };
    // One by one, because the sum of the four can be longer than a word.
    let carry = lanes(*lowest)
        .iter()
        .fold(0, |carry, lane| lane.wrapping_add(carry) >> LIMB_BITS);
    if let Some(next) = above.first_mut() {
        *next = i32x4_add(*next, u32x4(carry as u32, 0, 0, 0));
    }
    above
}

/// Takes from each column what is above 12 bits to the next, and leaves less than 2²¹ in it.
pub(super) fn carry(columns: &mut [v128]) {
    let mut carry_below = u32x4_splat(0);
    for column in columns {
        let carry = u32x4_shr(*column, LIMB_BITS);
        let carry_from_below = i32x4_shuffle::<3, 4, 5, 6>(carry_below, carry);
        let limb = v128_and(*column, u32x4_splat(LIMB_MASK));
        *column = i32x4_add(limb, carry_from_below);
        carry_below = carry;
    }
}

/// The number that columns hold after `carry`, in digits.
pub(super) fn read(columns: &[v128], digits: &mut [Digit]) {
    let mut carry = 0;
    for (digit, &column) in digits.iter_mut().zip(columns) {
        let sum = word(column).wrapping_add(carry);
        *digit = sum & MASK;
        carry = sum >> DIGIT_BITS;
    }
}

/// The sum of four columns, modulo a word.
fn word(column: v128) -> Digit {
    lanes(column)
        .iter()
        .rfold(0, |sum, lane| (sum << LIMB_BITS).wrapping_add(*lane))
}

fn lanes(column: v128) -> [Digit; 4] {
    [
        u32x4_extract_lane::<0>(column).into(),
        u32x4_extract_lane::<1>(column).into(),
        u32x4_extract_lane::<2>(column).into(),
        u32x4_extract_lane::<3>(column).into(),
    ]
}
