//! Points of the curves y² = x³ − 3x + b in Jacobian coordinates: (X, Y, Z) is the point
//! (X/Z², Y/Z³), and Z = 0 the point at infinity
//! ([RFC 6090 §2](https://www.rfc-editor.org/rfc/rfc6090#section-2),
//! Guide to Elliptic Curve Cryptography §3.2.2).

use alloc::vec::Vec;

use crate::curve::constant::limbs;
use crate::curve::group::Group;
use crate::curve::modulus::Modulus;
use crate::curve::prime::Prime;
use crate::curve::residue::Residue;

/// A point other than that at infinity.
#[derive(Clone, Copy)]
pub(crate) struct Affine<M, const L: usize> {
    pub(super) x: Residue<M, L>,
    pub(super) y: Residue<M, L>,
}

/// A point. Its coordinates are tight.
#[derive(Clone, Copy)]
pub(crate) struct Jacobian<M, const L: usize> {
    x: Residue<M, L>,
    y: Residue<M, L>,
    z: Residue<M, L>,
}

impl<M: Modulus<L>, const L: usize> Affine<M, L> {
    /// The point with this x and y in hexadecimal, over `prime`, which is that of `field`. For constants
    /// only.
    pub(super) const fn constant(field: M, prime: &Prime<L>, [x, y]: [&str; 2]) -> Self {
        Self {
            x: Residue::constant(field, prime, limbs(prime.bits, x)),
            y: Residue::constant(field, prime, limbs(prime.bits, y)),
        }
    }

    /// The point with these coordinates, big-endian, if they fit the limbs.
    pub(super) fn from_bytes(field: M, x: &[u8], y: &[u8]) -> Option<Self> {
        Some(Self {
            x: Residue::from_any_bytes(field, x)?,
            y: Residue::from_any_bytes(field, y)?,
        })
    }
}

impl<M: Modulus<L>, const L: usize> Jacobian<M, L> {
    /// Whether its x is the number in these big-endian bytes. As X = x·Z², no division is needed for it.
    pub(super) fn has_x(&self, x: &[u8]) -> bool {
        let Some(x) = Residue::from_bytes(self.x.modulus(), x) else {
            return false;
        };
        !self.z.is_zero() && x.times(&self.z.square()).minus(&self.x).is_zero()
    }
}

impl<M: Modulus<L>, const L: usize> Group for Jacobian<M, L> {
    type Addend = Affine<M, L>;

    fn neutral(point: &Self::Addend) -> Self {
        let field = point.x.modulus();
        Self {
            x: Residue::one(field),
            y: Residue::one(field),
            z: Residue::zero(field),
        }
    }

    fn bits(point: &Self::Addend) -> usize {
        // The order has as many as the field.
        point.x.modulus().prime().bit_length()
    }

    /// Guide to Elliptic Curve Cryptography, algorithm 3.21, without its halving. The point at
    /// infinity needs no case of its own: its Z stays 0.
    fn double(&self) -> Self {
        let Self { x, y, z } = self;
        let zz = z.square();
        // 3x² − 3z⁴
        let slope = x.minus(&zz).times(&x.plus(&zz));
        let slope = slope.plus(&slope).plus(&slope).tight();
        let yy = y.square();
        let two_yy = yy.plus(&yy).tight();
        let two_xyy = x.times(&two_yy);
        let four_xyy = two_xyy.plus(&two_xyy).tight();
        let four_y4 = two_yy.square();

        let x = slope.square().minus(&four_xyy.plus(&four_xyy)).tight();
        let product = slope.times(&four_xyy.minus(&x));
        Self {
            x,
            y: product.minus(&four_y4.plus(&four_y4)).tight(),
            z: y.plus(y).times(z),
        }
    }

    /// Guide to Elliptic Curve Cryptography, algorithm 3.22, with all of its exceptions.
    fn add(&self, point: &Self::Addend) -> Self {
        if self.z.is_zero() {
            return Self {
                x: point.x,
                y: point.y,
                z: Residue::one(point.x.modulus()),
            };
        }
        let zz = self.z.square();
        let x_difference = point.x.times(&zz).minus(&self.x);
        let y_difference = point.y.times(&zz.times(&self.z)).minus(&self.y);
        if x_difference.is_zero() {
            return if y_difference.is_zero() {
                self.double()
            } else {
                Self::neutral(point)
            };
        }
        let square = x_difference.square();
        let cube = square.times(&x_difference);
        let x_square = self.x.times(&square);

        let x = y_difference
            .square()
            .minus(&cube)
            .minus(&x_square.plus(&x_square))
            .tight();
        let product = y_difference.times(&x_square.minus(&x));
        Self {
            x,
            y: product.minus(&self.y.times(&cube)).tight(),
            z: self.z.times(&x_difference),
        }
    }

    fn subtract(&self, point: &Self::Addend) -> Self {
        let Affine { x, y } = *point;
        self.add(&Affine { x, y: y.negated() })
    }

    fn to_addends(points: &[Self]) -> Vec<Self::Addend> {
        let z: Vec<_> = points.iter().map(|point| point.z).collect();
        let inverses = Residue::inverses(&z);
        let affine = points.iter().zip(inverses).map(|(point, inverse)| {
            let square = inverse.square();
            Affine {
                x: point.x.times(&square),
                y: point.y.times(&square.times(&inverse)),
            }
        });
        affine.collect()
    }
}
