//! Numbers as digits, the least significant first, in the width that the product's form wants.

use alloc::vec;
use alloc::vec::Vec;

/// With a vector unit, a word for the four limbs of `simd`; else the widest digit of
/// which the machine can multiply two without a call.
#[cfg(any(target_feature = "simd128", target_pointer_width = "64"))]
pub(super) type Digit = u64;
#[cfg(not(any(target_feature = "simd128", target_pointer_width = "64")))]
pub(super) type Digit = u32;

#[cfg(target_feature = "simd128")]
pub(super) const DIGIT_BITS: usize = 48;
#[cfg(not(target_feature = "simd128"))]
pub(super) const DIGIT_BITS: usize = Digit::BITS as usize;

const DIGIT_BYTES: usize = DIGIT_BITS / 8;
/// A digit all of ones.
pub(super) const MASK: Digit = Digit::MAX >> (Digit::BITS as usize - DIGIT_BITS);

/// `bytes` are big-endian and fit into `count` digits.
pub(super) fn from_bytes(bytes: &[u8], count: usize) -> Vec<Digit> {
    let mut digits = vec![0; count];
    for (digit, bytes) in digits.iter_mut().zip(bytes.rchunks(DIGIT_BYTES)) {
        *digit = bytes
            .iter()
            .fold(0, |value, &byte| value << 8 | Digit::from(byte));
    }
    digits
}

/// Big-endian, in `length` bytes, into which the number fits.
pub(super) fn to_bytes(digits: &[Digit], length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    for (bytes, digit) in bytes.rchunks_mut(DIGIT_BYTES).zip(digits) {
        for (byte, value) in bytes.iter_mut().rev().zip(digit.to_le_bytes()) {
            *byte = value;
        }
    }
    bytes
}

pub(super) fn power_of_two(exponent: usize, count: usize) -> Vec<Digit> {
    let mut digits = vec![0; count];
    if let Some(digit) = digits.get_mut(exponent / DIGIT_BITS) {
        *digit = 1 << (exponent % DIGIT_BITS);
    }
    digits
}

/// Whether `left` is below `right`, which has as many digits.
pub(super) fn is_below(left: &[Digit], right: &[Digit]) -> bool {
    left.iter().rev().lt(right.iter().rev())
}

/// Twice the number, whose highest bit is not set.
pub(super) fn double(digits: &mut [Digit]) {
    let mut carry = 0;
    for digit in digits {
        let doubled = *digit << 1 & MASK | carry;
        carry = *digit >> (DIGIT_BITS - 1);
        *digit = doubled;
    }
}

/// A number below 2·n, modulo n.
pub(super) fn reduce_once(digits: &mut [Digit], n: &[Digit]) {
    if is_below(digits, n) {
        return;
    }
    let mut borrow = false;
    for (digit, &subtrahend) in digits.iter_mut().zip(n) {
        let (difference, below) = digit.overflowing_sub(subtrahend);
        let (difference, below_by_borrow) = difference.overflowing_sub(borrow.into());
        *digit = difference & MASK;
        borrow = below | below_by_borrow;
    }
}

/// −1/n modulo a whole word, and so modulo a digit; n is odd.
pub(super) fn negative_inverse(n: Digit) -> Digit {
    // Newton's iteration: n is its own inverse modulo 8, and each step doubles the bits that are right.
    let mut inverse = n;
    for _ in 0..5 {
        inverse = inverse.wrapping_mul(Digit::wrapping_sub(2, n.wrapping_mul(inverse)));
    }
    inverse.wrapping_neg()
}
