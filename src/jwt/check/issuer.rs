//! Who issued the token, and that the key is one of theirs.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Outcome, Subject};
use crate::error::{Error, KeyFault, KeyMismatch};
use crate::jwt::validation::TENANT;
use crate::text;

/// RFC 7519 §4.1.1, RFC 8725 §3.8.
pub(super) fn iss(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let issuers = &subject.validation.rules.issuers;
    match subject.validation.rules.tenants.as_slice() {
        [] => subject.string_claim("iss", issuers),
        tenants => tenant(subject, issuers, tenants),
    }
}

/// An issuer of many tenants, with one name for each and keys in common: the token's tenant is one
/// that is allowed, the issuer is that tenant's, and so is the key, if it says whose it is.
fn tenant(subject: &Subject<'_>, issuers: &[String], tenants: &[String]) -> Result<Outcome, Error> {
    subject.string_claim("tid", tenants)?;
    let tenant = subject.claims.string("tid").unwrap_or_default();
    let of_tenant = |template: &String| text::replace(template, TENANT, tenant);
    let issuers: Vec<String> = issuers.iter().map(of_tenant).collect();
    let outcome = subject.string_claim("iss", &issuers)?;
    let key_issuer = subject.key.and_then(|key| key.issuer());
    if key_issuer.is_some_and(|issuer| {
        Some(text::replace(issuer, TENANT, tenant).as_str()) != subject.claims.issuer()
    }) {
        return Err(Error::Key(KeyFault::Mismatch(KeyMismatch::Issuer)));
    }
    Ok(outcome)
}
