//! Hints about tokens whose form is not strict.

use alloc::vec::Vec;

use crate::advice::Hint;
use crate::advice::hint::{BASE64_ALPHABET, BASE64_PADDING, JSON_SERIALIZATION, SIGNATURE_MISSING};
use crate::advice::rule::ENCRYPTED_TOKEN;
use crate::text;

/// How a member begins that every JWS or JWE in JSON has (RFC 7515 §7.2, RFC 7516 §7.2).
const IN_JSON: [&str; 2] = ["\"signature", "\"ciphertext\""];

/// Hints about `token`, from which what stood around it has been taken.
pub(in super::super) fn hints(token: &str) -> Vec<Hint> {
    let full_stops = token.bytes().filter(|&byte| byte == b'.').count();
    let is_token = (1..=4).contains(&full_stops) && token.starts_with("ey");
    if token.starts_with('{') && IN_JSON.iter().any(|member| text::contains(token, member)) {
        return [JSON_SERIALIZATION].into();
    }
    let found = [
        (SIGNATURE_MISSING, full_stops == 1),
        (ENCRYPTED_TOKEN.hint(), full_stops == 4),
        (BASE64_PADDING, token.contains('=')),
        (BASE64_ALPHABET, token.contains(['+', '/'])),
    ];
    found
        .into_iter()
        .filter_map(|(hint, is_there)| (is_token && is_there).then_some(hint))
        .collect()
}
