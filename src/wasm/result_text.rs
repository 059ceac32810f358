//! Results as one JSON text: the texts of two objects, as they were decoded, and what else there is.

use alloc::string::String;
use core::fmt::{self, Write as _};

use crate::json::Number;

/// The JSON text of an array of two objects, given as their texts, and of what follows them.
pub(super) fn array_text(payload: &str, header: &str, rest: fmt::Arguments<'_>) -> String {
    // As much again as a few numbers take.
    let length = payload
        .len()
        .saturating_add(header.len())
        .saturating_add(64);
    let mut text = String::with_capacity(length);
    for part in ["[", payload, ",", header] {
        text.push_str(part);
    }
    // Writing to a string does not fail.
    text.write_fmt(rest).unwrap_or_default();
    text.push(']');
    text
}

/// As JSON, which has no infinity.
pub(super) struct Seconds(pub(super) f64);

impl fmt::Display for Seconds {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "of what is cut off, it is another number, and is not taken"
    )]
    #[expect(clippy::cast_precision_loss, reason = "it is compared with the double")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Whole seconds are the rule, and integers are written sooner.
        let whole = self.0 as i64;
        if whole as f64 == self.0 {
            return whole.fmt(f);
        }
        match Number::from_f64(self.0) {
            Some(number) => number.fmt(f),
            None => f.write_str("null"),
        }
    }
}
