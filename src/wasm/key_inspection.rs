//! The report on key material, as one JSON text.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::argument;
use super::members::{self, Members, hints, object};
use crate::error::Error;
use crate::json::{Value, to_text};
use crate::jwa::Algorithm;
use crate::jwk::MAX_JWK_LENGTH;
use crate::key::{KeyFormat, KeyInspection, KeyKind, MAX_INSPECTED_SET_LENGTH};

/// The report on text. Never throws.
#[wasm_bindgen(js_name = inspectKeyText)]
#[must_use]
pub fn inspect_key_text(text: &JsValue, algorithm: Option<String>) -> String {
    report(algorithm, |algorithm| {
        let text = argument::key_text(text, MAX_INSPECTED_SET_LENGTH)?;
        Ok(KeyInspection::of_text(&text, algorithm))
    })
}

/// The report on bytes. Never throws.
#[wasm_bindgen(js_name = inspectKeyBytes)]
#[must_use]
pub fn inspect_key_bytes(bytes: &Uint8Array, algorithm: Option<String>) -> String {
    report(algorithm, |algorithm| {
        let bytes = argument::key_bytes(bytes, MAX_JWK_LENGTH)?;
        Ok(KeyInspection::of_bytes(&bytes, algorithm))
    })
}

fn report(
    algorithm: Option<String>,
    inspect: impl FnOnce(Option<Algorithm>) -> Result<KeyInspection, Error>,
) -> String {
    let algorithm = algorithm.as_deref().map(argument::algorithm).transpose();
    let report = algorithm.and_then(inspect).unwrap_or_else(|error| {
        KeyInspection::impossible(KeyFormat::Text, KeyKind::Unknown, error)
    });
    to_text(&to_json(&report))
}

fn to_json(report: &KeyInspection) -> Value {
    let algorithms: Vec<&str> = report.algorithms.iter().map(|alg| alg.name()).collect();
    let mut members: Members<'_> = vec![
        ("valid", report.error.is_none().into()),
        ("format", report.format.as_str().into()),
        ("kind", report.kind.as_str().into()),
        ("isSecret", report.is_secret.into()),
        ("algorithms", algorithms.into()),
        ("hints", hints(&report.hints)),
    ];
    if let Some(error) = &report.error {
        members.push(("error", object(members::error(error))));
    }
    object(members)
}
