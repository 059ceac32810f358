//! The public part of an elliptic-curve private key
//! ([RFC 5915 §3](https://www.rfc-editor.org/rfc/rfc5915#section-3)).

use super::algorithm::named_curve;
use super::der::{self, Elements};
use super::{malformed, point};
use crate::error::{Error, KeyMaterialFault};
use crate::jwa::Curve;
use crate::jwk::KeyMaterial;

/// An ECPrivateKey, taken apart.
struct EcPrivateKey<'d> {
    private_key: &'d [u8],
    parameters: Option<&'d [u8]>,
    public_key: Option<&'d [u8]>,
}

/// The public key in an ECPrivateKey on `curve`, which the structure around it has named. Where there
/// is no such structure, the key itself must name its curve; where both do, they must agree.
///
/// The public key is the one that stands there. Only where none does, it is computed.
pub(super) fn to_material(der: &[u8], curve: Option<Curve>) -> Result<KeyMaterial, Error> {
    let invalid = || malformed(KeyMaterialFault::Der);
    let key = read(der).ok_or_else(invalid)?;
    let own_curve = key
        .parameters
        .map(|parameters| named_curve(Elements::of(parameters)))
        .transpose()?;
    let curve = match (curve, own_curve) {
        (Some(curve), Some(own)) if curve != own => return Err(invalid()),
        (Some(curve), _) | (None, Some(curve)) => curve,
        (None, None) => return Err(invalid()),
    };
    match key.public_key {
        Some(public_key) => point::to_material(public_key, curve),
        None => point::of_private_key(key.private_key, curve),
    }
}

/// The private number of an ECPrivateKey, big-endian.
pub(super) fn private_key(der: &[u8]) -> Option<&[u8]> {
    read(der).map(|key| key.private_key)
}

fn read(der: &[u8]) -> Option<EcPrivateKey<'_>> {
    let mut elements = Elements::of_sequence(der)?;
    if elements.unsigned_integer()? != [1] {
        return None;
    }
    let private_key = elements.take(der::OCTET_STRING)?;
    let parameters = elements.take_optional(der::constructed(0))?;
    let public_key = match elements.take_optional(der::constructed(1))? {
        Some(public_key) => {
            let mut public_key = Elements::of(public_key);
            let bytes = public_key.bit_string()?;
            public_key.finish()?;
            Some(bytes)
        }
        None => None,
    };
    elements.finish()?;
    Some(EcPrivateKey {
        private_key,
        parameters,
        public_key,
    })
}
