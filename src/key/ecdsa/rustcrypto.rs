//! ECDSA by the RustCrypto crates `p256`, `p384` and `p521`: the backend behind the feature
//! `rustcrypto`.

use alloc::borrow::ToOwned as _;

use p256::ecdsa::signature::Verifier as _;
use p256::elliptic_curve::sec1::ToSec1Point as _;

use super::Coordinates;
use crate::jwa::Curve;

/// A point on its curve.
pub(in crate::key) enum Key {
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
    P521(p521::ecdsa::VerifyingKey),
}

impl Key {
    /// The point with these coordinates, if it lies on the curve.
    pub(super) fn from_coordinates(curve: Curve, x: &[u8], y: &[u8]) -> Option<Self> {
        // SEC 1 §2.3.3: 04, x, y.
        Self::from_point(curve, &[&[4], x, y].concat())
    }

    /// A point in any form of SEC 1 §2.3.3. The crates check that it lies on the curve.
    fn from_point(curve: Curve, point: &[u8]) -> Option<Self> {
        match curve {
            Curve::P256 => p256::ecdsa::VerifyingKey::from_sec1_bytes(point)
                .ok()
                .map(Self::P256),
            Curve::P384 => p384::ecdsa::VerifyingKey::from_sec1_bytes(point)
                .ok()
                .map(Self::P384),
            Curve::P521 => p521::ecdsa::VerifyingKey::from_sec1_bytes(point)
                .ok()
                .map(Self::P521),
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
        match self {
            Self::P256(key) => halves(key.to_sec1_point(false).as_bytes()),
            Self::P384(key) => halves(key.to_sec1_point(false).as_bytes()),
            Self::P521(key) => halves(key.to_sec1_point(false).as_bytes()),
        }
    }

    pub(in crate::key) fn verify(&self, signing_input: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::P256(key) => p256::ecdsa::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(signing_input, &signature).is_ok()),
            Self::P384(key) => p384::ecdsa::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(signing_input, &signature).is_ok()),
            Self::P521(key) => p521::ecdsa::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(signing_input, &signature).is_ok()),
        }
    }
}

/// The point with this x whose y is even (`02`, x) or odd (`03`, x), if the curve has one.
pub(in crate::key) fn decompress(curve: Curve, point: &[u8]) -> Option<Coordinates> {
    Key::from_point(curve, point)?.coordinates()
}

/// The public key that belongs to a private one, unless that is 0 or not below the curve's order.
///
/// The multiplication takes the same time for every private key, and the crates zeroize their copy.
pub(in crate::key) fn public_key_of(curve: Curve, private_key: &[u8]) -> Option<Coordinates> {
    match curve {
        Curve::P256 => {
            let key = p256::SecretKey::from_slice(private_key).ok()?;
            halves(key.public_key().to_sec1_point(false).as_bytes())
        }
        Curve::P384 => {
            let key = p384::SecretKey::from_slice(private_key).ok()?;
            halves(key.public_key().to_sec1_point(false).as_bytes())
        }
        Curve::P521 => {
            let key = p521::SecretKey::from_slice(private_key).ok()?;
            halves(key.public_key().to_sec1_point(false).as_bytes())
        }
        Curve::Ed25519 => None,
    }
}

/// x and y of an uncompressed point.
fn halves(point: &[u8]) -> Option<Coordinates> {
    let (_, coordinates) = point.split_first()?;
    let (x, y) = coordinates.split_at_checked(coordinates.len() >> 1)?;
    Some((x.to_owned(), y.to_owned()))
}
