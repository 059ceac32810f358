//! What the value of a claim looks like.

use crate::advice::Rule;
use crate::advice::rule::{CARD_NUMBER, PERSONAL_DATA, SECRET_IN_CLAIM};
use crate::text;

/// How the keys of well-known services begin.
const OF_SECRETS: [&str; 7] = [
    "ghp_",
    "github_pat_",
    "xoxb-",
    "xoxp-",
    "sk_live_",
    "rk_live_",
    "AKIA",
];

/// The rule that a claim of this value breaks.
pub(super) fn rule(text: &str) -> Option<&'static Rule> {
    if is_private_key(text) || is_token(text) || is_key_of_service(text) {
        Some(&SECRET_IN_CLAIM)
    } else if is_card_number(text) {
        Some(&CARD_NUMBER)
    } else if is_email(text) {
        Some(&PERSONAL_DATA)
    } else {
        None
    }
}

fn is_private_key(text: &str) -> bool {
    text::contains(text, "-----BEGIN ") && text::contains(text, "PRIVATE KEY-----")
}

/// A header and a payload both begin with `{"`, which is `ey` in base64url.
fn is_token(text: &str) -> bool {
    let mut segments = text.split('.');
    let mut is_object = || segments.next().is_some_and(|text| text.starts_with("ey"));
    is_object() && is_object() && matches!((segments.next(), segments.next()), (Some(_), None))
}

fn is_key_of_service(text: &str) -> bool {
    const LEAST_CHARACTERS: usize = 20;
    text.len() >= LEAST_CHARACTERS && OF_SECRETS.iter().any(|start| text.starts_with(start))
}

/// The first digits of the large card companies, 15 or 16 digits, and the check digit of ISO/IEC 7812.
fn is_card_number(text: &str) -> bool {
    const MOST_CHARACTERS: usize = 19;
    if text.len() > MOST_CHARACTERS || !text.starts_with(['3', '4', '5', '6']) {
        return false;
    }
    let is_separator = |character: &char| matches!(character, ' ' | '-');
    let mut count = 0_usize;
    let mut sum = 0_u32;
    for character in text.chars().rev().filter(|c| !is_separator(c)) {
        let Some(digit) = character.to_digit(10) else {
            return false;
        };
        let is_doubled = count % 2 == 1;
        let value = match (is_doubled, digit) {
            (false, digit) => digit,
            (true, 9) => 9,
            (true, digit) => digit.wrapping_mul(2) % 9,
        };
        sum = sum.wrapping_add(value);
        count = count.wrapping_add(1);
    }
    (15..=16).contains(&count) && sum.is_multiple_of(10)
}

/// One `@`, something before it, and a domain with a full stop after it.
fn is_email(text: &str) -> bool {
    const MOST_CHARACTERS: usize = 254;
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    text.len() <= MOST_CHARACTERS
        && !local.is_empty()
        && !text.contains(char::is_whitespace)
        && !domain.contains(['@', '/', ':'])
        && domain
            .split_once('.')
            .is_some_and(|(name, rest)| !name.is_empty() && !rest.is_empty())
}
