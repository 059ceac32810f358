//! Findings on the claims.

use alloc::vec::Vec;

use super::{MOST_FINDINGS_ON_CONTENT, add_for_members, claim_names, integers, values};
use crate::advice::Rule;
use crate::advice::rule::{
    AUD_MISSING, CARD_NUMBER, EXP_MISSING, IAT_MISSING, ISS_MISSING, LARGE_INTEGER, LONG_LIFETIME,
    PERSONAL_DATA, SECRET_IN_CLAIM, TIME_IN_MILLISECONDS,
};
use crate::json::{Object, Value};
use crate::jwt::inspection::finding::Finding;
use crate::jwt::inspection::milliseconds::is_in_milliseconds;
use crate::numeric_date::NumericDate;

/// RFC 6750 §5.3: "one hour or less".
const HOUR_IN_SECONDS: f64 = 3600.0;

pub(super) fn add_findings(findings: &mut Vec<Finding>, claims: &Object, now: NumericDate) {
    let wanted: [(&str, &'static Rule); 4] = [
        ("iss", &ISS_MISSING),
        ("aud", &AUD_MISSING),
        ("exp", &EXP_MISSING),
        ("iat", &IAT_MISSING),
    ];
    for (name, rule) in wanted {
        if !claims.contains(name) {
            findings.push(Finding::on_claim(rule, name));
        }
    }
    let of_times = ["exp", "nbf", "iat"]
        .into_iter()
        .filter(|name| is_in_milliseconds(claims, name, now));
    let before = findings.len();
    findings.extend(of_times.map(|name| Finding::on_claim(&TIME_IN_MILLISECONDS, name)));
    // The lifetime of a token whose times are in the wrong unit says nothing.
    let is_in_seconds = findings.len() == before;
    if is_in_seconds && lifetime(claims).is_some_and(|seconds| seconds > HOUR_IN_SECONDS) {
        findings.push(Finding::on_claim(&LONG_LIFETIME, "exp"));
    }
    add_for_members(findings, claims, integers::is_large, |name| {
        Finding::on_claim(&LARGE_INTEGER, name)
    });
    let of_content = claims
        .iter()
        .filter_map(|(name, value)| Some((content_rule(name, value)?, name)))
        .filter(|(rule, name)| *name != OF_WORKLOADS || *rule != &PERSONAL_DATA)
        .map(|(rule, name)| Finding::on_claim(rule, name))
        .take(MOST_FINDINGS_ON_CONTENT);
    findings.extend(of_content);
}

/// From `iat`, or from `nbf` where there is no `iat`, to `exp`.
fn lifetime(claims: &Object) -> Option<f64> {
    let time = |name| claims.get(name).and_then(Value::as_f64);
    Some(time("exp")? - time("iat").or_else(|| time("nbf"))?)
}

/// Of Kubernetes: the names in it are those of pods, nodes and service accounts.
const OF_WORKLOADS: &str = "kubernetes.io";

/// The gravest rule that a claim breaks, by its name, its value, or those of the members in it.
fn content_rule(name: &str, value: &Value) -> Option<&'static Rule> {
    let own = match value {
        // A flag such as `email_verified` tells nothing, whatever it is called.
        Value::Bool(_) | Value::Null => None,
        // Some issuers write every claim, and leave empty what they do not know.
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) => values::rule(text).or_else(|| claim_names::rule(name)),
        Value::Number(_) | Value::Array(_) | Value::Object(_) => claim_names::rule(name),
    };
    let inner: Vec<&'static Rule> = match value {
        Value::Array(elements) => elements
            .iter()
            .filter_map(|element| content_rule("", element))
            .collect(),
        Value::Object(object) => object
            .iter()
            .filter_map(|(name, value)| content_rule(name, value))
            .collect(),
        _ => Vec::new(),
    };
    let found = || own.iter().chain(&inner);
    [&SECRET_IN_CLAIM, &CARD_NUMBER, &PERSONAL_DATA]
        .into_iter()
        .find(|rule: &&'static Rule| found().any(|found| found == rule))
}
