//! Keys by their `kid` as members of a JSON object, each in PEM: how Google publishes the certificates of
//! Firebase and of service accounts, and the keys of Identity-Aware Proxy.

use alloc::borrow::ToOwned as _;

use crate::error::{Error, JwkSetFault, Malformed};
use crate::json::Value;
use crate::jwk::{Jwk, JwkSet, JwkSetMember, refuse_too_many};
use crate::key::encoding::{is_pem, pem_to_material};
use crate::text;

/// The set, if it is such an object: without `keys`, and with a PEM in it.
///
/// # Errors
///
/// - `ERR_JOSE_LIMIT_EXCEEDED` when there are too many.
/// - `ERR_JWKS_INVALID` when one of them has a private key in it, which then is no secret any more.
pub(in crate::key) fn read<'v>(value: &'v Value) -> Result<Option<JwkSet>, Error> {
    let Some(object) = value.as_object().filter(|object| !object.contains("keys")) else {
        return Ok(None);
    };
    let texts = || {
        let text = |value: &'v Value| value.as_str().unwrap_or_default();
        object
            .iter()
            .map(move |(key_id, value)| (key_id, text(value)))
    };
    if !texts().any(|(_, text)| is_pem(text.as_bytes())) {
        return Ok(None);
    }
    refuse_too_many(object.iter().count())?;
    // Wherever it is: behind its certificate, and also where the PEM cannot be read.
    if texts().any(|(_, text)| text::contains(text, "PRIVATE KEY-----")) {
        return Err(Error::Malformed(Malformed::JwkSet(JwkSetFault::PrivateKey)));
    }
    let members = texts().map(|(key_id, text)| JwkSetMember {
        key_id: Some(key_id.to_owned()),
        jwk: pem_to_material(text.as_bytes()).map(|material| Jwk::named(key_id, material)),
    });
    Ok(Some(JwkSet::of(members.collect())))
}
