//! Montgomery's product on the processor's own words.
//!
//! The rows of the product and those of the reduction are added in one pass, with a carry for each:
//! "FIOS" in Koç, Acar, Kaliski: "Analyzing and Comparing Montgomery Multiplication Algorithms",
//! IEEE Micro 16, 1996.

use alloc::vec::Vec;

use super::digits::{self, DIGIT_BITS, Digit};

/// The product of two digits.
#[cfg(target_pointer_width = "64")]
type Wide = u128;
#[cfg(not(target_pointer_width = "64"))]
type Wide = u64;

/// An odd n and −1/n modulo one digit.
pub(super) struct Modulus {
    n: Vec<Digit>,
    n_prime: Digit,
}

impl Modulus {
    pub(super) fn new(n: &[Digit]) -> Self {
        Self {
            n: n.to_vec(),
            n_prime: n
                .first()
                .map_or(0, |&lowest| digits::negative_inverse(lowest)),
        }
    }
}

/// Multiplies modulo one n.
pub(super) struct Multiplier<'a> {
    modulus: &'a Modulus,
}

impl<'a> Multiplier<'a> {
    pub(super) fn new(modulus: &'a Modulus) -> Self {
        Self { modulus }
    }

    /// x·y/R. All have as many digits as n.
    pub(super) fn multiply(&mut self, x: &[Digit], y: &[Digit], product: &mut [Digit]) {
        let lowest_of_y = y.first().copied().unwrap_or(0);
        product.fill(0);
        for &digit in x {
            let lowest = product.first().copied().unwrap_or(0);
            // The multiple of n that makes the lowest digit of the sum 0.
            let quotient = digit
                .wrapping_mul(lowest_of_y)
                .wrapping_add(lowest)
                .wrapping_mul(self.modulus.n_prime);
            let (mut carry, mut reduction_carry) = (0, 0);
            for ((sum, &y), &n) in product.iter_mut().zip(y).zip(&self.modulus.n) {
                let with_row;
                (with_row, carry) = multiply_add(digit, y, *sum, carry);
                (*sum, reduction_carry) = multiply_add(quotient, n, with_row, reduction_carry);
            }
            // Each sum moves down by one digit, and the lowest, which is 0, out. To write each of them one
            // lower at once, through a reference that follows the loop, is what LLVM 22 compiles wrongly:
            // its GVN loads a sum before it was written. `cargo test --release` sees it.
            product.rotate_left(1);
            // No further carry: the sum is below y + n, and so below R.
            if let Some(highest) = product.last_mut() {
                *highest = carry.wrapping_add(reduction_carry);
            }
        }
    }

    /// x·x/R. Both have as many digits as n.
    pub(super) fn square(&mut self, x: &[Digit], square: &mut [Digit]) {
        self.multiply(x, x, square);
    }
}

/// x·y + a + b, the low digit and the high one. It cannot overflow: (D−1)² + 2·(D−1) = D² − 1.
fn multiply_add(x: Digit, y: Digit, a: Digit, b: Digit) -> (Digit, Digit) {
    let sum = Wide::from(x)
        .wrapping_mul(Wide::from(y))
        .wrapping_add(Wide::from(a))
        .wrapping_add(Wide::from(b));
    (sum as Digit, (sum >> DIGIT_BITS) as Digit)
}
