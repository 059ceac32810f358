//! What a JWS must be, apart from its payload.

use alloc::string::String;
use alloc::vec::Vec;

use super::Limits;
use crate::base64url::Padding;
use crate::error::{ApiMisuse, Error};
use crate::jwa::Algorithm;

/// What a JWS must be, apart from its payload. The default is the strict one.
#[derive(Clone, Debug, Default)]
pub struct SignaturePolicy {
    pub(super) algorithms: Vec<Algorithm>,
    pub(super) understood_critical: Vec<String>,
    pub(super) limits: Limits,
    pub(super) padding: Padding,
    pub(super) tries_all_matching_keys: bool,
}

impl SignaturePolicy {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The algorithms a token may name. Defaults to that of the key, or those of the set's keys: a
    /// key is bound to one, so the list can only narrow. Keys of a set that name no algorithm are for those
    /// of the list, and for none without it.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list, which would allow nothing.
    pub fn algorithms(
        mut self,
        algorithms: impl IntoIterator<Item = Algorithm>,
    ) -> Result<Self, Error> {
        self.algorithms = algorithms.into_iter().collect();
        if self.algorithms.is_empty() {
            let expected = "a list of at least one algorithm";
            return Err(Error::ApiMisuse(ApiMisuse::Argument {
                name: "algorithms",
                expected,
            }));
        }
        Ok(self)
    }

    /// The names that may stand in `crit` because the calling code processes these header
    /// parameters (RFC 7515 §4.1.11). Defaults to none.
    #[must_use]
    pub fn understood_critical<N: Into<String>>(
        mut self,
        names: impl IntoIterator<Item = N>,
    ) -> Self {
        self.understood_critical = names.into_iter().map(Into::into).collect();
        self
    }

    /// How large the token may be. Defaults to [`Limits::default`].
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Whether segments may be padded, as those of AWS Application Load Balancers are. Defaults to
    /// [`Padding::Refused`].
    #[must_use]
    pub fn padding(mut self, padding: Padding) -> Self {
        self.padding = padding;
        self
    }

    /// Whether, when several keys of a set fit the token's `alg` and `kid`, each is tried, up to 16 of
    /// them, which costs a verification each. Defaults to `false`: such a token is refused.
    #[must_use]
    pub fn try_all_matching_keys(mut self, try_all: bool) -> Self {
        self.tries_all_matching_keys = try_all;
        self
    }

    /// The limits that are set.
    #[must_use]
    pub fn effective_limits(&self) -> &Limits {
        &self.limits
    }
}
