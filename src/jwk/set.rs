//! JWK Sets as data ([RFC 7517 §5](https://www.rfc-editor.org/rfc/rfc7517#section-5)).

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Jwk, holds_private_part, parse_json};
use crate::error::{Error, JwkFault, JwkSetFault, LimitFault, Malformed};
use crate::json::{Object, Value};
use crate::jwa::KeyType;

/// The longest JWK Set that is read, in bytes.
pub const MAX_JWK_SET_LENGTH: usize = 1024 * 1024;

/// The most members of a JWK Set that is read, also of those that cannot be used. Issuers publish fewer than
/// 50; some computation is made for each.
pub const MAX_JWK_SET_MEMBERS: usize = 1000;

/// A JSON Web Key Set: its members in order, each read or refused on its own, so that one key of a
/// kind nobody here knows does not take the others down (RFC 7517 §5).
#[derive(Clone, Debug, PartialEq)]
pub struct JwkSet {
    members: Vec<JwkSetMember>,
}

/// A member of a JWK Set.
#[derive(Clone, Debug, PartialEq)]
pub struct JwkSetMember {
    /// Its `kid`, also where the rest could not be read.
    pub key_id: Option<String>,
    /// The JWK, or why it is none.
    pub jwk: Result<Jwk, Error>,
}

impl JwkSet {
    /// Reads a JWK Set from JSON text.
    ///
    /// # Errors
    ///
    /// - `ERR_JWKS_INVALID` when the text is not strict JSON or not an object with an array
    ///   `keys`; when a member holds a private key, which then is no secret any more; or when shared
    ///   secrets and public keys are mixed, the ground on which algorithm confusion grows. Members that
    ///   cannot be used count as well: a broken one must not hide that the set is not what its publisher
    ///   means it to be.
    /// - `ERR_JOSE_LIMIT_EXCEEDED` beyond one mebibyte, or [`MAX_JWK_SET_MEMBERS`] members.
    ///
    /// ```
    /// use edge_jwt::JwkSet;
    ///
    /// let set = JwkSet::from_json(r#"{"keys":[{"kty":"future","kid":"a"}]}"#)?;
    /// assert_eq!(set.members()[0].key_id.as_deref(), Some("a"));
    /// assert!(set.members()[0].jwk.is_err());
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, Error> {
        Self::from_value(&parse_jwk_set(text.as_ref())?)
    }

    /// A set of members that stood somewhere else than in an array `keys`.
    pub(crate) fn of(members: Vec<JwkSetMember>) -> Self {
        Self { members }
    }

    /// Reads a JWK Set from a JSON value.
    pub(crate) fn from_value(value: &Value) -> Result<Self, Error> {
        let keys = value
            .as_object()
            .and_then(|object| object.get("keys"))
            .and_then(Value::as_array)
            .ok_or_else(|| invalid(JwkSetFault::NoKeys))?;
        refuse_too_many(keys.len())?;
        refuse_private_keys(keys)?;
        refuse_mixed_symmetry(keys)?;
        Ok(Self {
            members: keys.iter().map(member).collect(),
        })
    }

    /// The members, in the order of the text.
    #[must_use]
    pub fn members(&self) -> &[JwkSetMember] {
        &self.members
    }
}

/// The JSON value that the text of a key set is.
pub(crate) fn parse_jwk_set(text: &[u8]) -> Result<Value, Error> {
    let limit = MAX_JWK_SET_LENGTH;
    if text.len() > limit {
        return Err(Error::Limit(LimitFault::KeyLength { limit }));
    }
    parse_json(text, |fault| Malformed::JwkSet(JwkSetFault::Json(fault)))
}

/// Before anything is done for each of them.
pub(crate) fn refuse_too_many(members: usize) -> Result<(), Error> {
    let limit = MAX_JWK_SET_MEMBERS;
    if members > limit {
        return Err(Error::Limit(LimitFault::SetMembers { limit }));
    }
    Ok(())
}

fn member(key: &Value) -> JwkSetMember {
    match key {
        Value::Object(object) => JwkSetMember {
            key_id: string(object, "kid").map(ToOwned::to_owned),
            jwk: Jwk::from_object(object),
        },
        _ => JwkSetMember {
            key_id: None,
            jwk: Err(Error::Malformed(Malformed::Jwk(JwkFault::NotObject))),
        },
    }
}

fn refuse_private_keys(keys: &[Value]) -> Result<(), Error> {
    if keys
        .iter()
        .filter_map(Value::as_object)
        .any(holds_private_part)
    {
        return Err(invalid(JwkSetFault::PrivateKey));
    }
    Ok(())
}

fn refuse_mixed_symmetry(keys: &[Value]) -> Result<(), Error> {
    let mut kinds = keys
        .iter()
        .filter_map(|key| string(key.as_object()?, "kty"))
        .map(|kty| kty == KeyType::Oct.name());
    match kinds.next() {
        Some(first) if kinds.any(|kind| kind != first) => Err(invalid(JwkSetFault::MixedSymmetry)),
        _ => Ok(()),
    }
}

fn string<'o>(object: &'o Object, name: &str) -> Option<&'o str> {
    object.get(name)?.as_str()
}

fn invalid(fault: JwkSetFault) -> Error {
    Error::Malformed(Malformed::JwkSet(fault))
}
