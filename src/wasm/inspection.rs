//! The report on a token, as one JSON text.

use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::keys::{JwkSet, VerifyingKey};
use super::{argument, options};
use crate::error::Error;
use crate::json::{MAX_DEPTH, Object, Value, parse, to_text};
use crate::jws::Keys;
use crate::jwt::{Check, CheckName, CheckStatus, Inspection, inspect as inspect_jwt};

/// The report as JSON text: `valid`, `checks`, and what could be read of `protectedHeader` and
/// `payload`. Never throws: options that cannot be are the report's only line. The signature is
/// not checked.
#[wasm_bindgen]
#[must_use]
pub fn inspect(token: &JsValue, options: &JsValue, now_seconds: f64) -> String {
    report(token, || Ok(None), options, now_seconds)
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
    report(token, || Ok(Some(key.key()?.into())), options, now_seconds)
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
    report(token, || Ok(Some(set.set().into())), options, now_seconds)
}

fn report<'k>(
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
    let report = match prepare() {
        Ok((token, keys, validation, now)) => inspect_jwt(&token, keys, &validation, now),
        Err(error @ Error::Limit(_)) => Inspection::impossible(CheckName::Form, error),
        Err(error) => Inspection::impossible(CheckName::Options, error),
    };
    to_text(&to_json(&report))
}

fn to_json(report: &Inspection) -> Value {
    let mut members = vec![
        ("valid", report.is_valid().into()),
        (
            "checks",
            report
                .checks()
                .iter()
                .map(check_to_json)
                .collect::<Vec<Value>>()
                .into(),
        ),
    ];
    if let Some(header) = report.unverified_header() {
        members.push(("protectedHeader", header.clone().into()));
    }
    if let Some(claims) = report.unverified_claims() {
        members.push(("payload", claims.clone().into()));
    }
    object(members)
}

fn check_to_json(check: &Check) -> Value {
    let mut members = vec![("name", Value::from(check.name.as_str()))];
    match &check.status {
        CheckStatus::Passed => members.push(("status", "passed".into())),
        CheckStatus::Skipped => members.push(("status", "skipped".into())),
        CheckStatus::Failed(error) => {
            members.push(("status", "failed".into()));
            members.push(("code", error.code().as_str().into()));
            members.push(("message", error.to_string().into()));
            if let Error::Claim(fault) = error {
                members.push(("claim", fault.claim.as_str().into()));
                members.push(("reason", fault.reason.as_str().into()));
                let texts = [("expected", &fault.expected), ("actual", &fault.actual)];
                members.extend(texts.into_iter().filter_map(|(name, text)| {
                    let value = parse(text.as_ref()?.as_bytes(), MAX_DEPTH).ok()?;
                    Some((name, value))
                }));
            }
        }
    }
    object(members)
}

/// An object of members whose names are all different.
fn object(members: Vec<(&str, Value)>) -> Value {
    let members = members
        .into_iter()
        .map(|(name, value)| (name.into(), value))
        .collect();
    Value::Object(Object::from_members(members).unwrap_or_default())
}
