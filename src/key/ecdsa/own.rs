//! ECDSA by the crate `edge-jwt-arithmetic`, which is made for WebAssembly.

use edge_jwt_arithmetic::ecdsa::{self, PublicKey};
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use super::Coordinates;
use crate::jwa::Curve;

/// A point on its curve.
pub(in crate::key) struct Key {
    curve: Curve,
    point: PublicKey,
}

impl Key {
    /// The point with these coordinates, if it lies on the curve.
    pub(super) fn from_coordinates(curve: Curve, x: &[u8], y: &[u8]) -> Option<Self> {
        let point = PublicKey::new(curve_of(curve)?, x, y)?;
        Some(Self { curve, point })
    }

    pub(in crate::key) fn curve(&self) -> Curve {
        self.curve
    }

    pub(in crate::key) fn coordinates(&self) -> Option<Coordinates> {
        Some(self.point.coordinates())
    }

    pub(in crate::key) fn verify(&self, signing_input: &[u8], signature: &[u8]) -> bool {
        // RFC 7518 §3.4
        match self.curve {
            Curve::P256 => self.point.verify(&Sha256::digest(signing_input), signature),
            Curve::P384 => self.point.verify(&Sha384::digest(signing_input), signature),
            Curve::P521 => self.point.verify(&Sha512::digest(signing_input), signature),
            Curve::Ed25519 => false,
        }
    }
}

/// The point with this x whose y is even (`02`, x) or odd (`03`, x), if the curve has one.
pub(in crate::key) fn decompress(curve: Curve, point: &[u8]) -> Option<Coordinates> {
    let (sign, x) = point.split_first()?;
    Some(PublicKey::decompress(curve_of(curve)?, x, *sign == 3)?.coordinates())
}

/// The public key that belongs to a private one, unless that is 0 or not below the curve's order.
pub(in crate::key) fn public_key_of(curve: Curve, private_key: &[u8]) -> Option<Coordinates> {
    ecdsa::public_key_of(curve_of(curve)?, private_key)
}

fn curve_of(curve: Curve) -> Option<ecdsa::Curve> {
    match curve {
        Curve::P256 => Some(ecdsa::Curve::P256),
        Curve::P384 => Some(ecdsa::Curve::P384),
        Curve::P521 => Some(ecdsa::Curve::P521),
        Curve::Ed25519 => None,
    }
}
