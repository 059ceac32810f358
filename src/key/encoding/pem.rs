//! PEM in the lax form of [RFC 7468 §3](https://www.rfc-editor.org/rfc/rfc7468#section-3): a block whose
//! label says what the DER in it is. A DER of another structure than the label's is refused.
//!
//! White space carries nothing, wherever it stands between the boundaries, and neither does a line break
//! that is written out (`\n`), as environment variables have it. Text around a block is passed over
//! (§2), and so are blocks of parameters, which OpenSSL writes in front of a key.

use alloc::string::String;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::{ENCRYPTED, OPENSSH, OTHER_LABEL, Structure, malformed, spki};
use crate::base64url;
use crate::error::{Error, KeyMaterialFault, PemFault, Unsupported};
use crate::jwk::KeyMaterial;
use crate::text::{contains, split_once};

const BEGIN: &[u8] = b"-----BEGIN ";
const END: &[u8] = b"-----END ";
const DASHES: &[u8] = b"-----";

/// What is between two boundaries, and the label that both have.
struct Block<'p> {
    label: &'p [u8],
    body: &'p [u8],
}

/// The public key in a PEM text.
pub(in super::super) fn to_material(pem: &[u8]) -> Result<KeyMaterial, Error> {
    let (structure, der) = read(pem)?;
    structure.read(&der)
}

/// The structure that the label promises, and the DER.
pub(super) fn read(pem: &[u8]) -> Result<(Structure, Zeroizing<Vec<u8>>), Error> {
    let block = only_key(pem)?;
    // RFC 1421 §4.6.1.1, as OpenSSL wrote encrypted keys before PKCS#8.
    if contains(block.body, b"Proc-Type: 4,ENCRYPTED") {
        return Err(Error::Unsupported(ENCRYPTED));
    }
    let structure = structure_of(block.label).map_err(Error::Unsupported)?;
    let der = decode(block.body).ok_or_else(|| fault(PemFault::Base64))?;
    Ok((structure, der))
}

/// The structure that the label of a PEM text promises, also where the rest cannot be read.
pub(in super::super) fn structure(pem: &[u8]) -> Option<Structure> {
    let label = match only_key(pem) {
        Ok(block) => block.label,
        Err(_) => first_label(pem)?,
    };
    match structure_of(label) {
        Err(ENCRYPTED) => Some(Structure::EncryptedPrivateKeyInfo),
        structure => structure.ok(),
    }
}

/// Whether there is a block in the text, or the beginning of one.
pub(crate) fn is_pem(text: &[u8]) -> bool {
    contains(text, BEGIN)
}

/// Whether bytes are those of a text that holds a key, PEM or a JWK, as of a file that was read without an
/// encoding. Neither DER nor a bare key has such words in it.
pub(crate) fn is_text_of_key(bytes: &[u8]) -> bool {
    is_pem(bytes) || contains(bytes, b"\"kty\"")
}

/// The SubjectPublicKeyInfo of a public key, 64 characters a line (RFC 7468 §2); a secret has none.
pub(in super::super) fn from_material(material: &KeyMaterial) -> Option<String> {
    let base64 = base64url::encode_plain_base64(spki::from_material(material)?);
    let mut pem = String::from("-----BEGIN PUBLIC KEY-----\n");
    let mut rest = base64.as_str();
    while let Some((line, behind)) = rest.split_at_checked(64) {
        pem.extend([line, "\n"]);
        rest = behind;
    }
    if !rest.is_empty() {
        pem.extend([rest, "\n"]);
    }
    pem.push_str("-----END PUBLIC KEY-----\n");
    Some(pem)
}

/// The one block that is not of parameters. With several, which one is meant is not for us to guess.
fn only_key(pem: &[u8]) -> Result<Block<'_>, Error> {
    let mut rest = pem;
    let mut found = None;
    while let Some((block, behind)) = next(rest)? {
        rest = behind;
        if block.label.ends_with(b" PARAMETERS") {
            continue;
        }
        if found.replace(block).is_some() {
            return Err(fault(PemFault::SeveralBlocks));
        }
    }
    found.ok_or_else(|| other_text(pem))
}

/// The first block of `text` and what follows it; nothing where none begins.
fn next(text: &[u8]) -> Result<Option<(Block<'_>, &[u8])>, Error> {
    let Some((_, rest)) = split_once(text, BEGIN) else {
        return Ok(None);
    };
    let (label, rest) = split_once(rest, DASHES).ok_or_else(|| fault(PemFault::NoBlock))?;
    let (body, rest) = split_once(rest, END).ok_or_else(|| fault(PemFault::NoEnd))?;
    let rest = rest
        .strip_prefix(label)
        .and_then(|rest| rest.strip_prefix(DASHES))
        .ok_or_else(|| fault(PemFault::NoEnd))?;
    Ok(Some((Block { label, body }, rest)))
}

/// The bytes that a body stands for.
fn decode(body: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let base64 = Zeroizing::new(without_white_space(body));
    base64url::decode_plain_base64(&*base64)
        .ok()
        .map(Zeroizing::new)
}

/// The text without white space (`W` in RFC 7468 §3), also where it is written out: a backslash or
/// several, and a letter. Base64 has no backslash, so nothing else can be meant.
pub(in super::super) fn without_white_space(text: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(text.len());
    let mut is_escaped = false;
    for &byte in text {
        let is_white_space = match byte {
            b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c | b'\\' => true,
            b'n' | b'r' | b't' => is_escaped,
            _ => false,
        };
        if !is_white_space {
            kept.push(byte);
        }
        is_escaped = byte == b'\\';
    }
    kept
}

/// The labels that are read (RFC 7468 §5.1 has the older ones of certificates).
const LABELS: [(&str, Structure); 8] = [
    ("PUBLIC KEY", Structure::SubjectPublicKeyInfo),
    ("CERTIFICATE", Structure::Certificate),
    ("X509 CERTIFICATE", Structure::Certificate),
    ("X.509 CERTIFICATE", Structure::Certificate),
    ("RSA PUBLIC KEY", Structure::RsaPublicKey),
    ("RSA PRIVATE KEY", Structure::RsaPrivateKey),
    ("PRIVATE KEY", Structure::PrivateKeyInfo),
    ("EC PRIVATE KEY", Structure::EcPrivateKey),
];

fn structure_of(label: &[u8]) -> Result<Structure, Unsupported> {
    let found = LABELS.iter().find(|(name, _)| name.as_bytes() == label);
    found.map(|(_, structure)| *structure).ok_or_else(|| {
        if label == b"ENCRYPTED PRIVATE KEY" {
            ENCRYPTED
        } else if label == b"OPENSSH PRIVATE KEY" {
            OPENSSH
        } else {
            OTHER_LABEL
        }
    })
}

/// How keys begin that are in a text format of SSH.
pub(in super::super) const SSH_STARTS: [&str; 5] = [
    "ssh-",
    "ecdsa-sha2-",
    "sk-ssh-",
    "sk-ecdsa-",
    "---- BEGIN SSH2",
];

/// Names what is not PEM in the sense of RFC 7468 and yet a key. Nothing but the error hangs on it.
fn other_text(text: &[u8]) -> Error {
    let is_ssh = SSH_STARTS
        .iter()
        .any(|start| text.starts_with(start.as_bytes()));
    if is_ssh {
        Error::Unsupported(OPENSSH)
    } else if first_label(text).is_some() {
        Error::Unsupported(OTHER_LABEL)
    } else {
        fault(PemFault::NoBlock)
    }
}

fn first_label(text: &[u8]) -> Option<&[u8]> {
    let (_, rest) = split_once(text, BEGIN)?;
    split_once(rest, DASHES).map(|(label, _)| label)
}

fn fault(fault: PemFault) -> Error {
    malformed(KeyMaterialFault::Pem(fault))
}
