//! `typ`, by which a token says of which kind it is (RFC 8725 §3.11).

use alloc::string::String;

use super::{Outcome, Subject, invalid, mismatch, missing, one_or_several};
use crate::error::Error;
use crate::json::Value;
use crate::jwt::validation::TokenType;

/// RFC 7515 §4.1.9, RFC 8725 §3.11.
pub(super) fn typ(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let (expected, may_be_absent): (&[&str], bool) = match &subject.validation.rules.token_type {
        TokenType::Unchecked => return Ok(Outcome::NothingToCheck),
        TokenType::Exactly(expected) => (&[expected.as_str()], false),
        TokenType::AbsentOr(expected) => (expected, true),
    };
    let is_expected = |actual| expected.iter().any(|own| is_same_media_type(actual, own));
    let wanted = || one_or_several(expected);
    match subject.header.parameters().get("typ") {
        Some(actual) if !matches!(actual, Value::Null | Value::String(_)) => {
            return Err(invalid("typ", actual));
        }
        _ => {}
    }
    match subject.header.token_type() {
        Some(actual) if is_expected(actual) => Ok(Outcome::Passed),
        Some(actual) => Err(mismatch("typ", wanted(), &actual.into())),
        None if may_be_absent => Ok(Outcome::Passed),
        None => Err(missing("typ", Some(wanted()))),
    }
}

/// A `typ` without a slash stands for `application/` and itself; case does not matter.
fn is_same_media_type(one: &str, other: &str) -> bool {
    let subtype = |media_type: &str| -> String {
        let lower = media_type.to_ascii_lowercase();
        match lower.strip_prefix("application/") {
            Some(rest) if !rest.contains('/') => rest.into(),
            _ => lower,
        }
    };
    subtype(one) == subtype(other)
}
