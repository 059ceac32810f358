//! Integers modulo a prime, in Montgomery form: a is kept as a·R, where R is 2^(bits of all limbs)
//! (Handbook of Applied Cryptography, algorithms 14.32 and 14.36).
//!
//! A limb is signed and has 28 or 29 bits, so that the columns of a product fit into 64 bits and are
//! carried once, and a difference needs no borrow.
//!
//! # Bounds
//!
//! p is the modulus and B is 2^(bits of a limb). R is more than 32·p, which the compiler checks.
//!
//! What is kept between two steps is *tight*: limbs in −B/16…17/16·B, the number in −p/4…5/4·p. A sum of
//! n tight numbers has a *load* of n, a difference of two a load of 1, the opposite of one too. A load of
//! n means: limbs in ±n·9/8·B, the number in ±n·2·p.
//!
//! - **The product of factors whose loads multiply to at most 2 is tight.** |a·b| ≤ 2·(2·p)² = 8·p², less
//!   than R·p/4. The reduction adds a multiple of p, less than R·p, and divides by R: that makes −p/4…5/4·p.
//!   Carried, its limbs are in 0…B−1, and the highest one, which keeps the sign, is less than B/16, because
//!   p needs five bits less than the limbs have.
//! - **Columns fit into 64 bits**: the products of limbs, what the reduction adds, and one carry. The
//!   compiler computes the sum for each prime (`columns_fit`).
//! - **[`tight`](Residue::tight) takes up to three tight numbers, less up to three others.** Their limbs are
//!   in ±27/8·B, which fits into 32 bits. Let 2^k be the power of two just above p. The number is
//!   q·2^k + s with s in 0…2^k−1, and as it is in ±9/2·p, q is in −5…4. What is left is s + q·(2^k − p). The
//!   limbs of 2^k − p are so small (`is_just_below_a_power`) that those of s, in 0…B−1, change by B/16 at
//!   most, and the number by less than p/16. Orders of groups are not close to a power, and are never made
//!   tight in this way.
//! - **[`from_integer`](Residue::from_integer)** makes of numbers up to R/4 a tight one, and of larger ones
//!   one between 0 and 2·p, which has a load of 1.
//!
//! The tests of each curve try the limits of these bounds (`residue/limits.rs`).
//!
//! No step depends on the numbers, except in [`is_zero`](Residue::is_zero) and
//! [`inverse`](Residue::inverse).

#[cfg(test)]
pub(crate) mod limits;

use alloc::vec::Vec;
use core::hint::black_box;
use core::num::Wrapping;

use zeroize::Zeroize;

use super::constant::{one, times_r};
use super::integer::{self, Column, wide};
use super::inverse::inverse;
use super::modulus::Modulus;
use super::prime::{AnyPrime, MOST_LIMBS, Prime};
use super::rows::{ProductRows, ReductionRows, SquareRows};

/// An integer modulo a prime.
#[derive(Clone, Copy)]
pub(crate) struct Residue<M, const L: usize> {
    limbs: [i32; L],
    modulus: M,
}

/// An integer modulo a prime that is known when the program runs: larger and slower than one whose
/// prime has code of its own, and the same code for all of them.
pub(crate) type AnyResidue = Residue<&'static AnyPrime, MOST_LIMBS>;

impl<M: Modulus<L>, const L: usize> Residue<M, L> {
    pub(crate) const fn zero(modulus: M) -> Self {
        let limbs = [0; L];
        Self { limbs, modulus }
    }

    pub(crate) fn one(modulus: M) -> Self {
        Self::of(modulus, modulus.prime().r)
    }

    /// A constant that is less than `prime`, which is that of `modulus`.
    pub(crate) const fn constant(modulus: M, prime: &Prime<L>, limbs: [i32; L]) -> Self {
        let limbs = times_r(
            limbs,
            prime.bits,
            prime.bits.saturating_mul(prime.length),
            prime.limbs,
        );
        Self { limbs, modulus }
    }

    const fn of(modulus: M, limbs: [i32; L]) -> Self {
        Self { limbs, modulus }
    }

    fn with(&self, limbs: [i32; L]) -> Self {
        Self::of(self.modulus, limbs)
    }

    /// Any number that fits the limbs.
    pub(crate) fn from_integer(modulus: M, limbs: [i32; L]) -> Self {
        Self::of(modulus, limbs).times(&Self::of(modulus, modulus.prime().r_squared))
    }

    /// A number that fits the limbs, big-endian; `None` for others.
    pub(crate) fn from_any_bytes(modulus: M, bytes: &[u8]) -> Option<Self> {
        Some(Self::from_integer(modulus, read(modulus, bytes)?))
    }

    /// A number that is less than the modulus, big-endian; `None` for others.
    pub(crate) fn from_bytes(modulus: M, bytes: &[u8]) -> Option<Self> {
        let limbs = read(modulus, bytes)?;
        let residue = Self::from_integer(modulus, limbs);
        (residue.to_integer() == limbs).then_some(residue)
    }

    /// The number in 0…modulus−1.
    pub(crate) fn to_integer(self) -> [i32; L] {
        // The product by 1 takes R away, and is between 0 and the modulus, which it is only for
        // another multiple of the modulus than 0.
        let Self { limbs, modulus } = self.times(&self.with(one()));
        let less = carried(modulus, subtract(&limbs, &modulus.prime().limbs).map(wide));
        // All ones if it was less than the modulus.
        let is_negative = top(modulus, &less) >> 31;
        let mut integer = less;
        for (limb, kept) in integer.iter_mut().zip(limbs) {
            *limb = (kept & is_negative) | (*limb & !is_negative);
        }
        integer
    }

    /// The number in 0…modulus−1, big-endian, in `length` bytes.
    pub(crate) fn to_bytes(self, length: usize) -> Vec<u8> {
        integer::to_bytes(&self.to_integer(), self.modulus.prime().bits, length)
    }

    /// The number in modulus…2·modulus−1, big-endian, in `length` bytes.
    #[cfg(feature = "ecdsa")]
    pub(crate) fn to_bytes_above(self, length: usize) -> Vec<u8> {
        let mut columns = self.to_integer().map(wide);
        let prime = self.modulus.prime();
        for (column, of_modulus) in columns.iter_mut().zip(prime.limbs) {
            *column += wide(of_modulus);
        }
        integer::to_bytes(&carried(self.modulus, columns), prime.bits, length)
    }

    /// The bits of the number in 0…modulus−1, the lowest one first.
    pub(crate) fn to_bits(self) -> Vec<bool> {
        self.bits_of(&self.to_integer())
    }

    fn bits_of(&self, limbs: &[i32; L]) -> Vec<bool> {
        let prime = self.modulus.prime();
        integer::bits(limbs.get(..prime.length).unwrap_or_default(), prime.bits)
    }

    #[cfg(feature = "ecdsa")]
    pub(crate) fn modulus(&self) -> M {
        self.modulus
    }

    pub(crate) fn is_odd(self) -> bool {
        self.to_integer()
            .first()
            .is_some_and(|lowest| lowest & 1 == 1)
    }

    /// Whether it is a multiple of the modulus. Takes a load of 2.
    pub(crate) fn is_zero(&self) -> bool {
        let prime = self.modulus.prime();
        // The lowest limb says which multiple it would have to be, nearly always one too large.
        let lowest = self.limbs.first().copied().unwrap_or_default();
        let spare = 32_usize.saturating_sub(prime.bits);
        let multiple =
            (Wrapping(lowest) * Wrapping(prime.negated_inverse.wrapping_neg())) << spare >> spare;
        if multiple.0.unsigned_abs() > 8 {
            return false;
        }
        let mut rest = self.limbs.map(wide);
        for (column, of_modulus) in rest.iter_mut().zip(prime.limbs) {
            *column -= wide(multiple.0) * wide(of_modulus);
        }
        carried(self.modulus, rest) == [0; L]
    }

    /// The same number with small limbs, reduced to between −1/16 and 17/16 times the modulus.
    #[inline]
    pub(crate) fn tight(&self) -> Self {
        let mut limbs = carried(self.modulus, self.limbs.map(wide));
        let prime = self.modulus.prime();
        let quotient = Wrapping(top(self.modulus, &limbs)) >> prime.top_bits;
        for (limb, of_modulus) in limbs.iter_mut().zip(prime.limbs) {
            *limb = (Wrapping(*limb) - quotient * Wrapping(of_modulus)).0;
        }
        self.with(limbs)
    }

    /// `other` if `choose_other`, else itself; selected by a mask.
    pub(crate) fn or(&self, other: &Self, choose_other: bool) -> Self {
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
    pub(crate) fn times(&self, other: &Self) -> Self {
        let mut columns = [[Wrapping(0); L]; 2];
        let length = self.modulus.prime().length;
        let (a, b) = (&self.limbs, &other.limbs);
        self.modulus
            .each_row(&mut ProductRows::new(a, b, length, &mut columns));
        reduced(self.modulus, &mut columns)
    }

    /// The sum, loose.
    #[inline]
    pub(crate) fn plus(&self, other: &Self) -> Self {
        let mut sum = *self;
        for (a, b) in sum.limbs.iter_mut().zip(&other.limbs) {
            *a = a.wrapping_add(*b);
        }
        sum
    }

    /// The difference, loose.
    #[inline]
    pub(crate) fn minus(&self, other: &Self) -> Self {
        self.with(subtract(&self.limbs, &other.limbs))
    }

    #[inline]
    pub(crate) fn negated(&self) -> Self {
        self.with(self.limbs.map(i32::wrapping_neg))
    }

    /// Its square. Takes a load of 1.
    #[inline(never)]
    pub(crate) fn square(&self) -> Self {
        let mut columns = [[Wrapping(0); L]; 2];
        let length = self.modulus.prime().length;
        self.modulus
            .each_row(&mut SquareRows::new(&self.limbs, length, &mut columns));
        reduced(self.modulus, &mut columns)
    }

    /// Its power by (modulus + `difference`) / 2^`shift`.
    pub(crate) fn power(&self, difference: i32, shift: usize) -> Self {
        let mut exponent = self.modulus.prime().limbs;
        if let Some(lowest) = exponent.first_mut() {
            *lowest = lowest.wrapping_add(difference);
        }
        let bits = self.bits_of(&carried(self.modulus, exponent.map(wide)));
        let mut power = Self::one(self.modulus);
        for bit in bits.iter().skip(shift).rev() {
            power = power.square();
            if *bit {
                power = power.times(self);
            }
        }
        power
    }

    /// 1 divided by it; 0 for 0. In variable time.
    pub(crate) fn inverse(self) -> Self {
        let inverse = inverse(self.modulus.prime(), &self.to_integer());
        Self::from_integer(self.modulus, inverse)
    }

    /// 1 divided by each of them, with one inversion; none is 0. Montgomery's trick: the inverse of
    /// their product is taken apart from the end.
    pub(crate) fn inverses(numbers: &[Self]) -> Vec<Self> {
        let Some(first) = numbers.first() else {
            return Vec::new();
        };
        let mut product = Self::one(first.modulus);
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

/// The number in big-endian bytes, if it fits the limbs.
fn read<M: Modulus<L>, const L: usize>(modulus: M, bytes: &[u8]) -> Option<[i32; L]> {
    let mut limbs = [0; L];
    let Prime { bits, length, .. } = *modulus.prime();
    integer::read_bytes(bytes, bits, limbs.get_mut(..length)?).then_some(limbs)
}

/// The highest limb that is used.
#[inline(always)]
fn top<M: Modulus<L>, const L: usize>(modulus: M, limbs: &[i32; L]) -> i32 {
    let used = limbs.get(..modulus.prime().length).unwrap_or_default();
    used.last().copied().unwrap_or_default()
}

#[inline(always)]
fn carried<M: Modulus<L>, const L: usize>(modulus: M, columns: [Column; L]) -> [i32; L] {
    let used = columns.get(..modulus.prime().length);
    modulus.carried(used.unwrap_or_default())
}

/// Montgomery's reduction of a product in columns twice as many as limbs: divided by R, modulo the prime.
#[inline(always)]
fn reduced<M: Modulus<L>, const L: usize>(
    modulus: M,
    columns: &mut [[Column; L]; 2],
) -> Residue<M, L> {
    let prime = modulus.prime();
    modulus.each_row(&mut ReductionRows::new(prime, columns));
    let (_, high) = columns
        .as_flattened()
        .split_at_checked(prime.length)
        .unwrap_or_default();
    let used = high.get(..prime.length).unwrap_or_default();
    Residue::of(modulus, modulus.carried(used))
}
