//! Keys as handles that JavaScript holds; the bytes stay here.

use alloc::rc::Rc;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::fault;
use super::members::{self, Members, number, object};
use crate::error::{ApiMisuse, Error};
use crate::json::Value;
use crate::jws::Keys as Borrowed;
use crate::key::{SkippedJwk, VerifyingKey, VerifyingKeySet};

/// A handle on a key or on a set of keys.
#[derive(Clone)]
#[wasm_bindgen]
pub struct Keys(Held);

#[derive(Clone)]
enum Held {
    Key(Rc<VerifyingKey>),
    /// A key of a set, which it keeps alive.
    Member(Rc<VerifyingKeySet>, usize),
    Set(Rc<VerifyingKeySet>),
}

impl From<VerifyingKey> for Keys {
    fn from(key: VerifyingKey) -> Self {
        Self(Held::Key(Rc::new(key)))
    }
}

impl From<VerifyingKeySet> for Keys {
    fn from(set: VerifyingKeySet) -> Self {
        Self(Held::Set(Rc::new(set)))
    }
}

impl Keys {
    /// What a token is verified with.
    pub(super) fn borrowed(&self) -> Result<Borrowed<'_>, Error> {
        match &self.0 {
            Held::Key(key) => Ok(Borrowed::One(key)),
            // The index was checked when the handle was made.
            Held::Member(set, index) => set.key(*index).map(Borrowed::One).ok_or_else(no_such_key),
            Held::Set(set) => Ok(Borrowed::Set(set)),
        }
    }

    fn one(&self) -> Result<&VerifyingKey, Error> {
        match self.borrowed()? {
            Borrowed::One(key) => Ok(key),
            Borrowed::Set(_) => Err(no_such_key()),
        }
    }

    fn set(&self) -> Option<&VerifyingKeySet> {
        match &self.0 {
            Held::Set(set) => Some(set),
            Held::Key(_) | Held::Member(..) => None,
        }
    }
}

/// Of a key.
#[wasm_bindgen]
impl Keys {
    /// The name of its algorithm.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn algorithm(&self) -> String {
        self.one()
            .map(|key| key.algorithm().name().to_string())
            .unwrap_or_default()
    }

    /// Its `kid`.
    #[wasm_bindgen(getter, js_name = keyId)]
    #[must_use]
    pub fn key_id(&self) -> Option<String> {
        self.one().ok()?.key_id().map(String::from)
    }

    /// The text of its JWK.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for a shared secret.
    #[wasm_bindgen(js_name = toJwk)]
    pub fn to_jwk(&self) -> Result<String, Error> {
        Ok(self.one()?.to_jwk()?.to_json())
    }

    /// Its SPKI PEM.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for a shared secret.
    #[wasm_bindgen(js_name = toPem)]
    pub fn to_pem(&self) -> Result<String, Error> {
        self.one()?.to_pem()
    }

    /// Whether `signature` is one over `signingInput`.
    #[wasm_bindgen(js_name = verifySignature)]
    #[must_use]
    pub fn verify_signature(&self, signing_input: &[u8], signature: &[u8]) -> bool {
        self.one()
            .is_ok_and(|key| key.verify_signature(signing_input, signature).is_ok())
    }
}

/// Of a set.
#[wasm_bindgen]
impl Keys {
    /// How many keys it has.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn length(&self) -> usize {
        self.set().map_or(0, |set| set.keys().len())
    }

    /// A new handle on one of its keys.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` when there is no such key.
    pub fn key(&self, index: usize) -> Result<Self, Error> {
        match &self.0 {
            Held::Set(set) if set.key(index).is_some() => {
                Ok(Self(Held::Member(Rc::clone(set), index)))
            }
            _ => Err(no_such_key()),
        }
    }

    /// Whether there are shared secrets in it.
    #[wasm_bindgen(getter, js_name = holdsSecrets)]
    #[must_use]
    pub fn holds_secrets(&self) -> bool {
        self.set().is_some_and(VerifyingKeySet::holds_secrets)
    }

    /// Whether no newer set is needed for a token whose header has `value` as this parameter: `kid`, `alg`,
    /// `x5t` or `x5t#S256`.
    #[must_use]
    pub fn knows(&self, parameter: &str, value: &str) -> bool {
        self.set().is_some_and(|set| set.knows(parameter, value))
    }

    /// The members that are not among the keys, and why.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn skipped(&self) -> JsValue {
        let skipped = self.set().map_or(&[][..], VerifyingKeySet::skipped);
        let skipped: Vec<Value> = skipped.iter().map(skipped_jwk).collect();
        fault::plain(&skipped.into())
    }
}

fn skipped_jwk(jwk: &SkippedJwk) -> Value {
    let key_id = jwk.key_id.as_deref();
    let mut members: Members<'_> = vec![("index", number(jwk.index))];
    members.extend(key_id.map(|key_id| ("keyId", key_id.into())));
    members.extend(members::error(&jwk.error));
    object(members)
}

fn no_such_key() -> Error {
    Error::ApiMisuse(ApiMisuse::Argument {
        name: "index",
        expected: "that of a key of the set",
    })
}
