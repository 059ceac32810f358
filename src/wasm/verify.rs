//! Decoding and verifying. Results cross as small arrays; texts are those that were verified.

use alloc::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::keys::{JwkSet, VerifyingKey};
use super::{argument, fault, options};
use crate::error::Error;
use crate::jws::{Keys, compact_verify as verify_jws};
use crate::jwt::{
    Validation, VerifiedJwt, decode as decode_jwt, verify as verify_jwt,
    verify_dpop_proof as verify_proof,
};

/// `[header, payload, signature]`: two texts and bytes. Checks the form alone.
///
/// # Errors
///
/// See the package's `decode`.
#[wasm_bindgen]
pub fn decode(token: &JsValue, options: &JsValue) -> Result<Array, JsValue> {
    let decode = || {
        let policy = options::form_policy(options)?;
        let token = argument::token(token, policy.limits_in_force().token_length())?;
        let jwt = decode_jwt(&token, &policy)?;
        Ok(Array::of3(
            &jwt.header().text().into(),
            &jwt.unverified_claims().text().into(),
            &Uint8Array::from(jwt.signature()),
        ))
    };
    decode().map_err(|error: Error| fault::to_js(&error))
}

/// `[header, payload]`, both texts.
///
/// # Errors
///
/// See the package's `verify`.
#[wasm_bindgen]
pub fn verify(
    token: &JsValue,
    key: &VerifyingKey,
    options: &JsValue,
    now_seconds: f64,
) -> Result<Array, JsValue> {
    let verify = || {
        let validation = options::validation(options)?;
        let jwt = jwt(token, key.key()?.into(), &validation, now_seconds)?;
        let (header, payload, _) = jwt.into_texts();
        Ok(Array::of2(&header.into(), &payload.into()))
    };
    verify().map_err(|error: Error| fault::to_js(&error))
}

/// `[header, payload, key]`: two texts and the index of the key.
///
/// # Errors
///
/// See the package's `verify`.
#[wasm_bindgen(js_name = verifyWithJwkSet)]
pub fn verify_with_jwk_set(
    token: &JsValue,
    set: &JwkSet,
    options: &JsValue,
    now_seconds: f64,
) -> Result<Array, JsValue> {
    let verify = || {
        let validation = options::validation(options)?;
        let jwt = jwt(token, set.set().into(), &validation, now_seconds)?;
        let (header, payload, index) = jwt.into_texts();
        Ok(Array::of3(&header.into(), &payload.into(), &index.into()))
    };
    verify().map_err(|error: Error| fault::to_js(&error))
}

/// The options of `verify`, compiled once.
#[wasm_bindgen]
pub struct Policy(Rc<Validation>);

#[wasm_bindgen]
impl Policy {
    /// Compiles `options`.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for options that cannot be.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Self, JsValue> {
        options::validation(options)
            .map(|validation| Self(Rc::new(validation)))
            .map_err(|error| fault::to_js(&error))
    }

    /// `[header, payload, key, from, until]`: two texts, the index of the key, and between which
    /// seconds since the epoch the token stays valid.
    ///
    /// # Errors
    ///
    /// As `verify`.
    pub fn verify(
        &self,
        token: &JsValue,
        key: &VerifyingKey,
        now_seconds: f64,
    ) -> Result<Array, JsValue> {
        let verify = || self.verified(token, key.key()?.into(), now_seconds);
        verify().map_err(|error| fault::to_js(&error))
    }

    /// As `verify`, with the fitting key of a set.
    ///
    /// # Errors
    ///
    /// As `verifyWithJwkSet`.
    #[wasm_bindgen(js_name = verifyWithJwkSet)]
    pub fn verify_with_jwk_set(
        &self,
        token: &JsValue,
        set: &JwkSet,
        now_seconds: f64,
    ) -> Result<Array, JsValue> {
        self.verified(token, set.set().into(), now_seconds)
            .map_err(|error| fault::to_js(&error))
    }
}

impl Policy {
    #[cfg(feature = "wasm2js")]
    pub(super) fn shared(&self) -> Rc<Validation> {
        Rc::clone(&self.0)
    }

    fn verified(&self, token: &JsValue, keys: Keys<'_>, now_seconds: f64) -> Result<Array, Error> {
        let jwt = jwt(token, keys, &self.0, now_seconds)?;
        Ok(verified_texts(jwt, &self.0))
    }
}

/// `[header, payload, key, from, until]`, as [`Policy::verify`] gives them.
pub(super) fn verified_texts(jwt: VerifiedJwt, validation: &Validation) -> Array {
    let validity = jwt.validity(validation);
    let (header, payload, index) = jwt.into_texts();
    Array::of5(
        &header.into(),
        &payload.into(),
        &index.into(),
        &validity.from_seconds().into(),
        &validity.until_seconds().into(),
    )
}

fn jwt(
    token: &JsValue,
    keys: Keys<'_>,
    validation: &Validation,
    now_seconds: f64,
) -> Result<VerifiedJwt, Error> {
    let now = argument::now(now_seconds)?;
    let token = argument::token(token, validation.limits().token_length())?;
    verify_jwt(&token, keys, validation, now)
}

/// `[header, payload, thumbprint, replayId, expiresAt]`: four texts, and seconds since the epoch.
///
/// # Errors
///
/// See the package's `verifyDpopProof`.
#[wasm_bindgen(js_name = verifyDpopProof)]
pub fn verify_dpop_proof(
    proof: &JsValue,
    options: &JsValue,
    now_seconds: f64,
) -> Result<Array, JsValue> {
    let verify = || {
        let expected = options::dpop(options)?;
        let now = argument::now(now_seconds)?;
        let proof = argument::token(proof, expected.limits_in_force().token_length())?;
        let proof = verify_proof(&proof, &expected, now)?;
        let thumbprint = proof.thumbprint().into();
        let (replay_id, expires_at) = (proof.replay_id().into(), proof.expires_at().into());
        let (header, payload) = proof.into_texts();
        Ok(Array::of5(
            &header.into(),
            &payload.into(),
            &thumbprint,
            &replay_id,
            &expires_at,
        ))
    };
    verify().map_err(|error: Error| fault::to_js(&error))
}

/// `[header, payload]`: text and bytes.
///
/// # Errors
///
/// See the package's `compactVerify`.
#[wasm_bindgen(js_name = compactVerify)]
pub fn compact_verify(
    jws: &JsValue,
    key: &VerifyingKey,
    options: &JsValue,
) -> Result<Array, JsValue> {
    let verify = || {
        let (header, payload, _) = self::jws(jws, key.key()?.into(), options)?;
        Ok(Array::of2(&header, &payload))
    };
    verify().map_err(|error: Error| fault::to_js(&error))
}

/// `[header, payload, key]`: text, bytes and the index of the key.
///
/// # Errors
///
/// See the package's `compactVerify`.
#[wasm_bindgen(js_name = compactVerifyWithJwkSet)]
pub fn compact_verify_with_jwk_set(
    jws: &JsValue,
    set: &JwkSet,
    options: &JsValue,
) -> Result<Array, JsValue> {
    let verify = || {
        let (header, payload, index) = self::jws(jws, set.set().into(), options)?;
        Ok(Array::of3(&header, &payload, &index.into()))
    };
    verify().map_err(|error: Error| fault::to_js(&error))
}

fn jws(
    jws: &JsValue,
    keys: Keys<'_>,
    options: &JsValue,
) -> Result<(JsValue, Uint8Array, usize), Error> {
    let policy = options::signature_policy(options)?;
    let jws = argument::token(jws, policy.limits_in_force().token_length())?;
    let (header, payload, index) = verify_jws(&jws, keys, &policy)?.into_parts();
    Ok((header.into(), Uint8Array::from(payload.as_slice()), index))
}
