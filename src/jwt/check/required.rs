//! The claims that are required by name.

use super::{Outcome, Subject, missing};
use crate::error::Error;

pub(super) fn required(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let names = &subject.validation.rules.required_claims;
    match names.iter().find(|name| subject.claim(name).is_none()) {
        Some(name) => Err(missing(name, None)),
        None if names.is_empty() => Ok(Outcome::NothingToCheck),
        None => Ok(Outcome::Passed),
    }
}
