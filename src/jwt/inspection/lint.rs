//! What is questionable about a token, beside whether it verifies
//! ([RFC 8725](https://www.rfc-editor.org/rfc/rfc8725)).
//!
//! Looks at what can be read of the token, at the key it was inspected with, and at nothing else.

mod claim_names;
mod claims;
mod header;
mod integers;
mod key;
mod kid;
mod parameter_types;
mod values;

use alloc::vec::Vec;

use super::contents::Contents;
use super::finding::Finding;
use crate::json::{Object, Value};
use crate::jws::UnverifiedJws;
use crate::key::VerifyingKey;
use crate::numeric_date::NumericDate;

/// A token can have very many claims or parameters; the point is made by these.
const MOST_FINDINGS_ON_CONTENT: usize = 50;

/// Adds a finding for each member, at most fifty, for which `is_found`.
fn add_for_members(
    findings: &mut Vec<Finding>,
    object: &Object,
    is_found: fn(&str, &Value) -> bool,
    finding: fn(&str) -> Finding,
) {
    let found = object
        .iter()
        .filter(|(name, value)| is_found(name, value))
        .map(|(name, _)| finding(name))
        .take(MOST_FINDINGS_ON_CONTENT);
    findings.extend(found);
}

/// The findings on a token: on the whole, on its header, on its claims.
pub(super) fn findings(
    contents: &Contents,
    jws: Option<&UnverifiedJws<'_>>,
    key: Option<&VerifyingKey>,
    now: NumericDate,
) -> Vec<Finding> {
    let mut findings = key::findings(jws, key);
    if let Some(header) = &contents.header.object {
        header::add_findings(&mut findings, header, contents.is_encrypted());
    }
    if let Some(claims) = &contents.payload.object {
        claims::add_findings(&mut findings, claims, now);
    }
    findings
}
