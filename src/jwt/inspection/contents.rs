//! What can be read of a token, whatever is wrong with it.

use alloc::string::String;
use alloc::vec::Vec;

use super::lenient;
use crate::json::{self, Object, Value};
use crate::jws::Limits;
use crate::text;

/// The parts of a JWS (RFC 7515 §7.1) and of a JWE (RFC 7516 §7.1) in compact serialization.
const OF_JWS: [&str; 3] = ["header", "payload", "signature"];
const OF_JWE: [&str; 5] = ["header", "encryptedKey", "iv", "ciphertext", "tag"];

/// What can be read of a token.
#[derive(Clone, Debug, Default)]
pub(super) struct Contents {
    pub(super) segments: Vec<TokenSegment>,
    pub(super) header: Readable,
    pub(super) payload: Readable,
}

/// A segment of a token, by what it should be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TokenSegment {
    /// `header`, `payload`, `signature`; for an encrypted token `header`, `encryptedKey`, `iv`,
    /// `ciphertext`, `tag`; `unknown` beyond.
    pub name: &'static str,
    /// Its characters.
    pub length: usize,
}

/// A segment that should be a JSON object: the object, or else its text.
#[derive(Clone, Debug, Default)]
pub(super) struct Readable {
    pub(super) object: Option<Object>,
    pub(super) text: Option<String>,
}

impl Contents {
    /// Reads `token`, which is within its limit.
    pub(super) fn of(token: &str, limits: &Limits) -> Self {
        // One piece more than a JWE has holds all the rest.
        let texts: Vec<&str> = token.splitn(6, '.').collect();
        let names: &[&'static str] = if texts.len() == OF_JWE.len() {
            &OF_JWE
        } else {
            &OF_JWS
        };
        let names = names.iter().copied().chain(core::iter::repeat("unknown"));
        let segments = names
            .zip(&texts)
            .map(|(name, text)| TokenSegment {
                name,
                length: text.len(),
            })
            .collect();
        let is_jws = texts.len() <= OF_JWS.len();
        let header = texts.first().map(|text| lenient::decode(text));
        let payload = texts.get(1).filter(|_| is_jws);
        let depth = limits.json_depth();
        Self {
            segments,
            header: header
                .filter(|bytes| bytes.len() <= limits.header_length())
                .map(|bytes| Readable::of(&bytes, depth))
                .unwrap_or_default(),
            payload: payload
                .map(|text| Readable::of(&lenient::decode(text), depth))
                .unwrap_or_default(),
        }
    }

    /// Whether it has the five segments of a JWE.
    pub(super) fn is_encrypted(&self) -> bool {
        self.segments.len() == OF_JWE.len()
    }
}

impl Readable {
    fn of(bytes: &[u8], depth: usize) -> Self {
        match json::parse(bytes, depth) {
            Ok(Value::Object(object)) => Self {
                object: Some(object),
                text: None,
            },
            _ if bytes.is_empty() => Self::default(),
            _ => Self {
                object: None,
                text: Some(text::of_bytes(bytes)),
            },
        }
    }
}
