//! ECDSA by the arithmetic of this crate, which is made for WebAssembly.

use sha2::{Digest as _, Sha256, Sha384, Sha512};

use super::Coordinates;
use crate::jwa::Curve;
use crate::key::curve::ecdsa::{self, P256, P384, P521, PublicKey};

/// A point on its curve.
pub(in crate::key) enum Key {
    P256(PublicKey<P256, 9>),
    P384(PublicKey<P384, 14>),
    P521(PublicKey<P521, 19>),
}

impl Key {
    /// The point with these coordinates, if it lies on the curve.
    pub(super) fn from_coordinates(curve: Curve, x: &[u8], y: &[u8]) -> Option<Self> {
        match curve {
            Curve::P256 => PublicKey::new(x, y).map(Self::P256),
            Curve::P384 => PublicKey::new(x, y).map(Self::P384),
            Curve::P521 => PublicKey::new(x, y).map(Self::P521),
            Curve::Ed25519 => None,
        }
    }

    pub(in crate::key) fn curve(&self) -> Curve {
        match self {
            Self::P256(_) => Curve::P256,
            Self::P384(_) => Curve::P384,
            Self::P521(_) => Curve::P521,
        }
    }

    pub(in crate::key) fn coordinates(&self) -> Option<Coordinates> {
        Some(match self {
            Self::P256(key) => key.coordinates(),
            Self::P384(key) => key.coordinates(),
            Self::P521(key) => key.coordinates(),
        })
    }

    pub(in crate::key) fn verify(&self, signing_input: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::P256(key) => key.verify(&Sha256::digest(signing_input), signature),
            Self::P384(key) => key.verify(&Sha384::digest(signing_input), signature),
            Self::P521(key) => key.verify(&Sha512::digest(signing_input), signature),
        }
    }
}

/// The point with this x whose y is even (`02`, x) or odd (`03`, x), if the curve has one.
pub(in crate::key) fn decompress(curve: Curve, point: &[u8]) -> Option<Coordinates> {
    let (sign, x) = point.split_first()?;
    let is_odd = *sign == 3;
    match curve {
        Curve::P256 => PublicKey::<P256, 9>::decompress(x, is_odd).map(|key| key.coordinates()),
        Curve::P384 => PublicKey::<P384, 14>::decompress(x, is_odd).map(|key| key.coordinates()),
        Curve::P521 => PublicKey::<P521, 19>::decompress(x, is_odd).map(|key| key.coordinates()),
        Curve::Ed25519 => None,
    }
}

/// The public key that belongs to a private one, unless that is 0 or not below the curve's order.
pub(in crate::key) fn public_key_of(curve: Curve, private_key: &[u8]) -> Option<Coordinates> {
    match curve {
        Curve::P256 => ecdsa::public_key_of::<P256, 9>(private_key),
        Curve::P384 => ecdsa::public_key_of::<P384, 14>(private_key),
        Curve::P521 => ecdsa::public_key_of::<P521, 19>(private_key),
        Curve::Ed25519 => None,
    }
}
