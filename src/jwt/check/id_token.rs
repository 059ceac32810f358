//! ID tokens
//! ([OpenID Connect Core 1.0 §3.1.3.7](https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation)).

use super::{CheckName, ClaimCheck, Outcome, Subject, forbidden, missing};
use crate::error::Error;
use crate::jwa::Algorithm;
use crate::jwt::profile::{IdToken, Profile};
use crate::key::half_hash;

pub(super) const CHECKS: [(CheckName, ClaimCheck); 4] = [
    (CheckName::Kind, kind),
    (CheckName::Azp, azp),
    (CheckName::AtHash, at_hash),
    (CheckName::CHash, c_hash),
];

fn expected<'s>(subject: &'s Subject<'_>) -> Option<&'s IdToken> {
    match &subject.validation.rules.profile {
        Profile::Id(expected) => Some(expected),
        Profile::Any | Profile::Access(_) | Profile::Logout => None,
    }
}

/// A logout token or any other security event (RFC 8417 §2.2) is not a login.
fn kind(subject: &Subject<'_>) -> Result<Outcome, Error> {
    match subject.claims.get("events") {
        Some(actual) => Err(forbidden("events", actual)),
        None => Ok(Outcome::Passed),
    }
}

/// Steps 4 and 5. Without `azp`, a token for several would not say whose it is.
fn azp(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(IdToken {
        authorized_parties, ..
    }) = expected(subject)
    else {
        return Ok(Outcome::NothingToCheck);
    };
    let is_for_several = subject.claims.audience().is_some_and(|aud| aud.len() > 1);
    if subject.claims.get("azp").is_none() && !is_for_several {
        return Ok(Outcome::NothingToCheck);
    }
    subject.string_claim("azp", authorized_parties)
}

fn at_hash(subject: &Subject<'_>) -> Result<Outcome, Error> {
    hash_claim(subject, "at_hash", |expected| {
        expected.access_token.as_deref()
    })
}

fn c_hash(subject: &Subject<'_>) -> Result<Outcome, Error> {
    hash_claim(subject, "c_hash", |expected| expected.code.as_deref())
}

/// The left half of the hash of `value`, by the hash of the token's own algorithm. An algorithm
/// nobody knows has no hash, and then nothing matches.
fn hash_claim(
    subject: &Subject<'_>,
    name: &str,
    value: fn(&IdToken) -> Option<&str>,
) -> Result<Outcome, Error> {
    let Some(value) = expected(subject).and_then(value) else {
        return Ok(Outcome::NothingToCheck);
    };
    match Algorithm::from_name(subject.header.algorithm()) {
        Some(algorithm) => subject.string_claim(name, &[half_hash(algorithm.hash(), value)]),
        None => Err(missing(name, None)),
    }
}
