//! When and how the user was authenticated
//! ([OpenID Connect Core 1.0 §2](https://openid.net/specs/openid-connect-core-1_0.html#IDToken),
//! RFC 9068 §2.2.1, RFC 9470).

use super::{Outcome, Subject};
use crate::error::{ClaimReason, Error};

/// OpenID Connect Core 1.0 §3.1.3.7 step 13.
pub(super) fn auth_time(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(max_age) = subject.validation.rules.max_authentication_age_seconds else {
        return Ok(Outcome::NothingToCheck);
    };
    let authenticated_at = subject.required_date_claim("auth_time")?;
    let age = subject.now.seconds() - authenticated_at.seconds();
    let tolerance = subject.validation.rules.clock_tolerance_seconds;
    if age - tolerance > max_age {
        return Err(subject.date_fault("auth_time", ClaimReason::AuthenticatedTooLongAgo));
    }
    if age + tolerance < 0.0 {
        return Err(subject.date_fault("auth_time", ClaimReason::AuthenticatedInTheFuture));
    }
    Ok(Outcome::Passed)
}

/// OpenID Connect Core 1.0 §3.1.3.7 step 12.
pub(super) fn acr(subject: &Subject<'_>) -> Result<Outcome, Error> {
    match subject.validation.rules.acr_values.as_slice() {
        [] => Ok(Outcome::NothingToCheck),
        expected => subject.string_claim("acr", expected),
    }
}
