//! Header parameters and claims that must have certain values.

use super::{Outcome, Subject, mismatch, missing, one_or_several};
use crate::error::Error;
use crate::json::{Object, Value};
use crate::jwt::validation::ExpectedValue;

pub(super) fn header(subject: &Subject<'_>) -> Result<Outcome, Error> {
    values(
        subject.header.parameters(),
        &subject.validation.rules.header,
    )
}

pub(super) fn claims(subject: &Subject<'_>) -> Result<Outcome, Error> {
    values(subject.claims.as_object(), &subject.validation.rules.claims)
}

fn values(object: &Object, expected: &[ExpectedValue]) -> Result<Outcome, Error> {
    for ExpectedValue { name, one_of } in expected {
        let wanted = || one_or_several(one_of);
        match object.get(name) {
            None => return Err(missing(name, Some(wanted()))),
            Some(actual) if one_of.iter().any(|own| is_same(own, actual)) => {}
            Some(actual) => return Err(mismatch(name, wanted(), actual)),
        }
    }
    Ok(match expected {
        [] => Outcome::NothingToCheck,
        _ => Outcome::Passed,
    })
}

/// One number may be written in several ways: `1` and `1.0` are the same.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one.total_cmp(&other).is_eq(),
        _ => one == other,
    }
}
