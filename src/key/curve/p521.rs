//! P-521, with p = 2^521 − 1
//! (SP 800-186 §3.2.1.5).

use super::base::Base;
use super::constant::limbs;
use super::jacobian::{Affine, Curve, Jacobian};
use super::modulus::Modulus;
use super::residue::Residue;
use super::rows::unrolled;

/// The curve.
#[derive(Clone, Copy)]
pub(in crate::key) struct P521;

/// p
#[derive(Clone, Copy)]
pub(in crate::key) struct Field;

/// n
#[derive(Clone, Copy)]
pub(in crate::key) struct Order;

impl Modulus<19> for Field {
    const BITS: usize = 28;
    const TOP_BITS: usize = 17;
    // 521 = 18·28 + 17
    const LIMBS: [i32; 19] = [
        -1,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        1 << 17,
    ];

    unrolled!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18);
}

impl Modulus<19> for Order {
    const BITS: usize = 28;
    const TOP_BITS: usize = 17;
    const LIMBS: [i32; 19] = limbs(
        Self::BITS,
        "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
    );
}

const fn field(digits: &str) -> Residue<Field, 19> {
    Residue::constant(limbs(Field::BITS, digits))
}

impl Curve<19> for P521 {
    type Field = Field;
    type Order = Order;

    const B: Residue<Field, 19> = field(
        "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00",
    );
    const GENERATOR: Affine<Self, 19> = Affine {
        x: field(
            "00c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66",
        ),
        y: field(
            "011839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650",
        ),
    };
    const LENGTH: usize = 66;
    const COLUMNS: usize = 33;

    fn generator() -> &'static Base<Jacobian<Self, 19>> {
        static GENERATOR: Base<Jacobian<P521, 19>> = Base::new(P521::GENERATOR);
        &GENERATOR
    }
}
