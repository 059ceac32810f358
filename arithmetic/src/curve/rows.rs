//! The rows of a schoolbook product, and of its reduction.

use core::num::Wrapping;

use super::integer::{Column, mask, wide};
use super::prime::Prime;

/// Something done once for each limb, in their order.
pub(crate) trait Rows {
    /// The row of limb `index`.
    fn row(&mut self, index: usize);
}

/// A product: a row adds one limb of a, times all limbs of b.
pub(super) struct ProductRows<'n> {
    a: &'n [i32],
    b: &'n [i32],
    columns: &'n mut [Column],
}

impl<'n> ProductRows<'n> {
    /// Of numbers that have `length` limbs.
    #[inline(always)]
    pub(super) fn new<const L: usize>(
        a: &'n [i32; L],
        b: &'n [i32; L],
        length: usize,
        columns: &'n mut [[Column; L]; 2],
    ) -> Self {
        let b = b.get(..length).unwrap_or_default();
        let columns = columns.as_flattened_mut();
        Self { a, b, columns }
    }
}

impl Rows for ProductRows<'_> {
    #[inline(always)]
    fn row(&mut self, index: usize) {
        let a = self.a.get(index).map_or(Wrapping(0), |a| wide(*a));
        let columns = self.columns.get_mut(index..).unwrap_or_default();
        for (b, column) in self.b.iter().zip(columns) {
            *column += a * wide(*b);
        }
    }
}

/// A square, in half as many products of limbs.
pub(super) struct SquareRows<'n> {
    a: &'n [i32],
    columns: &'n mut [Column],
}

impl<'n> SquareRows<'n> {
    /// Of a number that has `length` limbs.
    #[inline(always)]
    pub(super) fn new<const L: usize>(
        a: &'n [i32; L],
        length: usize,
        columns: &'n mut [[Column; L]; 2],
    ) -> Self {
        let a = a.get(..length).unwrap_or_default();
        let columns = columns.as_flattened_mut();
        Self { a, columns }
    }
}

impl Rows for SquareRows<'_> {
    #[inline(always)]
    fn row(&mut self, index: usize) {
        let others = self.a.get(index..).unwrap_or_default();
        let columns = self.columns.get_mut(index.wrapping_mul(2)..);
        let (Some((a, others)), Some((column, columns))) = (
            others.split_first(),
            columns.unwrap_or_default().split_first_mut(),
        ) else {
            return;
        };
        let a = wide(*a);
        *column += a * a;
        // The products that stand on both sides of the diagonal.
        let twice = a + a;
        for (b, column) in others.iter().zip(columns) {
            *column += twice * wide(*b);
        }
    }
}

/// Montgomery's reduction: a row makes the lowest column that is left a multiple of 2^bits, by adding a
/// multiple of the prime, and carries it.
pub(super) struct ReductionRows<'n, const L: usize> {
    prime: &'n Prime<L>,
    columns: &'n mut [Column],
}

impl<'n, const L: usize> ReductionRows<'n, L> {
    #[inline(always)]
    pub(super) fn new(prime: &'n Prime<L>, columns: &'n mut [[Column; L]; 2]) -> Self {
        let columns = columns.as_flattened_mut();
        Self { prime, columns }
    }
}

impl<const L: usize> Rows for ReductionRows<'_, L> {
    #[inline(always)]
    fn row(&mut self, index: usize) {
        let Prime { bits, length, .. } = *self.prime;
        let Some(columns) = self.columns.get_mut(index..) else {
            return;
        };
        let lowest = columns.first().copied().unwrap_or_default();
        let multiple = (lowest * wide(self.prime.negated_inverse)) & mask(bits);
        for (column, of_modulus) in columns.iter_mut().zip(self.prime.limbs.iter().take(length)) {
            *column += multiple * wide(*of_modulus);
        }
        let mut columns = columns.iter_mut();
        if let (Some(done), Some(next)) = (columns.next(), columns.next()) {
            *next += *done >> bits;
        }
    }
}
