//! Decoding and verifying. A result crosses as one JSON text, or as a small array; the texts of header
//! and payload in it are those that were verified.

use alloc::rc::Rc;
use alloc::string::String;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::keys::{JwkSet, VerifyingKey};
use super::members::number;
use super::token_buffer::TokenBuffer;
use super::{argument, fault, options};
use crate::error::Error;
use crate::json::{Number, Value, to_text};
use crate::jws::{Keys, SignaturePolicy, compact_verify as verify_jws};
use crate::jwt::{
    Validation, VerifiedJwt, decode as decode_jwt, verify as verify_jwt,
    verify_dpop_proof as verify_proof,
};

/// The options of `decode`, compiled once.
#[wasm_bindgen]
pub struct FormPolicy(SignaturePolicy);

#[wasm_bindgen]
impl FormPolicy {
    /// Compiles `options`.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for options that cannot be.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Self, JsValue> {
        options::form_policy(options)
            .map(Self)
            .map_err(|error| fault::to_js(&error))
    }

    /// How long a token may be.
    #[wasm_bindgen(getter, js_name = tokenLength)]
    #[must_use]
    pub fn token_length(&self) -> usize {
        self.0.limits_in_force().token_length()
    }

    /// The text of `[payload, header, length]`, where `length` is that of the signature, which takes the
    /// place of the token. Checks the form alone.
    ///
    /// # Errors
    ///
    /// See the package's `decode`.
    pub fn decode(&self, buffer: &mut TokenBuffer, length: usize) -> Result<String, JsValue> {
        let decode = || {
            let token = buffer.token(length, self.token_length())?;
            decode_jwt(token, &self.0)
        };
        let jwt = decode().map_err(|error| fault::to_js(&error))?;
        let signature = jwt.signature();
        buffer.put(signature);
        let (payload, header) = (jwt.unverified_claims().text(), jwt.header().text());
        let length = to_text(&number(signature.len()));
        Ok(array_text(&[payload, header, &length]))
    }
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

    /// How long a token may be.
    #[wasm_bindgen(getter, js_name = tokenLength)]
    #[must_use]
    pub fn token_length(&self) -> usize {
        self.0.limits().token_length()
    }

    /// The text of `[payload, header, key, from, until]`: two objects, the index of the key, and between
    /// which seconds since the epoch the token stays valid; `null` is for ever.
    ///
    /// # Errors
    ///
    /// See the package's `verify`.
    pub fn verify(
        &self,
        buffer: &TokenBuffer,
        length: usize,
        key: &VerifyingKey,
        now_seconds: f64,
    ) -> Result<String, JsValue> {
        let verify = || self.verified(buffer, length, key.key()?.into(), now_seconds);
        verify().map_err(|error| fault::to_js(&error))
    }

    /// As `verify`, with the fitting key of a set.
    ///
    /// # Errors
    ///
    /// See the package's `verify`.
    #[wasm_bindgen(js_name = verifyWithJwkSet)]
    pub fn verify_with_jwk_set(
        &self,
        buffer: &TokenBuffer,
        length: usize,
        set: &JwkSet,
        now_seconds: f64,
    ) -> Result<String, JsValue> {
        self.verified(buffer, length, set.set().into(), now_seconds)
            .map_err(|error| fault::to_js(&error))
    }
}

impl Policy {
    #[cfg(feature = "wasm2js")]
    pub(super) fn shared(&self) -> Rc<Validation> {
        Rc::clone(&self.0)
    }

    fn verified(
        &self,
        buffer: &TokenBuffer,
        length: usize,
        keys: Keys<'_>,
        now_seconds: f64,
    ) -> Result<String, Error> {
        let now = argument::now(now_seconds)?;
        let token = buffer.token(length, self.token_length())?;
        let jwt = verify_jwt(token, keys, &self.0, now)?;
        Ok(verified_text(&jwt, &self.0))
    }
}

/// The text that [`Policy::verify`] gives.
pub(super) fn verified_text(jwt: &VerifiedJwt, validation: &Validation) -> String {
    let validity = jwt.validity(validation);
    let (payload, header) = (jwt.claims().text(), jwt.header().text());
    let (from, until) = (
        seconds(validity.from_seconds()),
        seconds(validity.until_seconds()),
    );
    let key = to_text(&number(jwt.key_index()));
    array_text(&[payload, header, &key, &from, &until])
}

/// The JSON text of an array, of the texts of its elements.
fn array_text(elements: &[&str]) -> String {
    let mut text = String::from("[");
    text.reserve(elements.iter().map(|element| element.len()).sum::<usize>());
    for element in elements {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(element);
    }
    text.push(']');
    text
}

/// As JSON, which has no infinity.
#[expect(
    clippy::cast_possible_truncation,
    reason = "of what is cut off, it is another number, and is not taken"
)]
#[expect(clippy::cast_precision_loss, reason = "it is compared with the double")]
fn seconds(value: f64) -> String {
    // Whole seconds are the rule, and integers are written sooner.
    let whole = value as i64;
    let number = if whole as f64 == value {
        Some(Number::from(whole))
    } else {
        Number::from_f64(value)
    };
    to_text(&number.map_or(Value::Null, Value::from))
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
