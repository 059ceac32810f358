//! The public key that belongs to a private one, which is the only secret that this module meets.
//!
//! It takes **the same steps for every private key**: a doubling and an addition for each bit of the
//! order, by one formula that holds for all points, with the result selected by a mask. No branch and
//! no index depends on the key, and what was computed on the way is zeroized.

use alloc::vec::Vec;

use zeroize::{Zeroize, Zeroizing};

use super::jacobian::{Affine, Curve};
use super::residue::Residue;

/// Bytes of a private key, at least. RFC 5915 §3 wants as many as the order has, but some writers leave
/// leading zeros out; a key that is much shorter was not drawn at random.
const SHORTEST: usize = 24;

/// A point in projective coordinates: (X, Y, Z) is (X/Z, Y/Z).
struct Projective<C: Curve<L>, const L: usize> {
    x: Residue<C::Field, L>,
    y: Residue<C::Field, L>,
    z: Residue<C::Field, L>,
}

/// x and y of the generator multiplied by `private_key`, big-endian, unless that is 0 or not below the
/// order.
pub(in crate::key) fn public_key_of<C: Curve<L>, const L: usize>(
    private_key: &[u8],
) -> Option<(Vec<u8>, Vec<u8>)> {
    if !(SHORTEST..=C::LENGTH).contains(&private_key.len()) {
        return None;
    }
    let mut scalar = Residue::<C::Order, L>::from_bytes(private_key)?;
    let bits = Zeroizing::new(scalar.to_bits());
    scalar.zeroize();

    let Affine { x, y } = C::GENERATOR;
    let generator = Projective::<C, L> {
        x,
        y,
        z: Residue::ONE,
    };
    let mut product = Projective::<C, L> {
        x: Residue::ZERO,
        y: Residue::ONE,
        z: Residue::ZERO,
    };
    for bit in bits.iter().rev() {
        let doubled = product.add(&product);
        let added = doubled.add(&generator);
        product = doubled.or(&added, *bit);
    }

    // A power and not the inverse of `residue`, whose time depends on the number.
    let mut z_inverse = product.z.power(-2, 0);
    let x = product.x.times(&z_inverse);
    let y = product.y.times(&z_inverse);
    z_inverse.zeroize();
    // Z is 0 for the private key 0 alone.
    (!product.z.is_zero()).then(|| (x.to_bytes(C::LENGTH), y.to_bytes(C::LENGTH)))
}

impl<C: Curve<L>, const L: usize> Projective<C, L> {
    /// The sum of any two points (Renes, Costello and Batina, "Complete addition formulas for prime
    /// order elliptic curves", 2015, algorithm 4).
    fn add(&self, other: &Self) -> Self {
        let xx = self.x.times(&other.x);
        let yy = self.y.times(&other.y);
        let zz = self.z.times(&other.z);
        // X₁Y₂ + X₂Y₁, and the same of Y and Z, and of X and Z
        let crosswise = |a: [&Residue<_, L>; 2], b: [&Residue<_, L>; 2], straight: [&_; 2]| {
            let [a, b, straight] = [a, b, straight].map(|[one, other]| one.plus(other).tight());
            a.times(&b).minus(&straight).tight()
        };
        let xy = crosswise([&self.x, &self.y], [&other.x, &other.y], [&xx, &yy]);
        let yz = crosswise([&self.y, &self.z], [&other.y, &other.z], [&yy, &zz]);
        let xz = crosswise([&self.x, &self.z], [&other.x, &other.z], [&xx, &zz]);

        let triple = |a: &Residue<_, L>| a.plus(a).plus(a).tight();
        let three_zz = triple(&zz);
        let slope = triple(&xz.minus(&C::B.times(&zz)).tight());
        let (minus, plus) = (yy.minus(&slope).tight(), yy.plus(&slope).tight());
        let left = triple(&C::B.times(&xz).minus(&three_zz).minus(&xx).tight());
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

impl<C: Curve<L>, const L: usize> Drop for Projective<C, L> {
    fn drop(&mut self) {
        self.x.zeroize();
        self.y.zeroize();
        self.z.zeroize();
    }
}
