//! Keys as handles that JavaScript holds; the bytes stay here.

use alloc::rc::Rc;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use super::members::{self, Members, number, object};
use super::{argument, fault, options};
use crate::error::{ApiMisuse, Error};
use crate::json::Value;
use crate::jwa::{Algorithm, Curve, KeyType};
use crate::jwk::{Jwk, MAX_JWK_LENGTH, MAX_JWK_SET_LENGTH};
use crate::key::{
    ImportOptions, SkippedJwk, VerifyingKey as Key, VerifyingKeySet, is_pem, is_text_of_key,
    pkcs8_from_der, pkcs8_from_pem, pkcs8_from_raw_private_key,
};

/// A handle on a key: one of its own, or a member of a set, which it keeps alive.
#[wasm_bindgen]
pub struct VerifyingKey(Handle);

#[derive(Clone)]
pub(super) enum Handle {
    Own(Rc<Key>),
    Member(Rc<VerifyingKeySet>, usize),
}

impl Handle {
    /// The key; a member's index was checked when its handle was made.
    pub(super) fn key(&self) -> Result<&Key, Error> {
        match self {
            Self::Own(key) => Ok(key),
            Self::Member(set, index) => set.key(*index).ok_or_else(no_such_member),
        }
    }
}

impl VerifyingKey {
    pub(super) fn key(&self) -> Result<&Key, Error> {
        self.0.key()
    }

    #[cfg(feature = "wasm2js")]
    pub(super) fn handle(&self) -> &Handle {
        &self.0
    }
}

#[wasm_bindgen]
impl VerifyingKey {
    /// The name of its algorithm.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn algorithm(&self) -> String {
        self.key()
            .map(|key| key.algorithm().name().to_string())
            .unwrap_or_default()
    }

    /// Its `kid`.
    #[wasm_bindgen(getter, js_name = keyId)]
    #[must_use]
    pub fn key_id(&self) -> Option<String> {
        self.key().ok()?.key_id().map(String::from)
    }

    /// The text of its JWK.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for a shared secret.
    #[wasm_bindgen(js_name = toJwk)]
    pub fn to_jwk(&self) -> Result<String, JsValue> {
        self.key()
            .and_then(Key::to_jwk)
            .map(|jwk| jwk.to_json())
            .map_err(|error| fault::to_js(&error))
    }

    /// Its SPKI PEM.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for a shared secret.
    #[wasm_bindgen(js_name = toPem)]
    pub fn to_pem(&self) -> Result<String, JsValue> {
        self.key()
            .and_then(Key::to_pem)
            .map_err(|error| fault::to_js(&error))
    }

    /// Whether `signature` is one over `signingInput`.
    #[wasm_bindgen(js_name = verifySignature)]
    #[must_use]
    pub fn verify_signature(&self, signing_input: &[u8], signature: &[u8]) -> bool {
        self.key()
            .is_ok_and(|key| key.verify_signature(signing_input, signature).is_ok())
    }
}

/// A handle on a JWK Set.
#[wasm_bindgen]
pub struct JwkSet(Rc<VerifyingKeySet>);

impl JwkSet {
    pub(super) fn set(&self) -> &VerifyingKeySet {
        &self.0
    }

    #[cfg(feature = "wasm2js")]
    pub(super) fn shared(&self) -> Rc<VerifyingKeySet> {
        Rc::clone(&self.0)
    }
}

#[wasm_bindgen]
impl JwkSet {
    /// How many keys it has.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn length(&self) -> usize {
        self.0.keys().len()
    }

    /// A new handle on one of its keys.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` when there is no such key.
    pub fn key(&self, index: usize) -> Result<VerifyingKey, JsValue> {
        match self.0.key(index) {
            Some(_) => Ok(VerifyingKey(Handle::Member(Rc::clone(&self.0), index))),
            None => Err(fault::to_js(&no_such_member())),
        }
    }

    /// Whether there are shared secrets in it.
    #[wasm_bindgen(getter, js_name = holdsSecrets)]
    #[must_use]
    pub fn holds_secrets(&self) -> bool {
        self.0.holds_secrets()
    }

    /// Whether no newer set is needed for a token whose header has `value` as this parameter: `kid`, `alg`,
    /// `x5t` or `x5t#S256`.
    #[must_use]
    pub fn knows(&self, parameter: &str, value: &str) -> bool {
        self.0.knows(parameter, value)
    }

    /// The members that are not among the keys, and why.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn skipped(&self) -> JsValue {
        let skipped: Vec<Value> = self.0.skipped().iter().map(skipped).collect();
        fault::plain(&skipped.into())
    }
}

fn skipped(jwk: &SkippedJwk) -> Value {
    let key_id = jwk.key_id.as_deref();
    let mut members: Members<'_> = vec![("index", number(jwk.index))];
    members.extend(key_id.map(|key_id| ("keyId", key_id.into())));
    members.extend(members::error(&jwk.error));
    object(members)
}

fn no_such_member() -> Error {
    Error::ApiMisuse(ApiMisuse::Argument {
        name: "index",
        expected: "that of a key of the set",
    })
}

/// A key from the text of a JWK.
///
/// # Errors
///
/// See the package's `importKey`.
#[wasm_bindgen(js_name = importJwk)]
pub fn import_jwk(
    jwk: &JsValue,
    algorithm: Option<String>,
    options: &JsValue,
) -> Result<VerifyingKey, JsValue> {
    let import = || {
        let options = options::jwk_import(options)?;
        let algorithm = algorithm.as_deref().map(argument::algorithm).transpose()?;
        let jwk = argument::key_text(jwk, MAX_JWK_LENGTH)?;
        Key::from_jwk(&Jwk::from_json(&*jwk)?, algorithm, &options)
    };
    handle(import())
}

/// A key from PEM or the text of a JWK, or a secret from text in the encoding that an option names.
///
/// # Errors
///
/// See the package's `importKey`.
#[wasm_bindgen(js_name = importText)]
pub fn import_text(
    text: &JsValue,
    algorithm: &str,
    options: &JsValue,
) -> Result<VerifyingKey, JsValue> {
    let import = || {
        let (options, encoding) = options::text_import(options)?;
        let algorithm = argument::algorithm(algorithm)?;
        let text = argument::key_text(text, MAX_JWK_LENGTH)?;
        match (encoding, algorithm.key_type().is_symmetric()) {
            (Some(encoding), true) => {
                Key::from_secret(&encoding.decode(&text)?, algorithm, &options)
            }
            (None, true) => Err(Error::ApiMisuse(ApiMisuse::Option {
                name: "encoding",
                expected: "given for a secret that is text: utf8, base64, base64url or hex; \
                           a JWK goes in as an object, or as text without an algorithm",
            })),
            (Some(_), false) => Err(Error::ApiMisuse(ApiMisuse::Option {
                name: "encoding",
                expected: "left out: only HMAC secrets have one",
            })),
            (None, false) => public_key_from_text(text.as_bytes(), algorithm, &options),
        }
    };
    handle(import())
}

/// The PKCS#8 of a private key for `algorithm`, given as PEM, as DER, or as a bare number of its curve.
/// Whether it meets the floors of the algorithm is seen when its public part is imported.
///
/// # Errors
///
/// See the package's `importSigningKey`.
#[wasm_bindgen(js_name = privateKeyToPkcs8)]
pub fn private_key_to_pkcs8(material: &JsValue, algorithm: &str) -> Result<Uint8Array, JsValue> {
    let convert = || {
        let algorithm = argument::algorithm(algorithm)?;
        if let Some(bytes) = material.dyn_ref::<Uint8Array>() {
            let bytes = argument::key_bytes(bytes, MAX_JWK_LENGTH)?;
            if is_pem(&bytes) {
                return pkcs8_from_pem(&*bytes);
            }
            // No DER is as short.
            return match algorithm.curve() {
                Some(curve) if bytes.len() == curve.coordinate_length() => {
                    pkcs8_from_raw_private_key(&bytes, algorithm)
                }
                _ => pkcs8_from_der(&bytes),
            };
        }
        pkcs8_from_pem(&*argument::key_text(material, MAX_JWK_LENGTH)?)
    };
    convert()
        .map(|der| Uint8Array::from(der.as_slice()))
        .map_err(|error: Error| fault::to_js(&error))
}

/// The algorithm has said that this is a public key; only its spelling is told from the text.
fn public_key_from_text(
    text: &[u8],
    algorithm: Algorithm,
    options: &ImportOptions,
) -> Result<Key, Error> {
    if text.trim_ascii_start().starts_with(b"{") {
        Key::from_jwk(&Jwk::from_json(text)?, algorithm, options)
    } else {
        Key::from_pem(text, algorithm, options)
    }
}

/// A key from bytes: a secret for HMAC; DER, a bare public key, or the text of PEM or a JWK for the
/// others.
///
/// # Errors
///
/// See the package's `importKey`.
#[wasm_bindgen(js_name = importBytes)]
pub fn import_bytes(
    bytes: &Uint8Array,
    algorithm: &str,
    options: &JsValue,
) -> Result<VerifyingKey, JsValue> {
    let import = || {
        let options = options::bytes_import(options)?;
        let algorithm = argument::algorithm(algorithm)?;
        let bytes = argument::key_bytes(bytes, MAX_JWK_LENGTH)?;
        if algorithm.key_type().is_symmetric() {
            Key::from_secret(&bytes, algorithm, &options)
        } else if is_raw_public_key(&bytes, algorithm) {
            Key::from_raw_public_key(&bytes, algorithm, &options)
        } else if is_text_of_key(&bytes) {
            public_key_from_text(&bytes, algorithm, &options)
        } else {
            Key::from_der(&bytes, algorithm, &options)
        }
    };
    handle(import())
}

/// DER starts with `30`, and that of an Ed25519 key is longer than 32 bytes; a point starts with `02`,
/// `03` or `04`, and an Ed25519 key has 32 bytes. The algorithm has said that this is no secret.
fn is_raw_public_key(bytes: &[u8], algorithm: Algorithm) -> bool {
    match algorithm.key_type() {
        KeyType::Ec => matches!(bytes.first(), Some(2..=4)),
        KeyType::Okp => bytes.len() == Curve::Ed25519.coordinate_length(),
        KeyType::Oct | KeyType::Rsa => false,
    }
}

/// A set from the text of a JWK Set.
///
/// # Errors
///
/// See the package's `importJwkSet`.
#[wasm_bindgen(js_name = importJwkSet)]
pub fn import_jwk_set(jwks: &JsValue, options: &JsValue) -> Result<JwkSet, JsValue> {
    let import = || {
        let options = options::jwk_set_import(options)?;
        let jwks = argument::key_text(jwks, MAX_JWK_SET_LENGTH)?;
        VerifyingKeySet::from_json(&*jwks, &options)
    };
    import()
        .map(|set| JwkSet(Rc::new(set)))
        .map_err(|error| fault::to_js(&error))
}

/// The RFC 7638 thumbprint of the text of a JWK.
///
/// # Errors
///
/// See the package's `calculateJwkThumbprint`.
#[wasm_bindgen(js_name = calculateJwkThumbprint)]
pub fn calculate_jwk_thumbprint(jwk: &JsValue, hash: &str) -> Result<String, JsValue> {
    let calculate = || {
        let hash = argument::hash(hash)?;
        let jwk = argument::key_text(jwk, MAX_JWK_LENGTH)?;
        Ok(Jwk::from_json(&*jwk)?.thumbprint(hash))
    };
    calculate().map_err(|error: Error| fault::to_js(&error))
}

/// The RFC 9278 thumbprint URI of the text of a JWK.
///
/// # Errors
///
/// See the package's `calculateJwkThumbprintUri`.
#[wasm_bindgen(js_name = calculateJwkThumbprintUri)]
pub fn calculate_jwk_thumbprint_uri(jwk: &JsValue, hash: &str) -> Result<String, JsValue> {
    let calculate = || {
        let hash = argument::hash(hash)?;
        let jwk = argument::key_text(jwk, MAX_JWK_LENGTH)?;
        Ok(Jwk::from_json(&*jwk)?.thumbprint_uri(hash))
    };
    calculate().map_err(|error: Error| fault::to_js(&error))
}

fn handle(key: Result<Key, Error>) -> Result<VerifyingKey, JsValue> {
    key.map(|key| VerifyingKey(Handle::Own(Rc::new(key))))
        .map_err(|error| fault::to_js(&error))
}
