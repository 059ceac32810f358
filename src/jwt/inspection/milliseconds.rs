//! Times in milliseconds, as `Date.now()` gives them, where the claims count in seconds
//! ([RFC 7519 §2](https://www.rfc-editor.org/rfc/rfc7519#section-2)).

use crate::json::{Object, Value};
use crate::numeric_date::NumericDate;

/// From here on, a number is no time of these centuries in seconds.
const LEAST_MILLISECONDS: f64 = 1e11;

/// How far from now a time is likely to be.
const FIFTY_YEARS_IN_SECONDS: f64 = 50.0 * 365.25 * 86_400.0;

/// Whether a claim is a likely time when it is read as milliseconds, and none when read as seconds.
pub(super) fn is_in_milliseconds(claims: &Object, name: &str, now: NumericDate) -> bool {
    claims
        .get(name)
        .and_then(Value::as_f64)
        .is_some_and(|number| {
            let distance = number / 1000.0 - now.seconds();
            number > LEAST_MILLISECONDS && distance.abs() < FIFTY_YEARS_IN_SECONDS
        })
}
