//! Hints about claims.

use crate::advice::Hint;
use crate::advice::hint::{
    CLOCK_SKEW, DIFFERS_BY_WHITESPACE, EXP_IN_MILLISECONDS, IAT_IN_MILLISECONDS, LETTER_CASE,
    LOOSE_TYPE, NBF_IN_MILLISECONDS, TIME_IS_TEXT, TRAILING_SLASH, URL_SCHEME,
};
use crate::error::{ClaimFault, ClaimReason, Error};
use crate::json::Value;
use crate::jwt::inspection::Check;
use crate::jwt::inspection::milliseconds::is_in_milliseconds;
use crate::jwt::inspection::seconds_off::seconds_off;
use crate::jwt::{Audience, CheckName, Claims, Validation};
use crate::numeric_date::NumericDate;

const MOST_SKEW_SECONDS: f64 = 300.0;

/// `aud` may have any number of values; more than this many are not compared by their looks.
const MOST_VALUES: usize = 64;

/// Adds what is known about a check on the claims.
pub(in super::super) fn explain(
    check: &mut Check,
    claims: &Claims,
    validation: &Validation,
    now: NumericDate,
) {
    let of_time = match check.name {
        CheckName::Exp => Some(("exp", EXP_IN_MILLISECONDS)),
        CheckName::Nbf => Some(("nbf", NBF_IN_MILLISECONDS)),
        CheckName::Iat => Some(("iat", IAT_IN_MILLISECONDS)),
        _ => None,
    };
    let in_milliseconds =
        of_time.filter(|(name, _)| is_in_milliseconds(claims.as_object(), name, now));
    check.hints.extend(in_milliseconds.map(|(_, hint)| hint));
    let Some(Error::Claim(fault)) = check.error() else {
        return;
    };
    let seconds_off = seconds_off(fault, claims, validation, now);
    let hint = hint(fault, seconds_off, claims, validation);
    check.seconds_off = seconds_off;
    check.hints.extend(hint);
}

fn hint(
    fault: &ClaimFault,
    seconds_off: Option<f64>,
    claims: &Claims,
    validation: &Validation,
) -> Option<Hint> {
    match fault.reason {
        ClaimReason::Expired | ClaimReason::NotYetValid | ClaimReason::IssuedInTheFuture => {
            (seconds_off? <= MOST_SKEW_SECONDS).then_some(CLOCK_SKEW)
        }
        ClaimReason::Invalid if matches!(fault.claim.as_str(), "exp" | "nbf" | "iat") => {
            match claims.get(&fault.claim) {
                Some(Value::Null) => Some(LOOSE_TYPE),
                _ => claims.string(&fault.claim).map(|_| TIME_IS_TEXT),
            }
        }
        ClaimReason::Invalid => match claims.get(&fault.claim) {
            Some(Value::Null | Value::Number(_)) => Some(LOOSE_TYPE),
            _ => None,
        },
        ClaimReason::Mismatch => match (fault.claim.as_str(), &validation.rules.audience) {
            ("iss", _) => near_miss(&validation.rules.issuers, &[claims.issuer()?]),
            ("aud", Audience::OneOf(ours)) => near_miss(ours, &claims.audience()?),
            _ => None,
        },
        _ => None,
    }
}

/// Whether two texts differ by one small thing at most.
type Likeness = fn(&str, &str) -> bool;

/// The one small thing by which one of `actual` differs from one of `expected`.
fn near_miss(expected: &[impl AsRef<str>], actual: &[&str]) -> Option<Hint> {
    let likenesses: [(Hint, Likeness); 4] = [
        (TRAILING_SLASH, |a, b| {
            a.trim_end_matches('/') == b.trim_end_matches('/')
        }),
        (LETTER_CASE, str::eq_ignore_ascii_case),
        (URL_SCHEME, |a, b| without_scheme(a) == without_scheme(b)),
        (DIFFERS_BY_WHITESPACE, |a, b| a.trim() == b.trim()),
    ];
    let expected = expected.iter().take(MOST_VALUES).map(AsRef::as_ref);
    likenesses.into_iter().find_map(|(hint, is_like)| {
        expected
            .clone()
            .any(|one: &str| {
                let mut others = actual.iter().take(MOST_VALUES);
                others.any(|other| is_like(one, other))
            })
            .then_some(hint)
    })
}

fn without_scheme(url: &str) -> &str {
    url.strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .unwrap_or(url)
}
