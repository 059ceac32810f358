//! Access tokens ([RFC 9068](https://www.rfc-editor.org/rfc/rfc9068)).

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Error;
use crate::jwt::argument::non_empty_list;

/// An access token as RFC 9068 defines it, for [`Validation::access_token`](crate::Validation::access_token).
#[derive(Clone, Debug, Default)]
pub struct AccessToken {
    pub(in crate::jwt) client_ids: Vec<String>,
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
        self.client_ids = non_empty_list("client_ids", client_ids)?;
        Ok(self)
    }
}
