//! Tokens by all that is asked of them: verifying, and the report on it.

mod report;

use alloc::rc::Rc;
use alloc::string::String;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::keys::Keys;
use super::known_header::KnownHeader;
use super::result_text::{Seconds, array_text};
use super::token_buffer::TokenBuffer;
use super::{argument, options};
use crate::error::Error;
use crate::jws;
use crate::jwt::{CheckName, Inspection, Validation, VerifiedJwt, inspect, verify_parsed};

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
    pub fn new(options: &JsValue) -> Result<Self, Error> {
        let validation = Rc::new(options::validation(options)?);
        let known = KnownHeader::default();
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
        keys: &Keys,
        now_seconds: f64,
    ) -> Result<String, Error> {
        let now = argument::now(now_seconds)?;
        let token = buffer.token(length, self.token_length())?;
        let jws = self
            .known
            .parse(token, self.validation.signature_policy())?;
        let jwt = verify_parsed(jws, keys.borrowed()?, &self.validation, now)?;
        Ok(verified_text(&jwt, &self.validation))
    }

    /// The report as JSON text: `valid`, `checks`, `findings`, `segments`, and what could be read of
    /// `protectedHeader` and `payload`, or else `protectedHeaderText` and `payloadText`. The signature is
    /// not checked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for a time that is none.
    pub fn inspect(
        &self,
        buffer: &TokenBuffer,
        length: usize,
        now_seconds: f64,
    ) -> Result<String, Error> {
        self.report(buffer, length, None, now_seconds)
    }

    /// The report with the signature checked.
    ///
    /// # Errors
    ///
    /// As `inspect`.
    #[wasm_bindgen(js_name = inspectWithKeys)]
    pub fn inspect_with_keys(
        &self,
        buffer: &TokenBuffer,
        length: usize,
        keys: &Keys,
        now_seconds: f64,
    ) -> Result<String, Error> {
        self.report(buffer, length, Some(keys.borrowed()?), now_seconds)
    }
}

impl Policy {
    #[cfg(feature = "wasm2js")]
    pub(super) fn shared(&self) -> Rc<Validation> {
        Rc::clone(&self.validation)
    }

    fn report(
        &self,
        buffer: &TokenBuffer,
        length: usize,
        keys: Option<jws::Keys<'_>>,
        now_seconds: f64,
    ) -> Result<String, Error> {
        let now = argument::now(now_seconds)?;
        let report = match buffer.token(length, self.token_length()) {
            Ok(token) => inspect(token, keys, &self.validation, now),
            Err(error) => Inspection::impossible(CheckName::Form, error),
        };
        Ok(report::to_json_text(&report))
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
