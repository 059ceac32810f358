//! The domain parameters of a curve
//! ([SP 800-186 §3.2.1](https://doi.org/10.6028/NIST.SP.800-186)), and what is asked of them once for each
//! key.

use super::jacobian::Affine;
use crate::curve::constant::limbs;
use crate::curve::prime::{AnyPrime, MOST_LIMBS};
use crate::curve::residue::{AnyResidue, Residue};

/// A curve y² = x³ − 3x + b of prime order n, over the numbers modulo p. The field is the form that all
/// curves share: what is computed once for each key needs no code of its own.
pub(super) struct Parameters {
    /// p
    pub(super) field: &'static AnyPrime,
    /// n
    pub(super) order: &'static AnyPrime,
    pub(super) b: AnyResidue,
    pub(super) generator: AnyAffine,
    /// Bytes of a coordinate.
    pub(super) length: usize,
}

/// A point of any curve.
pub(super) type AnyAffine = Affine<&'static AnyPrime, MOST_LIMBS>;

impl Parameters {
    /// The numbers in hexadecimal. For constants only.
    pub(super) const fn new(
        field: &'static AnyPrime,
        order: &'static AnyPrime,
        b: &str,
        generator: [&str; 2],
        length: usize,
    ) -> Self {
        Self {
            field,
            order,
            b: Residue::constant(field, field, limbs(field.bits, b)),
            generator: Affine::constant(field, field, generator),
            length,
        }
    }

    /// The point with these coordinates, if they are less than p and it lies on the curve.
    pub(super) fn point(&self, x: &[u8], y: &[u8]) -> Option<AnyAffine> {
        self.checked(self.coordinate(x)?, self.coordinate(y)?)
    }

    /// The point with this x and an odd or even y, if there is one. Every p is 3 modulo 4, so that a
    /// square root is a power by (p + 1)/4 (SP 800-186 appendix B.1).
    pub(super) fn decompress(&self, x: &[u8], is_odd: bool) -> Option<AnyAffine> {
        let x = self.coordinate(x)?;
        let y = self.right_side(&x).power(1, 2);
        let y = if y.is_odd() == is_odd {
            y
        } else {
            y.negated().tight()
        };
        self.checked(x, y)
    }

    fn coordinate(&self, bytes: &[u8]) -> Option<AnyResidue> {
        Residue::from_bytes(self.field, bytes)
    }

    fn checked(&self, x: AnyResidue, y: AnyResidue) -> Option<AnyAffine> {
        let difference = y.square().minus(&self.right_side(&x));
        difference.is_zero().then_some(Affine { x, y })
    }

    /// x³ − 3x + b
    fn right_side(&self, x: &AnyResidue) -> AnyResidue {
        let three_x = x.plus(x).plus(x).tight();
        x.square().times(x).minus(&three_x).plus(&self.b).tight()
    }
}
