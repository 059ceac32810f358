//! The encodings of public keys that are not JSON: PEM ([RFC 7468](https://www.rfc-editor.org/rfc/rfc7468)),
//! the DER of a SubjectPublicKeyInfo ([RFC 5280 §4.1.2.7](https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.7))
//! and bare bytes.
//!
//! Reads, and decides nothing: what comes out passes the same gate as a JWK.

use alloc::borrow::ToOwned as _;
use alloc::vec::Vec;

use spki::{ObjectIdentifier, SubjectPublicKeyInfoRef};

use super::mismatch;
use crate::error::{Error, KeyMaterialFault, KeyMismatch, Malformed, Unsupported};
use crate::jwa::{Algorithm, Curve};
use crate::jwk::KeyMaterial;

/// rsaEncryption (RFC 8017 appendix A.1). The id-RSASSA-PSS keys of RFC 4055 are not read: they
/// carry restrictions of their own.
const RSA_ENCRYPTION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
/// id-ecPublicKey (RFC 5480 §2.1.1).
const EC_PUBLIC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
/// secp256r1, secp384r1, secp521r1 (RFC 5480 §2.1.1.1).
const NAMED_CURVES: [(ObjectIdentifier, Curve); 3] = [
    (
        ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7"),
        Curve::P256,
    ),
    (ObjectIdentifier::new_unwrap("1.3.132.0.34"), Curve::P384),
    (ObjectIdentifier::new_unwrap("1.3.132.0.35"), Curve::P521),
];
/// id-Ed25519 (RFC 8410 §3).
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");

const SUPPORTED: Unsupported = Unsupported::KeyFormat {
    supported: "a PUBLIC KEY of type RSA, EC (P-256, P-384, P-521, uncompressed) or Ed25519",
};

/// The content of a PEM text with the label `PUBLIC KEY`.
pub(super) fn pem_to_der(pem: &str) -> Result<Vec<u8>, Error> {
    let (label, der) =
        pem_rfc7468::decode_vec(pem.as_bytes()).map_err(|_| malformed(KeyMaterialFault::Pem))?;
    if label == "PUBLIC KEY" {
        Ok(der)
    } else {
        Err(Error::Unsupported(SUPPORTED))
    }
}

/// The key in a SubjectPublicKeyInfo.
pub(super) fn spki_to_material(der: &[u8]) -> Result<KeyMaterial, Error> {
    let invalid = || malformed(KeyMaterialFault::Der);
    let spki = SubjectPublicKeyInfoRef::try_from(der).map_err(|_| invalid())?;
    let key = spki.subject_public_key.as_bytes().ok_or_else(invalid)?;
    let parameters = spki.algorithm.parameters;
    match spki.algorithm.oid {
        // RFC 3279 §2.3.1: the parameters must be NULL; some encoders leave them out.
        RSA_ENCRYPTION if parameters.is_none_or(|parameters| parameters.is_null()) => {
            let key = pkcs1::RsaPublicKeyRef::try_from(key).map_err(|_| invalid())?;
            Ok(KeyMaterial::Rsa {
                n: key.modulus.as_bytes().to_owned(),
                e: key.public_exponent.as_bytes().to_owned(),
            })
        }
        EC_PUBLIC_KEY => {
            let oid = spki.algorithm.parameters_oid().map_err(|_| invalid())?;
            let (_, curve) = NAMED_CURVES
                .into_iter()
                .find(|(name, _)| *name == oid)
                .ok_or(Error::Unsupported(Unsupported::Curve))?;
            uncompressed_point(key, curve)
        }
        // RFC 8410 §3: the parameters must be absent.
        ED25519 if parameters.is_none() => ed25519(key),
        RSA_ENCRYPTION | ED25519 => Err(invalid()),
        _ => Err(Error::Unsupported(SUPPORTED)),
    }
}

/// A bare public key; the algorithm says of which kind.
pub(super) fn raw_to_material(bytes: &[u8], algorithm: Algorithm) -> Result<KeyMaterial, Error> {
    match algorithm.curve() {
        Some(Curve::Ed25519) => ed25519(bytes),
        Some(curve) => uncompressed_point(bytes, curve),
        None => Err(mismatch(KeyMismatch::KeyType {
            algorithm: algorithm.name(),
            expected: algorithm.key_type().name(),
        })),
    }
}

fn ed25519(bytes: &[u8]) -> Result<KeyMaterial, Error> {
    if bytes.len() != Curve::Ed25519.coordinate_length() {
        return Err(malformed(KeyMaterialFault::RawLength));
    }
    Ok(KeyMaterial::Okp {
        curve: Curve::Ed25519,
        x: bytes.to_owned(),
    })
}

/// SEC 1 §2.3.3: 04, x, y.
fn uncompressed_point(bytes: &[u8], curve: Curve) -> Result<KeyMaterial, Error> {
    let length = curve.coordinate_length();
    match bytes.split_first() {
        Some((4, coordinates)) if coordinates.len() == length.saturating_mul(2) => {
            let (x, y) = coordinates.split_at(length);
            Ok(KeyMaterial::Ec {
                curve,
                x: x.to_owned(),
                y: y.to_owned(),
            })
        }
        Some((2 | 3, x)) if x.len() == length => Err(Error::Unsupported(SUPPORTED)),
        _ => Err(malformed(KeyMaterialFault::RawLength)),
    }
}

fn malformed(fault: KeyMaterialFault) -> Error {
    Error::Malformed(Malformed::KeyMaterial(fault))
}
