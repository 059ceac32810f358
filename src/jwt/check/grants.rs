//! What a token allows.

use alloc::vec::Vec;

use super::{Outcome, Subject, fault, missing, one_or_several};
use crate::error::{ClaimReason, Error};

/// RFC 9068 §2.2.3, RFC 8693 §4.2: `scope` is a string with spaces between the scopes. Some issuers
/// call it `scp`, and some write an array.
pub(super) fn scopes(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(required) = &subject.validation.rules.required_scopes else {
        return Ok(Outcome::NothingToCheck);
    };
    let mut granted = Vec::new();
    let mut present = None;
    for name in ["scope", "scp"] {
        let Some(value) = subject.claims.get(name) else {
            continue;
        };
        let invalid = || fault(name, ClaimReason::Invalid, None, Some(value));
        match value.as_str() {
            Some(text) => granted.extend(text.split(' ')),
            None => granted.extend(value.as_strings().ok_or_else(invalid)?),
        }
        present = Some(value);
    }
    let wanted = Some(one_or_several(required.names()));
    match present {
        None => Err(missing("scope", wanted)),
        Some(_) if required.is_met_by(&granted) => Ok(Outcome::Passed),
        Some(actual) => Err(fault("scope", ClaimReason::Mismatch, wanted, Some(actual))),
    }
}

pub(super) fn roles(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some((path, required)) = &subject.validation.rules.required_roles else {
        return Ok(Outcome::NothingToCheck);
    };
    let name = path.as_str();
    let wanted = Some(one_or_several(required.names()));
    let Some(actual) = path.find(subject.claims.as_object()) else {
        return Err(missing(name, wanted));
    };
    let granted = match actual.as_str() {
        Some(role) => Some([role].into()),
        None => actual.as_strings(),
    };
    match granted {
        None => Err(fault(name, ClaimReason::Invalid, wanted, Some(actual))),
        Some(granted) if required.is_met_by(&granted) => Ok(Outcome::Passed),
        Some(_) => Err(fault(name, ClaimReason::Mismatch, wanted, Some(actual))),
    }
}
