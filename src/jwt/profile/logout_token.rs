//! Logout tokens
//! ([OpenID Connect Back-Channel Logout 1.0 §2.4, §2.6](https://openid.net/specs/openid-connect-backchannel-1_0.html#LogoutToken)).

use alloc::string::String;
use alloc::vec::Vec;

use super::Profile;
use crate::error::Error;
use crate::jwt::Validation;
use crate::jwt::check::{CheckName, ClaimCheck, Outcome, Subject, forbidden, invalid, missing};
use crate::jwt::validation::non_empty_list;

/// §2.4.
const REQUIRED: [&str; 6] = ["iss", "aud", "iat", "exp", "jti", "events"];

/// §2.4 recommends the first; those who sent logout tokens before it did have the second, or none.
const TOKEN_TYPES: &[&str] = &["logout+jwt", "JWT"];

/// §2.4: the member of `events` that makes a security event a logout.
const LOGOUT_EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

pub(super) const CHECKS: [(CheckName, ClaimCheck); 3] = [
    (CheckName::Kind, kind),
    (CheckName::Events, events),
    (CheckName::Sid, sid),
];

/// A logout token for one client, for [`Validation::logout_token`].
#[derive(Clone, Debug)]
pub struct LogoutToken {
    client_ids: Vec<String>,
}

impl LogoutToken {
    /// A logout token for the client that has one of `client_ids`, of which one must be in `aud`.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn new<S: Into<String>>(client_ids: impl IntoIterator<Item = S>) -> Result<Self, Error> {
        let client_ids = non_empty_list("clientId", client_ids)?;
        Ok(Self { client_ids })
    }
}

impl Validation {
    /// Demands a logout token for a client. That its `jti` was not seen before is for the caller to
    /// check.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless the issuer has been given before, and audience and `typ` have not: the
    /// client is the audience.
    ///
    /// ```
    /// use edge_jwt::{LogoutToken, Validation};
    ///
    /// let validation = Validation::new()
    ///     .issuer("https://issuer.example/")?
    ///     .logout_token(LogoutToken::new(["s6BhdRkqt3"])?)?;
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn logout_token(mut self, logout_token: LogoutToken) -> Result<Self, Error> {
        self = self.for_client(logout_token.client_ids, TOKEN_TYPES)?;
        self.require_claims(&REQUIRED);
        self.profile = Profile::Logout;
        Ok(self)
    }
}

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
