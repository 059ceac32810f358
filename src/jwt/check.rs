//! The checks on the claims of a token whose signature held, one function each
//! ([RFC 7519 §4.1](https://www.rfc-editor.org/rfc/rfc7519#section-4.1)).
//!
//! `verify` stops at the first that fails; `inspect` runs them all. Strings are compared exactly
//! (RFC 7519 §7.3), and never as patterns.

mod access_token;
mod audience;
mod authentication;
mod expected;
mod fault;
mod grants;
mod id_token;
mod identity;
mod issuer;
mod logout_token;
mod name;
mod required;
mod time;
mod token_type;

use alloc::borrow::Cow;
use alloc::string::ToString as _;
use alloc::vec::Vec;

use super::profile::Profile;
use super::{Claims, Validation};
use crate::error::Error;
use crate::json::Value;
use crate::jws::JwsHeader;
use crate::key::VerifyingKey;
use crate::numeric_date::NumericDate;

pub(super) use fault::{fault, forbidden, invalid, mismatch, missing, one_or_several};
pub use name::CheckName;

/// What the checks look at.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) header: &'a JwsHeader,
    pub(super) claims: &'a Claims,
    /// The key whose signature held; in an inspection there may be none.
    pub(super) key: Option<&'a VerifyingKey>,
    pub(super) validation: &'a Validation,
    pub(super) now: NumericDate,
}

/// Whether a check had something to check.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Outcome {
    Passed,
    NothingToCheck,
}

pub(super) type ClaimCheck = fn(&Subject<'_>) -> Result<Outcome, Error>;

/// Every check that any token goes through, in order. Those of a profile come after them.
const CHECKS: [(CheckName, ClaimCheck); 19] = [
    (CheckName::Typ, token_type::typ),
    (CheckName::Header, expected::header),
    (CheckName::Required, required::required),
    (CheckName::Iss, issuer::iss),
    (CheckName::Sub, identity::sub),
    (CheckName::Aud, audience::aud),
    (CheckName::Jti, identity::jti),
    (CheckName::Nonce, identity::nonce),
    (CheckName::Iat, time::iat),
    (CheckName::Nbf, time::nbf),
    (CheckName::Exp, time::exp),
    (CheckName::MaxTokenAge, time::max_token_age),
    (CheckName::MaxLifetime, time::max_lifetime),
    (CheckName::RejectBefore, time::reject_before),
    (CheckName::AuthTime, authentication::auth_time),
    (CheckName::Acr, authentication::acr),
    (CheckName::Scopes, grants::scopes),
    (CheckName::Roles, grants::roles),
    (CheckName::Claims, expected::claims),
];

/// Runs the checks up to the first that fails.
pub(super) fn all(subject: Subject<'_>) -> Result<(), Error> {
    each(subject).try_for_each(|(_, outcome)| outcome.map(|_| ()))
}

/// Runs the checks one after the other, as they are asked for.
pub(super) fn each(
    subject: Subject<'_>,
) -> impl Iterator<Item = (CheckName, Result<Outcome, Error>)> {
    CHECKS
        .iter()
        .chain(of_profile(&subject.validation.rules.profile))
        .map(move |(name, check)| (*name, check(&subject)))
}

/// The checks that come after those of every token.
fn of_profile(profile: &Profile) -> &'static [(CheckName, ClaimCheck)] {
    match profile {
        Profile::Any => &[],
        Profile::Access(_) => &access_token::CHECKS,
        Profile::Id(_) => &id_token::CHECKS,
        Profile::Logout => &logout_token::CHECKS,
    }
}

impl Subject<'_> {
    /// A claim; where loose types are accepted, `null` is as if it were not there.
    pub(super) fn claim(&self, name: &str) -> Option<&Value> {
        let value = self.claims.get(name)?;
        let is_absent = self.validation.rules.accepts_loose_types && *value == Value::Null;
        (!is_absent).then_some(value)
    }

    /// The text of a claim that is a string; where loose types are accepted, also the digits of a number.
    pub(super) fn text_of<'v>(&self, value: &'v Value) -> Option<Cow<'v, str>> {
        match value {
            Value::String(text) => Some(Cow::Borrowed(text)),
            Value::Number(number) if self.validation.rules.accepts_loose_types => {
                Some(Cow::Owned(number.to_string()))
            }
            _ => None,
        }
    }

    /// A claim that is a string whenever it is there, and one of `expected` if there are any.
    pub(super) fn string_claim(
        &self,
        name: &str,
        expected: &[impl AsRef<str>],
    ) -> Result<Outcome, Error> {
        let names = || expected.iter().map(AsRef::as_ref).collect::<Vec<&str>>();
        let wanted = || one_or_several(&names());
        let Some(actual) = self.claim(name) else {
            return match expected {
                [] => Ok(Outcome::NothingToCheck),
                _ => Err(missing(name, Some(wanted()))),
            };
        };
        match self.text_of(actual) {
            None => Err(invalid(name, actual)),
            Some(_) if expected.is_empty() => Ok(Outcome::NothingToCheck),
            Some(text) if expected.iter().any(|own| own.as_ref() == text) => Ok(Outcome::Passed),
            Some(_) => Err(mismatch(name, wanted(), actual)),
        }
    }

    /// A claim that is a NumericDate whenever it is there.
    pub(super) fn date_claim(&self, name: &str) -> Result<Option<NumericDate>, Error> {
        match (self.claim(name), self.claims.numeric_date(name)) {
            (None, _) => Ok(None),
            (Some(_), Some(date)) => Ok(Some(date)),
            (Some(actual), None) => Err(invalid(name, actual)),
        }
    }

    /// A claim that is a NumericDate and there.
    pub(super) fn required_date_claim(&self, name: &str) -> Result<NumericDate, Error> {
        self.date_claim(name)?.ok_or_else(|| missing(name, None))
    }
}
