//! Points of elliptic curves as bytes (SEC 1 §2.3.3): `04`, x, y; or compressed, `02` or `03`, x.

use alloc::borrow::ToOwned as _;

use super::malformed;
use crate::error::{Error, KeyMaterialFault};
use crate::jwa::Curve;
use crate::jwk::KeyMaterial;

/// The point that `bytes` are. Whether it lies on the curve is seen when the key is prepared, except
/// for a compressed one, which has no y otherwise.
pub(super) fn to_material(bytes: &[u8], curve: Curve) -> Result<KeyMaterial, Error> {
    let length = curve.coordinate_length();
    let (x, y) = match bytes.split_first() {
        Some((4, coordinates)) if coordinates.len() == length.saturating_mul(2) => {
            let (x, y) = coordinates.split_at(length);
            (x.to_owned(), y.to_owned())
        }
        Some((2 | 3, x)) if x.len() == length => arithmetic::decompress(bytes, curve)?,
        _ => return Err(malformed(KeyMaterialFault::RawLength)),
    };
    Ok(KeyMaterial::Ec { curve, x, y })
}

/// The public key that belongs to a private key, big-endian.
pub(super) fn of_private_key(private_key: &[u8], curve: Curve) -> Result<KeyMaterial, Error> {
    let (x, y) = arithmetic::public_key_of(private_key, curve)?;
    Ok(KeyMaterial::Ec { curve, x, y })
}

#[cfg(feature = "es")]
mod arithmetic {
    use super::{Curve, Error, KeyMaterialFault, malformed};
    use crate::key::ecdsa::{self, Coordinates};

    pub(super) fn decompress(point: &[u8], curve: Curve) -> Result<Coordinates, Error> {
        ecdsa::decompress(curve, point).ok_or_else(|| malformed(KeyMaterialFault::Point))
    }

    pub(super) fn public_key_of(private_key: &[u8], curve: Curve) -> Result<Coordinates, Error> {
        ecdsa::public_key_of(curve, private_key).ok_or_else(|| malformed(KeyMaterialFault::Der))
    }
}

#[cfg(not(feature = "es"))]
mod arithmetic {
    use alloc::vec::Vec;

    use super::{Curve, Error};
    use crate::error::Unsupported;

    const NOT_COMPILED: Error =
        Error::Unsupported(Unsupported::AlgorithmNotCompiled { algorithm: "ECDSA" });

    pub(super) fn decompress(_: &[u8], _: Curve) -> Result<(Vec<u8>, Vec<u8>), Error> {
        Err(NOT_COMPILED)
    }

    pub(super) fn public_key_of(_: &[u8], _: Curve) -> Result<(Vec<u8>, Vec<u8>), Error> {
        Err(NOT_COMPILED)
    }
}
