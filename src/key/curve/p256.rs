//! P-256, with p = 2^256 − 2^224 + 2^192 + 2^96 − 1
//! (SP 800-186 §3.2.1.3).

use super::base::Base;
use super::constant::limbs;
use super::jacobian::{Affine, Curve, Jacobian};
use super::modulus::Modulus;
use super::residue::Residue;
use super::rows::unrolled;

/// The curve.
#[derive(Clone, Copy)]
pub(in crate::key) struct P256;

/// p
#[derive(Clone, Copy)]
pub(in crate::key) struct Field;

/// n
#[derive(Clone, Copy)]
pub(in crate::key) struct Order;

impl Modulus<9> for Field {
    const BITS: usize = 29;
    const TOP_BITS: usize = 24;
    // 96 = 3·29 + 9, 192 = 6·29 + 18, 224 = 7·29 + 21, 256 = 8·29 + 24
    const LIMBS: [i32; 9] = [-1, 0, 0, 1 << 9, 0, 0, 1 << 18, -1 << 21, 1 << 24];

    unrolled!(0 1 2 3 4 5 6 7 8);
}

impl Modulus<9> for Order {
    const BITS: usize = 29;
    const TOP_BITS: usize = 24;
    const LIMBS: [i32; 9] = limbs(
        Self::BITS,
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
    );
}

const fn field(digits: &str) -> Residue<Field, 9> {
    Residue::constant(limbs(Field::BITS, digits))
}

impl Curve<9> for P256 {
    type Field = Field;
    type Order = Order;

    const B: Residue<Field, 9> =
        field("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    const GENERATOR: Affine<Self, 9> = Affine {
        x: field("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
        y: field("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"),
    };
    const LENGTH: usize = 32;
    const COLUMNS: usize = 16;

    fn generator() -> &'static Base<Jacobian<Self, 9>> {
        static GENERATOR: Base<Jacobian<P256, 9>> = Base::new(P256::GENERATOR);
        &GENERATOR
    }
}
