//! Montgomery's product on the vector unit of WebAssembly (SIMD128).
//!
//! Its one instruction that multiplies and adds, `i32x4.dot_i16x8_s`, takes pairs of 16-bit numbers. So a digit of 48
//! bits is four limbs of 12, and a factor lies in memory as overlapping pairs: one instruction then adds two rows of
//! the product to four columns. The rows of two digits are added in one pass, and those of the reduction in the next.
//! Nothing here is loaded through a pointer: vectors are values in slices.

mod columns;
mod pairs;
mod rows;

use alloc::vec;
use alloc::vec::Vec;
use core::arch::wasm32::{u32x4_splat, v128};

use super::digits::{self, Digit};
use columns::{carry, read};
use pairs::{Pairs, room_for};
use rows::{add_product, add_square, reduce, start_square};

const LIMB_BITS: u32 = 12;
const LIMB_MASK: u32 = (1 << LIMB_BITS) - 1;

/// How many digits are added up before the columns are carried, an even number. A digit adds to a column at
/// most eight products of limbs, four of them twice in a square, which is less than 3·2²⁶. Sixteen, the four
/// products that a square begins with, and what carries leave, are less than 2³².
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
        self.sum(x, false, product);
    }

    /// x·x/R, with three quarters of the work. Both have as many digits as n.
    pub(super) fn square(&mut self, x: &[Digit], square: &mut [Digit]) {
        pairs::lay_out(x, &mut self.factor);
        self.sum(x, true, square);
    }

    /// The sum of the rows of x, and of those of n that make its lower half 0: the upper half.
    fn sum(&mut self, x: &[Digit], is_square: bool, sum: &mut [Digit]) {
        let Modulus { pairs: n, n_prime } = self.modulus;
        let mut columns = self.columns.as_mut_slice();
        columns.fill(u32x4_splat(0));
        if is_square {
            start_square(columns, &self.factor, x);
        }
        let mut place = 0_usize;
        for digits in x.chunks(DIGITS_BETWEEN_CARRIES) {
            for two in digits.chunks(2) {
                // The last digit may be one without another.
                let of_x = [0, 1].map(|index| two.get(index).copied().unwrap_or(0));
                if is_square {
                    add_square(columns, &self.factor, place, of_x);
                } else {
                    add_product(columns, &self.factor, of_x);
                }
                columns = reduce(columns, two.len(), n, *n_prime);
                place = place.wrapping_add(2);
            }
            carry(columns);
        }
        read(columns, sum);
    }
}
