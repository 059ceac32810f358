//! Thumbprints of keys.

use alloc::string::String;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::argument;
use crate::error::Error;
use crate::jwk::{Jwk, MAX_JWK_LENGTH};

/// The RFC 7638 thumbprint of the text of a JWK.
///
/// # Errors
///
/// See the package's `calculateJwkThumbprint`.
#[wasm_bindgen(js_name = calculateJwkThumbprint)]
pub fn calculate_jwk_thumbprint(jwk: &JsValue, hash: &str) -> Result<String, Error> {
    let hash = argument::hash(hash)?;
    let jwk = argument::key_text(jwk, MAX_JWK_LENGTH)?;
    Ok(Jwk::from_json(&*jwk)?.thumbprint(hash))
}

/// The RFC 9278 thumbprint URI of the text of a JWK.
///
/// # Errors
///
/// See the package's `calculateJwkThumbprintUri`.
#[wasm_bindgen(js_name = calculateJwkThumbprintUri)]
pub fn calculate_jwk_thumbprint_uri(jwk: &JsValue, hash: &str) -> Result<String, Error> {
    let hash = argument::hash(hash)?;
    let jwk = argument::key_text(jwk, MAX_JWK_LENGTH)?;
    Ok(Jwk::from_json(&*jwk)?.thumbprint_uri(hash))
}
