//! From when until when a verified token stays valid, for those who keep it.

use super::{Validation, VerifiedJwt};

/// The times between which a token that was verified would be verified again by the same key and
/// validation: nothing but the clock can make it invalid. Seconds since the epoch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Validity {
    from: f64,
    until: f64,
}

impl Validity {
    /// From when on, at the latest.
    #[must_use]
    pub fn from_seconds(&self) -> f64 {
        self.from
    }

    /// Until when, at the earliest, and not at that time itself; infinite without `exp` and maximum
    /// age.
    #[must_use]
    pub fn until_seconds(&self) -> f64 {
        self.until
    }

    /// Whether the token is valid at `seconds`. A `false` may come a rounding error early: verify the
    /// token then, for the reason.
    #[must_use]
    pub fn contains(&self, seconds: f64) -> bool {
        self.from <= seconds && seconds < self.until
    }
}

impl VerifiedJwt {
    /// From when until when `validation`, by which it was verified, finds the token valid.
    #[must_use]
    pub fn validity(&self, validation: &Validation) -> Validity {
        let claims = self.claims();
        let tolerance = validation.rules.clock_tolerance_seconds;
        let mut validity = Validity {
            from: 0.0,
            until: f64::INFINITY,
        };
        if let Some(expiration) = claims.expiration() {
            validity.until = expiration.seconds() + tolerance;
        }
        if let Some(not_before) = claims.not_before() {
            validity.from = validity.from.max(not_before.seconds() - tolerance);
        }
        if let (Some(issued_at), Some(age)) =
            (claims.issued_at(), validation.rules.max_token_age_seconds)
        {
            validity.from = validity.from.max(issued_at.seconds() - tolerance);
            validity.until = validity.until.min(issued_at.seconds() + age + tolerance);
        }
        if let (Some(authenticated_at), Some(age)) = (
            claims.numeric_date("auth_time"),
            validation.rules.max_authentication_age_seconds,
        ) {
            let at = authenticated_at.seconds();
            validity.from = validity.from.max(at - tolerance);
            validity.until = validity.until.min(at + age + tolerance);
        }
        validity
    }
}
