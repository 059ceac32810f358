//! The options of `verifyDpopProof`.

use alloc::string::String;

use wasm_bindgen::JsValue;

use super::reader::{
    ACCESS_TOKEN, ALGORITHMS, CLOCK_TOLERANCE, Known, LIMITS, MAX_TOKEN_AGE, ONE_OR_MORE, Options,
    STRING,
};
use super::value::OneOrMore;
use crate::error::{ApiMisuse, Error};
use crate::jwt::DpopValidation;

const METHOD: Known = ("method", STRING);
const NONCE: Known = ("nonce", ONE_OR_MORE);
const URL: Known = ("url", STRING);
const THUMBPRINT: Known = ("thumbprint", STRING);

pub(in crate::wasm) fn dpop(value: &JsValue) -> Result<DpopValidation, Error> {
    let options = Options::new(
        value,
        &[
            METHOD,
            URL,
            NONCE,
            ACCESS_TOKEN,
            THUMBPRINT,
            ALGORITHMS,
            MAX_TOKEN_AGE,
            CLOCK_TOLERANCE,
            LIMITS,
        ],
    )?;
    let required = |(name, expected): Known| {
        let text = options.get::<String>((name, expected))?;
        text.ok_or(Error::ApiMisuse(ApiMisuse::Option { name, expected }))
    };
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
    if let Some(seconds) = options.seconds(MAX_TOKEN_AGE)? {
        proof = proof.max_token_age_seconds(seconds)?;
    }
    if let Some(seconds) = options.seconds(CLOCK_TOLERANCE)? {
        proof = proof.clock_tolerance_seconds(seconds)?;
    }
    Ok(proof.limits(options.limits()?))
}
