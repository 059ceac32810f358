//! Multiples of a point that has no table yet: the width-5 non-adjacent form of the scalar
//! (Guide to Elliptic Curve Cryptography, algorithms 3.35 and 3.36).

use alloc::vec::Vec;

use super::group::Group;

const WIDTH: usize = 5;
/// Odd multiples from 1 to 15, with both signs, are what the digits can ask for.
const MULTIPLES: usize = 8;

/// A scalar and its point, to be added digit by digit.
pub(crate) struct Naf<G: Group> {
    /// Every digit is 0, or odd and less than 16 in magnitude; the lowest one first.
    digits: Vec<i8>,
    odd_multiples: Vec<G::Addend>,
}

impl<G: Group> Naf<G> {
    pub(crate) fn new(point: &G::Addend, scalar: &[bool]) -> Self {
        Self {
            digits: digits(scalar),
            odd_multiples: odd_multiples::<G>(point),
        }
    }

    /// How many digits there are.
    pub(crate) fn length(&self) -> usize {
        self.digits.len()
    }

    /// `sum` and the multiple of the point that the digit at `position` says.
    pub(crate) fn add_digit(&self, sum: G, position: usize) -> G {
        let digit = self.digits.get(position).copied().unwrap_or_default();
        // 1, 3, 5, … are multiples 0, 1, 2, …
        match self
            .odd_multiples
            .get(usize::from(digit.unsigned_abs() >> 1))
        {
            Some(multiple) if digit > 0 => sum.add(multiple),
            Some(multiple) if digit < 0 => sum.subtract(multiple),
            _ => sum,
        }
    }
}

fn digits(mut scalar: &[bool]) -> Vec<i8> {
    let mut digits = Vec::with_capacity(scalar.len().saturating_add(1));
    let mut carry = false;
    while let Some((bit, rest)) = scalar.split_first() {
        if *bit == carry {
            digits.push(0);
            scalar = rest;
            continue;
        }
        let (window, rest) = scalar.split_at(WIDTH.min(scalar.len()));
        let low = window
            .iter()
            .rev()
            .fold(0_u8, |low, bit| (low << 1) | u8::from(*bit))
            .saturating_add(u8::from(carry));
        carry = low >= 16;
        let digit = low as i8;
        digits.push(if carry { digit.wrapping_sub(32) } else { digit });
        digits.extend(window.iter().skip(1).map(|_| 0));
        scalar = rest;
    }
    digits.push(i8::from(carry));
    digits
}

fn odd_multiples<G: Group>(point: &G::Addend) -> Vec<G::Addend> {
    let first = G::neutral(point).add(point);
    let mut multiples = alloc::vec![first];
    if let [twice] = *G::to_addends(&[first.double()]) {
        let others = core::iter::successors(Some(first), |last| Some(last.add(&twice)));
        multiples = others.take(MULTIPLES).collect();
    }
    G::to_addends(&multiples)
}
