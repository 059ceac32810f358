//! Verification of ECDSA signatures
//! ([FIPS 186-5 §6.4.2](https://doi.org/10.6028/NIST.FIPS.186-5)) on P-256, P-384 and P-521.
//!
//! Hashes are not computed here. High s is accepted.

mod jacobian;
mod p256;
mod p384;
mod p521;
mod parameters;
mod uniform;

use alloc::vec::Vec;

use crate::curve::base::{Base, sum_of_products};
use crate::curve::modulus::Modulus;
use crate::curve::residue::Residue;
use jacobian::{Affine, Jacobian};
use p256::P256;
use p384::P384;
use p521::P521;
use parameters::{AnyAffine, Parameters};

/// The curves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Curve {
    /// P-256, whose coordinates have 32 bytes.
    P256,
    /// P-384, whose coordinates have 48 bytes.
    P384,
    /// P-521, whose coordinates have 66 bytes.
    P521,
}

impl Curve {
    fn parameters(self) -> &'static Parameters {
        match self {
            Self::P256 => &P256,
            Self::P384 => &P384,
            Self::P521 => &P521,
        }
    }
}

/// A point of a curve, prepared for many verifications.
///
/// ```
/// use edge_jwt_arithmetic::ecdsa::{Curve, PublicKey};
///
/// # fn hex(text: &str) -> Vec<u8> {
/// #     let digits: Vec<u32> = text.chars().map(|digit| digit.to_digit(16).unwrap()).collect();
/// #     digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect()
/// # }
/// // RFC 6979 appendix A.2.5, with SHA-256 and the message "sample"
/// let x = hex("60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
/// let y = hex("7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
/// let hash = hex("af2bdbe1aa9b6ec1e2ade1d694f41fc71a831d0268e9891562113d8a62add1bf");
/// let r = hex("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716");
/// let s = hex("f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
///
/// let key = PublicKey::new(Curve::P256, &x, &y).unwrap();
/// assert!(key.verify(&hash, &[r, s].concat()));
/// ```
pub struct PublicKey {
    curve: Curve,
    x: Vec<u8>,
    y: Vec<u8>,
    point: Point,
}

/// The point, in the field of its curve.
enum Point {
    P256(Base<Jacobian<p256::Field, 9>>),
    P384(Base<Jacobian<p384::Field, 14>>),
    P521(Base<Jacobian<p521::Field, 19>>),
}

impl PublicKey {
    /// The point with these coordinates, if they are less than p and it lies on the curve.
    #[must_use]
    pub fn new(curve: Curve, x: &[u8], y: &[u8]) -> Option<Self> {
        Self::prepare(curve, curve.parameters().point(x, y)?)
    }

    /// The point with this x and an odd or even y, if there is one.
    #[must_use]
    pub fn decompress(curve: Curve, x: &[u8], is_odd: bool) -> Option<Self> {
        Self::prepare(curve, curve.parameters().decompress(x, is_odd)?)
    }

    fn prepare(curve: Curve, point: AnyAffine) -> Option<Self> {
        let length = curve.parameters().length;
        let (x, y) = (point.x.to_bytes(length), point.y.to_bytes(length));
        let point = match curve {
            Curve::P256 => Point::P256(Base::new(Affine::from_bytes(p256::Field, &x, &y)?)),
            Curve::P384 => Point::P384(Base::new(Affine::from_bytes(p384::Field, &x, &y)?)),
            Curve::P521 => Point::P521(Base::new(Affine::from_bytes(p521::Field, &x, &y)?)),
        };
        Some(Self { curve, x, y, point })
    }

    /// x and y, big-endian, as long as the curve's coordinates are.
    #[must_use]
    pub fn coordinates(&self) -> (Vec<u8>, Vec<u8>) {
        (self.x.clone(), self.y.clone())
    }

    /// Whether r‖s is a signature over what hashes to `hash`, which is no longer than the order.
    #[must_use]
    pub fn verify(&self, hash: &[u8], signature: &[u8]) -> bool {
        self.accepts(hash, signature).unwrap_or(false)
    }

    /// The steps of FIPS 186-5 §6.4.2; `None` where one of them rejects.
    fn accepts(&self, hash: &[u8], signature: &[u8]) -> Option<bool> {
        let curve = self.curve.parameters();
        let (r, s) = signature.split_at_checked(curve.length)?;
        // Step 1: both in 1…n−1, and as long as they must be.
        if s.len() != curve.length {
            return None;
        }
        let r_modulo_n = Residue::from_bytes(curve.order, r)?;
        let s = Residue::from_bytes(curve.order, s)?;
        if r_modulo_n.is_zero() || s.is_zero() {
            return None;
        }
        // Steps 2 and 3: the hash is taken whole, because it is no longer than n.
        let e = Residue::from_any_bytes(curve.order, hash)?;
        // Steps 4 and 5
        let s_inverse = s.inverse();
        let u = e.times(&s_inverse).to_bits();
        let v = r_modulo_n.times(&s_inverse).to_bits();
        // Steps 6 to 8: the point's x modulo n is r. As x < p < 2n, x is r or r + n, which may be a byte
        // longer.
        let r_plus_n = r_modulo_n.to_bytes_above(curve.length.saturating_add(1));
        let xs = [r, &r_plus_n];
        Some(match &self.point {
            Point::P256(point) => has_x([(&u, &p256::GENERATOR), (&v, point)], xs),
            Point::P384(point) => has_x([(&u, &p384::GENERATOR), (&v, point)], xs),
            Point::P521(point) => has_x([(&u, &p521::GENERATOR), (&v, point)], xs),
        })
    }
}

/// Whether the sum of these products has one of these x.
fn has_x<M: Modulus<L>, const L: usize>(
    products: [(&[bool], &Base<Jacobian<M, L>>); 2],
    xs: [&[u8]; 2],
) -> bool {
    let sum = sum_of_products(products);
    xs.iter().any(|x| sum.has_x(x))
}

/// x and y of the public key that belongs to a private one, big-endian, unless that is 0 or not below the
/// order, or shorter than 24 bytes.
///
/// It takes **the same steps for every private key** and zeroizes what it computed on the way.
#[must_use]
pub fn public_key_of(curve: Curve, private_key: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    uniform::public_key_of(curve.parameters(), private_key)
}
