//! P-384, with p = 2^384 − 2^128 − 2^96 + 2^32 − 1
//! (SP 800-186 §3.2.1.4).

use super::jacobian::Affine;
use super::parameters::Parameters;
use crate::curve::base::Base;
use crate::curve::constant::{limbs, powers};
use crate::curve::prime::{AnyPrime, Prime};
use crate::curve::residue::{AnyResidue, Residue};

/// The curve.
pub(super) static P384: Parameters = Parameters {
    field: &FIELD,
    order: &ORDER,
    b: field(
        "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef",
    ),
    generator: Base::new(Affine {
        x: field(
            "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7",
        ),
        y: field(
            "3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f",
        ),
    }),
    length: 48,
};

/// p
static FIELD: AnyPrime = Prime::new(
    28,
    384,
    powers(28, &[(1, 384), (-1, 128), (-1, 96), (1, 32), (-1, 0)]),
);

/// n
static ORDER: AnyPrime = Prime::new(
    28,
    384,
    limbs(
        28,
        "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973",
    ),
);

const fn field(digits: &str) -> AnyResidue {
    Residue::constant(&FIELD, &FIELD, limbs(28, digits))
}
