//! Searching in texts, and in bytes that may be one. What `core` has for it takes 4 KB of the WebAssembly module.

use alloc::string::String;

/// Whether `part`, which is not empty, is in `text`.
pub(crate) fn contains(text: impl AsRef<[u8]>, part: impl AsRef<[u8]>) -> bool {
    split_once(text.as_ref(), part.as_ref()).is_some()
}

/// What is before and behind the first `part`, which is not empty.
pub(crate) fn split_once<'t>(text: &'t [u8], part: &[u8]) -> Option<(&'t [u8], &'t [u8])> {
    let (first, others) = part.split_first()?;
    let mut at = 0_usize;
    // Looking for one byte is several times as fast as comparing at every place.
    loop {
        let rest = text.get(at..)?;
        let skipped = rest.iter().position(|byte| byte == first)?;
        let (_, behind) = rest.split_at_checked(skipped)?;
        at = at.saturating_add(skipped);
        if let Some(behind) = behind.get(1..)?.strip_prefix(others) {
            return Some((text.get(..at)?, behind));
        }
        at = at.saturating_add(1);
    }
}

/// As `split_once`, of text.
pub(crate) fn split_text_once<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let (before, _) = split_once(text.as_bytes(), part.as_bytes())?;
    let (before, rest) = text.split_at_checked(before.len())?;
    Some((before, rest.get(part.len()..)?))
}

/// `text` with `other` in place of each `part`, which is not empty.
pub(crate) fn replace(text: &str, part: &str, other: &str) -> String {
    let mut replaced = String::new();
    let mut rest = text;
    while let Some((before, behind)) = split_text_once(rest, part) {
        replaced.push_str(before);
        replaced.push_str(other);
        rest = behind;
    }
    replaced.push_str(rest);
    replaced
}

/// The text of `bytes`, with U+FFFD in place of what is no UTF-8: as `String::from_utf8_lossy`, in a third of the code.
pub(crate) fn of_bytes(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut rest = bytes;
    loop {
        let fault = match core::str::from_utf8(rest) {
            Ok(valid) => {
                text.push_str(valid);
                return text;
            }
            Err(fault) => fault,
        };
        let (valid, behind) = rest
            .split_at_checked(fault.valid_up_to())
            .unwrap_or_default();
        text.push_str(core::str::from_utf8(valid).unwrap_or_default());
        text.push(char::REPLACEMENT_CHARACTER);
        let length = fault.error_len().unwrap_or(behind.len());
        rest = behind.get(length..).unwrap_or_default();
    }
}
