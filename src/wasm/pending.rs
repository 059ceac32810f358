//! Verifying in two phases, where a signature takes this module too long: SubtleCrypto verifies it, and
//! the core does everything else. SubtleCrypto is handed in, and asked from here, so that it cannot be
//! asked about anything but what was signed.

use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CryptoKey, SubtleCrypto};

use super::keys::Keys;
use super::policy::{Policy, verified_text};
use super::token_buffer::TokenBuffer;
use super::{argument, webcrypto};
use crate::error::Error;
use crate::jwt::{PendingJwt as Pending, Validation};
use crate::key::VerifyingKey;

/// A token that waits for its signature to be verified.
#[wasm_bindgen]
pub struct PendingJwt {
    jwt: Pending,
    keys: Keys,
    validation: Rc<Validation>,
}

#[wasm_bindgen]
impl Policy {
    /// Checks all that comes before the signature.
    ///
    /// # Errors
    ///
    /// As `verify`.
    pub fn begin(
        &self,
        buffer: &TokenBuffer,
        length: usize,
        keys: &Keys,
        now_seconds: f64,
    ) -> Result<PendingJwt, Error> {
        let validation = self.shared();
        let now = argument::now(now_seconds)?;
        let token = buffer.token(length, self.token_length())?;
        let jwt = Pending::new(token, keys.borrowed()?, &validation, now)?;
        // They stay while somebody is waited for.
        let keys = keys.clone();
        Ok(PendingJwt {
            jwt,
            keys,
            validation,
        })
    }
}

#[wasm_bindgen]
impl PendingJwt {
    /// The places of the keys to try, in this order.
    #[wasm_bindgen(getter, js_name = keyIndexes)]
    #[must_use]
    pub fn key_indexes(&self) -> Vec<usize> {
        self.jwt.jws().key_indexes().to_vec()
    }

    /// The promise of whether the key at `key_index`, which is `key` to SubtleCrypto, verifies the
    /// signature.
    #[wasm_bindgen(js_name = verifySignature)]
    pub fn verify_signature(
        &self,
        key_index: usize,
        key: &CryptoKey,
        subtle: &SubtleCrypto,
    ) -> Promise {
        let Some(verifying) = self.key(key_index) else {
            return Promise::resolve(&JsValue::FALSE);
        };
        let jws = self.jwt.jws();
        // SubtleCrypto of Fastly Compute takes an ECDSA signature with more bytes behind it (RFC 7518 §3.4).
        // Of RSA, where the length is the modulus's, it takes no other.
        let length = verifying.algorithm().signature_length();
        if length.is_some_and(|length| length != jws.signature().len()) {
            return Promise::resolve(&JsValue::FALSE);
        }
        subtle
            .verify_with_object_and_u8_array_and_u8_array(
                &webcrypto::parameters(verifying.algorithm()),
                key,
                jws.signature(),
                jws.signing_input().as_bytes(),
            )
            .unwrap_or_else(|cause| Promise::reject(&cause))
    }

    /// Whether the key at `key_index` verifies the signature, found out by this module.
    #[wasm_bindgen(js_name = verifySignatureHere)]
    #[must_use]
    pub fn verify_signature_here(&self, key_index: usize) -> bool {
        let jws = self.jwt.jws();
        let input = jws.signing_input().as_bytes();
        self.key(key_index)
            .is_some_and(|key| key.verify_signature(input, jws.signature()).is_ok())
    }

    /// The text that `verify` of a policy gives. `answers` are what the promises of
    /// the keys gave, in their order. Only `true` itself is a yes: no answer, or a promise that nobody
    /// waited for, is none.
    ///
    /// # Errors
    ///
    /// As `verify`, from the signature on.
    pub fn finish(self, answers: Vec<JsValue>) -> Result<String, Error> {
        let held = answers
            .iter()
            .zip(self.jwt.jws().key_indexes())
            .find(|(answer, _)| answer.as_bool() == Some(true))
            .map(|(_, index)| *index);
        let keys = self.keys.borrowed()?;
        let jwt = self.jwt.verified_by(held, keys, &self.validation)?;
        Ok(verified_text(&jwt, &self.validation))
    }
}

impl PendingJwt {
    fn key(&self, index: usize) -> Option<&VerifyingKey> {
        self.keys.borrowed().ok()?.get(index)
    }
}
