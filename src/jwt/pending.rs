//! A JWT whose signature somebody else verifies, later.

use super::{Validation, VerifiedJwt, verify_claims};
use crate::error::Error;
use crate::jws::{Keys, PendingJws, UnverifiedJws};
use crate::numeric_date::NumericDate;

/// A JWT that waits for the word of whoever verifies its signature.
pub(crate) struct PendingJwt {
    jws: PendingJws,
    now: NumericDate,
}

impl PendingJwt {
    /// Checks all that [`verify`](super::verify) checks before the signature.
    pub(crate) fn new(
        token: &str,
        keys: Keys<'_>,
        validation: &Validation,
        now: NumericDate,
    ) -> Result<Self, Error> {
        let policy = validation.signature_policy();
        let jws = PendingJws::new(UnverifiedJws::parse(token, policy)?, keys, policy)?;
        Ok(Self { jws, now })
    }

    /// What is to be verified.
    pub(crate) fn jws(&self) -> &PendingJws {
        &self.jws
    }

    /// Checks the claims, once the key at `key_index` has verified the signature. `keys` and
    /// `validation` are those it began with.
    ///
    /// # Errors
    ///
    /// As [`verify`](super::verify), from the signature on.
    pub(crate) fn verified_by(
        self,
        key_index: Option<usize>,
        keys: Keys<'_>,
        validation: &Validation,
    ) -> Result<VerifiedJwt, Error> {
        verify_claims(self.jws.verified_by(key_index)?, keys, validation, self.now)
    }
}
