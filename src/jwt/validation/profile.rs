//! The kinds of tokens that a specification defines, as rules.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Audience, TokenType, Validation};
use crate::error::{ApiMisuse, Error};
use crate::jwt::profile::{AccessToken, IdToken, LogoutToken, Profile};

/// RFC 9068 §2.2.
const OF_ACCESS_TOKENS: [&str; 7] = ["iss", "exp", "aud", "sub", "client_id", "iat", "jti"];
/// OpenID Connect Core 1.0 §2.
const OF_ID_TOKENS: [&str; 5] = ["iss", "sub", "aud", "exp", "iat"];
/// OpenID Connect Back-Channel Logout 1.0 §2.4.
const OF_LOGOUT_TOKENS: [&str; 6] = ["iss", "aud", "iat", "exp", "jti", "events"];

/// The specification gives ID tokens no `typ`, and many have the general one.
const TYPES_OF_ID_TOKENS: &[&str] = &["JWT"];
/// §2.4 recommends the first; those who sent logout tokens before it did have the second, or none.
const TYPES_OF_LOGOUT_TOKENS: &[&str] = &["logout+jwt", "JWT"];

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
        if self.rules.token_type != TokenType::Unchecked {
            return Err(left_out("token_type"));
        }
        self.rules.token_type = TokenType::Exactly("at+jwt".into());
        self.require_claims(&OF_ACCESS_TOKENS);
        self.rules.profile = Profile::Access(access_token);
        Ok(self)
    }

    /// Demands an ID token for a client (OpenID Connect Core 1.0 §3.1.3.7). `nonce`, the age of the
    /// authentication and `acr` are checked as they are for any token.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless the issuer has been given before, and audience and `typ` have not: the
    /// client is the audience.
    ///
    /// ```
    /// use edge_jwt::{IdToken, Validation};
    ///
    /// let validation = Validation::new()
    ///     .issuer("https://issuer.example/")?
    ///     .nonce("n-0S6_WzA2Mj")?
    ///     .max_authentication_age_seconds(3600.0)?
    ///     .id_token(IdToken::new(["s6BhdRkqt3"])?)?;
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn id_token(mut self, id_token: IdToken) -> Result<Self, Error> {
        self = self.for_client(id_token.client_ids.clone(), TYPES_OF_ID_TOKENS)?;
        self.rules.trusted_audiences = Some(id_token.trusted_audiences.clone());
        self.require_claims(&OF_ID_TOKENS);
        self.rules.profile = Profile::Id(id_token);
        Ok(self)
    }

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
        self = self.for_client(logout_token.client_ids, TYPES_OF_LOGOUT_TOKENS)?;
        self.require_claims(&OF_LOGOUT_TOKENS);
        self.rules.profile = Profile::Logout;
        Ok(self)
    }

    /// Adds to the claims that must be there.
    fn require_claims(&mut self, names: &[&str]) {
        for name in names {
            if !self
                .rules
                .required_claims
                .iter()
                .any(|required| required == name)
            {
                self.rules.required_claims.push((*name).to_owned());
            }
        }
    }

    pub(super) fn require_issuer(&self) -> Result<(), Error> {
        match self.rules.issuers.as_slice() {
            [] => Err(Error::ApiMisuse(ApiMisuse::Combination {
                name: "issuer",
                expected: "given",
            })),
            _ => Ok(()),
        }
    }

    /// What is asked of every token that a client gets about its user: an issuer, and the client as its
    /// audience.
    fn for_client(
        mut self,
        client_ids: Vec<String>,
        token_types: &'static [&'static str],
    ) -> Result<Self, Error> {
        self.require_issuer()?;
        if self.rules.audience != Audience::NotStated {
            return Err(left_out("audience"));
        }
        if self.rules.token_type != TokenType::Unchecked {
            return Err(left_out("token_type"));
        }
        self.rules.token_type = TokenType::AbsentOr(token_types);
        self.rules.audience = Audience::OneOf(client_ids);
        Ok(self)
    }

    fn require_audience(&self) -> Result<(), Error> {
        match self.rules.audience {
            Audience::OneOf(_) => Ok(()),
            Audience::NotStated | Audience::Unchecked => {
                Err(Error::ApiMisuse(ApiMisuse::Combination {
                    name: "audience",
                    expected: "given",
                }))
            }
        }
    }
}

/// The error for what something else decides.
fn left_out(name: &'static str) -> Error {
    Error::ApiMisuse(ApiMisuse::Combination {
        name,
        expected: "left out: the kind of token decides it",
    })
}
