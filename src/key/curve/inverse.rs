//! The inverse modulo a prime by division steps (Bernstein and Yang, "Fast constant-time gcd
//! computation and modular inversion", 2019), in the variable-time form of libsecp256k1
//! (doc/safegcd_implementation.md).
//!
//! As many steps as a limb has bits are made on the lowest limbs alone, and then applied to the whole
//! numbers at once.

use core::num::Wrapping;

use super::integer::{Column, carried, low_bits, mask, wide};
use super::modulus::Modulus;

/// What a row of steps does: f becomes (u·f + v·g) / 2^BITS, g becomes (q·f + r·g) / 2^BITS.
struct Steps {
    u: i32,
    v: i32,
    q: i32,
    r: i32,
}

/// 1 divided by a number in 0…modulus−1, between −2 and 2 times the modulus; 0 for 0.
pub(super) fn inverse<M: Modulus<L>, const L: usize>(number: [i32; L]) -> [i32; L] {
    // d·number = f and e·number = g modulo the prime, always.
    let (mut d, mut e) = ([0; L], super::constant::one());
    let (mut f, mut g) = (carried(&M::LIMBS.map(wide), M::BITS), number);
    let mut eta = -1;
    while g != [0; L] {
        let steps = steps(&mut eta, lowest(&f), lowest(&g), M::BITS);
        let d_next = combined_modulo::<M, L>(steps.u, &d, steps.v, &e);
        e = combined_modulo::<M, L>(steps.q, &d, steps.r, &e);
        d = d_next;
        let f_next = shifted(&combined(steps.u, &f, steps.v, &g), M::BITS);
        g = shifted(&combined(steps.q, &f, steps.r, &g), M::BITS);
        f = f_next;
    }
    // f is 1 or −1 now.
    if is_negative(&f) {
        d = d.map(i32::wrapping_neg);
    }
    d
}

fn lowest<const L: usize>(limbs: &[i32; L]) -> i32 {
    limbs.first().copied().unwrap_or_default()
}

fn is_negative<const L: usize>(limbs: &[i32; L]) -> bool {
    limbs.last().is_some_and(|top| *top < 0)
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

fn combined<const L: usize>(u: i32, a: &[i32; L], v: i32, b: &[i32; L]) -> [Column; L] {
    let (u, v) = (wide(u), wide(v));
    let mut columns = a.map(wide);
    for (column, b) in columns.iter_mut().zip(b) {
        *column = *column * u + wide(*b) * v;
    }
    columns
}

/// (u·a + v·b) / 2^BITS modulo the prime, between −2 and 1 times it, as a and b are.
fn combined_modulo<M: Modulus<L>, const L: usize>(
    u: i32,
    a: &[i32; L],
    v: i32,
    b: &[i32; L],
) -> [i32; L] {
    let mut columns = combined(u, a, v, b);
    // The multiple of the prime that makes negative numbers positive, and then the division exact.
    let mut multiple = Wrapping(0);
    for (factor, number) in [(u, a), (v, b)] {
        if is_negative(number) {
            multiple += wide(factor);
        }
    }
    let lowest = columns.first().copied().unwrap_or_default();
    multiple -= (multiple - lowest * wide(M::NEGATED_INVERSE)) & mask(M::BITS);
    for (column, of_modulus) in columns.iter_mut().zip(M::LIMBS) {
        *column += multiple * wide(of_modulus);
    }
    shifted(&columns, M::BITS)
}

/// The number divided by 2^BITS, which divides it.
fn shifted<const L: usize>(columns: &[Column; L], bits: usize) -> [i32; L] {
    let mut limbs = [0; L];
    let mut columns = columns.iter();
    let mut carry = columns.next().copied().unwrap_or_default() >> bits;
    for (limb, column) in limbs.iter_mut().zip(columns) {
        carry += column;
        *limb = low_bits(carry, bits);
        carry >>= bits;
    }
    if let Some(top) = limbs.last_mut() {
        *top = carry.0 as i32;
    }
    limbs
}
