//! The options of `verify`, `inspect` and `createVerifier`.

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::JsValue;

use super::profile;
use super::reader::{
    ACCEPT_PADDING, ALGORITHMS, ALL, ANY, BOOLEAN, CLOCK_TOLERANCE, CRIT, Known, LIMITS,
    MAX_TOKEN_AGE, ONE_OR_MORE, Options, PATH, STRING, STRINGS, TRY_ALL_MATCHING_KEYS,
};
use super::value::OneOrMore;
use crate::error::{ApiMisuse, Error};
use crate::jwt::{AGE, ClaimPath, DATE, Validation};
use crate::numeric_date::NumericDate;

const REQUIRED: &str = "a string, an array of strings, or an object with any or all of them";
const EXPECTED_VALUES: &str =
    "an object of names, each with a string, a number, true or false, or an array of them";

const ISSUER: Known = ("issuer", ONE_OR_MORE);
const TENANTS: Known = ("tenants", STRINGS);
const AUDIENCE: Known = ("audience", "a string, an array of strings, or null");
const SUBJECT: Known = ("subject", STRING);
const JWT_ID: Known = ("jwtId", STRING);
const NONCE: Known = ("nonce", STRING);
const TYP: Known = ("typ", STRING);
const ACCEPT_LOOSE_TYPES: Known = ("acceptLooseTypes", BOOLEAN);
const REQUIRED_CLAIMS: Known = ("requiredClaims", STRINGS);
const MAX_LIFETIME: Known = ("maxLifetime", AGE);
const REJECT_BEFORE: Known = ("rejectBefore", DATE);
const MAX_AUTHENTICATION_AGE: Known = ("maxAuthenticationAge", AGE);
const ACR: Known = ("acr", ONE_OR_MORE);
const REQUIRED_SCOPES: Known = ("requiredScopes", REQUIRED);
const REQUIRED_ROLES: Known = ("requiredRoles", REQUIRED);
const CLAIMS: Known = ("claims", EXPECTED_VALUES);
const HEADER: Known = ("header", EXPECTED_VALUES);

const KNOWN: [Known; 25] = [
    ALGORITHMS,
    CRIT,
    ACCEPT_PADDING,
    TRY_ALL_MATCHING_KEYS,
    LIMITS,
    ISSUER,
    TENANTS,
    AUDIENCE,
    SUBJECT,
    JWT_ID,
    NONCE,
    TYP,
    CLOCK_TOLERANCE,
    MAX_TOKEN_AGE,
    ACCEPT_LOOSE_TYPES,
    REQUIRED_CLAIMS,
    MAX_LIFETIME,
    REJECT_BEFORE,
    MAX_AUTHENTICATION_AGE,
    ACR,
    REQUIRED_SCOPES,
    REQUIRED_ROLES,
    CLAIMS,
    HEADER,
    profile::PROFILE,
];

pub(in crate::wasm) fn validation(value: &JsValue) -> Result<Validation, Error> {
    let known: Vec<Known> = KNOWN.into_iter().chain(profile::OF_PROFILES).collect();
    let options = Options::new(value, &known)?;
    let validation = Validation::new().signature(options.signature_policy()?);
    let validation = parties(&options, validation)?;
    let validation = times(&options, validation)?;
    let validation = contents(&options, validation)?;
    profile::profile(&options, validation)
}

/// Who issued the token, to whom, about whom.
fn parties(options: &Options, mut validation: Validation) -> Result<Validation, Error> {
    if let Some(issuer) = options.get::<OneOrMore>(ISSUER)? {
        validation = validation.issuers(issuer.into_vec())?;
    }
    if let Some(tenants) = options.get::<Vec<String>>(TENANTS)? {
        validation = validation.tenants(tenants)?;
    } else if validation.lacks_tenants() {
        let name = TENANTS.0;
        let expected = "given, for an issuer with {tenantid} in its name";
        return Err(Error::ApiMisuse(ApiMisuse::Option { name, expected }));
    }
    if options
        .value(AUDIENCE)?
        .is_some_and(|audience| audience.is_null())
    {
        validation = validation.audience_unchecked();
    } else if let Some(audience) = options.get::<OneOrMore>(AUDIENCE)? {
        validation = validation.audiences(audience.into_vec())?;
    }
    if let Some(subject) = options.get::<String>(SUBJECT)? {
        validation = validation.subject(subject)?;
    }
    Ok(validation)
}

fn times(options: &Options, mut validation: Validation) -> Result<Validation, Error> {
    if let Some(seconds) = options.seconds(CLOCK_TOLERANCE)? {
        validation = validation.clock_tolerance_seconds(seconds)?;
    }
    if let Some(seconds) = options.seconds(MAX_TOKEN_AGE)? {
        validation = validation.max_token_age_seconds(seconds)?;
    }
    if let Some(seconds) = options.seconds(MAX_LIFETIME)? {
        validation = validation.max_lifetime_seconds(seconds)?;
    }
    if let Some(seconds) = options.seconds(MAX_AUTHENTICATION_AGE)? {
        validation = validation.max_authentication_age_seconds(seconds)?;
    }
    if let Some(earliest) = options.get::<f64>(REJECT_BEFORE)? {
        let (name, expected) = REJECT_BEFORE;
        let earliest = NumericDate::from_seconds(earliest)
            .ok_or(Error::ApiMisuse(ApiMisuse::Option { name, expected }))?;
        validation = validation.reject_before(earliest)?;
    }
    Ok(validation)
}

/// What else the token must say.
fn contents(options: &Options, mut validation: Validation) -> Result<Validation, Error> {
    if let Some(jwt_id) = options.get::<String>(JWT_ID)? {
        validation = validation.jwt_id(jwt_id)?;
    }
    if let Some(nonce) = options.get::<String>(NONCE)? {
        validation = validation.nonce(nonce)?;
    }
    if let Some(typ) = options.get::<String>(TYP)? {
        validation = validation.token_type(typ)?;
    }
    if let Some(accept) = options.get::<bool>(ACCEPT_LOOSE_TYPES)? {
        validation = validation.accept_loose_types(accept);
    }
    if let Some(names) = options.get::<Vec<String>>(REQUIRED_CLAIMS)? {
        validation = validation.required_claims(names);
    }
    if let Some(acr) = options.get::<OneOrMore>(ACR)? {
        validation = validation.acr_values(acr.into_vec())?;
    }
    if let Some((_, scopes)) = options.required(REQUIRED_SCOPES, &[ANY, ALL])? {
        validation = validation.required_scopes(scopes);
    }
    if let Some((path, roles)) = options.required(REQUIRED_ROLES, &[ANY, ALL, PATH])? {
        let path = ClaimPath::from(path.as_deref().unwrap_or("roles"));
        validation = validation.required_roles(path, roles);
    }
    for (name, values) in options.expected_values(CLAIMS)? {
        validation = validation.claim(name, values)?;
    }
    for (name, values) in options.expected_values(HEADER)? {
        validation = validation.header_parameter(name, values)?;
    }
    Ok(validation)
}
