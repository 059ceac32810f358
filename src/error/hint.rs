//! What may be behind a fault, and what to do about it.

use core::fmt;

/// A guess that helps people, and decides nothing. It never holds any of the token or the key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Hint {
    id: &'static str,
    message: &'static str,
}

impl Hint {
    pub(crate) const fn new(id: &'static str, message: &'static str) -> Self {
        Self { id, message }
    }

    /// Its stable name: words with hyphens.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.id
    }

    /// One sentence for people.
    #[must_use]
    pub const fn message(self) -> &'static str {
        self.message
    }
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}
