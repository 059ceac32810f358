//! How large a token may be.

use crate::error::{ApiMisuse, Error};
use crate::json::MAX_DEPTH;

/// The most characters that a token may be allowed: 16 MiB. Reading one takes up to 80 times as much memory:
/// WebAssembly has 4 GiB, and gives none back.
pub const MAX_TOKEN_LENGTH: usize = 16 * 1024 * 1024;

/// The most bytes that a header may be allowed: 1 MiB. The last header is kept.
pub const MAX_HEADER_LENGTH: usize = 1024 * 1024;

/// What each limit can be.
pub(crate) const TOKEN_LENGTH: &str = "an integer from 1 to 16777216";
pub(crate) const HEADER_LENGTH: &str = "an integer from 1 to 1048576";
pub(crate) const JSON_DEPTH: &str = "an integer from 1 to 100";

/// How large a token may be. Checked before anything is allocated for it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
    token_length: usize,
    header_length: usize,
    json_depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            token_length: 256 * 1024,
            header_length: 8 * 1024,
            json_depth: 64,
        }
    }
}

impl Limits {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Characters of the whole token. Defaults to 262,144.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for 0 and above [`MAX_TOKEN_LENGTH`].
    pub fn with_token_length(mut self, characters: usize) -> Result<Self, Error> {
        self.token_length = bounded("token_length", TOKEN_LENGTH, characters, MAX_TOKEN_LENGTH)?;
        Ok(self)
    }

    /// Bytes of the decoded header. Defaults to 8,192.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for 0 and above [`MAX_HEADER_LENGTH`].
    pub fn with_header_length(mut self, bytes: usize) -> Result<Self, Error> {
        self.header_length = bounded("header_length", HEADER_LENGTH, bytes, MAX_HEADER_LENGTH)?;
        Ok(self)
    }

    /// Levels of arrays and objects in header and payload. Defaults to 64.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for 0 and above [`MAX_DEPTH`].
    pub fn with_json_depth(mut self, levels: usize) -> Result<Self, Error> {
        self.json_depth = bounded("json_depth", JSON_DEPTH, levels, MAX_DEPTH)?;
        Ok(self)
    }

    /// Characters of the whole token.
    #[must_use]
    pub fn token_length(&self) -> usize {
        self.token_length
    }

    /// Bytes of the decoded header.
    #[must_use]
    pub fn header_length(&self) -> usize {
        self.header_length
    }

    /// Levels of arrays and objects in header and payload.
    #[must_use]
    pub fn json_depth(&self) -> usize {
        self.json_depth
    }
}

fn bounded(
    name: &'static str,
    expected: &'static str,
    value: usize,
    most: usize,
) -> Result<usize, Error> {
    if (1..=most).contains(&value) {
        return Ok(value);
    }
    Err(Error::ApiMisuse(ApiMisuse::Argument { name, expected }))
}
