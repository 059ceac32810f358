//! Integers that JavaScript rounds ([RFC 7493 §2.2](https://www.rfc-editor.org/rfc/rfc7493#section-2.2)).

use crate::json::Value;

/// `Number.MAX_SAFE_INTEGER`: 2⁵³ − 1. Whatever is further from zero is an integer as a double.
const MOST: f64 = 9_007_199_254_740_991.0;

/// Whether a member's `value` is, or has at any depth, an integer that not every reader keeps.
pub(super) fn is_large(_name: &str, value: &Value) -> bool {
    holds_large(value)
}

fn holds_large(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.as_f64().abs() > MOST,
        Value::Array(elements) => elements.iter().any(holds_large),
        Value::Object(object) => object.iter().any(|(_, value)| holds_large(value)),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}
