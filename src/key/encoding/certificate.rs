//! The way to the public key of an X.509 certificate
//! ([RFC 5280 §4.1](https://www.rfc-editor.org/rfc/rfc5280#section-4.1)).
//!
//! A certificate is an envelope here and nothing more. Its dates, its chain, its usages and its
//! signature are not looked at: whoever imports one says that the key in it is the right one.

use super::der::{self, Elements};

/// The elements of the SubjectPublicKeyInfo in a Certificate, whose elements these are.
pub(super) fn subject_public_key_info(mut certificate: Elements<'_>) -> Option<Elements<'_>> {
    let mut content = certificate.sequence()?;
    certificate.sequence()?; // signatureAlgorithm
    certificate.bit_string()?; // signatureValue
    certificate.finish()?;

    if let Some(version) = content.take_optional(der::constructed(0))? {
        let mut version = Elements::of(version);
        // v2 or v3: the default, v1, is left out (X.690 §11.5).
        if !matches!(version.unsigned_integer()?, [1 | 2]) {
            return None;
        }
        version.finish()?;
    }
    content.take(der::INTEGER)?; // serialNumber
    content.sequence()?; // signature
    content.sequence()?; // issuer
    content.sequence()?; // validity
    content.sequence()?; // subject
    let spki = content.sequence()?;
    content.take_optional(der::primitive(1))?; // issuerUniqueID
    content.take_optional(der::primitive(2))?; // subjectUniqueID
    content.take_optional(der::constructed(3))?; // extensions
    content.finish()?;
    Some(spki)
}
