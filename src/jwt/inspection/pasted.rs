//! The token inside what people copy from a log, a header, a cookie or an address bar.
//!
//! For reports alone: `verify` takes a token and nothing around it.

use alloc::string::String;
use alloc::vec::Vec;

use crate::advice::{Hint, hint};
use crate::text;

/// What stands around tokens is rarely nested deeper than this: `Authorization: Bearer "…"`.
const MOST_LAYERS: usize = 8;

/// The parameters of URLs that hold tokens (OpenID Connect Core 1.0 §3.2.2.5, RFC 6749 §4.2.2).
const URL_PARAMETERS: [&str; 3] = ["id_token", "access_token", "token"];

const SCHEMES: [&str; 2] = ["bearer ", "dpop "];

/// The token inside a text, and what was taken away to get at it.
pub(super) struct Pasted {
    pub(super) token: String,
    pub(super) removed: Vec<Hint>,
}

impl Pasted {
    pub(super) fn unwrap(text: &str) -> Self {
        let mut token = text;
        let mut removed = Vec::new();
        for _ in 0..MOST_LAYERS {
            let Some((inner, hint)) = inner(token) else {
                break;
            };
            token = inner;
            if !removed.contains(&hint) {
                removed.push(hint);
            }
        }
        let mut token = String::from(token);
        if token.contains(char::is_whitespace) {
            token.retain(|character| !character.is_whitespace());
            removed.push(hint::WHITESPACE_INSIDE);
        }
        Self { token, removed }
    }
}

/// `text` without its outermost layer.
fn inner(text: &str) -> Option<(&str, Hint)> {
    let trimmed = text.trim();
    if trimmed != text {
        return Some((trimmed, hint::SURROUNDING_WHITESPACE));
    }
    let unquoted = text.trim_matches(['"', '\'', '`', ',', '<', '>']);
    if unquoted != text {
        return Some((unquoted, hint::SURROUNDING_QUOTES));
    }
    if let Some(value) = without_prefix(text, "authorization:") {
        return Some((value, hint::AUTHORIZATION_HEADER));
    }
    if let Some(token) = SCHEMES
        .iter()
        .find_map(|scheme| without_prefix(text, scheme))
    {
        return Some((token, hint::BEARER_PREFIX));
    }
    if let Some(token) = issuer_signed_jwt(text) {
        return Some((token, hint::SD_JWT));
    }
    url_parameter(text)
        .map(|token| (token, hint::URL_PARAMETER))
        .or_else(|| cookie(text).map(|token| (token, hint::COOKIE_PAIR)))
}

fn without_prefix<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// The token that the issuer of an SD-JWT signed: what comes before the first tilde (RFC 9901 §4).
fn issuer_signed_jwt(text: &str) -> Option<&str> {
    let (token, _) = text.split_once('~')?;
    (token.starts_with("ey") && token.contains('.')).then_some(token)
}

fn url_parameter(text: &str) -> Option<&str> {
    if !text::contains(text, "://") && !text.starts_with(['#', '?', '/']) {
        return None;
    }
    text.split(['?', '#', '&'])
        .skip(1)
        .filter_map(|parameter| parameter.split_once('='))
        .find_map(|(name, value)| URL_PARAMETERS.contains(&name).then_some(value))
}

/// `name=token`, also among others. A header begins with `{"`, which is `ey` in base64url.
fn cookie(text: &str) -> Option<&str> {
    let pairs = without_prefix(text, "cookie:")
        .or_else(|| without_prefix(text, "set-cookie:"))
        .unwrap_or(text);
    pairs
        .split(';')
        .filter_map(|pair| pair.split_once('='))
        .map(|(_, value)| value.trim_matches('"'))
        .find(|value| value.starts_with("ey") && value.contains('.'))
}
