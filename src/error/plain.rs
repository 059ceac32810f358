//! Text in a message, as it is.

use core::fmt;

/// Shows the text. What the standard library does with a `str` can also pad it, and is larger than ten messages.
pub(super) struct Plain<'a>(pub(super) &'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
