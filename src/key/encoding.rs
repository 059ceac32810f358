//! The encodings of keys that are not JSON: PEM ([RFC 7468](https://www.rfc-editor.org/rfc/rfc7468)),
//! the DER inside it, and bare bytes.
//!
//! Reads, and decides nothing: what comes out is the public part, which passes the same gate as a
//! JWK. Private keys are looked through for their public part; no copy of the rest outlives the call.

mod algorithm;
mod certificate;
mod der;
mod pem;
mod pkcs1;
mod pkcs8;
mod point;
mod private;
mod sec1;
mod spki;

use alloc::borrow::ToOwned as _;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use self::der::Elements;
use super::{mismatch, refuse_too_long};
use crate::error::{Error, KeyMaterialFault, KeyMismatch, Malformed, Unsupported};
use crate::jwa::{Algorithm, Curve};
use crate::jwk::KeyMaterial;

pub(super) use pem::{
    SSH_STARTS, from_material as material_to_pem, structure as structure_of_pem,
    to_material as pem_to_material, without_white_space,
};
pub(crate) use pem::{is_pem, is_text_of_key};

// Keys that could be meant and are not read, and what to do instead.
const ENCRYPTED: Unsupported = Unsupported::KeyFormat {
    found: "an encrypted private key",
    remedy: "decrypt it with `openssl pkey -in key.pem`, or take its public key with \
             `openssl pkey -in key.pem -pubout`",
};
const RESTRICTED_TO_PSS: Unsupported = Unsupported::KeyFormat {
    found: "an RSA key with parameters of its own (id-RSASSA-PSS)",
    remedy: "import it as a JWK, or as an SPKI of type rsaEncryption",
};
const OPENSSH: Unsupported = Unsupported::KeyFormat {
    found: "a key in a format of SSH",
    remedy: "convert it: a public key with `ssh-keygen -e -m PKCS8 -f key.pub`, a copy of a private one with \
             `ssh-keygen -p -m PKCS8 -f key`; neither converts Ed25519",
};
const OTHER_LABEL: Unsupported = Unsupported::KeyFormat {
    found: "PEM with this label",
    remedy: "expected PUBLIC KEY, CERTIFICATE, RSA PUBLIC KEY, PRIVATE KEY, EC PRIVATE KEY or \
             RSA PRIVATE KEY",
};
const OTHER_KEY_TYPE: Unsupported = Unsupported::KeyFormat {
    found: "a key of this type",
    remedy: "expected RSA, EC on P-256, P-384 or P-521, or Ed25519",
};

/// The structures that hold a key.
#[derive(Clone, Copy)]
pub(super) enum Structure {
    /// RFC 5280 §4.1.2.7
    SubjectPublicKeyInfo,
    /// RFC 5280 §4.1
    Certificate,
    /// RFC 8017 appendix A.1.1
    RsaPublicKey,
    /// RFC 8017 appendix A.1.2
    RsaPrivateKey,
    /// RFC 5208 §5, RFC 5958 §2
    PrivateKeyInfo,
    /// RFC 5915 §3
    EcPrivateKey,
    /// RFC 5958 §3
    EncryptedPrivateKeyInfo,
}

impl Structure {
    /// Tells the structures apart, and does not try one after the other. Each is a SEQUENCE, and
    /// the types of its first two elements are those of no other:
    ///
    /// | first    | second       |                                                      |
    /// | -------- | ------------ | ---------------------------------------------------- |
    /// | SEQUENCE | BIT STRING   | SubjectPublicKeyInfo: algorithm, key                 |
    /// | SEQUENCE | SEQUENCE     | Certificate: content, algorithm, …                   |
    /// | SEQUENCE | OCTET STRING | EncryptedPrivateKeyInfo: algorithm, ciphertext       |
    /// | INTEGER  | SEQUENCE     | PrivateKeyInfo: version, algorithm, …                |
    /// | INTEGER  | OCTET STRING | ECPrivateKey: version, key, …                        |
    /// | INTEGER  | INTEGER      | RSAPublicKey: n, e; RSAPrivateKey: version, n, e, d, … |
    ///
    /// The two in the last line differ by what follows: nothing, or something. So every input has at
    /// most one structure, and that one's reader then demands all the rest.
    pub(super) fn of_der(der: &[u8]) -> Option<Self> {
        let mut elements = Elements::of_sequence(der)?;
        let (first, _) = elements.next()?;
        let (second, _) = elements.next()?;
        match (first, second) {
            (der::SEQUENCE, der::BIT_STRING) => Some(Self::SubjectPublicKeyInfo),
            (der::SEQUENCE, der::SEQUENCE) => Some(Self::Certificate),
            (der::SEQUENCE, der::OCTET_STRING) => Some(Self::EncryptedPrivateKeyInfo),
            (der::INTEGER, der::SEQUENCE) => Some(Self::PrivateKeyInfo),
            (der::INTEGER, der::OCTET_STRING) => Some(Self::EcPrivateKey),
            (der::INTEGER, der::INTEGER) if elements.is_empty() => Some(Self::RsaPublicKey),
            (der::INTEGER, der::INTEGER) => Some(Self::RsaPrivateKey),
            _ => None,
        }
    }

    /// The public key in `der`, which must be of this structure and no other.
    fn read(self, der: &[u8]) -> Result<KeyMaterial, Error> {
        let invalid = || malformed(KeyMaterialFault::Der);
        let elements = Elements::of_sequence(der).ok_or_else(invalid)?;
        match self {
            Self::SubjectPublicKeyInfo => spki::to_material(elements),
            Self::Certificate => {
                let spki = certificate::subject_public_key_info(elements).ok_or_else(invalid)?;
                spki::to_material(spki)
            }
            Self::RsaPublicKey => pkcs1::public_key_to_material(der),
            Self::RsaPrivateKey => pkcs1::private_key_to_material(der),
            Self::PrivateKeyInfo => pkcs8::to_material(elements),
            Self::EcPrivateKey => sec1::to_material(der, None),
            Self::EncryptedPrivateKeyInfo => Err(Error::Unsupported(ENCRYPTED)),
        }
    }
}

/// The public key in the DER of any structure.
pub(super) fn der_to_material(der: &[u8]) -> Result<KeyMaterial, Error> {
    Structure::of_der(der)
        .ok_or_else(|| malformed(KeyMaterialFault::Der))?
        .read(der)
}

/// The PKCS#8 (RFC 5958) of a private key in PEM with one of the labels `PRIVATE KEY`, `EC PRIVATE KEY`
/// and `RSA PRIVATE KEY`: DER, for a signer that takes no other form. An elliptic-curve key gets its
/// public part, if it has none.
///
/// # Errors
///
/// `ERR_JOSE_KEY_INVALID` and `ERR_JOSE_NOT_SUPPORTED` as for
/// [`VerifyingKey::from_pem`](super::VerifyingKey::from_pem), and when the key is a public one.
pub fn pkcs8_from_pem(pem: impl AsRef<[u8]>) -> Result<Zeroizing<Vec<u8>>, Error> {
    let pem = pem.as_ref();
    refuse_too_long(pem.len())?;
    let (structure, der) = pem::read(pem)?;
    private::to_pkcs8(structure, &der)
}

/// The PKCS#8 of a private key in DER: PKCS#8, PKCS#1 or SEC 1.
///
/// # Errors
///
/// As [`pkcs8_from_pem`].
pub fn pkcs8_from_der(der: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    refuse_too_long(der.len())?;
    let structure = Structure::of_der(der).ok_or_else(|| malformed(KeyMaterialFault::Der))?;
    private::to_pkcs8(structure, der)
}

/// The PKCS#8 of a bare private key on the curve of `algorithm`: the number of ES256, ES384 and ES512
/// (SEC 1 §3.2.1, big-endian, as long as the curve's field), the 32 bytes of Ed25519 (RFC 8032 §5.1.5).
/// Its public part is computed.
///
/// # Errors
///
/// - `ERR_JOSE_KEY_INVALID` when the length is another one, or the number none of the curve.
/// - `ERR_JOSE_KEY_MISMATCH` for RSA and HMAC algorithms.
pub fn pkcs8_from_raw_private_key(
    bytes: &[u8],
    algorithm: Algorithm,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let curve = algorithm.curve().ok_or_else(|| not_on_a_curve(algorithm))?;
    private::raw_to_pkcs8(bytes, &raw_private_to_material(bytes, curve)?)
}

/// The public key of a bare private one.
fn raw_private_to_material(bytes: &[u8], curve: Curve) -> Result<KeyMaterial, Error> {
    if bytes.len() != curve.coordinate_length() {
        return Err(malformed(KeyMaterialFault::RawLength));
    }
    match curve {
        Curve::Ed25519 => pkcs8::of_seed(bytes),
        Curve::P256 | Curve::P384 | Curve::P521 => point::of_private_key(bytes, curve),
    }
}

/// A bare public key; the algorithm says of which kind.
pub(super) fn raw_to_material(bytes: &[u8], algorithm: Algorithm) -> Result<KeyMaterial, Error> {
    match algorithm.curve() {
        Some(Curve::Ed25519) => ed25519(bytes),
        Some(curve) => point::to_material(bytes, curve),
        None => Err(not_on_a_curve(algorithm)),
    }
}

fn not_on_a_curve(algorithm: Algorithm) -> Error {
    mismatch(KeyMismatch::KeyType {
        algorithm: algorithm.name(),
        expected: algorithm.key_type().name(),
    })
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

fn malformed(fault: KeyMaterialFault) -> Error {
    Error::Malformed(Malformed::KeyMaterial(fault))
}
