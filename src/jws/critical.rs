//! What `crit` may name
//! ([RFC 7515 §4.1.11](https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11)): the same rules for those who
//! write it and for those who read it.

use alloc::vec::Vec;

use crate::error::{CritFault, Error, JwsFault, Malformed};
use crate::json::{Object, has_repeated, sorted};

/// The parameters RFC 7515 §4.1 and RFC 7518 §4 define, which `crit` must not name.
const REGISTERED: [&str; 18] = [
    "alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit", "epk",
    "apu", "apv", "iv", "tag", "p2s", "p2c",
];

/// The names in `crit`, where there is one: at least one, each different, in the header, and of an extension.
pub(super) fn critical_names(parameters: &Object) -> Result<Vec<&str>, Error> {
    let Some(crit) = parameters.get("crit") else {
        return Ok(Vec::new());
    };
    let broken = |fault| Error::Malformed(Malformed::Jws(JwsFault::Crit(fault)));
    let names = crit
        .as_strings()
        .filter(|names| !names.is_empty())
        .ok_or_else(|| broken(CritFault::NotNonEmptyStrings))?;
    if has_repeated(names.clone()) {
        return Err(broken(CritFault::Repeated));
    }
    if names.iter().any(|name| REGISTERED.contains(name)) {
        return Err(broken(CritFault::Registered));
    }
    // One way through the parameters: a header can have thousands of both.
    let sorted = sorted(names.clone());
    let present = parameters
        .iter()
        .filter(|(name, _)| sorted.binary_search(name).is_ok());
    if present.count() < names.len() {
        return Err(broken(CritFault::Absent));
    }
    Ok(names)
}
