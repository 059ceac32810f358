//! SubjectPublicKeyInfo, the form that every library reads
//! ([RFC 5280 §4.1.2.7](https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.7)).

use alloc::vec::Vec;

use super::algorithm::KeyAlgorithm;
use super::der::{self, Elements};
use super::{ed25519, malformed, pkcs1, point};
use crate::error::{Error, KeyMaterialFault};
use crate::jwk::KeyMaterial;

/// The key in a SubjectPublicKeyInfo, whose elements these are.
pub(super) fn to_material(mut spki: Elements<'_>) -> Result<KeyMaterial, Error> {
    let parts = (spki.sequence(), spki.bit_string(), spki.finish());
    let (Some(algorithm), Some(key), Some(())) = parts else {
        return Err(malformed(KeyMaterialFault::Der));
    };
    match KeyAlgorithm::read(algorithm)? {
        KeyAlgorithm::Rsa => pkcs1::public_key_to_material(key),
        KeyAlgorithm::Ec(curve) => point::to_material(key, curve),
        KeyAlgorithm::Ed25519 => ed25519(key),
    }
}

/// The SubjectPublicKeyInfo of a public key; a secret has none.
pub(super) fn from_material(material: &KeyMaterial) -> Option<Vec<u8>> {
    let (algorithm, key) = match material {
        KeyMaterial::Secret { .. } => return None,
        KeyMaterial::Rsa { n, e } => (KeyAlgorithm::Rsa, pkcs1::from_public_key(n, e)),
        KeyMaterial::Ec { curve, x, y } => (KeyAlgorithm::Ec(*curve), [&[4], &**x, y].concat()),
        KeyMaterial::Okp { x, .. } => (KeyAlgorithm::Ed25519, x.clone()),
    };
    let key = der::element(der::BIT_STRING, &[&[0], &key]);
    Some(der::element(der::SEQUENCE, &[&algorithm.write(), &key]))
}
