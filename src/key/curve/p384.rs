//! P-384, with p = 2^384 − 2^128 − 2^96 + 2^32 − 1
//! (SP 800-186 §3.2.1.4).

use super::base::Base;
use super::constant::limbs;
use super::jacobian::{Affine, Curve, Jacobian};
use super::modulus::Modulus;
use super::residue::Residue;
use super::rows::unrolled;

/// The curve.
#[derive(Clone, Copy)]
pub(in crate::key) struct P384;

/// p
#[derive(Clone, Copy)]
pub(in crate::key) struct Field;

/// n
#[derive(Clone, Copy)]
pub(in crate::key) struct Order;

impl Modulus<14> for Field {
    const BITS: usize = 28;
    const TOP_BITS: usize = 20;
    // 32 = 28 + 4, 96 = 3·28 + 12, 128 = 4·28 + 16, 384 = 13·28 + 20
    const LIMBS: [i32; 14] = [
        -1,
        1 << 4,
        0,
        -1 << 12,
        -1 << 16,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        1 << 20,
    ];

    unrolled!(0 1 2 3 4 5 6 7 8 9 10 11 12 13);
}

impl Modulus<14> for Order {
    const BITS: usize = 28;
    const TOP_BITS: usize = 20;
    const LIMBS: [i32; 14] = limbs(
        Self::BITS,
        "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973",
    );
}

const fn field(digits: &str) -> Residue<Field, 14> {
    Residue::constant(limbs(Field::BITS, digits))
}

impl Curve<14> for P384 {
    type Field = Field;
    type Order = Order;

    const B: Residue<Field, 14> = field(
        "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef",
    );
    const GENERATOR: Affine<Self, 14> = Affine {
        x: field(
            "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7",
        ),
        y: field(
            "3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f",
        ),
    };
    const LENGTH: usize = 48;
    const COLUMNS: usize = 24;

    fn generator() -> &'static Base<Jacobian<Self, 14>> {
        static GENERATOR: Base<Jacobian<P384, 14>> = Base::new(P384::GENERATOR);
        &GENERATOR
    }
}
