//! By how much a time misses.

use crate::error::{ClaimFault, ClaimReason};
use crate::jwt::{Claims, Validation};
use crate::numeric_date::NumericDate;

/// The seconds by which the claim of `fault` misses, not counting the clock tolerance.
pub(super) fn seconds_off(
    fault: &ClaimFault,
    claims: &Claims,
    validation: &Validation,
    now: NumericDate,
) -> Option<f64> {
    let now = now.seconds();
    let date = |name| claims.numeric_date(name).map(NumericDate::seconds);
    let seconds = match fault.reason {
        ClaimReason::Expired => now - date("exp")?,
        ClaimReason::NotYetValid => date("nbf")? - now,
        ClaimReason::TooOld => now - date("iat")? - validation.rules.max_token_age_seconds?,
        ClaimReason::IssuedInTheFuture => date("iat")? - now,
        ClaimReason::IssuedTooEarly => validation.rules.reject_before?.seconds() - date("iat")?,
        ClaimReason::AuthenticatedTooLongAgo => {
            now - date("auth_time")? - validation.rules.max_authentication_age_seconds?
        }
        ClaimReason::AuthenticatedInTheFuture => date("auth_time")? - now,
        ClaimReason::LivesTooLong => {
            date("exp")? - date("iat")? - validation.rules.max_lifetime_seconds?
        }
        _ => return None,
    };
    Some(seconds)
}
