//! From when until when a token holds, and how old it may be.

use super::{Outcome, Subject, fault};
use crate::error::{ClaimReason, Error};
use crate::json::{Number, Value};

/// RFC 7519 §4.1.6.
pub(super) fn iat(subject: &Subject<'_>) -> Result<Outcome, Error> {
    Ok(match subject.date_claim("iat")? {
        Some(_) => Outcome::Passed,
        None => Outcome::NothingToCheck,
    })
}

/// RFC 7519 §4.1.5: not before `nbf`.
pub(super) fn nbf(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(not_before) = subject.date_claim("nbf")? else {
        return Ok(Outcome::NothingToCheck);
    };
    let latest_clock = subject.now.seconds() + subject.validation.rules.clock_tolerance_seconds;
    if latest_clock < not_before.seconds() {
        return Err(subject.date_fault("nbf", ClaimReason::NotYetValid));
    }
    Ok(Outcome::Passed)
}

/// RFC 7519 §4.1.4: "on or after" `exp` the token must not be accepted.
pub(super) fn exp(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(expiration) = subject.date_claim("exp")? else {
        return Ok(Outcome::NothingToCheck);
    };
    let earliest_clock = subject.now.seconds() - subject.validation.rules.clock_tolerance_seconds;
    if earliest_clock >= expiration.seconds() {
        return Err(subject.date_fault("exp", ClaimReason::Expired));
    }
    Ok(Outcome::Passed)
}

pub(super) fn max_token_age(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(max_age) = subject.validation.rules.max_token_age_seconds else {
        return Ok(Outcome::NothingToCheck);
    };
    let issued_at = subject.required_date_claim("iat")?;
    let age = subject.now.seconds() - issued_at.seconds();
    let tolerance = subject.validation.rules.clock_tolerance_seconds;
    if age - tolerance > max_age {
        return Err(subject.date_fault("iat", ClaimReason::TooOld));
    }
    if age + tolerance < 0.0 {
        return Err(subject.date_fault("iat", ClaimReason::IssuedInTheFuture));
    }
    Ok(Outcome::Passed)
}

pub(super) fn max_lifetime(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(max_lifetime) = subject.validation.rules.max_lifetime_seconds else {
        return Ok(Outcome::NothingToCheck);
    };
    let issued_at = subject.required_date_claim("iat")?;
    let expiration = subject.required_date_claim("exp")?;
    if expiration.seconds() - issued_at.seconds() > max_lifetime {
        let limit = Number::from_f64(max_lifetime).map(Value::from);
        let actual = subject.claims.get("exp");
        return Err(fault("exp", ClaimReason::LivesTooLong, limit, actual));
    }
    Ok(Outcome::Passed)
}

pub(super) fn reject_before(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(earliest) = subject.validation.rules.reject_before else {
        return Ok(Outcome::NothingToCheck);
    };
    let issued_at = subject.required_date_claim("iat")?;
    if issued_at < earliest {
        let expected = Number::from_f64(earliest.seconds()).map(Value::from);
        let actual = subject.claims.get("iat");
        return Err(fault("iat", ClaimReason::IssuedTooEarly, expected, actual));
    }
    Ok(Outcome::Passed)
}

impl Subject<'_> {
    /// `expected` is the time of the check, `actual` the claim: their difference is what the reader
    /// wants to know.
    pub(in crate::jwt) fn date_fault(&self, name: &str, reason: ClaimReason) -> Error {
        let now = Number::from_f64(self.now.seconds()).map(Value::from);
        fault(name, reason, now, self.claims.get(name))
    }
}
