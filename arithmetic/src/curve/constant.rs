//! Constants of the curves, from the hexadecimal digits of their standards to limbs.
//!
//! For constants only: the compiler evaluates all of it, and an index out of bounds would end the
//! build.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "evaluated by the compiler, to which a panic is an error"
)]

/// The number with these hexadecimal digits, as limbs of `bits` bits.
pub(crate) const fn limbs<const L: usize>(bits: usize, digits: &str) -> [i32; L] {
    let digits = digits.as_bytes();
    let mut limbs = [0; L];
    let mut position = 0;
    while position < 4 * digits.len() {
        let value = match digits[digits.len() - 1 - position / 4] {
            digit @ b'0'..=b'9' => digit - b'0',
            digit => digit - b'a' + 10,
        };
        if (value >> (position % 4)) & 1 == 1 {
            limbs[position / bits] |= 1 << (position % bits);
        }
        position += 1;
    }
    limbs
}

/// The sum of powers of two, each a factor and an exponent, as limbs of `bits` bits that show them: between
/// the powers they are zeros, and negative ones stay so.
pub(crate) const fn powers<const L: usize>(bits: usize, terms: &[(i32, usize)]) -> [i32; L] {
    let mut limbs = [0; L];
    let mut index = 0;
    while index < terms.len() {
        let (factor, exponent) = terms[index];
        limbs[exponent / bits] += factor << (exponent % bits);
        index += 1;
    }
    limbs
}

pub(crate) const fn one<const L: usize>() -> [i32; L] {
    let mut limbs = [0; L];
    limbs[0] = 1;
    limbs
}

/// `number`, which is less than `modulus`, in Montgomery form: multiplied by 2 as often as all limbs that
/// are used have bits.
pub(crate) const fn times_r<const L: usize>(
    mut number: [i32; L],
    bits: usize,
    all_bits: usize,
    modulus: [i32; L],
) -> [i32; L] {
    let mut doublings = 0;
    while doublings < all_bits {
        let (doubled, _) = difference(number, negated(number), bits);
        let (less, is_negative) = difference(doubled, modulus, bits);
        number = if is_negative { doubled } else { less };
        doublings += 1;
    }
    number
}

/// −1/`number` modulo 2^`bits`, for an odd number. Newton's iteration doubles the bits that are
/// right, from the three in which an odd number is its own inverse.
pub(crate) const fn negated_inverse<const L: usize>(number: [i32; L], bits: usize) -> i32 {
    let number = number[0] as i64;
    let mut inverse = number;
    let mut right_bits = 3;
    while right_bits < bits {
        inverse = inverse.wrapping_mul(2_i64.wrapping_sub(number.wrapping_mul(inverse)));
        right_bits *= 2;
    }
    (inverse.wrapping_neg() & ((1 << bits) - 1)) as i32
}

/// Whether columns fit into 64 bits with their sign, when two factors whose loads multiply to 2 are
/// multiplied and reduced modulo a prime with these limbs. A limb of a factor is at most its load times
/// 9/8 of 2^`bits`.
pub(crate) const fn columns_fit<const L: usize>(
    limbs: &[i32; L],
    bits: usize,
    length: usize,
) -> bool {
    let limb = (9_i128 << bits) / 8;
    let mut column = 2 * limb * limb * length as i128;
    // What the reduction adds: each limb of the prime, times a multiple of less than 2^`bits`.
    let mut index = 0;
    while index < length {
        column += (limbs[index].unsigned_abs() as i128) << bits;
        index += 1;
    }
    // What is carried from the column below.
    column += 1 << (63 - bits);
    column < 1 << 63
}

/// Whether a number with these limbs is a power of two, and small limbs taken away from it: so small that
/// five times the number changes each limb below the highest one by a sixteenth of 2^`bits` at most.
pub(crate) const fn is_just_below_a_power<const L: usize>(
    limbs: &[i32; L],
    bits: usize,
    length: usize,
    top_bits: usize,
) -> bool {
    let mut index = 0;
    while index < length - 1 {
        if 5 * limbs[index].unsigned_abs() as i64 > 1 << (bits - 4) {
            return false;
        }
        index += 1;
    }
    limbs[length - 1] == 1 << top_bits
}

const fn negated<const L: usize>(mut limbs: [i32; L]) -> [i32; L] {
    let mut index = 0;
    while index < L {
        limbs[index] = -limbs[index];
        index += 1;
    }
    limbs
}

/// a − b, and whether it is negative.
const fn difference<const L: usize>(a: [i32; L], b: [i32; L], bits: usize) -> ([i32; L], bool) {
    let mut limbs = [0; L];
    let mut carry = 0;
    let mut index = 0;
    while index < L {
        carry += a[index] - b[index];
        limbs[index] = carry & ((1 << bits) - 1);
        carry >>= bits;
        index += 1;
    }
    (limbs, carry < 0)
}
