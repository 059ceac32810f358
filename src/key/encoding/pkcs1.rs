//! RSA keys in a structure of their own
//! ([RFC 8017 appendix A.1](https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1)).

use alloc::borrow::ToOwned as _;
use alloc::vec::Vec;

use super::der::{self, Elements};
use super::malformed;
use crate::error::{Error, KeyMaterialFault};
use crate::jwk::KeyMaterial;

/// The key in an RSAPublicKey.
pub(super) fn public_key_to_material(der: &[u8]) -> Result<KeyMaterial, Error> {
    read_public_key(der).ok_or_else(|| malformed(KeyMaterialFault::Der))
}

fn read_public_key(der: &[u8]) -> Option<KeyMaterial> {
    let mut key = Elements::of_sequence(der)?;
    let (n, e) = (key.unsigned_integer()?, key.unsigned_integer()?);
    key.finish()?;
    Some(material(n, e))
}

/// The public key in an RSAPrivateKey: n and e. The other numbers are passed by, unread.
pub(super) fn private_key_to_material(der: &[u8]) -> Result<KeyMaterial, Error> {
    read_private_key(der).ok_or_else(|| malformed(KeyMaterialFault::Der))
}

fn read_private_key(der: &[u8]) -> Option<KeyMaterial> {
    let mut key = Elements::of_sequence(der)?;
    // Version 0: two primes. Keys with more of them, version 1, are not in use.
    if !key.unsigned_integer()?.is_empty() {
        return None;
    }
    let (n, e) = (key.unsigned_integer()?, key.unsigned_integer()?);
    for _private in ["d", "p", "q", "d mod (p-1)", "d mod (q-1)", "1/q mod p"] {
        key.unsigned_integer()?;
    }
    key.finish()?;
    Some(material(n, e))
}

fn material(n: &[u8], e: &[u8]) -> KeyMaterial {
    KeyMaterial::Rsa {
        n: n.to_owned(),
        e: e.to_owned(),
    }
}

/// The RSAPublicKey.
pub(super) fn from_public_key(n: &[u8], e: &[u8]) -> Vec<u8> {
    der::element(der::SEQUENCE, &[&der::integer(n), &der::integer(e)])
}
