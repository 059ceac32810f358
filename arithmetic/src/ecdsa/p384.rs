//! P-384, with p = 2^384 − 2^128 − 2^96 + 2^32 − 1
//! (SP 800-186 §3.2.1.4).

use super::jacobian::{Affine, Jacobian};
use super::parameters::Parameters;
use crate::curve::base::Base;
use crate::curve::constant::limbs;
use crate::curve::modulus::{Modulus, unrolled};
use crate::curve::prime::{AnyPrime, Prime};

const P: &[(i32, usize)] = &[(1, 384), (-1, 128), (-1, 96), (1, 32), (-1, 0)];
const N: &str = "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973";
const B: &str = "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef";
const G: [&str; 2] = [
    "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7",
    "3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f",
];

/// The curve.
pub(super) static P384: Parameters = Parameters::new(&FIELD, &ORDER, B, G, 48);

/// The generator, in the field with code of its own.
pub(super) static GENERATOR: Base<Jacobian<Field, 14>> =
    Base::new(Affine::constant(Field, &Field::PRIME, G));

/// p
static FIELD: AnyPrime = Prime::of_powers(28, P);

/// n
static ORDER: AnyPrime = Prime::new(28, 384, limbs(28, N));

/// p, with code of its own.
#[derive(Clone, Copy)]
pub(super) struct Field;

impl Field {
    const PRIME: Prime<14> = Prime::of_powers(28, P);
}

impl Modulus<14> for Field {
    #[inline(always)]
    fn prime(&self) -> &Prime<14> {
        &Self::PRIME
    }

    unrolled!(0 1 2 3 4 5 6 7 8 9 10 11 12 13);
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
