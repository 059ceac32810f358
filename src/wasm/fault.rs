//! Errors on their way to JavaScript: plain objects, made into classes there.

use js_sys::JSON;
use wasm_bindgen::JsValue;

use super::members::{self, number, object};
use crate::error::{Error, KeyFault};
use crate::json::{MAX_DEPTH, Value, parse, to_text};

/// The value to throw: what an export returns as an error is converted by this alone.
impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        thrown(&error)
    }
}

fn thrown(error: &Error) -> JsValue {
    let mut members = members::error(error);
    if let Error::Claim(fault) = error {
        for (name, text) in [("expected", &fault.expected), ("actual", &fault.actual)] {
            let value = text
                .as_deref()
                .map(|text| parse(text.as_bytes(), MAX_DEPTH));
            members.extend(value.and_then(Result::ok).map(|value| (name, value)));
        }
    }
    if let Error::Key(KeyFault::NoMatchingKey(fault)) = error {
        let reason = fault.reason.as_deref();
        members.push(("skipped", number(fault.skipped)));
        members.extend(reason.map(|reason| ("cause", object(members::error(reason)))));
    }
    plain(&object(members))
}

/// `value` as plain JavaScript objects and arrays.
pub(super) fn plain(value: &Value) -> JsValue {
    // What is written as JSON is read.
    JSON::parse(&to_text(value)).unwrap_or(JsValue::UNDEFINED)
}
