//! The public part of a private key of any type
//! ([RFC 5208 §5](https://www.rfc-editor.org/rfc/rfc5208#section-5),
//! [RFC 5958 §2](https://www.rfc-editor.org/rfc/rfc5958#section-2),
//! [RFC 8410 §7](https://www.rfc-editor.org/rfc/rfc8410#section-7)).

use super::algorithm::KeyAlgorithm;
use super::der::{self, Elements};
use super::{ed25519, malformed, pkcs1, sec1};
use crate::error::{Error, KeyMaterialFault};
use crate::jwk::KeyMaterial;

/// A PrivateKeyInfo, or OneAsymmetricKey, taken apart.
struct PrivateKeyInfo<'d> {
    algorithm: Elements<'d>,
    private_key: &'d [u8],
    public_key: Option<&'d [u8]>,
}

/// The public key in a PrivateKeyInfo, whose elements these are.
pub(super) fn to_material(elements: Elements<'_>) -> Result<KeyMaterial, Error> {
    let invalid = || malformed(KeyMaterialFault::Der);
    let info = read(elements).ok_or_else(invalid)?;
    match KeyAlgorithm::read(info.algorithm)? {
        KeyAlgorithm::Rsa => pkcs1::private_key_to_material(info.private_key),
        KeyAlgorithm::Ec(curve) => sec1::to_material(info.private_key, Some(curve)),
        KeyAlgorithm::Ed25519 => match (seed(info.private_key), info.public_key) {
            (None, _) => Err(invalid()),
            (Some(_), Some(public_key)) => ed25519(public_key),
            (Some(seed), None) => of_seed(seed),
        },
    }
}

/// The inner private key of a PrivateKeyInfo, whose elements these are.
pub(super) fn private_key(elements: Elements<'_>) -> Option<&[u8]> {
    read(elements).map(|info| info.private_key)
}

fn read(mut elements: Elements<'_>) -> Option<PrivateKeyInfo<'_>> {
    let version = elements.unsigned_integer()?;
    let algorithm = elements.sequence()?;
    let private_key = elements.take(der::OCTET_STRING)?;
    elements.take_optional(der::constructed(0))?; // attributes
    let public_key = elements.take_optional(der::primitive(1))?;
    elements.finish()?;
    // RFC 5958 §2: version 1 where there is a public key, otherwise 0.
    match (version, public_key) {
        ([], None) => {}
        ([1], Some(_)) => {}
        _ => return None,
    }
    Some(PrivateKeyInfo {
        algorithm,
        private_key,
        public_key: match public_key {
            Some(bits) => Some(der::whole_bytes(bits)?),
            None => None,
        },
    })
}

/// The public key of a private key of Ed25519.
pub(super) fn of_seed(seed: &[u8]) -> Result<KeyMaterial, Error> {
    let seed = seed.try_into();
    let seed = seed.map_err(|_| malformed(KeyMaterialFault::RawLength))?;
    ed25519(&arithmetic::public_key_of(seed)?)
}

/// RFC 8410 §7: an OCTET STRING of 32 bytes within the OCTET STRING.
fn seed(private_key: &[u8]) -> Option<&[u8; 32]> {
    let mut elements = Elements::of(private_key);
    let seed = elements.take(der::OCTET_STRING)?;
    elements.finish()?;
    seed.try_into().ok()
}

#[cfg(feature = "eddsa")]
mod arithmetic {
    use crate::error::Error;
    use crate::key::eddsa;

    pub(super) fn public_key_of(seed: &[u8; 32]) -> Result<[u8; 32], Error> {
        Ok(eddsa::public_key_of(seed))
    }
}

#[cfg(not(feature = "eddsa"))]
mod arithmetic {
    use crate::error::{Error, Unsupported};

    pub(super) fn public_key_of(_: &[u8; 32]) -> Result<[u8; 32], Error> {
        let algorithm = "Ed25519";
        Err(Error::Unsupported(Unsupported::AlgorithmNotCompiled {
            algorithm,
        }))
    }
}
