//! The report on a token, as one JSON text.

mod report;

use alloc::string::String;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::keys::{JwkSet, VerifyingKey};
use super::{argument, options};
use crate::error::Error;
use crate::jws::Keys;
use crate::jwt::{CheckName, Inspection, inspect as inspect_jwt};

/// The report as JSON text: `valid`, `checks`, `findings`, `segments`, and what could be read of
/// `protectedHeader` and `payload`, or else `protectedHeaderText` and `payloadText`. Never throws:
/// options that cannot be are the report's only line. The signature is not checked.
#[wasm_bindgen]
#[must_use]
pub fn inspect(token: &JsValue, options: &JsValue, now_seconds: f64) -> String {
    report_text(token, || Ok(None), options, now_seconds)
}

/// The report with the signature checked by `key`.
#[wasm_bindgen(js_name = inspectWithKey)]
#[must_use]
pub fn inspect_with_key(
    token: &JsValue,
    key: &VerifyingKey,
    options: &JsValue,
    now_seconds: f64,
) -> String {
    report_text(token, || Ok(Some(key.key()?.into())), options, now_seconds)
}

/// The report with the signature checked by the fitting key of `set`.
#[wasm_bindgen(js_name = inspectWithJwkSet)]
#[must_use]
pub fn inspect_with_jwk_set(
    token: &JsValue,
    set: &JwkSet,
    options: &JsValue,
    now_seconds: f64,
) -> String {
    report_text(token, || Ok(Some(set.set().into())), options, now_seconds)
}

fn report_text<'k>(
    token: &JsValue,
    keys: impl FnOnce() -> Result<Option<Keys<'k>>, Error>,
    options: &JsValue,
    now_seconds: f64,
) -> String {
    let prepare = || {
        let validation = options::validation(options)?;
        let now = argument::now(now_seconds)?;
        let keys = keys()?;
        let token = argument::token(token, validation.limits().token_length())?;
        Ok((token, keys, validation, now))
    };
    report::to_json_text(&match prepare() {
        Ok((token, keys, validation, now)) => inspect_jwt(&token, keys, &validation, now),
        Err(error @ Error::Limit(_)) => Inspection::impossible(CheckName::Form, error),
        Err(error) => Inspection::impossible(CheckName::Options, error),
    })
}
