//! Verification of ECDSA signatures
//! ([FIPS 186-5 §6.4.2](https://doi.org/10.6028/NIST.FIPS.186-5)).

#[cfg(test)]
mod tests;

use alloc::vec::Vec;

use super::base::{Base, sum_of_products};
use super::integer::{self, carried, wide};
use super::jacobian::{Affine, Curve, Jacobian};
use super::modulus::Modulus;
use super::residue::Residue;
pub(in crate::key) use super::{p256::P256, p384::P384, p521::P521, uniform::public_key_of};

/// A point of the curve, prepared for many verifications.
pub(in crate::key) struct PublicKey<C: Curve<L>, const L: usize>(Base<Jacobian<C, L>>);

impl<C: Curve<L>, const L: usize> PublicKey<C, L> {
    /// The point with these coordinates, if they are less than p and it lies on the curve.
    pub(in crate::key) fn new(x: &[u8], y: &[u8]) -> Option<Self> {
        let point = Affine::new(Residue::from_bytes(x)?, Residue::from_bytes(y)?)?;
        Some(Self(Base::new(point)))
    }

    /// The point with this x and an odd or even y, if there is one.
    pub(in crate::key) fn decompress(x: &[u8], is_odd: bool) -> Option<Self> {
        let point = Affine::decompress(Residue::from_bytes(x)?, is_odd)?;
        Some(Self(Base::new(point)))
    }

    /// x and y, big-endian.
    pub(in crate::key) fn coordinates(&self) -> (Vec<u8>, Vec<u8>) {
        let Affine { x, y } = self.0.point();
        (x.to_bytes(C::LENGTH), y.to_bytes(C::LENGTH))
    }

    /// Whether r‖s is a signature over what hashes to `hash`, which is no longer than the order.
    pub(in crate::key) fn verify(&self, hash: &[u8], signature: &[u8]) -> bool {
        self.accepts(hash, signature).unwrap_or(false)
    }

    /// The steps of FIPS 186-5 §6.4.2; `None` where one of them rejects.
    fn accepts(&self, hash: &[u8], signature: &[u8]) -> Option<bool> {
        let (r, s) = signature.split_at_checked(C::LENGTH)?;
        // Step 1: both in 1…n−1, and as long as they must be.
        if s.len() != C::LENGTH {
            return None;
        }
        let r = integer::from_bytes(r, C::Order::BITS)?;
        let r_modulo_n = Residue::<C::Order, L>::from_canonical(r)?;
        let s = Residue::<C::Order, L>::from_bytes(s)?;
        if r_modulo_n.is_zero() || s.is_zero() {
            return None;
        }
        // Steps 2 and 3: the hash is taken whole, because it is no longer than n.
        let e = Residue::from_integer(integer::from_bytes(hash, C::Order::BITS)?);
        // Steps 4 and 5
        let s_inverse = s.inverse();
        let u = e.times(&s_inverse).to_bits();
        let v = r_modulo_n.times(&s_inverse).to_bits();
        // Step 6
        let point = sum_of_products([(&u, C::generator()), (&v, &self.0)]);
        // Steps 7 and 8: the point's x modulo n is r. As X = x·Z², no division is needed for it, and
        // as x < p < 2n, x is r or r + n.
        if point.z.is_zero() {
            return None;
        }
        let zz = point.z.square();
        let has_x = |x: Option<Residue<C::Field, L>>| {
            x.is_some_and(|x| x.times(&zz).minus(&point.x).is_zero())
        };
        let r_plus_n = sum(&r, &C::Order::LIMBS, C::Order::BITS);
        Some(has_x(Residue::from_canonical(r)) || has_x(Residue::from_canonical(r_plus_n)))
    }
}

fn sum<const L: usize>(a: &[i32; L], b: &[i32; L], bits: usize) -> [i32; L] {
    let mut columns = a.map(wide);
    for (column, b) in columns.iter_mut().zip(b) {
        *column += wide(*b);
    }
    carried(&columns, bits)
}
