//! PEM ([RFC 7468](https://www.rfc-editor.org/rfc/rfc7468)): one block, whose label says what the DER
//! in it is. A DER of another structure than the label's is refused.

use alloc::string::String;
use alloc::vec::Vec;

use pem_rfc7468::{Decoder, LineEnding};
use zeroize::Zeroizing;

use super::{ENCRYPTED, OPENSSH, OTHER_LABEL, Structure, malformed, spki};
use crate::error::{Error, KeyMaterialFault, Unsupported};
use crate::jwk::KeyMaterial;

/// The public key in a PEM text.
pub(in super::super) fn to_material(pem: &str) -> Result<KeyMaterial, Error> {
    let (structure, der) = read(pem)?;
    structure.read(&der)
}

/// The structure that the label promises, and the DER.
pub(super) fn read(pem: &str) -> Result<(Structure, Zeroizing<Vec<u8>>), Error> {
    let (label, der) = decode(pem.trim_ascii_end()).ok_or_else(|| other_text(pem))?;
    let structure = structure_of(label).map_err(Error::Unsupported)?;
    Ok((structure, der))
}

/// The structure that the label of a PEM text promises, also where the rest cannot be read.
pub(in super::super) fn structure(text: &str) -> Option<Structure> {
    match label(text)? {
        "ENCRYPTED PRIVATE KEY" => Some(Structure::EncryptedPrivateKeyInfo),
        label => structure_of(label).ok(),
    }
}

/// The SubjectPublicKeyInfo of a public key; a secret has none.
pub(in super::super) fn from_material(material: &KeyMaterial) -> Option<String> {
    let der = spki::from_material(material)?;
    pem_rfc7468::encode_string("PUBLIC KEY", LineEnding::LF, &der).ok()
}

/// The label and the content. Lines may have any length, if only they all have the same.
fn decode(pem: &str) -> Option<(&str, Zeroizing<Vec<u8>>)> {
    let mut decoder = Decoder::new_detect_wrap(pem.as_bytes()).ok()?;
    let mut der = Zeroizing::new(Vec::new());
    decoder.decode_to_end(&mut der).ok()?;
    Some((decoder.type_label(), der))
}

fn structure_of(label: &str) -> Result<Structure, Unsupported> {
    match label {
        "PUBLIC KEY" => Ok(Structure::SubjectPublicKeyInfo),
        "CERTIFICATE" => Ok(Structure::Certificate),
        "RSA PUBLIC KEY" => Ok(Structure::RsaPublicKey),
        "RSA PRIVATE KEY" => Ok(Structure::RsaPrivateKey),
        "PRIVATE KEY" => Ok(Structure::PrivateKeyInfo),
        "EC PRIVATE KEY" => Ok(Structure::EcPrivateKey),
        "ENCRYPTED PRIVATE KEY" => Err(ENCRYPTED),
        "OPENSSH PRIVATE KEY" => Err(OPENSSH),
        _ => Err(OTHER_LABEL),
    }
}

/// How keys begin that are in a text format of SSH.
pub(in super::super) const SSH_STARTS: [&str; 3] = ["ssh-", "ecdsa-sha2-", "---- BEGIN SSH2"];

/// Names what is not PEM in the sense of RFC 7468 and yet a key. Nothing but the error hangs on it.
fn other_text(text: &str) -> Error {
    if SSH_STARTS.iter().any(|start| text.starts_with(start)) {
        Error::Unsupported(OPENSSH)
    } else if text.contains("\nProc-Type: 4,ENCRYPTED") {
        // RFC 1421 §4.6.1.1, as OpenSSL wrote encrypted keys before PKCS#8.
        Error::Unsupported(ENCRYPTED)
    } else if let Some(Err(unsupported)) = label(text).map(structure_of) {
        Error::Unsupported(unsupported)
    } else {
        malformed(KeyMaterialFault::Pem)
    }
}

fn label(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("-----BEGIN ")?;
    rest.split_once("-----").map(|(label, _)| label)
}
