//! Montgomery's product on the vector unit of WebAssembly (SIMD128).
//!
//! Its one instruction that multiplies and adds, `i32x4.dot_i16x8_s`, takes pairs of 16-bit numbers.
//! So a digit of 48 bits is four limbs of 12, and a factor lies in memory as overlapping pairs: one
//! instruction then adds two rows of the product to four columns. The rows of the reduction are added
//! in the same pass. Nothing here is loaded through a pointer: vectors are values in slices.

mod columns;
mod pairs;

use alloc::vec;
use alloc::vec::Vec;
use core::arch::wasm32::{u32x4_splat, v128};

use super::digits;
use columns::{add_rows, carry, lowest_digit, read, without_lowest};
use pairs::{Pairs, room_for};

pub(super) type Digit = u64;
pub(super) const DIGIT_BITS: usize = 48;

const LIMB_BITS: u32 = 12;
const LIMB_MASK: u32 = (1 << LIMB_BITS) - 1;

/// How many digits are added up before the columns are carried. A digit adds to a column at most eight
/// products of limbs, which is less than 2²⁷. Sixteen, and what carries leave, are less than 2³².
const DIGITS_BETWEEN_CARRIES: usize = 16;

/// An odd n and −1/n modulo one digit.
pub(super) struct Modulus {
    pairs: Vec<Pairs>,
    n_prime: Digit,
}

impl Modulus {
    pub(super) fn new(n: &[Digit]) -> Self {
        let mut pairs = room_for(n.len());
        pairs::lay_out(n, &mut pairs);
        Self {
            pairs,
            n_prime: n
                .first()
                .map_or(0, |&lowest| digits::negative_inverse(lowest)),
        }
    }
}

/// Multiplies modulo one n, always in the same memory.
pub(super) struct Multiplier<'a> {
    modulus: &'a Modulus,
    factor: Vec<Pairs>,
    columns: Vec<v128>,
}

impl<'a> Multiplier<'a> {
    pub(super) fn new(modulus: &'a Modulus) -> Self {
        let length = modulus.pairs.len();
        Self {
            modulus,
            factor: modulus.pairs.clone(),
            columns: vec![u32x4_splat(0); length.saturating_mul(2)],
        }
    }

    /// x·y/R. All have as many digits as n.
    pub(super) fn multiply(&mut self, x: &[Digit], y: &[Digit], product: &mut [Digit]) {
        pairs::lay_out(y, &mut self.factor);
        let lowest_of_y = y.first().copied().unwrap_or(0);
        self.columns.fill(u32x4_splat(0));
        let mut columns = self.columns.as_mut_slice();
        for digits in x.chunks(DIGITS_BETWEEN_CARRIES) {
            for &digit in digits {
                // The multiple of n that makes the lowest digit of the sum 0.
                let quotient = digit
                    .wrapping_mul(lowest_of_y)
                    .wrapping_add(lowest_digit(columns))
                    .wrapping_mul(self.modulus.n_prime);
                let factors = [self.factor.as_slice(), &self.modulus.pairs];
                add_rows(columns, factors, [digit, quotient]);
                columns = without_lowest(columns);
            }
            carry(columns);
        }
        read(columns, product);
    }
}
