//! Options: one plain object, crossing once, every name known.
//!
//! An unknown name is refused, because a misspelt `audiance` must not silently check nothing; and so
//! is a known one whose value is `undefined`, because that is how a missing environment variable
//! arrives.

mod dpop;
mod profile;
mod reader;
mod validation;
mod value;

use alloc::string::String;

use wasm_bindgen::JsValue;

use crate::error::{ApiMisuse, Error};
use crate::jws::SignaturePolicy;
use crate::key::{ImportOptions, SecretEncoding};

pub(super) use dpop::dpop;
use reader::{
    ACCEPT_PADDING, ALGORITHMS, ALLOW_WEAK_KEY, CRIT, KEY_ID, Known, LIMITS, Options,
    TRY_ALL_MATCHING_KEYS,
};
pub(super) use validation::validation;

/// The options of `compactVerify`.
pub(super) fn signature_policy(value: &JsValue) -> Result<SignaturePolicy, Error> {
    Options::new(
        value,
        &[
            ALGORITHMS,
            CRIT,
            ACCEPT_PADDING,
            TRY_ALL_MATCHING_KEYS,
            LIMITS,
        ],
    )?
    .signature_policy()
}

/// The options of `decode`.
pub(super) fn form_policy(value: &JsValue) -> Result<SignaturePolicy, Error> {
    Options::new(value, &[ACCEPT_PADDING, LIMITS])?.signature_policy()
}

/// The options of `importJwk`.
pub(super) fn jwk_import(value: &JsValue) -> Result<ImportOptions, Error> {
    Options::new(value, &[ALGORITHMS, ALLOW_WEAK_KEY, KEY_ID])?.import_options()
}

/// The options of `importJwkSet`.
pub(super) fn jwk_set_import(value: &JsValue) -> Result<ImportOptions, Error> {
    Options::new(value, &[ALGORITHMS, ALLOW_WEAK_KEY])?.import_options()
}

/// The options of `importBytes`.
pub(super) fn bytes_import(value: &JsValue) -> Result<ImportOptions, Error> {
    Options::new(value, &[ALLOW_WEAK_KEY, KEY_ID])?.import_options()
}

/// The options of `importText`, and how a secret is written.
pub(super) fn text_import(
    value: &JsValue,
) -> Result<(ImportOptions, Option<SecretEncoding>), Error> {
    const ENCODING: Known = ("encoding", "utf8, base64, base64url or hex");

    let options = Options::new(value, &[ALLOW_WEAK_KEY, KEY_ID, ENCODING])?;
    let encoding = match options.get::<String>(ENCODING)?.as_deref() {
        None => None,
        Some("utf8") => Some(SecretEncoding::Utf8),
        Some("base64") => Some(SecretEncoding::Base64),
        Some("base64url") => Some(SecretEncoding::Base64url),
        Some("hex") => Some(SecretEncoding::Hex),
        Some(_) => {
            let (name, expected) = ENCODING;
            return Err(Error::ApiMisuse(ApiMisuse::Option { name, expected }));
        }
    };
    Ok((options.import_options()?, encoding))
}
