//! AlgorithmIdentifier: which kind of key it is
//! ([RFC 5280 §4.1.1.2](https://www.rfc-editor.org/rfc/rfc5280#section-4.1.1.2)).

use alloc::vec::Vec;

use super::der::{self, Elements};
use super::{OTHER_KEY_TYPE, RESTRICTED_TO_PSS, malformed};
use crate::error::{Error, KeyMaterialFault, Unsupported};
use crate::jwa::Curve;

/// rsaEncryption, 1.2.840.113549.1.1.1 (RFC 8017 appendix A.1).
const RSA_ENCRYPTION: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01";
/// id-RSASSA-PSS, 1.2.840.113549.1.1.10 (RFC 4055 §3.1).
const RSASSA_PSS: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a";
/// id-ecPublicKey, 1.2.840.10045.2.1 (RFC 5480 §2.1.1).
const EC_PUBLIC_KEY: &[u8] = b"\x2a\x86\x48\xce\x3d\x02\x01";
/// id-Ed25519, 1.3.101.112 (RFC 8410 §3).
const ED25519: &[u8] = b"\x2b\x65\x70";
/// secp256r1, 1.2.840.10045.3.1.7; secp384r1, 1.3.132.0.34; secp521r1, 1.3.132.0.35
/// (RFC 5480 §2.1.1.1).
const NAMED_CURVES: [(&[u8], Curve); 3] = [
    (b"\x2a\x86\x48\xce\x3d\x03\x01\x07", Curve::P256),
    (b"\x2b\x81\x04\x00\x22", Curve::P384),
    (b"\x2b\x81\x04\x00\x23", Curve::P521),
];

/// A kind of key that is read.
#[derive(Clone, Copy)]
pub(super) enum KeyAlgorithm {
    Rsa,
    Ec(Curve),
    Ed25519,
}

impl KeyAlgorithm {
    /// Reads the elements of an AlgorithmIdentifier.
    pub(super) fn read(mut identifier: Elements<'_>) -> Result<Self, Error> {
        let invalid = || malformed(KeyMaterialFault::Der);
        let oid = identifier
            .take(der::OBJECT_IDENTIFIER)
            .ok_or_else(invalid)?;
        match oid {
            RSA_ENCRYPTION => {
                // RFC 3279 §2.3.1: the parameters must be NULL; some encoders leave them out.
                let null = identifier.take_optional(der::NULL).ok_or_else(invalid)?;
                match (null, identifier.finish()) {
                    (None | Some([]), Some(())) => Ok(Self::Rsa),
                    _ => Err(invalid()),
                }
            }
            EC_PUBLIC_KEY => named_curve(identifier).map(Self::Ec),
            // RFC 8410 §3: the parameters must be absent.
            ED25519 => identifier
                .finish()
                .map(|()| Self::Ed25519)
                .ok_or_else(invalid),
            RSASSA_PSS => Err(Error::Unsupported(RESTRICTED_TO_PSS)),
            _ => Err(Error::Unsupported(OTHER_KEY_TYPE)),
        }
    }

    /// The AlgorithmIdentifier.
    pub(super) fn write(self) -> Vec<u8> {
        let oid = |oid: &[u8]| der::element(der::OBJECT_IDENTIFIER, &[oid]);
        match self {
            Self::Rsa => {
                let null = der::element(der::NULL, &[]);
                der::element(der::SEQUENCE, &[&oid(RSA_ENCRYPTION), &null])
            }
            Self::Ec(curve) => {
                let name = NAMED_CURVES
                    .iter()
                    .find_map(|(name, named)| (*named == curve).then_some(*name))
                    .unwrap_or_default();
                der::element(der::SEQUENCE, &[&oid(EC_PUBLIC_KEY), &oid(name)])
            }
            Self::Ed25519 => der::element(der::SEQUENCE, &[&oid(ED25519)]),
        }
    }
}

/// The curve that ECParameters name, which are all of `parameters` (RFC 5480 §2.1.1).
///
/// A curve that is not named but spelled out (RFC 3279 §2.3.5) is refused: whoever chooses the curve
/// chooses what a signature on it proves (CVE-2020-0601).
pub(super) fn named_curve(mut parameters: Elements<'_>) -> Result<Curve, Error> {
    let parameters = (parameters.next(), parameters.finish());
    let (Some((tag, content)), Some(())) = parameters else {
        return Err(malformed(KeyMaterialFault::Der));
    };
    match tag {
        der::OBJECT_IDENTIFIER => NAMED_CURVES
            .into_iter()
            .find_map(|(name, curve)| (name == content).then_some(curve))
            .ok_or(Error::Unsupported(Unsupported::Curve)),
        der::SEQUENCE => Err(Error::Unsupported(Unsupported::Curve)),
        _ => Err(malformed(KeyMaterialFault::Der)),
    }
}
