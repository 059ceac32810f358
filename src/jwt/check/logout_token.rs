//! Logout tokens
//! ([OpenID Connect Back-Channel Logout 1.0 §2.4, §2.6](https://openid.net/specs/openid-connect-backchannel-1_0.html#LogoutToken)).

use super::{CheckName, ClaimCheck, Outcome, Subject, forbidden, invalid, missing};
use crate::error::Error;

/// §2.4: the member of `events` that makes a security event a logout.
const LOGOUT_EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

pub(super) const CHECKS: [(CheckName, ClaimCheck); 3] = [
    (CheckName::Kind, kind),
    (CheckName::Events, events),
    (CheckName::Sid, sid),
];

/// §2.6 step 7. It would be an ID token, or could pass for one.
fn kind(subject: &Subject<'_>) -> Result<Outcome, Error> {
    match subject.claims.get("nonce") {
        Some(actual) => Err(forbidden("nonce", actual)),
        None => Ok(Outcome::Passed),
    }
}

/// §2.6 step 6.
fn events(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let events = subject
        .claims
        .get("events")
        .ok_or_else(|| missing("events", None))?;
    let logout = events
        .as_object()
        .and_then(|events| events.get(LOGOUT_EVENT));
    match logout.and_then(|logout| logout.as_object()) {
        Some(_) => Ok(Outcome::Passed),
        None => Err(invalid("events", events)),
    }
}

/// §2.6 step 5: a session, or a subject, or both.
fn sid(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let outcome = subject.string_claim("sid", &[""; 0])?;
    match (subject.claims.get("sid"), subject.claims.get("sub")) {
        (None, None) => Err(missing("sid", None)),
        (None, Some(_)) => Ok(outcome),
        (Some(_), _) => Ok(Outcome::Passed),
    }
}
