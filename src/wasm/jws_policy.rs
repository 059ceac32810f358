//! Tokens by their form and signature alone: decoding, and a JWS with any payload.

use alloc::string::String;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::keys::Keys;
use super::known_header::KnownHeader;
use super::options;
use super::result_text::array_text;
use super::token_buffer::TokenBuffer;
use crate::error::Error;
use crate::jws::{self, SignaturePolicy};
use crate::jwt::decode_parsed;

/// The options of `decode` or of `compactVerify`, compiled once.
#[wasm_bindgen]
pub struct JwsPolicy {
    policy: SignaturePolicy,
    known: KnownHeader,
}

impl From<SignaturePolicy> for JwsPolicy {
    fn from(policy: SignaturePolicy) -> Self {
        let known = KnownHeader::default();
        Self { policy, known }
    }
}

#[wasm_bindgen]
impl JwsPolicy {
    /// Compiles the options of `decode`.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for options that cannot be.
    #[wasm_bindgen(js_name = forDecode)]
    pub fn for_decode(options: &JsValue) -> Result<Self, Error> {
        Ok(options::form_policy(options)?.into())
    }

    /// Compiles the options of `compactVerify`.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for options that cannot be.
    #[wasm_bindgen(js_name = forVerify)]
    pub fn for_verify(options: &JsValue) -> Result<Self, Error> {
        Ok(options::signature_policy(options)?.into())
    }

    /// How long a token may be.
    #[wasm_bindgen(getter, js_name = tokenLength)]
    #[must_use]
    pub fn token_length(&self) -> usize {
        self.policy.effective_limits().token_length()
    }

    /// The text of `[payload, header, length]`, where `length` is that of the signature, which takes the
    /// place of the token. Checks the form alone.
    ///
    /// # Errors
    ///
    /// See the package's `decode`.
    pub fn decode(&self, buffer: &mut TokenBuffer, length: usize) -> Result<String, Error> {
        let token = buffer.token(length, self.token_length())?;
        let jwt = decode_parsed(self.known.parse(token, &self.policy)?, &self.policy)?;
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
    ) -> Result<String, Error> {
        let token = buffer.token(length, self.token_length())?;
        let header = jws::decode_protected_header(token, &self.policy)?;
        Ok(header.text().into())
    }

    /// The text of `[header, key, length]`: the header, the index of the key, and the length of the
    /// payload, which takes the place of the token.
    ///
    /// # Errors
    ///
    /// See the package's `compactVerify`.
    pub fn verify(
        &self,
        buffer: &mut TokenBuffer,
        length: usize,
        keys: &Keys,
    ) -> Result<String, Error> {
        let token = buffer.token(length, self.token_length())?;
        let jws = jws::compact_verify(token, keys.borrowed()?, &self.policy)?;
        let (header, payload, key) = jws.into_parts();
        buffer.put(&payload);
        let length = payload.len();
        Ok(alloc::format!("[{header},{key},{length}]"))
    }
}
