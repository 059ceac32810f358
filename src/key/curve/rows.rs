//! The rows of a schoolbook product.
//!
//! The compiler unrolls a row by itself, but not all rows. Unrolled, the columns of a product are
//! variables and not memory, which is several times as fast. So the moduli that are worth their code
//! list their rows.

use core::marker::PhantomData;
use core::num::Wrapping;

use super::integer::{Column, mask, wide};
use super::modulus::Modulus;

/// Something done once for each limb, in their order.
pub(in crate::key) trait Rows {
    /// The row of limb `index`.
    fn row(&mut self, index: usize);
}

/// [`each_row`](super::modulus::Modulus::each_row) with the rows written one after the other.
macro_rules! unrolled {
    ($($index:literal)*) => {
        #[inline(always)]
        fn each_row(rows: &mut impl $crate::key::curve::rows::Rows) {
            $(rows.row($index);)*
        }
    };
}

pub(super) use unrolled;

/// A product: a row adds one limb of a, times all limbs of b.
pub(super) struct ProductRows<'n, const L: usize> {
    a: &'n [i32; L],
    b: &'n [i32; L],
    columns: &'n mut [Column],
}

impl<'n, const L: usize> ProductRows<'n, L> {
    pub(super) fn new(a: &'n [i32; L], b: &'n [i32; L], columns: &'n mut [[Column; L]; 2]) -> Self {
        let columns = columns.as_flattened_mut();
        Self { a, b, columns }
    }
}

impl<const L: usize> Rows for ProductRows<'_, L> {
    #[inline(always)]
    fn row(&mut self, index: usize) {
        let a = self.a.get(index).map_or(Wrapping(0), |a| wide(*a));
        let mut columns = self.columns.iter_mut().skip(index);
        // In two parts, because the compiler would not unroll 19.
        let (low, high) = self.b.split_at(L / 2);
        for (b, column) in low.iter().zip(columns.by_ref()) {
            *column += a * wide(*b);
        }
        for (b, column) in high.iter().zip(columns) {
            *column += a * wide(*b);
        }
    }
}

/// A square, in half as many products of limbs.
pub(super) struct SquareRows<'n, const L: usize> {
    a: &'n [i32; L],
    columns: &'n mut [Column],
}

impl<'n, const L: usize> SquareRows<'n, L> {
    pub(super) fn new(a: &'n [i32; L], columns: &'n mut [[Column; L]; 2]) -> Self {
        let columns = columns.as_flattened_mut();
        Self { a, columns }
    }
}

impl<const L: usize> Rows for SquareRows<'_, L> {
    #[inline(always)]
    fn row(&mut self, index: usize) {
        let mut others = self.a.iter().skip(index);
        let mut columns = self.columns.iter_mut().skip(index).skip(index);
        let (Some(a), Some(column)) = (others.next(), columns.next()) else {
            return;
        };
        let a = wide(*a);
        *column += a * a;
        // The products that stand on both sides of the diagonal.
        let twice = a + a;
        for (b, column) in others.zip(columns) {
            *column += twice * wide(*b);
        }
    }
}

/// Montgomery's reduction: a row makes the lowest column that is left a multiple of 2^BITS, by adding a
/// multiple of the prime, and carries it.
pub(super) struct ReductionRows<'n, M, const L: usize> {
    columns: &'n mut [Column],
    modulus: PhantomData<M>,
}

impl<'n, M, const L: usize> ReductionRows<'n, M, L> {
    pub(super) fn new(columns: &'n mut [[Column; L]; 2]) -> Self {
        Self {
            columns: columns.as_flattened_mut(),
            modulus: PhantomData,
        }
    }
}

impl<M: Modulus<L>, const L: usize> Rows for ReductionRows<'_, M, L> {
    #[inline(always)]
    fn row(&mut self, index: usize) {
        let Some(columns) = self.columns.get_mut(index..) else {
            return;
        };
        let lowest = columns.first().copied().unwrap_or_default();
        let multiple = (lowest * wide(M::NEGATED_INVERSE)) & mask(M::BITS);
        for (column, of_modulus) in columns.iter_mut().zip(M::LIMBS) {
            *column += multiple * wide(of_modulus);
        }
        let mut columns = columns.iter_mut();
        if let (Some(done), Some(next)) = (columns.next(), columns.next()) {
            *next += *done >> M::BITS;
        }
    }
}
