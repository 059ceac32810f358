//! How large a token may be.

use crate::error::{ApiMisuse, Error};
use crate::json::MAX_DEPTH;

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
    #[must_use]
    pub fn with_token_length(mut self, characters: usize) -> Self {
        self.token_length = characters;
        self
    }

    /// Bytes of the decoded header. Defaults to 8,192.
    #[must_use]
    pub fn with_header_length(mut self, bytes: usize) -> Self {
        self.header_length = bytes;
        self
    }

    /// Levels of arrays and objects in header and payload. Defaults to 64.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` above [`MAX_DEPTH`].
    pub fn with_json_depth(mut self, levels: usize) -> Result<Self, Error> {
        if levels > MAX_DEPTH {
            let expected = "an integer from 0 to 100";
            return Err(Error::ApiMisuse(ApiMisuse::Option {
                name: "jsonDepth",
                expected,
            }));
        }
        self.json_depth = levels;
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
