//! Strict JSON: the only door through which JSON text enters
//! ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259),
//! [RFC 7493](https://www.rfc-editor.org/rfc/rfc7493) for unique names).
//!
//! Refuses what parsers disagree about, because a token that two parsers read differently is an
//! attack: duplicate member names at any depth (RFC 7519 §4), a byte order mark, text that is not
//! UTF-8, lone surrogates, anything after the value, numbers outside the range of a double, and
//! nesting deeper than the caller allows.

mod double;
mod reader;
mod text;
mod value;

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::DeserializeOwned;

pub use crate::error::JsonFault;
pub use text::to_text;
pub use value::{Number, Object, Value};
pub(crate) use value::{has_repeated, sorted};

/// The deepest nesting that can be asked for: every level takes some of the stack.
pub const MAX_DEPTH: usize = 100;

/// Parses `text` as one JSON value, nested at most `max_depth` levels ([`MAX_DEPTH`] at most).
///
/// # Errors
///
/// The first [`JsonFault`] met.
///
/// ```
/// use edge_jwt::json::{JsonFault, parse};
///
/// assert!(parse(br#"{"a":1,"b":[true]}"#, 2).is_ok());
/// assert!(matches!(parse(br#"{"a":1,"\u0061":2}"#, 2), Err(JsonFault::DuplicateMember { .. })));
/// assert_eq!(parse(b"[[[]]]", 2), Err(JsonFault::TooDeep { limit: 2 }));
/// ```
pub fn parse(text: &[u8], max_depth: usize) -> Result<Value, JsonFault> {
    refuse_byte_order_mark(text)?;
    let text = core::str::from_utf8(text).map_err(|_| JsonFault::NotUtf8)?;
    reader::read(text, max_depth.min(MAX_DEPTH))
}

/// As [`parse`], for bytes that stay as the text they are.
pub(crate) fn parse_owned(bytes: Vec<u8>, max_depth: usize) -> Result<(Value, String), JsonFault> {
    refuse_byte_order_mark(&bytes)?;
    let text = String::from_utf8(bytes).map_err(|_| JsonFault::NotUtf8)?;
    let value = reader::read(&text, max_depth.min(MAX_DEPTH))?;
    Ok((value, text))
}

fn refuse_byte_order_mark(text: &[u8]) -> Result<(), JsonFault> {
    if text.starts_with(b"\xEF\xBB\xBF") {
        return Err(JsonFault::ByteOrderMark);
    }
    Ok(())
}

/// Reads already checked JSON text into a type of the caller's, if it has the shape of one.
pub(crate) fn read_checked<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}
