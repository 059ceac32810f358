//! Decoding and verifying. A result crosses as one JSON text, or as a small array; the texts of header
//! and payload in it are those that were verified.

use alloc::rc::Rc;
use alloc::string::String;
use core::fmt::{self, Write as _};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::keys::{JwkSet, VerifyingKey};
use super::known_header::KnownHeader;
use super::token_buffer::TokenBuffer;
use super::{argument, fault, options};
use crate::error::Error;
use crate::json::Number;
use crate::jws::{Keys, SignaturePolicy, compact_verify as verify_jws, decode_protected_header};
use crate::jwt::{
    Validation, VerifiedJwt, decode_parsed, verify_dpop_proof as verify_proof, verify_parsed,
};

/// The options of `decode`, compiled once.
#[wasm_bindgen]
pub struct FormPolicy {
    policy: SignaturePolicy,
    known: KnownHeader,
}

#[wasm_bindgen]
impl FormPolicy {
    /// Compiles `options`.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for options that cannot be.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Self, JsValue> {
        let policy = options::form_policy(options).map_err(|error| fault::to_js(&error))?;
        let known = KnownHeader::default();
        Ok(Self { policy, known })
    }

    /// How long a token may be.
    #[wasm_bindgen(getter, js_name = tokenLength)]
    #[must_use]
    pub fn token_length(&self) -> usize {
        self.policy.limits_in_force().token_length()
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
            decode_parsed(self.known.parse(token, &self.policy)?, &self.policy)
        };
        let jwt = decode().map_err(|error| fault::to_js(&error))?;
        let signature = jwt.signature();
        buffer.put(signature);
        let (payload, header) = (jwt.unverified_claims().text(), jwt.header().text());
        let length = signature.len();
        Ok(array_text(payload, header, format_args!(",{length}")))
    }

    /// The text of the protected header alone, of a JWS or a JWE.
    ///
    /// # Errors
    ///
    /// See the package's `decodeProtectedHeader`.
    #[wasm_bindgen(js_name = decodeProtectedHeader)]
    pub fn decode_protected_header(
        &self,
        buffer: &TokenBuffer,
        length: usize,
    ) -> Result<String, JsValue> {
        let decode = || {
            let token = buffer.token(length, self.token_length())?;
            decode_protected_header(token, &self.policy)
        };
        let header = decode().map_err(|error| fault::to_js(&error))?;
        Ok(header.text().into())
    }
}

/// The options of `verify`, compiled once.
#[wasm_bindgen]
pub struct Policy {
    validation: Rc<Validation>,
    known: KnownHeader,
}

#[wasm_bindgen]
impl Policy {
    /// Compiles `options`.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for options that cannot be.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Self, JsValue> {
        let validation = options::validation(options).map_err(|error| fault::to_js(&error))?;
        let (validation, known) = (Rc::new(validation), KnownHeader::default());
        Ok(Self { validation, known })
    }

    /// How long a token may be.
    #[wasm_bindgen(getter, js_name = tokenLength)]
    #[must_use]
    pub fn token_length(&self) -> usize {
        self.validation.limits().token_length()
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
        Rc::clone(&self.validation)
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
        let jws = self
            .known
            .parse(token, self.validation.signature_policy())?;
        let jwt = verify_parsed(jws, keys, &self.validation, now)?;
        Ok(verified_text(&jwt, &self.validation))
    }
}

/// The text that [`Policy::verify`] gives.
pub(super) fn verified_text(jwt: &VerifiedJwt, validation: &Validation) -> String {
    let validity = jwt.validity(validation);
    let (payload, header) = (jwt.claims().text(), jwt.header().text());
    let (from, until) = (
        Seconds(validity.from_seconds()),
        Seconds(validity.until_seconds()),
    );
    let key = jwt.key_index();
    array_text(payload, header, format_args!(",{key},{from},{until}"))
}

/// The JSON text of an array of two objects, given as their texts, and of what follows them.
fn array_text(payload: &str, header: &str, rest: fmt::Arguments<'_>) -> String {
    // As much again as a few numbers take.
    let length = payload
        .len()
        .saturating_add(header.len())
        .saturating_add(64);
    let mut text = String::with_capacity(length);
    for part in ["[", payload, ",", header] {
        text.push_str(part);
    }
    // Writing to a string does not fail.
    text.write_fmt(rest).unwrap_or_default();
    text.push(']');
    text
}

/// As JSON, which has no infinity.
struct Seconds(f64);

impl fmt::Display for Seconds {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "of what is cut off, it is another number, and is not taken"
    )]
    #[expect(clippy::cast_precision_loss, reason = "it is compared with the double")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Whole seconds are the rule, and integers are written sooner.
        let whole = self.0 as i64;
        if whole as f64 == self.0 {
            return whole.fmt(f);
        }
        match Number::from_f64(self.0) {
            Some(number) => number.fmt(f),
            None => f.write_str("null"),
        }
    }
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
