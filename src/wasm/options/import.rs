//! The options with which keys are imported.

use alloc::string::String;

use wasm_bindgen::JsValue;

use super::reader::{BOOLEAN, Known, Options, STRING, misuse};
use super::signature::ALGORITHMS;
use crate::error::Error;
use crate::key::{ImportOptions, SecretEncoding};

const ALLOW_WEAK_KEY: Known = ("allowWeakKey", BOOLEAN);
const KEY_ID: Known = ("keyId", STRING);
const ENCODING: Known = ("encoding", "utf8, base64, base64url or hex");

/// The options of `importJwk`.
pub(in crate::wasm) fn jwk_import(value: &JsValue) -> Result<ImportOptions, Error> {
    Options::new(value, &[ALGORITHMS, ALLOW_WEAK_KEY, KEY_ID])?.import_options()
}

/// The options of `importJwkSet`.
pub(in crate::wasm) fn jwk_set_import(value: &JsValue) -> Result<ImportOptions, Error> {
    Options::new(value, &[ALGORITHMS, ALLOW_WEAK_KEY])?.import_options()
}

/// The options of `importBytes`.
pub(in crate::wasm) fn bytes_import(value: &JsValue) -> Result<ImportOptions, Error> {
    Options::new(value, &[ALLOW_WEAK_KEY, KEY_ID])?.import_options()
}

/// The options of `importText`, and how a secret is written.
pub(in crate::wasm) fn text_import(
    value: &JsValue,
) -> Result<(ImportOptions, Option<SecretEncoding>), Error> {
    let options = Options::new(value, &[ALLOW_WEAK_KEY, KEY_ID, ENCODING])?;
    let encoding = match options.get::<String>(ENCODING)?.as_deref() {
        None => None,
        Some("utf8") => Some(SecretEncoding::Utf8),
        Some("base64") => Some(SecretEncoding::Base64),
        Some("base64url") => Some(SecretEncoding::Base64url),
        Some("hex") => Some(SecretEncoding::Hex),
        Some(_) => return Err(misuse(ENCODING)),
    };
    Ok((options.import_options()?, encoding))
}

impl Options {
    fn import_options(&self) -> Result<ImportOptions, Error> {
        let mut import = ImportOptions::new();
        if let Some(algorithms) = self.algorithms()? {
            import = import.algorithms(algorithms);
        }
        if let Some(allow_weak_key) = self.get(ALLOW_WEAK_KEY)? {
            import = import.allow_weak_key(allow_weak_key);
        }
        if let Some(key_id) = self.get::<String>(KEY_ID)? {
            import = import.key_id(key_id);
        }
        Ok(import)
    }
}
