//! ID tokens
//! ([OpenID Connect Core 1.0 §3.1.3.7](https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation)).

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Error;
use crate::jwt::argument::{non_empty, non_empty_list};

/// An ID token for one client, for [`Validation::id_token`](crate::Validation::id_token).
#[derive(Clone, Debug)]
pub struct IdToken {
    pub(in crate::jwt) client_ids: Vec<String>,
    pub(in crate::jwt) authorized_parties: Vec<String>,
    pub(in crate::jwt) trusted_audiences: Vec<String>,
    pub(in crate::jwt) access_token: Option<String>,
    pub(in crate::jwt) code: Option<String>,
}

impl IdToken {
    /// An ID token for the client that has one of `client_ids`, of which one must be in `aud`.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn new<S: Into<String>>(client_ids: impl IntoIterator<Item = S>) -> Result<Self, Error> {
        let client_ids = non_empty_list("client_ids", client_ids)?;
        Ok(Self {
            authorized_parties: client_ids.clone(),
            client_ids,
            trusted_audiences: Vec::new(),
            access_token: None,
            code: None,
        })
    }

    /// `azp` must be one of these when it is there. Defaults to the client IDs. Another one is right
    /// where one client gets tokens for another, as a phone's app does for its server.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn authorized_parties<S: Into<String>>(
        mut self,
        client_ids: impl IntoIterator<Item = S>,
    ) -> Result<Self, Error> {
        self.authorized_parties = non_empty_list("authorized_parties", client_ids)?;
        Ok(self)
    }

    /// What `aud` may name beside the client. Defaults to nothing: a token that is also for others
    /// can be used by them.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn trusted_audiences<S: Into<String>>(
        mut self,
        audiences: impl IntoIterator<Item = S>,
    ) -> Result<Self, Error> {
        self.trusted_audiences = non_empty_list("trusted_audiences", audiences)?;
        Ok(self)
    }

    /// The access token that came with the ID token: `at_hash`, which then is required, must be its
    /// (OpenID Connect Core 1.0 §3.1.3.8, §3.2.2.9).
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn access_token(mut self, access_token: impl Into<String>) -> Result<Self, Error> {
        self.access_token = Some(non_empty("access_token", access_token)?);
        Ok(self)
    }

    /// The authorization code that came with the ID token: `c_hash`, which then is required, must be
    /// its (OpenID Connect Core 1.0 §3.3.2.10).
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn code(mut self, code: impl Into<String>) -> Result<Self, Error> {
        self.code = Some(non_empty("code", code)?);
        Ok(self)
    }
}
