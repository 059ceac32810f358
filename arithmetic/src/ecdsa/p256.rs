//! P-256, with p = 2^256 − 2^224 + 2^192 + 2^96 − 1
//! (SP 800-186 §3.2.1.3).

use super::jacobian::{Affine, Jacobian};
use super::parameters::Parameters;
use crate::curve::base::Base;
use crate::curve::constant::limbs;
use crate::curve::modulus::{Modulus, unrolled};
use crate::curve::prime::{AnyPrime, Prime};

const P: &[(i32, usize)] = &[(1, 256), (-1, 224), (1, 192), (1, 96), (-1, 0)];
const N: &str = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
const B: &str = "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b";
const G: [&str; 2] = [
    "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
    "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
];

/// The curve.
pub(super) static P256: Parameters = Parameters::new(&FIELD, &ORDER, B, G, 32);

/// The generator, in the field with code of its own.
pub(super) static GENERATOR: Base<Jacobian<Field, 9>> =
    Base::new(Affine::constant(Field, &Field::PRIME, G));

/// p
static FIELD: AnyPrime = Prime::of_powers(29, P);

/// n
static ORDER: AnyPrime = Prime::new(29, 256, limbs(29, N));

/// p, with code of its own.
#[derive(Clone, Copy)]
pub(super) struct Field;

impl Field {
    const PRIME: Prime<9> = Prime::of_powers(29, P);
}

impl Modulus<9> for Field {
    #[inline(always)]
    fn prime(&self) -> &Prime<9> {
        &Self::PRIME
    }

    unrolled!(0 1 2 3 4 5 6 7 8);
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
