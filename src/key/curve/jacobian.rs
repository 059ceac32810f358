//! Points of the curves y² = x³ − 3x + b in Jacobian coordinates: (X, Y, Z) is the point
//! (X/Z², Y/Z³), and Z = 0 the point at infinity
//! ([RFC 6090 §2](https://www.rfc-editor.org/rfc/rfc6090#section-2),
//! Guide to Elliptic Curve Cryptography §3.2.2).

use alloc::vec::Vec;

use super::base::Base;
use super::group::Group;
use super::modulus::Modulus;
use super::residue::Residue;

/// A curve of SP 800-186 §3.2.1, with a = −3 and prime order.
pub(in crate::key) trait Curve<const L: usize>: Copy + 'static {
    type Field: Modulus<L> + 'static;
    type Order: Modulus<L> + 'static;

    const B: Residue<Self::Field, L>;
    const GENERATOR: Affine<Self, L>;
    /// Bytes of a coordinate.
    const LENGTH: usize;
    /// A sixteenth of the bits of a scalar, rounded up.
    const COLUMNS: usize;

    /// The generator, which all keys of a curve share.
    fn generator() -> &'static Base<Jacobian<Self, L>>;
}

/// A point other than that at infinity.
#[derive(Clone, Copy)]
pub(in crate::key) struct Affine<C: Curve<L>, const L: usize> {
    pub(super) x: Residue<C::Field, L>,
    pub(super) y: Residue<C::Field, L>,
}

/// A point. Its coordinates are tight.
#[derive(Clone, Copy)]
pub(in crate::key) struct Jacobian<C: Curve<L>, const L: usize> {
    pub(super) x: Residue<C::Field, L>,
    y: Residue<C::Field, L>,
    pub(super) z: Residue<C::Field, L>,
}

impl<C: Curve<L>, const L: usize> Affine<C, L> {
    /// The point, if it lies on the curve.
    pub(super) fn new(x: Residue<C::Field, L>, y: Residue<C::Field, L>) -> Option<Self> {
        y.square()
            .minus(&right_side::<C, L>(&x))
            .is_zero()
            .then_some(Self { x, y })
    }

    /// The point with this x, and an odd or even y, if there is one. All primes are 3 modulo 4, so that
    /// a square root is a power by (p + 1)/4 (SP 800-186 appendix B.1).
    pub(super) fn decompress(x: Residue<C::Field, L>, is_odd: bool) -> Option<Self> {
        let y = right_side::<C, L>(&x).power(1, 2);
        let y = if y.is_odd() == is_odd {
            y
        } else {
            y.negated().tight()
        };
        Self::new(x, y)
    }
}

/// x³ − 3x + b
fn right_side<C: Curve<L>, const L: usize>(x: &Residue<C::Field, L>) -> Residue<C::Field, L> {
    let three_x = x.plus(x).plus(x).tight();
    x.square().times(x).minus(&three_x).plus(&C::B).tight()
}

impl<C: Curve<L>, const L: usize> Group for Jacobian<C, L> {
    type Addend = Affine<C, L>;

    const NEUTRAL: Self = Self {
        x: Residue::ONE,
        y: Residue::ONE,
        z: Residue::ZERO,
    };
    const COLUMNS: usize = C::COLUMNS;

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
                z: Residue::ONE,
            };
        }
        let zz = self.z.square();
        let x_difference = point.x.times(&zz).minus(&self.x);
        let y_difference = point.y.times(&zz.times(&self.z)).minus(&self.y);
        if x_difference.is_zero() {
            return if y_difference.is_zero() {
                self.double()
            } else {
                Self::NEUTRAL
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
