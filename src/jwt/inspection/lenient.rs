//! Base64 as broken tokens have it: padded, of the other alphabet, cut off.
//!
//! For reports alone: what is read here is shown, and never accepted.

use alloc::string::String;
use alloc::vec::Vec;

use crate::base64url::{self, Padding};

/// As many bytes as `segment` can be read for: up to the first character of no alphabet.
pub(super) fn decode(segment: &str) -> Vec<u8> {
    let mut text: String = segment
        .chars()
        .map(|character| match character {
            '+' => '-',
            '/' => '_',
            same => same,
        })
        .take_while(|&character| base64url::is_in_alphabet(character))
        .collect();
    // What is left over at the end of a cut text is less than one group of four characters.
    for _ in 0..4 {
        if let Ok(bytes) = base64url::decode(&text, Padding::Refused) {
            return bytes;
        }
        text.pop();
    }
    Vec::new()
}

/// The token as it would be in strict form, as far as that can be guessed.
pub(super) struct Restored {
    pub(super) token: String,
    /// Whether header and payload were in strict form already, so that the signature can hold.
    pub(super) is_signing_input_intact: bool,
}

impl Restored {
    /// `None` for encrypted tokens, and texts that are no tokens at all.
    pub(super) fn of(token: &str) -> Option<Self> {
        let segments: Vec<&str> = token.splitn(4, '.').collect();
        let (header, payload, signature) = match *segments {
            [header, payload] => (header, payload, ""),
            [header, payload, signature] => (header, payload, signature),
            _ => return None,
        };
        let strict = |segment| base64url::encode(decode(segment));
        let (strict_header, strict_payload) = (strict(header), strict(payload));
        let is_signing_input_intact = strict_header == header && strict_payload == payload;
        Some(Self {
            token: [strict_header, strict_payload, strict(signature)].join("."),
            is_signing_input_intact,
        })
    }
}
