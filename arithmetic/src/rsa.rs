//! s^e mod n, the public operation of RSA
//! ([RFC 8017 §5.2.2](https://www.rfc-editor.org/rfc/rfc8017#section-5.2.2)).
//!
//! For public data only: time and memory access depend on the values, so no private exponent may
//! ever come here. Refuses what is not below the modulus. Paddings are not looked at.
//!
//! Products are Montgomery's (Menezes, van Oorschot, Vanstone: "Handbook of Applied Cryptography",
//! 14.36): of x and y they are x·y/R mod n, where R is 2 to the number of bits of all digits. R is
//! more than 4·n, so that factors below 2·n give products below 2·n and no product ends with a
//! subtraction (Walter: "Montgomery Exponentiation Needs No Final Subtractions", Electronics
//! Letters 35, 1999). There are two forms of the product, one for the vector unit of WebAssembly.

mod digits;
#[cfg(not(target_feature = "simd128"))]
mod scalar;
#[cfg(target_feature = "simd128")]
mod simd;

use alloc::vec;
use alloc::vec::Vec;
use core::mem::swap;

#[cfg(not(target_feature = "simd128"))]
use scalar as form;
#[cfg(target_feature = "simd128")]
use simd as form;

use digits::{DIGIT_BITS, Digit};
use form::Multiplier;

/// n and e, and what products modulo n need, computed once.
///
/// ```
/// use edge_jwt_arithmetic::rsa::PublicKey;
///
/// // 2790 is 65 to the power 17 modulo 3233, which is 61 · 53.
/// let key = PublicKey::new(&3233_u16.to_be_bytes(), 17).unwrap();
/// assert_eq!(key.power(&65_u16.to_be_bytes()).unwrap(), 2790_u16.to_be_bytes());
/// ```
pub struct PublicKey {
    form: form::Modulus,
    n: Vec<Digit>,
    /// R² mod n, whose product with x is x·R: its Montgomery form.
    r_squared: Vec<Digit>,
    /// Of n in bytes.
    length: usize,
    exponent: u32,
}

impl PublicKey {
    /// `n` is big-endian, of two bytes at least and without leading zeros. `None` if it has some, or if one
    /// of both numbers is even, or `exponent` is 1.
    #[must_use]
    pub fn new(n: &[u8], exponent: u32) -> Option<Self> {
        let [first, .., last] = *n else { return None };
        if first == 0 || last & 1 == 0 || exponent & 1 == 0 || exponent == 1 {
            return None;
        }
        let bits = n
            .len()
            .checked_mul(8)?
            .checked_sub(first.leading_zeros() as usize)?;
        // Two bits more than n has, for R > 4·n.
        let count = bits.checked_add(2)?.div_ceil(DIGIT_BITS);
        let length = n.len();
        let n = digits::from_bytes(n, count);
        let form = form::Modulus::new(&n);
        let r_squared = r_squared(&form, &n, bits);
        Some(Self {
            form,
            n,
            r_squared,
            length,
            exponent,
        })
    }

    /// s^e mod n, as long as n. `None` if `signature`, which is big-endian and as long, is not below n.
    #[must_use]
    pub fn power(&self, signature: &[u8]) -> Option<Vec<u8>> {
        if signature.len() != self.length {
            return None;
        }
        let base = digits::from_bytes(signature, self.n.len());
        if !digits::is_below(&base, &self.n) {
            return None;
        }
        let mut multiplier = Multiplier::new(&self.form);
        let mut montgomery_base = vec![0; base.len()];
        multiplier.multiply(&base, &self.r_squared, &mut montgomery_base);

        // HAC 14.79: squares from the exponent's second bit on, and a product for each bit that is
        // set. The last bit is, because the exponent is odd: its product is by the base as it came,
        // which also takes the power out of Montgomery form.
        let mut power = montgomery_base.clone();
        let mut product = vec![0; base.len()];
        for bit in (0..self.exponent.checked_ilog2()?).rev() {
            multiplier.square(&power, &mut product);
            swap(&mut power, &mut product);
            if self.exponent >> bit & 1 == 1 {
                let factor = if bit == 0 { &base } else { &montgomery_base };
                multiplier.multiply(&power, factor, &mut product);
                swap(&mut power, &mut product);
            }
        }
        digits::reduce_once(&mut power, &self.n);
        Some(digits::to_bytes(&power, self.length))
    }
}

/// R² mod n, or that plus n: R is the number 2 to the power r. Doubling makes 2 to the power r + t out
/// of the highest power of two below n; Montgomery squares turn that into r + 2·t, r + 4·t, … r + r.
fn r_squared(form: &form::Modulus, n: &[Digit], bits: usize) -> Vec<Digit> {
    let r = n.len().saturating_mul(DIGIT_BITS);
    let squares = r.trailing_zeros();
    let doublings = r
        .saturating_add(r >> squares)
        .saturating_sub(bits.saturating_sub(1));
    let mut power = digits::power_of_two(bits.saturating_sub(1), n.len());
    for _ in 0..doublings {
        digits::double(&mut power);
        digits::reduce_once(&mut power, n);
    }
    let mut multiplier = Multiplier::new(form);
    let mut product = vec![0; n.len()];
    for _ in 0..squares {
        multiplier.square(&power, &mut product);
        swap(&mut power, &mut product);
    }
    power
}
