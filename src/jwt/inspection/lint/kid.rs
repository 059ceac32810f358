//! A `kid` that aims at whoever looks it up: RFC 8725 §3.10 names SQL and LDAP injection, and files and
//! commands have been attacked in the same way.

use crate::advice::Rule;
use crate::advice::rule::{KID_INJECTION, KID_LONG, KID_URL};
use crate::text;

const MOST_CHARACTERS: usize = 256;

/// Steps out of a folder, and the files that attackers know the content of.
const PATHS: [&str; 6] = ["../", "..\\", "/dev/", "/etc/", "/proc/", "file:"];

/// What quotes, pipes and commands are made of. Base64 has none of these, nor have URNs and DIDs.
const MARKS: [char; 11] = ['\'', '"', '`', ';', '|', '&', '$', '<', '>', '\\', '*'];

/// The rule that a `kid` breaks.
pub(super) fn rule(kid: &str) -> Option<&'static Rule> {
    let is_attack = PATHS.iter().any(|path| text::contains(kid, path))
        || kid.contains(MARKS)
        || kid.contains(char::is_control);
    if is_attack && !is_url(kid) {
        Some(&KID_INJECTION)
    } else if is_url(kid) {
        Some(&KID_URL)
    } else if kid.len() > MOST_CHARACTERS {
        Some(&KID_LONG)
    } else {
        None
    }
}

/// Whether a text is a URL that could be fetched.
pub(super) fn is_url(text: &str) -> bool {
    let is_scheme = |scheme: &str| {
        text.split_at_checked(scheme.len())
            .is_some_and(|(start, _)| start.eq_ignore_ascii_case(scheme))
    };
    ["http://", "https://", "ftp://", "//"]
        .into_iter()
        .any(is_scheme)
}
