//! Scopes or roles that are required: all of some names, or any of them.

use alloc::string::String;

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::reader::{Known, ONE_OR_MORE, Options, STRING, misuse, named};
use super::value::{OneOrMore, OptionValue as _};
use crate::error::Error;
use crate::jwt::Required;

const ANY: Known = ("any", ONE_OR_MORE);
const ALL: Known = ("all", ONE_OR_MORE);
pub(super) const PATH: Known = ("path", STRING);

/// Names, or an object with `any` or `all` of them and no other members than `members`; and its `path`.
pub(super) fn requirement(
    value: &JsValue,
    known: Known,
    members: &[Known],
) -> Result<(Required, Option<String>), Error> {
    let all = |names: OneOrMore| Required::all(names.into_vec());
    let any = |names: OneOrMore| Required::any(names.into_vec());
    if let Some(names) = OneOrMore::from_js(value) {
        return Ok((all(names).map_err(|error| named(error, known))?, None));
    }
    if !value.is_object() || Array::is_array(value) {
        return Err(misuse(known));
    }
    let rule = Options::new(value, members)?;
    let required = match (rule.get(ANY)?, rule.get(ALL)?) {
        (Some(names), None) => any(names),
        (None, Some(names)) => all(names),
        _ => return Err(misuse(known)),
    };
    let required = required.map_err(|error| named(error, known))?;
    Ok((required, rule.get(PATH)?))
}

pub(super) const OF_SCOPES: [Known; 2] = [ANY, ALL];
pub(super) const OF_ROLES: [Known; 3] = [ANY, ALL, PATH];
