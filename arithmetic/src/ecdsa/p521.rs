//! P-521, with p = 2^521 − 1
//! (SP 800-186 §3.2.1.5).

use super::jacobian::{Affine, Jacobian};
use super::parameters::Parameters;
use crate::curve::base::Base;
use crate::curve::constant::limbs;
use crate::curve::modulus::{Modulus, unrolled};
use crate::curve::prime::{AnyPrime, Prime};

const P: &[(i32, usize)] = &[(1, 521), (-1, 0)];
const N: &str = "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409";
const B: &str = "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00";
const G: [&str; 2] = [
    "00c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66",
    "011839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650",
];

/// The curve.
pub(super) static P521: Parameters = Parameters::new(&FIELD, &ORDER, B, G, 66);

/// The generator, in the field with code of its own.
pub(super) static GENERATOR: Base<Jacobian<Field, 19>> =
    Base::new(Affine::constant(Field, &Field::PRIME, G));

/// p
static FIELD: AnyPrime = Prime::of_powers(28, P);

/// n
static ORDER: AnyPrime = Prime::new(28, 521, limbs(28, N));

/// p, with code of its own.
#[derive(Clone, Copy)]
pub(super) struct Field;

impl Field {
    const PRIME: Prime<19> = Prime::of_powers(28, P);
}

impl Modulus<19> for Field {
    #[inline(always)]
    fn prime(&self) -> &Prime<19> {
        &Self::PRIME
    }

    unrolled!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curve::residue::limits;

    #[test]
    fn the_field_is_right_at_its_limits() {
        limits::check_field(Field);
        limits::check_field(&FIELD);
    }

    #[test]
    fn the_order_is_right_at_its_limits() {
        limits::check(&ORDER);
    }
}
