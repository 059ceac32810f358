//! The checks on the claims of a token whose signature held, one function each
//! ([RFC 7519 §4.1](https://www.rfc-editor.org/rfc/rfc7519#section-4.1)).
//!
//! `verify` stops at the first that fails; `inspect` runs them all. Strings are compared exactly
//! (RFC 7519 §7.3), and never as patterns.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Audience, Claims, Validation};
use crate::error::{ClaimFault, ClaimReason, Error};
use crate::json::{Number, Value, to_text};
use crate::jws::JwsHeader;
use crate::numeric_date::NumericDate;

/// A step of the verification, in the order of the steps.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum CheckName {
    /// Options: whether the caller's wishes make sense.
    Options,
    /// Size limits and form: three segments, base64url, a header that is an object.
    Form,
    /// `crit`, and `b64`.
    Crit,
    /// `alg` is an allowed algorithm.
    Algorithm,
    /// A key fits.
    Key,
    /// The signature.
    Signature,
    /// The payload is a claims set.
    Payload,
    /// `typ`.
    Typ,
    /// The claims that are required by name.
    Required,
    /// `iss`.
    Iss,
    /// `sub`.
    Sub,
    /// `aud`.
    Aud,
    /// `jti`.
    Jti,
    /// `nonce`.
    Nonce,
    /// `iat`.
    Iat,
    /// `nbf`.
    Nbf,
    /// `exp`.
    Exp,
    /// The age of the token, from `iat`.
    MaxTokenAge,
    /// The time between `iat` and `exp`.
    MaxLifetime,
    /// The earliest `iat`.
    RejectBefore,
    /// The required scopes.
    Scopes,
    /// The required roles.
    Roles,
}

impl CheckName {
    /// The name as JavaScript sees it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Options => "options",
            Self::Form => "form",
            Self::Crit => "crit",
            Self::Algorithm => "algorithm",
            Self::Key => "key",
            Self::Signature => "signature",
            Self::Payload => "payload",
            Self::Typ => "typ",
            Self::Required => "required",
            Self::Iss => "iss",
            Self::Sub => "sub",
            Self::Aud => "aud",
            Self::Jti => "jti",
            Self::Nonce => "nonce",
            Self::Iat => "iat",
            Self::Nbf => "nbf",
            Self::Exp => "exp",
            Self::MaxTokenAge => "max_token_age",
            Self::MaxLifetime => "max_lifetime",
            Self::RejectBefore => "reject_before",
            Self::Scopes => "scopes",
            Self::Roles => "roles",
        }
    }
}

/// What the checks look at.
pub(super) struct Subject<'a> {
    header: &'a JwsHeader,
    claims: &'a Claims,
    validation: &'a Validation,
    now: NumericDate,
}

/// Whether a check had something to check.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Outcome {
    Passed,
    NothingToCheck,
}

type ClaimCheck = fn(&Subject<'_>) -> Result<Outcome, Error>;

/// Every check, in order.
const CHECKS: [(CheckName, ClaimCheck); 15] = [
    (CheckName::Typ, typ),
    (CheckName::Required, required),
    (CheckName::Iss, iss),
    (CheckName::Sub, sub),
    (CheckName::Aud, aud),
    (CheckName::Jti, jti),
    (CheckName::Nonce, nonce),
    (CheckName::Iat, iat),
    (CheckName::Nbf, nbf),
    (CheckName::Exp, exp),
    (CheckName::MaxTokenAge, max_token_age),
    (CheckName::MaxLifetime, max_lifetime),
    (CheckName::RejectBefore, reject_before),
    (CheckName::Scopes, scopes),
    (CheckName::Roles, roles),
];

/// Runs the checks up to the first that fails.
pub(super) fn all(
    header: &JwsHeader,
    claims: &Claims,
    validation: &Validation,
    now: NumericDate,
) -> Result<(), Error> {
    each(header, claims, validation, now).try_for_each(|(_, outcome)| outcome.map(|_| ()))
}

/// Runs the checks one after the other, as they are asked for.
pub(super) fn each<'a>(
    header: &'a JwsHeader,
    claims: &'a Claims,
    validation: &'a Validation,
    now: NumericDate,
) -> impl Iterator<Item = (CheckName, Result<Outcome, Error>)> {
    let subject = Subject {
        header,
        claims,
        validation,
        now,
    };
    CHECKS
        .into_iter()
        .map(move |(name, check)| (name, check(&subject)))
}

/// RFC 7515 §4.1.9, RFC 8725 §3.11.
fn typ(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(expected) = &subject.validation.token_type else {
        return Ok(Outcome::NothingToCheck);
    };
    match subject.header.token_type() {
        Some(actual) if is_same_media_type(actual, expected) => Ok(Outcome::Passed),
        Some(actual) => Err(mismatch("typ", expected.as_str().into(), &actual.into())),
        None => Err(missing("typ", Some(expected.as_str().into()))),
    }
}

/// A `typ` without a slash stands for `application/` and itself; case does not matter.
fn is_same_media_type(one: &str, other: &str) -> bool {
    let subtype = |media_type: &str| -> String {
        let lower = media_type.to_ascii_lowercase();
        match lower.strip_prefix("application/") {
            Some(rest) if !rest.contains('/') => rest.into(),
            _ => lower,
        }
    };
    subtype(one) == subtype(other)
}

fn required(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let names = &subject.validation.required_claims;
    match names.iter().find(|name| subject.claims.get(name).is_none()) {
        Some(name) => Err(missing(name, None)),
        None if names.is_empty() => Ok(Outcome::NothingToCheck),
        None => Ok(Outcome::Passed),
    }
}

/// RFC 7519 §4.1.1.
fn iss(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let issuers: Vec<&str> = subject
        .validation
        .issuers
        .iter()
        .map(String::as_str)
        .collect();
    string_claim(subject, "iss", &issuers)
}

/// RFC 7519 §4.1.2.
fn sub(subject: &Subject<'_>) -> Result<Outcome, Error> {
    string_claim(
        subject,
        "sub",
        subject.validation.subject.as_deref().as_slice(),
    )
}

/// RFC 7519 §4.1.7.
fn jti(subject: &Subject<'_>) -> Result<Outcome, Error> {
    string_claim(
        subject,
        "jti",
        subject.validation.jwt_id.as_deref().as_slice(),
    )
}

/// OpenID Connect Core 1.0 §3.1.3.7 step 11. Only ID tokens give the name a meaning, so that a
/// `nonce` nobody asks about may be of any type.
fn nonce(subject: &Subject<'_>) -> Result<Outcome, Error> {
    match subject.validation.nonce.as_deref() {
        Some(expected) => string_claim(subject, "nonce", &[expected]),
        None => Ok(Outcome::NothingToCheck),
    }
}

/// RFC 7519 §4.1.3: "each principal intended to process the JWT MUST identify itself with a value
/// in the audience claim", and a principal that does not must reject it.
fn aud(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let expected = match &subject.validation.audience {
        Audience::OneOf(audiences) => Some(one_or_several(audiences)),
        Audience::NotStated | Audience::Unchecked => None,
    };
    let Some(actual) = subject.claims.get("aud") else {
        return match expected {
            Some(expected) => Err(missing("aud", Some(expected))),
            None => Ok(Outcome::NothingToCheck),
        };
    };
    let Some(audience) = subject.claims.audience() else {
        return Err(fault("aud", ClaimReason::Invalid, expected, Some(actual)));
    };
    match &subject.validation.audience {
        Audience::NotStated => Err(fault(
            "aud",
            ClaimReason::AudienceNotStated,
            None,
            Some(actual),
        )),
        Audience::Unchecked => Ok(Outcome::NothingToCheck),
        Audience::OneOf(ours) if ours.iter().any(|own| audience.contains(&own.as_str())) => {
            Ok(Outcome::Passed)
        }
        Audience::OneOf(_) => Err(fault("aud", ClaimReason::Mismatch, expected, Some(actual))),
    }
}

/// RFC 7519 §4.1.6.
fn iat(subject: &Subject<'_>) -> Result<Outcome, Error> {
    Ok(match date_claim(subject, "iat")? {
        Some(_) => Outcome::Passed,
        None => Outcome::NothingToCheck,
    })
}

/// RFC 7519 §4.1.5: not before `nbf`.
fn nbf(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(not_before) = date_claim(subject, "nbf")? else {
        return Ok(Outcome::NothingToCheck);
    };
    let latest_clock = subject.now.seconds() + subject.validation.clock_tolerance_seconds;
    if latest_clock < not_before.seconds() {
        return Err(subject.date_fault("nbf", ClaimReason::NotYetValid));
    }
    Ok(Outcome::Passed)
}

/// RFC 7519 §4.1.4: "on or after" `exp` the token must not be accepted.
fn exp(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(expiration) = date_claim(subject, "exp")? else {
        return Ok(Outcome::NothingToCheck);
    };
    let earliest_clock = subject.now.seconds() - subject.validation.clock_tolerance_seconds;
    if earliest_clock >= expiration.seconds() {
        return Err(subject.date_fault("exp", ClaimReason::Expired));
    }
    Ok(Outcome::Passed)
}

fn max_token_age(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(max_age) = subject.validation.max_token_age_seconds else {
        return Ok(Outcome::NothingToCheck);
    };
    let issued_at = date_claim(subject, "iat")?.ok_or_else(|| missing("iat", None))?;
    let age = subject.now.seconds() - issued_at.seconds();
    let tolerance = subject.validation.clock_tolerance_seconds;
    if age - tolerance > max_age {
        return Err(subject.date_fault("iat", ClaimReason::TooOld));
    }
    if age + tolerance < 0.0 {
        return Err(subject.date_fault("iat", ClaimReason::IssuedInTheFuture));
    }
    Ok(Outcome::Passed)
}

fn max_lifetime(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(max_lifetime) = subject.validation.max_lifetime_seconds else {
        return Ok(Outcome::NothingToCheck);
    };
    let issued_at = date_claim(subject, "iat")?.ok_or_else(|| missing("iat", None))?;
    let expiration = date_claim(subject, "exp")?.ok_or_else(|| missing("exp", None))?;
    if expiration.seconds() - issued_at.seconds() > max_lifetime {
        let limit = Number::from_f64(max_lifetime).map(Value::Number);
        let actual = subject.claims.get("exp");
        return Err(fault("exp", ClaimReason::LivesTooLong, limit, actual));
    }
    Ok(Outcome::Passed)
}

fn reject_before(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(earliest) = subject.validation.reject_before else {
        return Ok(Outcome::NothingToCheck);
    };
    let issued_at = date_claim(subject, "iat")?.ok_or_else(|| missing("iat", None))?;
    if issued_at < earliest {
        let expected = Number::from_f64(earliest.seconds()).map(Value::Number);
        let actual = subject.claims.get("iat");
        return Err(fault("iat", ClaimReason::IssuedTooEarly, expected, actual));
    }
    Ok(Outcome::Passed)
}

/// RFC 9068 §2.2.3, RFC 8693 §4.2: `scope` is a string with spaces between the scopes. Some issuers
/// call it `scp`, and some write an array.
fn scopes(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(required) = &subject.validation.required_scopes else {
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

fn roles(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some((path, required)) = &subject.validation.required_roles else {
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

/// A claim that is a string whenever it is there, and one of `expected` if there are any.
fn string_claim(subject: &Subject<'_>, name: &str, expected: &[&str]) -> Result<Outcome, Error> {
    let wanted = || one_or_several(expected);
    let Some(actual) = subject.claims.get(name) else {
        return match expected {
            [] => Ok(Outcome::NothingToCheck),
            _ => Err(missing(name, Some(wanted()))),
        };
    };
    match actual.as_str() {
        None => Err(fault(name, ClaimReason::Invalid, None, Some(actual))),
        Some(_) if expected.is_empty() => Ok(Outcome::NothingToCheck),
        Some(text) if expected.contains(&text) => Ok(Outcome::Passed),
        Some(_) => Err(mismatch(name, wanted(), actual)),
    }
}

/// A claim that is a NumericDate whenever it is there.
fn date_claim(subject: &Subject<'_>, name: &str) -> Result<Option<NumericDate>, Error> {
    match (subject.claims.get(name), subject.claims.numeric_date(name)) {
        (None, _) => Ok(None),
        (Some(_), Some(date)) => Ok(Some(date)),
        (Some(actual), None) => Err(fault(name, ClaimReason::Invalid, None, Some(actual))),
    }
}

impl Subject<'_> {
    /// `expected` is the time of the check, `actual` the claim: their difference is what the reader
    /// wants to know.
    fn date_fault(&self, name: &str, reason: ClaimReason) -> Error {
        let now = Number::from_f64(self.now.seconds()).map(Value::Number);
        fault(name, reason, now, self.claims.get(name))
    }
}

/// An expectation as the caller wrote it: alone, or in a list.
fn one_or_several(expected: &[impl AsRef<str>]) -> Value {
    match expected {
        [only] => only.as_ref().into(),
        several => several
            .iter()
            .map(AsRef::as_ref)
            .collect::<Vec<&str>>()
            .into(),
    }
}

fn missing(name: &str, expected: Option<Value>) -> Error {
    fault(name, ClaimReason::Missing, expected, None)
}

fn mismatch(name: &str, expected: Value, actual: &Value) -> Error {
    fault(name, ClaimReason::Mismatch, Some(expected), Some(actual))
}

fn fault(
    name: &str,
    reason: ClaimReason,
    expected: Option<Value>,
    actual: Option<&Value>,
) -> Error {
    Error::Claim(ClaimFault {
        claim: name.into(),
        reason,
        expected: expected.as_ref().map(to_text),
        actual: actual.map(to_text),
    })
}
