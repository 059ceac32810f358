//! Findings on the header.

use alloc::vec::Vec;

use super::{MOST_FINDINGS_ON_CONTENT, add_for_members, integers, kid, parameter_types};
use crate::advice::rule::{
    ALG_NONE, ENCRYPTED_TOKEN, HEADER_PARAMETER_TYPE, KEY_IN_HEADER, LARGE_INTEGER, NESTED_TOKEN,
    PRIVATE_KEY_IN_HEADER, TYP_MISSING, URL_IN_HEADER,
};
use crate::json::{Object, Value};
use crate::jwk;
use crate::jwt::inspection::finding::Finding;

/// The parameters that bring a key (RFC 7515 §4.1.3, §4.1.6), and those that name the URL of one
/// (§4.1.2, §4.1.5).
const KEYS: [&str; 2] = ["jwk", "x5c"];
const URLS: [&str; 2] = ["jku", "x5u"];

/// Parameters whose URLs are names: claims that are repeated in the header (RFC 7519 §5.3), and `kid`,
/// which has findings of its own.
const NAMES: [&str; 4] = ["iss", "sub", "aud", "kid"];

pub(super) fn add_findings(findings: &mut Vec<Finding>, header: &Object, is_encrypted: bool) {
    let string = |name| header.get(name).and_then(Value::as_str);
    if string("alg").is_some_and(|name| name.trim().eq_ignore_ascii_case("none")) {
        findings.push(Finding::on_parameter(&ALG_NONE, "alg"));
    }
    let of_sender = header.iter().filter_map(|(name, value)| {
        let is_url = value.as_str().is_some_and(kid::is_url) && !NAMES.contains(&name);
        if KEYS.contains(&name) {
            Some(Finding::on_parameter(&KEY_IN_HEADER, name))
        } else if URLS.contains(&name) || is_url {
            Some(Finding::on_parameter(&URL_IN_HEADER, name))
        } else {
            None
        }
    });
    findings.extend(of_sender.take(MOST_FINDINGS_ON_CONTENT));
    add_for_members(findings, header, parameter_types::is_wrong, |name| {
        Finding::on_parameter(&HEADER_PARAMETER_TYPE, name)
    });
    add_for_members(findings, header, integers::is_large, |name| {
        Finding::on_parameter(&LARGE_INTEGER, name)
    });
    let jwk = header.get("jwk").and_then(Value::as_object);
    if jwk.is_some_and(|jwk| jwk::holds_private_part(jwk) || jwk.contains("k")) {
        findings.push(Finding::on_parameter(&PRIVATE_KEY_IN_HEADER, "jwk"));
    }
    let of_kid = string("kid").and_then(kid::rule);
    findings.extend(of_kid.map(|rule| Finding::on_parameter(rule, "kid")));
    if !header.contains("typ") {
        findings.push(Finding::on_parameter(&TYP_MISSING, "typ"));
    }
    if string("cty").is_some_and(is_jwt) {
        findings.push(Finding::on_parameter(&NESTED_TOKEN, "cty"));
    }
    if is_encrypted {
        findings.push(Finding::on_token(&ENCRYPTED_TOKEN));
    }
}

fn is_jwt(content_type: &str) -> bool {
    content_type.eq_ignore_ascii_case("jwt") || content_type.eq_ignore_ascii_case("application/jwt")
}
