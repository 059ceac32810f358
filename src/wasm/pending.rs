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

use super::keys::{Handle, JwkSet, VerifyingKey};
use super::token_buffer::TokenBuffer;
use super::verify::{Policy, verified_text};
use super::{argument, fault, webcrypto};
use crate::error::Error;
use crate::jws::Keys;
use crate::jwt::{PendingJwt as Pending, Validation};
use crate::key::{VerifyingKey as Key, VerifyingKeySet};

/// A token that waits for its signature to be verified.
#[wasm_bindgen]
pub struct PendingJwt {
    jwt: Pending,
    keys: OwnKeys,
    validation: Rc<Validation>,
}

/// Keys that stay while somebody is waited for.
enum OwnKeys {
    One(Handle),
    Set(Rc<VerifyingKeySet>),
}

impl OwnKeys {
    fn keys(&self) -> Result<Keys<'_>, Error> {
        match self {
            Self::One(handle) => handle.key().map(Keys::One),
            Self::Set(set) => Ok(Keys::Set(set)),
        }
    }
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
        key: &VerifyingKey,
        now_seconds: f64,
    ) -> Result<PendingJwt, JsValue> {
        let keys = OwnKeys::One(key.handle().clone());
        self.pending(buffer, length, keys, now_seconds)
            .map_err(|error| fault::to_js(&error))
    }

    /// As `begin`, with the fitting key of a set.
    ///
    /// # Errors
    ///
    /// As `verifyWithJwkSet`.
    #[wasm_bindgen(js_name = beginWithJwkSet)]
    pub fn begin_with_jwk_set(
        &self,
        buffer: &TokenBuffer,
        length: usize,
        set: &JwkSet,
        now_seconds: f64,
    ) -> Result<PendingJwt, JsValue> {
        self.pending(buffer, length, OwnKeys::Set(set.shared()), now_seconds)
            .map_err(|error| fault::to_js(&error))
    }
}

impl Policy {
    fn pending(
        &self,
        buffer: &TokenBuffer,
        length: usize,
        keys: OwnKeys,
        now_seconds: f64,
    ) -> Result<PendingJwt, Error> {
        let validation = self.shared();
        let now = argument::now(now_seconds)?;
        let token = buffer.token(length, self.token_length())?;
        let jwt = Pending::new(token, keys.keys()?, &validation, now)?;
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
    pub fn finish(self, answers: Vec<JsValue>) -> Result<String, JsValue> {
        let finish = || {
            let held = answers
                .iter()
                .zip(self.jwt.jws().key_indexes())
                .find(|(answer, _)| answer.as_bool() == Some(true))
                .map(|(_, index)| *index);
            let keys = self.keys.keys()?;
            let jwt = self.jwt.verified_by(held, keys, &self.validation)?;
            Ok(verified_text(&jwt, &self.validation))
        };
        finish().map_err(|error: Error| fault::to_js(&error))
    }
}

impl PendingJwt {
    fn key(&self, index: usize) -> Option<&Key> {
        self.keys.keys().ok()?.get(index)
    }
}
