//! The options of `verify`, `inspect` and `createVerifier`, one row each.

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::JsValue;

use super::profile::{self, OF_PROFILES, PROFILE};
use super::reader::{
    AGE, BOOLEAN, DATE, EXPECTED_VALUES, Known, ONE_OR_MORE, Options, STRING, STRINGS, TOLERANCE,
    misuse, named, read,
};
use super::requirement::{OF_ROLES, OF_SCOPES, requirement};
use super::signature::OF_SIGNATURES;
use super::value::{Duration, OneOrMore, expected_values};
use crate::error::Error;
use crate::jwt::{ClaimPath, Validation};
use crate::numeric_date::NumericDate;

const REQUIRED: &str = "a string, an array of strings, or an object with any or all of them";

/// How an option is read, and the method of the core that it is given to.
enum Kind {
    Flag(fn(Validation, bool) -> Validation),
    Text(fn(Validation, String) -> Result<Validation, Error>),
    List(fn(Validation, Vec<String>) -> Result<Validation, Error>),
    OneOrMore(fn(Validation, Vec<String>) -> Result<Validation, Error>),
    Seconds(fn(Validation, f64) -> Result<Validation, Error>),
    Other(fn(Validation, &JsValue, Known) -> Result<Validation, Error>),
}

use Kind::{Flag, List, Other, Seconds, Text};

/// The options in the order in which they are read.
#[rustfmt::skip]
const ROWS: [(Known, Kind); 19] = [
    // Who issued the token, to whom, about whom.
    (("issuer", ONE_OR_MORE), Kind::OneOrMore(Validation::issuers)),
    (("tenants", STRINGS), List(Validation::tenants)),
    (("audience", "a string, an array of strings, or null"), Other(audience)),
    (("subject", STRING), Text(Validation::subject)),
    // When.
    (("clockTolerance", TOLERANCE), Seconds(Validation::clock_tolerance_seconds)),
    (("maxTokenAge", AGE), Seconds(Validation::max_token_age_seconds)),
    (("maxLifetime", AGE), Seconds(Validation::max_lifetime_seconds)),
    (("maxAuthenticationAge", AGE), Seconds(Validation::max_authentication_age_seconds)),
    (("rejectBefore", DATE), Other(reject_before)),
    // What else it must say.
    (("jwtId", STRING), Text(Validation::jwt_id)),
    (("nonce", STRING), Text(Validation::nonce)),
    (("typ", STRING), Text(Validation::token_type)),
    (("acceptLooseTypes", BOOLEAN), Flag(Validation::accept_loose_types)),
    (("requiredClaims", STRINGS), List(required_claims)),
    (("acr", ONE_OR_MORE), Kind::OneOrMore(Validation::acr_values)),
    (("requiredScopes", REQUIRED), Other(required_scopes)),
    (("requiredRoles", REQUIRED), Other(required_roles)),
    (("claims", EXPECTED_VALUES), Other(claims)),
    (("header", EXPECTED_VALUES), Other(header)),
];

pub(in crate::wasm) fn validation(value: &JsValue) -> Result<Validation, Error> {
    let own = ROWS.iter().map(|(known, _)| *known);
    let others = OF_SIGNATURES
        .into_iter()
        .chain(OF_PROFILES)
        .chain([PROFILE]);
    let options = Options::new(value, &own.chain(others).collect::<Vec<Known>>())?;
    let mut validation = Validation::new().signature(options.signature_policy()?);
    for (known, kind) in &ROWS {
        if let Some(value) = options.value(*known)? {
            let set = kind.set(validation, &value, *known);
            validation = set.map_err(|error| named(error, *known))?;
        }
    }
    if validation.needs_tenants() {
        let expected = "given, for an issuer with {tenantid} in its name";
        return Err(misuse(("tenants", expected)));
    }
    profile::profile(&options, validation)
}

impl Kind {
    fn set(
        &self,
        validation: Validation,
        value: &JsValue,
        known: Known,
    ) -> Result<Validation, Error> {
        match self {
            Flag(set) => Ok(set(validation, read(value, known)?)),
            Text(set) => set(validation, read(value, known)?),
            List(set) => set(validation, read(value, known)?),
            Self::OneOrMore(set) => set(validation, read::<OneOrMore>(value, known)?.into_vec()),
            Seconds(set) => set(validation, read::<Duration>(value, known)?.seconds()),
            Other(set) => set(validation, value, known),
        }
    }
}

fn required_claims(validation: Validation, names: Vec<String>) -> Result<Validation, Error> {
    Ok(validation.required_claims(names))
}

fn audience(validation: Validation, value: &JsValue, known: Known) -> Result<Validation, Error> {
    if value.is_null() {
        return Ok(validation.audience_unchecked());
    }
    let audiences: OneOrMore = read(value, known)?;
    validation.audiences(audiences.into_vec())
}

fn reject_before(
    validation: Validation,
    value: &JsValue,
    known: Known,
) -> Result<Validation, Error> {
    let earliest = NumericDate::from_seconds(read(value, known)?);
    validation.reject_before(earliest.ok_or_else(|| misuse(known))?)
}

fn required_scopes(
    validation: Validation,
    value: &JsValue,
    known: Known,
) -> Result<Validation, Error> {
    let (scopes, _) = requirement(value, known, &OF_SCOPES)?;
    Ok(validation.required_scopes(scopes))
}

fn required_roles(
    validation: Validation,
    value: &JsValue,
    known: Known,
) -> Result<Validation, Error> {
    let (roles, path) = requirement(value, known, &OF_ROLES)?;
    let path = ClaimPath::from(path.as_deref().unwrap_or("roles"));
    Ok(validation.required_roles(path, roles))
}

fn claims(mut validation: Validation, value: &JsValue, known: Known) -> Result<Validation, Error> {
    for (name, values) in expected_values(value).ok_or_else(|| misuse(known))? {
        validation = validation.claim(name, values)?;
    }
    Ok(validation)
}

fn header(mut validation: Validation, value: &JsValue, known: Known) -> Result<Validation, Error> {
    for (name, values) in expected_values(value).ok_or_else(|| misuse(known))? {
        validation = validation.header_parameter(name, values)?;
    }
    Ok(validation)
}
