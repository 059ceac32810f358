//! Numbers at the limits of the bounds, computed with as the formulas of points do, against the integers of
//! the crate `rsa`.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests"
)]

use alloc::vec::Vec;

use ::rsa::BoxedUint;

use super::*;

/// What must hold modulo every prime.
pub(crate) fn check<M: Modulus<L>, const L: usize>(modulus: M) {
    let integers = Integers::new(modulus);
    let numbers = integers.tight_numbers();
    for a in &numbers {
        integers.check_integer(a);
        integers.check_inverse(a);
        integers.check_square(a);
        for b in &numbers {
            let (sum, difference) = (a.plus(b), a.minus(b));
            integers.check_zero(&sum);
            integers.check_zero(&difference);
            integers.check_square(&difference);
            for factors in [[a, b], [&sum, b], [&sum, &difference]] {
                integers.check_product(factors);
            }
        }
    }
    integers.check_integers_that_fit();
}

/// What must also hold modulo the primes of fields.
pub(crate) fn check_field<M: Modulus<L>, const L: usize>(modulus: M) {
    check(modulus);
    let integers = Integers::new(modulus);
    let numbers = integers.tight_numbers();
    for a in &numbers {
        integers.check_tight(&a.negated());
        for b in &numbers {
            let three_a = a.plus(a).plus(a);
            let three_b = b.plus(b).plus(b);
            for loose in [&three_a, &three_a.minus(&three_b), &a.minus(&three_b)] {
                integers.check_tight(loose);
            }
        }
    }
}

struct Integers<M, const L: usize> {
    modulus: M,
    p: BoxedUint,
    /// R modulo p.
    r: BoxedUint,
}

impl<M: Modulus<L>, const L: usize> Integers<M, L> {
    fn new(modulus: M) -> Self {
        let prime = modulus.prime();
        let [above, below] = sides(prime, &prime.limbs);
        let p = above - below;
        let r =
            BoxedUint::one_with_precision(p.bits_precision()) << (prime.bits * prime.length) as u32;
        let r = r.rem_vartime(p.as_nz_vartime().unwrap());
        Self { modulus, p, r }
    }

    fn of(&self, limbs: [i32; L]) -> Residue<M, L> {
        Residue::of(self.modulus, limbs)
    }

    /// What the limbs are, and 16·p, so that it is positive.
    fn value(&self, limbs: &[i32; L]) -> BoxedUint {
        let [above, below] = sides(self.modulus.prime(), limbs);
        (&self.p << 4) + above - below
    }

    fn modulo(&self, number: &BoxedUint) -> BoxedUint {
        number.rem_vartime(self.p.as_nz_vartime().unwrap())
    }

    /// The product modulo p.
    fn product(&self, a: &BoxedUint, b: &BoxedUint) -> BoxedUint {
        a.mul_mod(b, self.p.as_nz_vartime().unwrap())
    }

    fn product_of(&self, [a, b]: [&Residue<M, L>; 2]) -> BoxedUint {
        self.product(&self.value(&a.limbs), &self.value(&b.limbs))
    }

    fn is_tight(&self, number: &Residue<M, L>) -> bool {
        let unit = 1 << self.modulus.prime().bits;
        let mut limbs = number.limbs.iter();
        // −p/4…5/4·p
        let value = self.value(&number.limbs) << 2;
        limbs.all(|limb| (-unit / 16..=unit / 16 * 17).contains(limb))
            && value >= times(&self.p, 63)
            && value <= times(&self.p, 69)
    }

    /// Tight numbers with extreme limbs, close to 0 and to p, and some that are nothing special.
    fn tight_numbers(&self) -> Vec<Residue<M, L>> {
        let prime = self.modulus.prime();
        let unit = 1 << prime.bits;
        let (least, greatest, ones) = (-unit / 16, unit / 16 * 17, unit - 1);
        let top = 1 << prime.top_bits;
        let mut numbers = Vec::new();
        for pair in [
            [0, 0],
            [least, least],
            [greatest, greatest],
            [ones, ones],
            [least, greatest],
            [greatest, least],
            [ones, 0],
        ] {
            for top in [
                -top / 4,
                -top / 4 + 1,
                -1,
                0,
                1,
                top / 2,
                top - 1,
                top,
                top / 4 * 5 - 2,
                top / 4 * 5 - 1,
                top / 4 * 5,
            ] {
                let mut limbs = [0; L];
                for (index, limb) in limbs[..prime.length].iter_mut().enumerate() {
                    *limb = pair[index % 2];
                }
                limbs[prime.length - 1] = top;
                numbers.push(self.of(limbs));
            }
        }
        // p − 1, p and p + 1, by the limbs of p and carried; 1, and −1.
        for change in -1..=1 {
            let mut limbs = prime.limbs;
            limbs[0] += change;
            numbers.push(self.of(limbs));
            numbers.push(self.of(carried(self.modulus, limbs.map(wide))));
            let mut limbs = [0; L];
            limbs[0] = change;
            numbers.push(self.of(limbs));
        }
        let mut number = self.of(prime.r_squared);
        for _ in 0..8 {
            numbers.push(number);
            number = number.square();
        }
        numbers.retain(|number| self.is_tight(number));
        assert!(numbers.len() > 40);
        numbers
    }

    fn check_product(&self, factors @ [a, b]: [&Residue<M, L>; 2]) {
        self.check_reduced(&a.times(b), &self.product_of(factors));
    }

    fn check_square(&self, number: &Residue<M, L>) {
        self.check_reduced(&number.square(), &self.product_of([number, number]));
    }

    /// It is tight, and `product` divided by R.
    fn check_reduced(&self, number: &Residue<M, L>, product: &BoxedUint) {
        assert!(self.is_tight(number), "{:?}", number.limbs);
        let multiplied = self.product(&self.value(&number.limbs), &self.r);
        assert_eq!(multiplied, *product, "{:?}", number.limbs);
    }

    fn check_tight(&self, loose: &Residue<M, L>) {
        let tight = loose.tight();
        assert!(self.is_tight(&tight), "{:?}", loose.limbs);
        let [loose, tight] = [loose, &tight].map(|number| self.modulo(&self.value(&number.limbs)));
        assert_eq!(tight, loose);
    }

    fn check_zero(&self, number: &Residue<M, L>) {
        let is_zero = bool::from(self.modulo(&self.value(&number.limbs)).is_zero());
        assert_eq!(number.is_zero(), is_zero, "{:?}", number.limbs);
    }

    fn check_inverse(&self, number: &Residue<M, L>) {
        let inverse = number.inverse();
        assert!(self.is_tight(&inverse));
        if number.is_zero() {
            assert!(inverse.is_zero());
        } else {
            let one = self.product(&self.r, &self.r);
            assert_eq!(self.product_of([number, &inverse]), one);
        }
    }

    /// It is read as the number in 0…p−1, and written again.
    fn check_integer(&self, number: &Residue<M, L>) {
        let integer = number.to_integer();
        let value = self.value(&integer) - (&self.p << 4);
        assert!(value < self.p);
        let expected = self.modulo(&self.value(&number.limbs));
        assert_eq!(self.product(&value, &self.r), expected);
        let again = Residue::from_integer(self.modulus, integer);
        assert!(self.is_tight(&again));
        assert!(again.minus(number).is_zero());
    }

    fn check_integers_that_fit(&self) {
        let prime = self.modulus.prime();
        let mut limbs = [0; L];
        limbs[..prime.length].fill((1 << prime.bits) - 1);
        // R − 1, and the greatest below R/4.
        for top in [limbs[0], limbs[0] >> 2] {
            limbs[prime.length - 1] = top;
            let number = Residue::from_integer(self.modulus, limbs);
            let value = self.value(&number.limbs) - (&self.p << 4);
            assert!(value < times(&self.p, 2));
            assert!(top == limbs[0] || self.is_tight(&number));
            let expected = self.product(&self.value(&limbs), &self.r);
            assert_eq!(self.modulo(&value), expected);
        }
    }
}

/// The number that the positive limbs are, and the one that the negative limbs take away; with room for
/// R, and for 69 times the prime.
fn sides<const L: usize>(prime: &Prime<L>, limbs: &[i32; L]) -> [BoxedUint; 2] {
    let precision = prime.bits * prime.length + 8;
    [1, -1].map(|sign| {
        let (mut bytes, mut buffer, mut buffered) = (Vec::new(), 0, 0);
        for limb in limbs {
            buffer += i64::from((limb * sign).max(0)) << buffered;
            buffered += prime.bits;
            while buffered >= 8 {
                bytes.push(buffer as u8);
                buffer >>= 8;
                buffered -= 8;
            }
        }
        bytes.extend(buffer.to_le_bytes());
        BoxedUint::from_le_slice_truncated(&bytes, precision as u32)
    })
}

fn times(number: &BoxedUint, factor: u64) -> BoxedUint {
    number * BoxedUint::from(factor)
}
