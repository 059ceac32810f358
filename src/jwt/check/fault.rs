//! How a check says that a claim is not as required.

use crate::error::{ClaimFault, ClaimReason, Error};
use crate::json::{Value, to_text};

/// An expectation as the caller wrote it: alone, or in a list.
pub(in crate::jwt) fn one_or_several<T: Clone + Into<Value>>(expected: &[T]) -> Value {
    match expected {
        [only] => only.clone().into(),
        several => several.to_vec().into(),
    }
}

pub(in crate::jwt) fn missing(name: &str, expected: Option<Value>) -> Error {
    fault(name, ClaimReason::Missing, expected, None)
}

pub(in crate::jwt) fn mismatch(name: &str, expected: Value, actual: &Value) -> Error {
    fault(name, ClaimReason::Mismatch, Some(expected), Some(actual))
}

pub(in crate::jwt) fn invalid(name: &str, actual: &Value) -> Error {
    fault(name, ClaimReason::Invalid, None, Some(actual))
}

pub(in crate::jwt) fn forbidden(name: &str, actual: &Value) -> Error {
    fault(name, ClaimReason::Forbidden, None, Some(actual))
}

pub(in crate::jwt) fn fault(
    name: &str,
    reason: ClaimReason,
    expected: Option<Value>,
    actual: Option<&Value>,
) -> Error {
    Error::Claim(ClaimFault {
        claim: name.into(),
        reason,
        expected: expected.as_ref().map(to_text),
        actual: actual.map(to_text),
    })
}
