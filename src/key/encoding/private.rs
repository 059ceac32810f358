//! Private keys on their way through, from any structure to the one that every signer takes: PKCS#8
//! ([RFC 5958 §2](https://www.rfc-editor.org/rfc/rfc5958#section-2)).
//!
//! Nothing is kept: what comes out is zeroized when the caller drops it.

use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::algorithm::KeyAlgorithm;
use super::der::{self, Elements};
use super::{Structure, malformed, pkcs8, sec1};
use crate::error::{Error, KeyMaterialFault};
use crate::jwk::KeyMaterial;

/// The PrivateKeyInfo of the private key in `der`, whose structure is known, in the form that all
/// signers read: version 0, and in an elliptic-curve key its public one, without which some refuse it.
pub(super) fn to_pkcs8(structure: Structure, der: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let invalid = || malformed(KeyMaterialFault::Der);
    // The reader of public keys has looked at all of it, and computes the point where there is none.
    let material = structure.read(der)?;
    match structure {
        Structure::RsaPrivateKey => Ok(private_key_info(KeyAlgorithm::Rsa, der)),
        Structure::EcPrivateKey => ec(sec1::private_key(der).ok_or_else(invalid)?, &material),
        Structure::PrivateKeyInfo => {
            let elements = Elements::of_sequence(der).ok_or_else(invalid)?;
            let private_key = pkcs8::private_key(elements).ok_or_else(invalid)?;
            match material {
                KeyMaterial::Ec { .. } => ec(
                    sec1::private_key(private_key).ok_or_else(invalid)?,
                    &material,
                ),
                KeyMaterial::Okp { .. } => Ok(private_key_info(KeyAlgorithm::Ed25519, private_key)),
                KeyMaterial::Rsa { .. } | KeyMaterial::Secret { .. } => {
                    Ok(private_key_info(KeyAlgorithm::Rsa, private_key))
                }
            }
        }
        Structure::SubjectPublicKeyInfo
        | Structure::Certificate
        | Structure::RsaPublicKey
        | Structure::EncryptedPrivateKeyInfo => Err(malformed(KeyMaterialFault::NotPrivate)),
    }
}

fn private_key_info(algorithm: KeyAlgorithm, private_key: &[u8]) -> Zeroizing<Vec<u8>> {
    let version = der::element(der::INTEGER, &[&[0]]);
    let private_key = Zeroizing::new(der::element(der::OCTET_STRING, &[private_key]));
    let elements: [&[u8]; 3] = [&version, &algorithm.write(), &private_key];
    Zeroizing::new(der::element(der::SEQUENCE, &elements))
}

/// The PrivateKeyInfo of a bare private key, whose public one is `material`.
pub(super) fn raw_to_pkcs8(
    private_key: &[u8],
    material: &KeyMaterial,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    if matches!(material, KeyMaterial::Ec { .. }) {
        return ec(private_key, material);
    }
    // RFC 8410 §7
    let seed = Zeroizing::new(der::element(der::OCTET_STRING, &[private_key]));
    Ok(private_key_info(KeyAlgorithm::Ed25519, &seed))
}

/// RFC 5915 §3, without the parameters, which the structure around it names.
fn ec(number: &[u8], material: &KeyMaterial) -> Result<Zeroizing<Vec<u8>>, Error> {
    let invalid = || malformed(KeyMaterialFault::Der);
    let KeyMaterial::Ec { curve, x, y } = material else {
        return Err(invalid());
    };
    let length = curve.coordinate_length();
    // Some writers leave leading zeros out, and some readers miss them.
    let significant = number.iter().position(|byte| *byte != 0);
    let number = number
        .get(significant.unwrap_or_default()..)
        .unwrap_or_default();
    let zeros = length.checked_sub(number.len()).ok_or_else(invalid)?;
    let mut padded = Zeroizing::new(alloc::vec![0; zeros]);
    padded.extend_from_slice(number);

    let version = der::element(der::INTEGER, &[&[1]]);
    let number = Zeroizing::new(der::element(der::OCTET_STRING, &[&padded]));
    let point = der::element(der::BIT_STRING, &[&[0, 4], x, y]);
    let point = der::element(der::constructed(1), &[&point]);
    let elements: [&[u8]; 3] = [&version, &number, &point];
    let key = Zeroizing::new(der::element(der::SEQUENCE, &elements));
    Ok(private_key_info(KeyAlgorithm::Ec(*curve), &key))
}
