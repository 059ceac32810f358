//! Rows of a product, added to its columns: two at a time, so that what is loaded serves both.

use core::arch::wasm32::{i32x4_add, i32x4_dot_i16x8, v128};

use super::super::digits::Digit;
use super::columns::{lowest_digit, without_lowest};
use super::pairs::{NONE, Pairs, of_digit_below, of_own_digit, splat, sum};

/// Adds the rows of two digits of x in x·y; the second is one higher.
pub(super) fn add_product(columns: &mut [v128], y: &[Pairs], x: [Digit; 2]) {
    add_two(columns, NONE, y, x.map(splat));
}

/// Begins x·x with what it has beside the products of two different digits: writes the squares of the
/// digits of x.
pub(super) fn start_square(columns: &mut [v128], x: &[Pairs], digits: &[Digit]) {
    let (columns, _) = columns.as_chunks_mut();
    let next = x.get(1..).unwrap_or_default();
    let pairs = x.iter().zip(next);
    for (([low, high], (own, next)), digit) in columns.iter_mut().zip(pairs).zip(digits) {
        let digit = splat(*digit);
        *low = dot(of_own_digit(*own), digit);
        *high = dot(of_digit_below(*next), digit);
    }
}

/// Adds the rows of two digits of x in x·x, after [`start_square`]; the first is at `place`. Of the products
/// of two digits one stands for both: the row of the lower has all higher ones, twice.
pub(super) fn add_square(columns: &mut [v128], x: &[Pairs], place: usize, of_x: [Digit; 2]) {
    let above = place.wrapping_add(1);
    let columns = columns.get_mut(above..).unwrap_or_default();
    let x = x.get(above..).unwrap_or_default();
    let twice = of_x.map(|digit| {
        let digit = splat(digit);
        sum(digit, digit)
    });
    let ([column, next_column, columns @ ..], [own, next, x @ ..]) = (columns, x) else {
        return;
    };
    add(column, of_own_digit(*own), twice[0]);
    add(next_column, *next, twice[0]);
    add_two(columns, of_own_digit(*next), x, twice);
}

/// Adds the multiple of n that makes the lowest digits 0, one or two of them, and gives the columns above.
pub(super) fn reduce<'c>(
    columns: &'c mut [v128],
    count: usize,
    n: &[Pairs],
    n_prime: Digit,
) -> &'c mut [v128] {
    let quotient = |columns: &[v128]| splat(lowest_digit(columns).wrapping_mul(n_prime));
    let first = quotient(columns);
    let ([lowest, next, ..], [n_lowest, n_next, n @ ..]) = (&mut *columns, n) else {
        return &mut [];
    };
    add(lowest, *n_lowest, first);
    add(next, *n_next, first);
    let columns = without_lowest(columns);
    let second = if count == 1 { NONE } else { quotient(columns) };
    let Some((next, above)) = columns.split_first_mut() else {
        return &mut [];
    };
    add(next, *n_lowest, second);
    add_two(above, *n_next, n, [first, second]);
    if count == 1 {
        columns
    } else {
        without_lowest(columns)
    }
}

fn add(column: &mut v128, pairs: Pairs, digit: Pairs) {
    *column = i32x4_add(*column, dot(pairs, digit));
}

/// Two rows of a factor, whose digit below those given is `below` for the second of them.
fn add_two(columns: &mut [v128], mut below: Pairs, factor: &[Pairs], [first, second]: [Pairs; 2]) {
    for (column, pairs) in columns.iter_mut().zip(factor) {
        let products = i32x4_add(dot(*pairs, first), dot(below, second));
        *column = i32x4_add(*column, products);
        below = *pairs;
    }
    if let Some(column) = columns.get_mut(factor.len()) {
        add(column, below, second);
    }
}

fn dot(a: Pairs, b: Pairs) -> v128 {
    i32x4_add(i32x4_dot_i16x8(a[0], b[0]), i32x4_dot_i16x8(a[1], b[1]))
}
