//! Logout tokens
//! ([OpenID Connect Back-Channel Logout 1.0 §2.4, §2.6](https://openid.net/specs/openid-connect-backchannel-1_0.html#LogoutToken)).

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Error;
use crate::jwt::argument::non_empty_list;

/// A logout token for one client, for [`Validation::logout_token`](crate::Validation::logout_token).
#[derive(Clone, Debug)]
pub struct LogoutToken {
    pub(in crate::jwt) client_ids: Vec<String>,
}

impl LogoutToken {
    /// A logout token for the client that has one of `client_ids`, of which one must be in `aud`.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn new<S: Into<String>>(client_ids: impl IntoIterator<Item = S>) -> Result<Self, Error> {
        let client_ids = non_empty_list("client_ids", client_ids)?;
        Ok(Self { client_ids })
    }
}
