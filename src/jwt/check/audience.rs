//! Whom a token is for.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Outcome, Subject, fault, missing, one_or_several};
use crate::error::{ClaimReason, Error};
use crate::jwt::Audience;

/// RFC 7519 §4.1.3: "each principal intended to process the JWT MUST identify itself with a value
/// in the audience claim", and a principal that does not must reject it.
pub(super) fn aud(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let expected = || match &subject.validation.rules.audience {
        Audience::OneOf(audiences) => Some(one_or_several(audiences.as_slice())),
        Audience::NotStated | Audience::Unchecked => None,
    };
    let Some(actual) = subject.claim("aud") else {
        return match expected() {
            Some(expected) => Err(missing("aud", Some(expected))),
            None => Ok(Outcome::NothingToCheck),
        };
    };
    let elements = actual.as_array().unwrap_or(core::slice::from_ref(actual));
    let texts = elements.iter().map(|element| subject.text_of(element));
    let Some(audience) = texts.collect::<Option<Vec<_>>>() else {
        return Err(fault("aud", ClaimReason::Invalid, expected(), Some(actual)));
    };
    match &subject.validation.rules.audience {
        Audience::NotStated => Err(fault(
            "aud",
            ClaimReason::AudienceNotStated,
            None,
            Some(actual),
        )),
        Audience::Unchecked => Ok(Outcome::NothingToCheck),
        Audience::OneOf(ours) if ours.iter().any(|own| audience.iter().any(|one| one == own)) => {
            match &subject.validation.rules.trusted_audiences {
                Some(trusted)
                    if !audience
                        .iter()
                        .all(|other| is_one(ours, other) || is_one(trusted, other)) =>
                {
                    Err(fault(
                        "aud",
                        ClaimReason::UntrustedAudience,
                        expected(),
                        Some(actual),
                    ))
                }
                _ => Ok(Outcome::Passed),
            }
        }
        Audience::OneOf(_) => Err(fault(
            "aud",
            ClaimReason::Mismatch,
            expected(),
            Some(actual),
        )),
    }
}

fn is_one(names: &[String], name: &str) -> bool {
    names.iter().any(|own| own == name)
}
