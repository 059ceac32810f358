//! The inverse modulo a prime by division steps (Bernstein and Yang, "Fast constant-time gcd
//! computation and modular inversion", 2019), in the variable-time form of libsecp256k1
//! (doc/safegcd_implementation.md).
//!
//! As many steps as a limb has bits are made on the lowest limbs alone, and then applied to the whole
//! numbers at once. It is one function for all primes, because it is called seldom.

use alloc::vec::Vec;
use core::num::Wrapping;

use super::constant::one;
use super::integer::{Column, carry, low_bits, mask, wide};
use super::prime::{MOST_LIMBS, Prime};

/// A number between −2 and 2 times the prime.
type Limbs = [i32; MOST_LIMBS];

/// What a row of steps does: f becomes (u·f + v·g) / 2^bits, g becomes (q·f + r·g) / 2^bits.
struct Steps {
    u: i32,
    v: i32,
    q: i32,
    r: i32,
}

/// What is needed of a prime.
struct Modulus<'p> {
    limbs: &'p [i32],
    bits: usize,
    negated_inverse: i32,
}

/// 1 divided by a number in 0…prime−1, between −2 and 2 times the prime; 0 for 0.
pub(crate) fn inverse<const L: usize>(prime: &Prime<L>, number: &[i32; L]) -> [i32; L] {
    let modulus = Modulus {
        limbs: prime.limbs.get(..prime.length).unwrap_or_default(),
        bits: prime.bits,
        negated_inverse: prime.negated_inverse,
    };
    let mut inverse = [0; L];
    for (limb, of_inverse) in inverse.iter_mut().zip(modulus.inverse(number)) {
        *limb = of_inverse;
    }
    inverse
}

impl Modulus<'_> {
    fn inverse(&self, number: &[i32]) -> Limbs {
        // d·number = f and e·number = g modulo the prime, always.
        let (mut d, mut e) = ([0; MOST_LIMBS], one());
        let (mut f, mut g) = ([0; MOST_LIMBS], [0; MOST_LIMBS]);
        let columns: Vec<Column> = self.limbs.iter().copied().map(wide).collect();
        carry(&columns, self.bits, &mut f);
        for (limb, of_number) in g.iter_mut().zip(number) {
            *limb = *of_number;
        }
        let mut eta = -1;
        while g != [0; MOST_LIMBS] {
            let steps = steps(&mut eta, lowest(&f), lowest(&g), self.bits);
            let d_next = self.combined_modulo(steps.u, &d, steps.v, &e);
            e = self.combined_modulo(steps.q, &d, steps.r, &e);
            d = d_next;
            let f_next = self.shifted(combined(steps.u, &f, steps.v, &g));
            g = self.shifted(combined(steps.q, &f, steps.r, &g));
            f = f_next;
        }
        // f is 1 or −1 now.
        if self.is_negative(&f) {
            d = d.map(i32::wrapping_neg);
        }
        d
    }

    fn is_negative(&self, limbs: &Limbs) -> bool {
        let used = limbs.get(..self.limbs.len()).unwrap_or_default();
        used.last().is_some_and(|top| *top < 0)
    }

    /// (u·a + v·b) / 2^bits modulo the prime, between −2 and 1 times it, as a and b are.
    fn combined_modulo(&self, u: i32, a: &Limbs, v: i32, b: &Limbs) -> Limbs {
        // The multiple of the prime that makes negative numbers positive, and then the division exact.
        let mut multiple = Wrapping(0);
        for (factor, number) in [(u, a), (v, b)] {
            if self.is_negative(number) {
                multiple += wide(factor);
            }
        }
        let columns = || combined(u, a, v, b);
        let lowest = columns().next().unwrap_or_default();
        multiple -= (multiple - lowest * wide(self.negated_inverse)) & mask(self.bits);
        self.shifted(
            columns()
                .zip(self.limbs)
                .map(|(column, of_modulus)| column + multiple * wide(*of_modulus)),
        )
    }

    /// The number in these columns divided by 2^bits, which divides it.
    fn shifted(&self, columns: impl Iterator<Item = Column>) -> Limbs {
        let mut limbs = [0; MOST_LIMBS];
        let mut columns = columns.take(self.limbs.len());
        let mut carry = columns.next().unwrap_or_default() >> self.bits;
        let mut places = limbs.iter_mut();
        for (column, limb) in columns.zip(&mut places) {
            carry += column;
            *limb = low_bits(carry, self.bits);
            carry >>= self.bits;
        }
        if let Some(top) = places.next() {
            *top = carry.0 as i32;
        }
        limbs
    }
}

/// u·a + v·b
fn combined(u: i32, a: &Limbs, v: i32, b: &Limbs) -> impl Iterator<Item = Column> {
    let (u, v) = (wide(u), wide(v));
    let limbs = a.iter().zip(b);
    limbs.map(move |(a, b)| wide(*a) * u + wide(*b) * v)
}

fn lowest(limbs: &Limbs) -> i32 {
    limbs.first().copied().unwrap_or_default()
}

/// As many division steps as a limb has bits, up to six at once (§"Variable-time" of the document).
fn steps(eta: &mut i32, f: i32, g: i32, bits: usize) -> Steps {
    let (mut f, mut g) = (Wrapping(f), Wrapping(g));
    let (mut u, mut v) = (Wrapping(1), Wrapping(0));
    let (mut q, mut r) = (Wrapping(0), Wrapping(1));
    let mut left = bits as u32;
    loop {
        // A bit above those that are left ends the count.
        let zeros = (g.0 | i32::MIN >> (31_u32.saturating_sub(left))).trailing_zeros();
        let shift = zeros as usize;
        g >>= shift;
        u <<= shift;
        v <<= shift;
        *eta = eta.wrapping_sub_unsigned(zeros);
        left = left.saturating_sub(zeros);
        if left == 0 {
            return Steps {
                u: u.0,
                v: v.0,
                q: q.0,
                r: r.0,
            };
        }
        if *eta < 0 {
            *eta = eta.wrapping_neg();
            (f, g) = (g, Wrapping(0) - f);
            (u, q) = (q, Wrapping(0) - u);
            (v, r) = (r, Wrapping(0) - v);
        }
        // The multiple of f that makes this many bits of g zero; f·(2 − f²) inverts f modulo 2^6.
        let cancelled = left.min(eta.unsigned_abs().saturating_add(1)).min(6) as usize;
        let ones = (Wrapping(1) << cancelled) - Wrapping(1);
        let multiple = (f * g * (f * f - Wrapping(2))) & ones;
        g += f * multiple;
        q += u * multiple;
        r += v * multiple;
    }
}
