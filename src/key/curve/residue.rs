//! Integers modulo a prime, in Montgomery form: a is kept as a·R, where R is 2^(bits of all limbs)
//! (Handbook of Applied Cryptography, algorithms 14.32 and 14.36).
//!
//! A limb is signed and has 28 or 29 bits, so that the columns of a product fit into 64 bits and are
//! carried once, and a difference needs no borrow. What is kept between two steps is *tight*: limbs
//! up to 2^BITS and a sixteenth, the number between −2 and 2 times the modulus. A sum or a difference
//! of tight numbers is *loose*: a sum of n has a load of n, a difference of two of 1. Factors whose
//! loads multiply to at most 2 make a tight product; [`tight`](Residue::tight) takes loads up to 3.
//!
//! No step depends on the numbers, except in [`is_zero`](Residue::is_zero) and
//! [`inverse`](Residue::inverse).

use alloc::vec::Vec;
use core::hint::black_box;
use core::marker::PhantomData;
use core::num::Wrapping;

use zeroize::Zeroize;

use super::constant::{one, times_r};
use super::integer::{self, Column, carried, wide};
use super::inverse::inverse;
use super::modulus::Modulus;
use super::rows::{ProductRows, ReductionRows, SquareRows};

/// An integer modulo `M`.
#[derive(Clone, Copy)]
pub(in crate::key) struct Residue<M, const L: usize> {
    limbs: [i32; L],
    modulus: PhantomData<M>,
}

impl<M: Modulus<L>, const L: usize> Residue<M, L> {
    pub(super) const ZERO: Self = Self::of([0; L]);
    pub(super) const ONE: Self = Self::of(M::R);

    const fn of(limbs: [i32; L]) -> Self {
        Self {
            limbs,
            modulus: PhantomData,
        }
    }

    /// A constant that is less than the modulus.
    pub(super) const fn constant(limbs: [i32; L]) -> Self {
        Self::of(times_r(limbs, M::BITS, M::LIMBS))
    }

    /// Any number that fits the limbs.
    pub(super) fn from_integer(limbs: [i32; L]) -> Self {
        Self::of(limbs).times(&Self::of(M::R_SQUARED))
    }

    /// A number that is less than the modulus, big-endian; `None` for others.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let limbs = integer::from_bytes(bytes, M::BITS)?;
        Self::from_canonical(limbs)
    }

    /// A number that is less than the modulus; `None` for others.
    pub(super) fn from_canonical(limbs: [i32; L]) -> Option<Self> {
        let residue = Self::from_integer(limbs);
        (residue.to_integer() == limbs).then_some(residue)
    }

    /// The number in 0…modulus−1.
    pub(super) fn to_integer(self) -> [i32; L] {
        // The product by 1 takes R away, and is between 0 and the modulus, which it is only for
        // another multiple of the modulus than 0.
        let Self { limbs, .. } = self.times(&Self::of(one()));
        let less = carried(&subtract(&limbs, &M::LIMBS).map(wide), M::BITS);
        // All ones if it was less than the modulus.
        let is_negative = less.last().map_or(0, |top| top >> 31);
        let mut integer = less;
        for (limb, kept) in integer.iter_mut().zip(limbs) {
            *limb = (kept & is_negative) | (*limb & !is_negative);
        }
        integer
    }

    /// The number in 0…modulus−1, big-endian, in `length` bytes.
    pub(super) fn to_bytes(self, length: usize) -> Vec<u8> {
        integer::to_bytes(&self.to_integer(), M::BITS, length)
    }

    /// The bits of the number in 0…modulus−1, the lowest one first.
    pub(super) fn to_bits(self) -> Vec<bool> {
        integer::bits(&self.to_integer(), M::BITS)
    }

    pub(super) fn is_odd(self) -> bool {
        self.to_integer()
            .first()
            .is_some_and(|lowest| lowest & 1 == 1)
    }

    /// Whether it is a multiple of the modulus. Takes a load of 2.
    pub(super) fn is_zero(&self) -> bool {
        // The lowest limb says which multiple it would have to be, nearly always one too large.
        let lowest = self.limbs.first().copied().unwrap_or_default();
        let spare = 32_usize.saturating_sub(M::BITS);
        let multiple =
            (Wrapping(lowest) * Wrapping(M::NEGATED_INVERSE.wrapping_neg())) << spare >> spare;
        if multiple.0.unsigned_abs() > 8 {
            return false;
        }
        let mut rest = self.limbs.map(wide);
        for (column, of_modulus) in rest.iter_mut().zip(M::LIMBS) {
            *column -= wide(multiple.0) * wide(of_modulus);
        }
        carried(&rest, M::BITS) == [0; L]
    }

    /// The same number with small limbs, reduced to between −1/16 and 17/16 times the modulus.
    #[inline]
    pub(super) fn tight(&self) -> Self {
        let mut limbs = carried(&self.limbs.map(wide), M::BITS).map(Wrapping);
        let quotient = limbs.last().map_or(Wrapping(0), |top| *top >> M::TOP_BITS);
        for (limb, of_modulus) in limbs.iter_mut().zip(M::LIMBS) {
            *limb -= quotient * Wrapping(of_modulus);
        }
        Self::of(limbs.map(|limb| limb.0))
    }

    /// `other` if `choose_other`, else itself; selected by a mask.
    pub(super) fn or(&self, other: &Self, choose_other: bool) -> Self {
        // All ones or all zeros. What the compiler cannot see through, it makes no branch of.
        let mask = black_box(i32::from(choose_other).wrapping_neg());
        let mut chosen = *self;
        for (limb, other) in chosen.limbs.iter_mut().zip(&other.limbs) {
            *limb ^= (*limb ^ other) & mask;
        }
        chosen
    }

    /// The product; the loads multiply to at most 2.
    #[inline(never)]
    pub(super) fn times(&self, other: &Self) -> Self {
        let mut columns = [[Wrapping(0); L]; 2];
        let (a, b) = (&self.limbs, &other.limbs);
        M::each_row(&mut ProductRows::new(a, b, &mut columns));
        reduced(&mut columns)
    }

    /// The sum, loose.
    #[inline]
    pub(super) fn plus(&self, other: &Self) -> Self {
        let mut sum = *self;
        for (a, b) in sum.limbs.iter_mut().zip(&other.limbs) {
            *a = a.wrapping_add(*b);
        }
        sum
    }

    /// The difference, loose.
    #[inline]
    pub(super) fn minus(&self, other: &Self) -> Self {
        Self::of(subtract(&self.limbs, &other.limbs))
    }

    #[inline]
    pub(super) fn negated(&self) -> Self {
        Self::of(self.limbs.map(i32::wrapping_neg))
    }

    /// Its square. Takes a load of 1.
    #[inline(never)]
    pub(super) fn square(&self) -> Self {
        let mut columns = [[Wrapping(0); L]; 2];
        M::each_row(&mut SquareRows::new(&self.limbs, &mut columns));
        reduced(&mut columns)
    }

    /// Its power by (modulus + `difference`) / 2^`shift`.
    pub(super) fn power(&self, difference: i32, shift: usize) -> Self {
        let mut exponent = M::LIMBS;
        if let Some(lowest) = exponent.first_mut() {
            *lowest = lowest.wrapping_add(difference);
        }
        let bits = integer::bits(&carried(&exponent.map(wide), M::BITS), M::BITS);
        let mut power = Self::ONE;
        for bit in bits.iter().skip(shift).rev() {
            power = power.square();
            if *bit {
                power = power.times(self);
            }
        }
        power
    }

    /// 1 divided by it; 0 for 0. In variable time.
    pub(super) fn inverse(self) -> Self {
        Self::from_integer(inverse::<M, L>(self.to_integer()))
    }

    /// 1 divided by each of them, with one inversion; none is 0. Montgomery's trick: the inverse of
    /// their product is taken apart from the end.
    pub(super) fn inverses(numbers: &[Self]) -> Vec<Self> {
        let mut product = Self::ONE;
        let mut products_before = Vec::with_capacity(numbers.len());
        for number in numbers {
            products_before.push(product);
            product = product.times(number);
        }
        let mut rest = product.inverse();
        let mut inverses = products_before;
        for (inverse, number) in inverses.iter_mut().zip(numbers).rev() {
            *inverse = inverse.times(&rest);
            rest = rest.times(number);
        }
        inverses
    }
}

impl<M: Modulus<L>, const L: usize> Zeroize for Residue<M, L> {
    fn zeroize(&mut self) {
        self.limbs.zeroize();
    }
}

#[inline]
fn subtract<const L: usize>(a: &[i32; L], b: &[i32; L]) -> [i32; L] {
    let mut difference = *a;
    for (a, b) in difference.iter_mut().zip(b) {
        *a = a.wrapping_sub(*b);
    }
    difference
}

/// Montgomery's reduction of a product in 2L columns: divided by R, modulo the prime.
#[inline(always)]
fn reduced<M: Modulus<L>, const L: usize>(columns: &mut [[Column; L]; 2]) -> Residue<M, L> {
    M::each_row(&mut ReductionRows::<M, L>::new(columns));
    let [_, high] = columns;
    Residue::of(carried(high, M::BITS))
}
