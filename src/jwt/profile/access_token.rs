//! Access tokens ([RFC 9068](https://www.rfc-editor.org/rfc/rfc9068)).

use alloc::string::String;
use alloc::vec::Vec;

use super::Profile;
use crate::error::Error;
use crate::jwt::Validation;
use crate::jwt::check::{CheckName, ClaimCheck, Outcome, Subject};
use crate::jwt::validation::{TokenType, left_out, non_empty_list};

/// RFC 9068 §2.2.
const REQUIRED: [&str; 7] = ["iss", "exp", "aud", "sub", "client_id", "iat", "jti"];

pub(super) const CHECKS: [(CheckName, ClaimCheck); 1] = [(CheckName::ClientId, client_id)];

/// An access token as RFC 9068 defines it, for [`Validation::access_token`].
#[derive(Clone, Debug, Default)]
pub struct AccessToken {
    client_ids: Vec<String>,
}

impl AccessToken {
    /// An access token of any client.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// `client_id` must be one of these. Defaults to any.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn client_ids<S: Into<String>>(
        mut self,
        client_ids: impl IntoIterator<Item = S>,
    ) -> Result<Self, Error> {
        self.client_ids = non_empty_list("clientId", client_ids)?;
        Ok(self)
    }
}

impl Validation {
    /// Demands an access token of RFC 9068 (§4): `typ` is `at+jwt`, and `iss`, `exp`, `aud`, `sub`,
    /// `client_id`, `iat` and `jti` are there.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless issuer and audience have been given before, and `typ` has not.
    ///
    /// ```
    /// use edge_jwt::{AccessToken, Validation};
    ///
    /// let validation = Validation::new()
    ///     .issuer("https://issuer.example/")?
    ///     .audience("https://api.example/")?
    ///     .access_token(AccessToken::new())?;
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn access_token(mut self, access_token: AccessToken) -> Result<Self, Error> {
        self.require_issuer()?;
        self.require_audience()?;
        if self.token_type != TokenType::Unchecked {
            return Err(left_out("typ"));
        }
        self.token_type = TokenType::Exactly("at+jwt".into());
        self.require_claims(&REQUIRED);
        self.profile = Profile::Access(access_token);
        Ok(self)
    }
}

/// RFC 9068 §2.2: a string (RFC 8693 §4.3).
fn client_id(subject: &Subject<'_>) -> Result<Outcome, Error> {
    match &subject.validation.profile {
        Profile::Access(expected) => subject.string_claim("client_id", &expected.client_ids),
        Profile::Any | Profile::Id(_) | Profile::Logout => Ok(Outcome::NothingToCheck),
    }
}
