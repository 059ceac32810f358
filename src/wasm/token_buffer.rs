//! The place where JavaScript writes a token: in this memory already, so that it need not be copied.

use alloc::vec;
use alloc::vec::Vec;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{ApiMisuse, Error, LimitFault};

/// Bytes that JavaScript writes to, at their address.
#[wasm_bindgen]
pub struct TokenBuffer(Vec<u8>);

#[wasm_bindgen]
impl TokenBuffer {
    /// A place for `length` bytes.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(length: usize) -> Self {
        Self(vec![0; length])
    }

    /// Where it is in the memory. It stays there until it is freed.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn address(&self) -> *const u8 {
        self.0.as_ptr()
    }
}

impl TokenBuffer {
    /// The token that was written, `length` bytes of it. One that is longer than `limit` was not: its
    /// length alone is told.
    pub(super) fn token(&self, length: usize, limit: usize) -> Result<&str, Error> {
        if length > limit {
            return Err(Error::Limit(LimitFault::TokenLength { limit }));
        }
        let written = self.0.get(..length);
        written
            .and_then(|bytes| core::str::from_utf8(bytes).ok())
            .ok_or(Error::ApiMisuse(ApiMisuse::Argument {
                name: "token",
                expected: "a string",
            }))
    }

    /// Writes `bytes` in place of the token, for JavaScript to read. They are no more than it had.
    pub(super) fn put(&mut self, bytes: &[u8]) {
        if let Some(place) = self.0.get_mut(..bytes.len()) {
            place.copy_from_slice(bytes);
        }
    }
}
