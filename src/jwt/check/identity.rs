//! Whom a token is about, and which one it is.

use super::{Outcome, Subject, fault};
use crate::error::{ClaimReason, Error};

/// RFC 7519 §4.1.2. An ID token's must be 1 to 255 ASCII characters (OpenID Connect Core 1.0 §2).
pub(super) fn sub(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let outcome = subject.string_claim("sub", subject.validation.rules.subject.as_slice())?;
    let is_bounded = |text: &str| text.is_ascii() && (1..=255).contains(&text.len());
    match subject.claims.subject() {
        Some(text) if subject.validation.rules.profile.bounds_subject() && !is_bounded(text) => {
            let actual = subject.claims.get("sub");
            Err(fault("sub", ClaimReason::SubjectForm, None, actual))
        }
        _ => Ok(outcome),
    }
}

/// RFC 7519 §4.1.7.
pub(super) fn jti(subject: &Subject<'_>) -> Result<Outcome, Error> {
    subject.string_claim("jti", subject.validation.rules.jwt_id.as_slice())
}

/// OpenID Connect Core 1.0 §3.1.3.7 step 11. Only ID tokens give the name a meaning, so that a
/// `nonce` nobody asks about may be of any type.
pub(super) fn nonce(subject: &Subject<'_>) -> Result<Outcome, Error> {
    match subject.validation.rules.nonce.as_slice() {
        [] => Ok(Outcome::NothingToCheck),
        expected => subject.string_claim("nonce", expected),
    }
}
