//! Points of Edwards25519, −x² + y² = 1 + d·x²·y², in extended coordinates: (X, Y, Z, T) is the point
//! (X/Z, Y/Z), with T = X·Y/Z
//! ([RFC 8032 §5.1](https://www.rfc-editor.org/rfc/rfc8032#section-5.1)).
//!
//! The formulas hold for all points, those of small order among them, because d is no square.

use alloc::boxed::Box;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use crate::curve::base::Base;
use crate::curve::constant::limbs;
use crate::curve::group::Group;
use crate::curve::modulus::{Modulus, unrolled};
use crate::curve::prime::{AnyPrime, Prime};
use crate::curve::residue::Residue;

/// p = 2^255 − 19
#[derive(Clone, Copy)]
pub(crate) struct Field;

type Coordinate = Residue<Field, 9>;

/// Bytes of a point and of a scalar.
pub(super) const LENGTH: usize = 32;

impl Field {
    const PRIME: Prime<9> = Prime::of_powers(29, &[(1, 255), (-19, 0)]);
}

impl Modulus<9> for Field {
    #[inline(always)]
    fn prime(&self) -> &Prime<9> {
        &Self::PRIME
    }

    unrolled!(0 1 2 3 4 5 6 7 8);
}

/// L
pub(super) static ORDER: AnyPrime = Prime::new(
    29,
    253,
    limbs(
        29,
        "1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed",
    ),
);

const fn field(digits: &str) -> Coordinate {
    Residue::constant(Field, &Field::PRIME, limbs(29, digits))
}

const D: Coordinate = field("52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3");
/// 2^((p − 1)/4), whose square is −1.
const ROOT: Coordinate = field("2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0");
const B: [Coordinate; 2] = [
    field("216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a"),
    field("6666666666666666666666666666666666666666666666666666666666666658"),
];

/// A point. Its coordinates are tight.
#[derive(Clone, Copy)]
pub(crate) struct Edwards {
    x: Coordinate,
    y: Coordinate,
    z: Coordinate,
    t: Coordinate,
}

/// What the sum with a point needs of it.
#[derive(Clone, Copy)]
pub(crate) struct Addend {
    y_plus_x: Coordinate,
    y_minus_x: Coordinate,
    two_d_xy: Coordinate,
}

impl Edwards {
    fn new(x: Coordinate, y: Coordinate) -> Self {
        Self {
            x,
            y,
            z: Residue::one(Field),
            t: x.times(&y),
        }
    }

    /// RFC 8032 §5.1.3. Unlike some, it takes one encoding of each point.
    pub(super) fn decode(bytes: &[u8; LENGTH]) -> Option<Self> {
        // Step 1: y is less than p.
        let mut bytes = *bytes;
        bytes.reverse();
        let sign = bytes.first()? >> 7;
        *bytes.first_mut()? &= 0x7f;
        let y = Coordinate::from_bytes(Field, &bytes)?;
        // Steps 2 and 3: x² = u/v, a candidate for its root, and which of both roots of unity is
        // missing from it.
        let yy = y.square();
        let u = yy.minus(&Residue::one(Field)).tight();
        let v = D.times(&yy).plus(&Residue::one(Field)).tight();
        let v3 = v.square().times(&v);
        let v7 = v3.square().times(&v);
        let mut x = u.times(&v3).times(&u.times(&v7).power(-5, 3));
        let vxx = v.times(&x.square());
        if !vxx.minus(&u).is_zero() {
            if !vxx.plus(&u).is_zero() {
                return None;
            }
            x = x.times(&ROOT);
        }
        // Step 4
        if x.is_zero() && sign == 1 {
            return None;
        }
        if x.is_odd() != (sign == 1) {
            x = x.negated().tight();
        }
        Some(Self::new(x, y))
    }

    /// RFC 8032 §5.1.2, of a point whose 1/Z is known.
    pub(super) fn encode(&self, z_inverse: &Coordinate) -> [u8; LENGTH] {
        let mut bytes = [0; LENGTH];
        let y = self.y.times(z_inverse).to_bytes(LENGTH);
        for (byte, of_y) in bytes.iter_mut().zip(y.iter().rev()) {
            *byte = *of_y;
        }
        if let Some(last) = bytes.last_mut() {
            *last |= u8::from(self.x.times(z_inverse).is_odd()) << 7;
        }
        bytes
    }

    pub(super) fn z(&self) -> &Coordinate {
        &self.z
    }

    /// Whether eight times the point is the neutral one.
    pub(super) fn is_of_small_order(&self) -> bool {
        let eightfold = self.double().double().double();
        eightfold.x.is_zero() && eightfold.y.minus(&eightfold.z).is_zero()
    }

    /// A point whose Z is 1, as it was decoded.
    pub(super) fn to_addend(self) -> Addend {
        let two_t = self.t.plus(&self.t);
        Addend {
            y_plus_x: self.y.plus(&self.x).tight(),
            y_minus_x: self.y.minus(&self.x).tight(),
            two_d_xy: two_t.times(&D),
        }
    }

    pub(super) fn negated(&self) -> Self {
        Self {
            x: self.x.negated(),
            t: self.t.negated(),
            ..*self
        }
    }

    /// `other` if `choose_other`, else itself; selected by a mask.
    pub(super) fn or(&self, other: &Self, choose_other: bool) -> Self {
        Self {
            x: self.x.or(&other.x, choose_other),
            y: self.y.or(&other.y, choose_other),
            z: self.z.or(&other.z, choose_other),
            t: self.t.or(&other.t, choose_other),
        }
    }
}

/// B, which all keys share.
pub(super) fn generator() -> &'static Base<Edwards> {
    static GENERATOR: OnceBox<Base<Edwards>> = OnceBox::new();
    GENERATOR.get_or_init(|| {
        let [x, y] = B;
        Box::new(Base::new(Edwards::new(x, y).to_addend()))
    })
}

impl Group for Edwards {
    type Addend = Addend;

    fn neutral(_: &Addend) -> Self {
        Self::new(Residue::zero(Field), Residue::one(Field))
    }

    fn bits(_: &Addend) -> usize {
        Field::PRIME.bit_length()
    }

    /// RFC 8032 §5.1.4, with all signs turned.
    fn double(&self) -> Self {
        let a = self.x.square();
        let b = self.y.square();
        let zz = self.z.square();
        let e = self.x.plus(&self.x).times(&self.y);
        let g = b.minus(&a);
        let f = g.minus(&zz.plus(&zz)).tight();
        let h = a.plus(&b).negated();
        Self {
            x: e.times(&f),
            y: g.times(&h),
            z: f.times(&g),
            t: e.times(&h),
        }
    }

    /// RFC 8032 §5.1.4, where Z₂ is 1.
    fn add(&self, point: &Addend) -> Self {
        let a = self.y.minus(&self.x).times(&point.y_minus_x);
        let b = self.y.plus(&self.x).times(&point.y_plus_x);
        let c = self.t.times(&point.two_d_xy);
        let d = self.z.plus(&self.z);
        let e = b.minus(&a);
        let f = d.minus(&c);
        let g = d.plus(&c).tight();
        let h = b.plus(&a).tight();
        Self {
            x: e.times(&f),
            y: g.times(&h),
            z: f.times(&g),
            t: e.times(&h),
        }
    }

    fn subtract(&self, point: &Addend) -> Self {
        self.add(&Addend {
            y_plus_x: point.y_minus_x,
            y_minus_x: point.y_plus_x,
            two_d_xy: point.two_d_xy.negated(),
        })
    }

    fn to_addends(points: &[Self]) -> Vec<Addend> {
        let z: Vec<_> = points.iter().map(|point| point.z).collect();
        let inverses = Residue::inverses(&z);
        let affine = points.iter().zip(inverses).map(|(point, inverse)| {
            Self::new(point.x.times(&inverse), point.y.times(&inverse)).to_addend()
        });
        affine.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curve::residue::limits;

    #[test]
    fn the_field_is_right_at_its_limits() {
        limits::check_field(Field);
    }

    #[test]
    fn the_order_is_right_at_its_limits() {
        limits::check(&ORDER);
    }
}
