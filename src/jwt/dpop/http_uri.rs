//! URIs of HTTP requests, written in one way so that they can be compared
//! ([RFC 9449 §4.3](https://www.rfc-editor.org/rfc/rfc9449#section-4.3),
//! [RFC 3986 §6.2.2, §6.2.3](https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2)).
//!
//! Refuses whatever is not the URI of an HTTP request: other schemes, relative references, user names.

use alloc::string::String;
use alloc::vec::Vec;

use crate::text;

/// An http or https URI without query and fragment, normalized.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct HttpUri(String);

impl HttpUri {
    /// `None` when `text` is no absolute URI of http or https.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        let (scheme, rest) = text::split_text_once(text, "://")?;
        let scheme = scheme.to_ascii_lowercase();
        let default_port = match scheme.as_str() {
            "http" => "80",
            "https" => "443",
            _ => return None,
        };
        let rest = rest.split(['?', '#']).next()?;
        let (authority, path) = match rest.find('/') {
            Some(slash) => rest.split_at_checked(slash)?,
            None => (rest, "/"),
        };
        let mut uri = scheme;
        uri.push_str("://");
        push_authority(&mut uri, authority, default_port)?;
        push_path(&mut uri, path)?;
        Some(Self(uri))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Host in lower case, and the port unless it is the scheme's own (§6.2.2.1, §6.2.3).
fn push_authority(uri: &mut String, authority: &str, default_port: &str) -> Option<()> {
    // A colon inside brackets belongs to an IPv6 address.
    let colon = authority.bytes().rposition(|byte| byte == b':');
    let (host, port) = match colon.and_then(|colon| authority.split_at_checked(colon)) {
        Some((host, port)) if !port.contains(']') => (host, port.get(1..).unwrap_or_default()),
        _ => (authority, ""),
    };
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~[]:".contains(&byte);
    let has_bracket = host.starts_with('[') && host.ends_with(']');
    let is_plain = !host.contains(['[', ']', ':']);
    if host.is_empty() || !host.bytes().all(is_host) || !(has_bracket || is_plain) {
        return None;
    }
    uri.push_str(&host.to_ascii_lowercase());
    let port = match port.trim_start_matches('0') {
        "" if port.is_empty() => default_port,
        significant => significant,
    };
    if !port.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if port != default_port {
        uri.push(':');
        uri.push_str(port);
    }
    Some(())
}

/// Dot segments out (§5.2.4), and every octet written in one way (§6.2.2.2).
fn push_path(uri: &mut String, path: &str) -> Option<()> {
    let path = normalize_octets(path)?;
    let mut segments: Vec<&str> = Vec::new();
    let mut ends_in_slash = false;
    for segment in path.split('/').skip(1) {
        ends_in_slash = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => {
                segments.pop();
            }
            segment => segments.push(segment),
        }
    }
    for segment in &segments {
        uri.push('/');
        uri.push_str(segment);
    }
    if ends_in_slash || segments.is_empty() {
        uri.push('/');
    }
    Some(())
}

/// Percent-encoded octets that need no encoding stand for themselves; the others have upper-case
/// digits. `None` for a percent sign without two digits.
fn normalize_octets(path: &str) -> Option<String> {
    let mut normalized = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, encoded)) = rest.split_once('%') {
        normalized.push_str(before);
        let (digits, after) = encoded.split_at_checked(2)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let octet = char::from(u8::from_str_radix(digits, 16).ok()?);
        if octet.is_ascii_alphanumeric() || "-._~".contains(octet) {
            normalized.push(octet);
        } else {
            normalized.push('%');
            normalized.push_str(&digits.to_ascii_uppercase());
        }
        rest = after;
    }
    normalized.push_str(rest);
    Some(normalized)
}
