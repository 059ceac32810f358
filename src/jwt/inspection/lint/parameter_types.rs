//! Header parameters of another type than their own
//! ([RFC 7515 §4.1](https://www.rfc-editor.org/rfc/rfc7515#section-4.1)).

use crate::json::Value;

/// Whether the parameter is registered, and its value not of its type. `alg` and `crit` are left to the
/// checks, which refuse the token.
pub(super) fn is_wrong(name: &str, value: &Value) -> bool {
    match name {
        "kid" | "typ" | "cty" | "jku" | "x5u" | "x5t" | "x5t#S256" => value.as_str().is_none(),
        "jwk" => value.as_object().is_none(),
        "x5c" => value.as_strings().is_none(),
        _ => false,
    }
}
