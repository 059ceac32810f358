//! Importing keys: from text or bytes to a handle.

use alloc::string::String;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use super::keys::Keys;
use super::{argument, options};
use crate::error::{ApiMisuse, Error};
use crate::jwa::{Algorithm, Curve, KeyType};
use crate::jwk::{Jwk, MAX_JWK_LENGTH, MAX_JWK_SET_LENGTH};
use crate::key::{
    ImportOptions, VerifyingKey, VerifyingKeySet, is_pem, is_text_of_key, pkcs8_from_der,
    pkcs8_from_pem, pkcs8_from_raw_private_key,
};

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
) -> Result<Keys, Error> {
    let options = options::jwk_import(options)?;
    let algorithm = algorithm.as_deref().map(argument::algorithm).transpose()?;
    let jwk = argument::key_text(jwk, MAX_JWK_LENGTH)?;
    let key = VerifyingKey::from_jwk(&Jwk::from_json(&*jwk)?, algorithm, &options)?;
    Ok(key.into())
}

/// A key from PEM or the text of a JWK, or a secret from text in the encoding that an option names.
///
/// # Errors
///
/// See the package's `importKey`.
#[wasm_bindgen(js_name = importText)]
pub fn import_text(text: &JsValue, algorithm: &str, options: &JsValue) -> Result<Keys, Error> {
    let (options, encoding) = options::text_import(options)?;
    let algorithm = argument::algorithm(algorithm)?;
    let text = argument::key_text(text, MAX_JWK_LENGTH)?;
    let key = match (encoding, algorithm.key_type().is_symmetric()) {
        (Some(encoding), true) => {
            VerifyingKey::from_secret(&encoding.decode(&text)?, algorithm, &options)
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
    };
    Ok(key?.into())
}

/// A key from bytes: a secret for HMAC; DER, a bare public key, or the text of PEM or a JWK for the
/// others.
///
/// # Errors
///
/// See the package's `importKey`.
#[wasm_bindgen(js_name = importBytes)]
pub fn import_bytes(bytes: &Uint8Array, algorithm: &str, options: &JsValue) -> Result<Keys, Error> {
    let options = options::bytes_import(options)?;
    let algorithm = argument::algorithm(algorithm)?;
    let bytes = argument::key_bytes(bytes, MAX_JWK_LENGTH)?;
    let key = if algorithm.key_type().is_symmetric() {
        VerifyingKey::from_secret(&bytes, algorithm, &options)
    } else if is_raw_public_key(&bytes, algorithm) {
        VerifyingKey::from_raw_public_key(&bytes, algorithm, &options)
    } else if is_text_of_key(&bytes) {
        public_key_from_text(&bytes, algorithm, &options)
    } else {
        VerifyingKey::from_der(&bytes, algorithm, &options)
    };
    Ok(key?.into())
}

/// The algorithm has said that this is a public key; only its spelling is told from the text.
fn public_key_from_text(
    text: &[u8],
    algorithm: Algorithm,
    options: &ImportOptions,
) -> Result<VerifyingKey, Error> {
    if text.trim_ascii_start().starts_with(b"{") {
        VerifyingKey::from_jwk(&Jwk::from_json(text)?, algorithm, options)
    } else {
        VerifyingKey::from_pem(text, algorithm, options)
    }
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
pub fn import_jwk_set(jwks: &JsValue, options: &JsValue) -> Result<Keys, Error> {
    let options = options::jwk_set_import(options)?;
    let jwks = argument::key_text(jwks, MAX_JWK_SET_LENGTH)?;
    Ok(VerifyingKeySet::from_json(&*jwks, &options)?.into())
}

/// The PKCS#8 of a private key for `algorithm`, given as PEM, as DER, or as a bare number of its curve.
/// Whether it meets the floors of the algorithm is seen when its public part is imported.
///
/// # Errors
///
/// See the package's `importSigningKey`.
#[wasm_bindgen(js_name = privateKeyToPkcs8)]
pub fn private_key_to_pkcs8(material: &JsValue, algorithm: &str) -> Result<Uint8Array, Error> {
    let algorithm = argument::algorithm(algorithm)?;
    let der = if let Some(bytes) = material.dyn_ref::<Uint8Array>() {
        let bytes = argument::key_bytes(bytes, MAX_JWK_LENGTH)?;
        match algorithm.curve() {
            _ if is_pem(&bytes) => pkcs8_from_pem(&*bytes),
            // No DER is as short.
            Some(curve) if bytes.len() == curve.coordinate_length() => {
                pkcs8_from_raw_private_key(&bytes, algorithm)
            }
            _ => pkcs8_from_der(&bytes),
        }
    } else {
        pkcs8_from_pem(&*argument::key_text(material, MAX_JWK_LENGTH)?)
    };
    Ok(Uint8Array::from(der?.as_slice()))
}
