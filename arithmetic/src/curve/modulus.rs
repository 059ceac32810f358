//! How a program knows the prime that it computes with.

use super::integer::{Column, carry};
use super::prime::Prime;
use super::rows::Rows;

/// How a prime is known: by a type of its own, so that the compiler makes code for its digits, shifts for
/// powers of two and nothing for zeros; or by reference, so that many primes share their code.
pub(crate) trait Modulus<const L: usize>: Copy {
    fn prime(&self) -> &Prime<L>;

    /// Limbs for columns, of which there are as many as limbs that are used.
    #[inline(always)]
    fn carried(&self, columns: &[Column]) -> [i32; L] {
        let mut limbs = [0; L];
        carry(columns, self.prime().bits, &mut limbs);
        limbs
    }

    /// Performs every row.
    #[inline(always)]
    fn each_row(&self, rows: &mut impl Rows) {
        for index in 0..self.prime().length {
            rows.row(index);
        }
    }
}

/// [`each_row`](Modulus::each_row) with the rows written one after the other.
///
/// The compiler unrolls a row by itself, but not all rows. Unrolled, the columns of a product are
/// variables and not memory, which is several times as fast.
macro_rules! unrolled {
    ($($index:literal)*) => {
        #[inline(always)]
        fn each_row(&self, rows: &mut impl $crate::curve::rows::Rows) {
            $(rows.row($index);)*
        }
    };
}

pub(crate) use unrolled;

impl<const L: usize> Modulus<L> for &'static Prime<L> {
    #[inline(always)]
    fn prime(&self) -> &Prime<L> {
        self
    }

    /// One copy, because it is long.
    #[inline(never)]
    fn carried(&self, columns: &[Column]) -> [i32; L] {
        let mut limbs = [0; L];
        let used = limbs.get_mut(..self.length).unwrap_or_default();
        carry(columns, self.bits, used);
        limbs
    }
}
