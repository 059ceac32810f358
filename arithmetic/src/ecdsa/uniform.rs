//! The public key that belongs to a private one, which is the only secret that this module meets.
//!
//! It takes **the same steps for every private key**: a doubling and an addition for each bit of the
//! order, by one formula that holds for all points, with the result selected by a mask. No branch and
//! no index depends on the key, and what was computed on the way is zeroized.

use alloc::vec::Vec;

use zeroize::{Zeroize, Zeroizing};

use super::jacobian::Affine;
use super::parameters::Parameters;
use crate::curve::residue::{AnyResidue, Residue};

/// Bytes of a private key, at least. RFC 5915 §3 wants as many as the order has, but some writers leave
/// leading zeros out; a key that is much shorter was not drawn at random.
const SHORTEST: usize = 24;

/// A point in projective coordinates: (X, Y, Z) is (X/Z, Y/Z).
struct Projective {
    x: AnyResidue,
    y: AnyResidue,
    z: AnyResidue,
}

/// x and y of the generator multiplied by `private_key`, big-endian, unless that is 0 or not below the
/// order.
pub(super) fn public_key_of(curve: &Parameters, private_key: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    if !(SHORTEST..=curve.length).contains(&private_key.len()) {
        return None;
    }
    let mut scalar = Residue::from_bytes(curve.order, private_key)?;
    let bits = Zeroizing::new(scalar.to_bits());
    scalar.zeroize();

    let Affine { x, y } = curve.generator;
    let (zero, one) = (Residue::zero(curve.field), Residue::one(curve.field));
    let generator = Projective { x, y, z: one };
    let mut product = Projective {
        x: zero,
        y: one,
        z: zero,
    };
    for bit in bits.iter().rev() {
        let doubled = product.add(&product, &curve.b);
        let added = doubled.add(&generator, &curve.b);
        product = doubled.or(&added, *bit);
    }

    // A power and not the inverse of `residue`, whose time depends on the number.
    let mut z_inverse = product.z.power(-2, 0);
    let x = product.x.times(&z_inverse);
    let y = product.y.times(&z_inverse);
    z_inverse.zeroize();
    // Z is 0 for the private key 0 alone.
    (!product.z.is_zero()).then(|| (x.to_bytes(curve.length), y.to_bytes(curve.length)))
}

impl Projective {
    /// The sum of any two points (Renes, Costello and Batina, "Complete addition formulas for prime
    /// order elliptic curves", 2015, algorithm 4).
    fn add(&self, other: &Self, b: &AnyResidue) -> Self {
        let xx = self.x.times(&other.x);
        let yy = self.y.times(&other.y);
        let zz = self.z.times(&other.z);
        // X₁Y₂ + X₂Y₁, and the same of Y and Z, and of X and Z
        let crosswise = |a: [&AnyResidue; 2], c: [&AnyResidue; 2], straight: [&_; 2]| {
            let [a, c, straight] = [a, c, straight].map(|[one, other]| one.plus(other).tight());
            a.times(&c).minus(&straight).tight()
        };
        let xy = crosswise([&self.x, &self.y], [&other.x, &other.y], [&xx, &yy]);
        let yz = crosswise([&self.y, &self.z], [&other.y, &other.z], [&yy, &zz]);
        let xz = crosswise([&self.x, &self.z], [&other.x, &other.z], [&xx, &zz]);

        let triple = |a: &AnyResidue| a.plus(a).plus(a).tight();
        let three_zz = triple(&zz);
        let slope = triple(&xz.minus(&b.times(&zz)).tight());
        let (minus, plus) = (yy.minus(&slope).tight(), yy.plus(&slope).tight());
        let left = triple(&b.times(&xz).minus(&three_zz).minus(&xx).tight());
        let right = triple(&xx).minus(&three_zz).tight();
        Self {
            x: xy.times(&plus).minus(&yz.times(&left)).tight(),
            y: plus.times(&minus).plus(&right.times(&left)).tight(),
            z: yz.times(&minus).plus(&xy.times(&right)).tight(),
        }
    }

    /// `other` if `choose_other`, else itself.
    fn or(&self, other: &Self, choose_other: bool) -> Self {
        Self {
            x: self.x.or(&other.x, choose_other),
            y: self.y.or(&other.y, choose_other),
            z: self.z.or(&other.z, choose_other),
        }
    }
}

impl Drop for Projective {
    fn drop(&mut self) {
        self.x.zeroize();
        self.y.zeroize();
        self.z.zeroize();
    }
}
