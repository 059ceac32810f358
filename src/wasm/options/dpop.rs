//! The options of `verifyDpopProof`.

use alloc::string::String;

use wasm_bindgen::JsValue;

use super::reader::{AGE, Known, ONE_OR_MORE, Options, STRING, TOLERANCE, misuse, named};
use super::signature::{ALGORITHMS, LIMITS};
use super::value::{Duration, OneOrMore};
use crate::error::{ApiMisuse, Error};
use crate::jwt::DpopValidation;

const METHOD: Known = ("method", STRING);
const URL: Known = ("url", STRING);
const NONCE: Known = ("nonce", ONE_OR_MORE);
const ACCESS_TOKEN: Known = ("accessToken", STRING);
const THUMBPRINT: Known = ("thumbprint", STRING);
const MAX_TOKEN_AGE: Known = ("maxTokenAge", AGE);
const CLOCK_TOLERANCE: Known = ("clockTolerance", TOLERANCE);

const KNOWN: [Known; 9] = [
    METHOD,
    URL,
    NONCE,
    ACCESS_TOKEN,
    THUMBPRINT,
    ALGORITHMS,
    MAX_TOKEN_AGE,
    CLOCK_TOLERANCE,
    LIMITS,
];

pub(in crate::wasm) fn dpop(value: &JsValue) -> Result<DpopValidation, Error> {
    let options = Options::new(value, &KNOWN)?;
    validation(&options).map_err(|error| match error {
        Error::ApiMisuse(ApiMisuse::Argument { name, .. }) => named(error, option_of(name)),
        other => other,
    })
}

/// The option that an argument of the core is.
fn option_of(argument: &'static str) -> Known {
    match argument {
        "method" => METHOD,
        "url" => URL,
        "nonces" => NONCE,
        "access_token" => ACCESS_TOKEN,
        "thumbprint" => THUMBPRINT,
        "max_token_age_seconds" => MAX_TOKEN_AGE,
        "clock_tolerance_seconds" => CLOCK_TOLERANCE,
        _ => ALGORITHMS,
    }
}

fn validation(options: &Options) -> Result<DpopValidation, Error> {
    let required = |known: Known| options.get::<String>(known)?.ok_or_else(|| misuse(known));
    let mut proof = DpopValidation::new(required(METHOD)?, &required(URL)?)?;
    if let Some(nonces) = options.get::<OneOrMore>(NONCE)? {
        proof = proof.nonces(nonces.into_vec())?;
    }
    if let Some(access_token) = options.get::<String>(ACCESS_TOKEN)? {
        let expected = "given with accessToken: the jkt that the access token is bound to";
        let thumbprint = required((THUMBPRINT.0, expected))?;
        proof = proof.access_token(&access_token, thumbprint)?;
    } else if let Some(thumbprint) = options.get::<String>(THUMBPRINT)? {
        proof = proof.thumbprint(thumbprint)?;
    }
    if let Some(algorithms) = options.algorithms()? {
        proof = proof.algorithms(algorithms)?;
    }
    if let Some(age) = options.get::<Duration>(MAX_TOKEN_AGE)? {
        proof = proof.max_token_age_seconds(age.seconds())?;
    }
    if let Some(tolerance) = options.get::<Duration>(CLOCK_TOLERANCE)? {
        proof = proof.clock_tolerance_seconds(tolerance.seconds())?;
    }
    Ok(proof.limits(options.limits()?))
}
