//! Integers on limbs: their bytes, their bits, their carries. Nothing here depends on the numbers.

use alloc::vec::Vec;
use core::num::Wrapping;

/// What a limb is before it is carried. Nothing overflows; that it would wrap and not panic is what a
/// verifier wants.
pub(crate) type Column = Wrapping<i64>;

#[inline]
pub(crate) fn wide(limb: i32) -> Column {
    Wrapping(i64::from(limb))
}

/// A limb of ones.
#[inline]
pub(crate) fn mask(bits: usize) -> Column {
    (Wrapping(1_i64) << bits) - Wrapping(1)
}

/// Limbs of `bits` bits, from 0 up; the highest one keeps what is above it, and the sign.
#[inline(always)]
pub(crate) fn carry(columns: &[Column], bits: usize, limbs: &mut [i32]) {
    let mut carry = Wrapping(0);
    let mut top = &mut 0;
    for (limb, column) in limbs.iter_mut().zip(columns) {
        carry += column;
        *limb = low_bits(carry, bits);
        carry >>= bits;
        top = limb;
    }
    *top |= (carry << bits).0 as i32;
}

/// What a limb keeps of a column.
#[inline]
pub(crate) fn low_bits(column: Column, bits: usize) -> i32 {
    (column & mask(bits)).0 as i32
}

/// Reads the number in big-endian `bytes`. Whether the limbs are long enough for it.
pub(crate) fn read_bytes(bytes: &[u8], bits: usize, limbs: &mut [i32]) -> bool {
    let mut bytes = bytes.iter().rev();
    let mut buffer = Wrapping(0);
    let mut buffered = Wrapping(0);
    for limb in limbs {
        while buffered.0 < bits {
            let byte = bytes.next().copied().unwrap_or_default();
            buffer |= Wrapping(i64::from(byte)) << buffered.0;
            buffered += 8;
        }
        *limb = low_bits(buffer, bits);
        buffer >>= bits;
        buffered -= bits;
    }
    buffer.0 == 0 && bytes.next().is_none()
}

/// The number in `length` big-endian bytes, which are enough for it.
pub(crate) fn to_bytes(limbs: &[i32], bits: usize, length: usize) -> Vec<u8> {
    let mut limbs = limbs.iter();
    let mut buffer = Wrapping(0);
    let mut buffered = Wrapping(0);
    let mut bytes = alloc::vec![0; length];
    for byte in bytes.iter_mut().rev() {
        if buffered.0 < 8 {
            let limb = limbs.next().copied().unwrap_or_default();
            buffer |= wide(limb) << buffered.0;
            buffered += bits;
        }
        *byte = buffer.0 as u8;
        buffer >>= 8;
        buffered -= 8;
    }
    bytes
}

/// Every bit of the limbs, the lowest one first.
pub(crate) fn bits(limbs: &[i32], bits: usize) -> Vec<bool> {
    let all = limbs
        .iter()
        .flat_map(|limb| (0..bits).map(move |bit| (Wrapping(*limb) >> bit).0 & 1 == 1));
    all.collect()
}
