//! Errors on their way to JavaScript: plain objects, made into classes there.

use alloc::string::{String, ToString as _};

use js_sys::{JSON, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::error::Error;

#[derive(Serialize)]
struct Fault {
    code: &'static str,
    message: String,
}

#[derive(Serialize)]
struct ClaimFault<'e> {
    code: &'static str,
    message: String,
    claim: &'e str,
    reason: &'static str,
}

/// The value to throw for `error`.
pub(super) fn to_js(error: &Error) -> JsValue {
    let (code, message) = (error.code().as_str(), error.to_string());
    let Error::Claim(fault) = error else {
        return serialize(&Fault { code, message });
    };
    let (claim, reason) = (fault.claim.as_str(), fault.reason.as_str());
    let thrown = serialize(&ClaimFault {
        code,
        message,
        claim,
        reason,
    });
    for (name, text) in [("expected", &fault.expected), ("actual", &fault.actual)] {
        if let Some(value) = text.as_deref().and_then(|text| JSON::parse(text).ok()) {
            // Setting a new property of a plain object cannot fail.
            let _ = Reflect::set(&thrown, &name.into(), &value);
        }
    }
    thrown
}

/// `value` as plain JavaScript objects and arrays.
pub(super) fn serialize(value: &impl Serialize) -> JsValue {
    // The types given here have no maps with strange keys and nothing else that could fail.
    value
        .serialize(&Serializer::json_compatible())
        .unwrap_or(JsValue::UNDEFINED)
}
