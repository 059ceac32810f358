//! Proofs of possession.

use alloc::string::String;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::result_text::{Seconds, array_text};
use super::token_buffer::TokenBuffer;
use super::{argument, options};
use crate::error::Error;
use crate::jwt::{DpopValidation, verify_dpop_proof};

/// The options of `verifyDpopProof`, compiled.
#[wasm_bindgen]
pub struct DpopPolicy(DpopValidation);

#[wasm_bindgen]
impl DpopPolicy {
    /// Compiles `options`.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for options that cannot be.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Self, Error> {
        options::dpop(options).map(Self)
    }

    /// How long a proof may be.
    #[wasm_bindgen(getter, js_name = tokenLength)]
    #[must_use]
    pub fn token_length(&self) -> usize {
        self.0.effective_limits().token_length()
    }

    /// The text of `[payload, header, thumbprint, replayId, expiresAt]`: two objects, two texts, and
    /// seconds since the epoch.
    ///
    /// # Errors
    ///
    /// See the package's `verifyDpopProof`.
    pub fn verify(
        &self,
        buffer: &TokenBuffer,
        length: usize,
        now_seconds: f64,
    ) -> Result<String, Error> {
        let now = argument::now(now_seconds)?;
        let token = buffer.token(length, self.token_length())?;
        let proof = verify_dpop_proof(token, &self.0, now)?;
        // Both are base64url, which needs no escapes.
        let (thumbprint, replay_id) = (proof.thumbprint(), proof.replay_id());
        let expires_at = Seconds(proof.expires_at());
        Ok(array_text(
            proof.claims().text(),
            proof.header().text(),
            format_args!(",\"{thumbprint}\",\"{replay_id}\",{expires_at}"),
        ))
    }
}
