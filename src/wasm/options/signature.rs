//! The options of `decode` and `compactVerify`, which are among those of `verify`.

use alloc::string::String;
use alloc::vec::Vec;

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::reader::{BOOLEAN, Known, Options, STRINGS, misuse, named};
use crate::base64url::Padding;
use crate::error::Error;
use crate::jwa::Algorithm;
use crate::jws::{HEADER_LENGTH, JSON_DEPTH, Limits, SignaturePolicy, TOKEN_LENGTH};

pub(super) const ALGORITHMS: Known = (
    "algorithms",
    "an array of supported algorithms' names, such as [\"ES256\"]",
);
const CRIT: Known = ("crit", STRINGS);
const ACCEPT_PADDING: Known = ("acceptPadding", BOOLEAN);
const TRY_ALL_MATCHING_KEYS: Known = ("tryAllMatchingKeys", BOOLEAN);
pub(super) const LIMITS: Known = ("limits", "an object");

/// Those of `compactVerify`.
pub(super) const OF_SIGNATURES: [Known; 5] = [
    ALGORITHMS,
    CRIT,
    ACCEPT_PADDING,
    TRY_ALL_MATCHING_KEYS,
    LIMITS,
];

pub(in crate::wasm) fn signature_policy(value: &JsValue) -> Result<SignaturePolicy, Error> {
    Options::new(value, &OF_SIGNATURES)?.signature_policy()
}

/// The options of `decode`.
pub(in crate::wasm) fn form_policy(value: &JsValue) -> Result<SignaturePolicy, Error> {
    Options::new(value, &[ACCEPT_PADDING, LIMITS])?.signature_policy()
}

impl Options {
    pub(super) fn signature_policy(&self) -> Result<SignaturePolicy, Error> {
        let mut policy = SignaturePolicy::new().limits(self.limits()?);
        if let Some(algorithms) = self.algorithms()? {
            policy = policy
                .algorithms(algorithms)
                .map_err(|error| named(error, ALGORITHMS))?;
        }
        if let Some(names) = self.get::<Vec<String>>(CRIT)? {
            policy = policy.understood_critical(names);
        }
        if self.get::<bool>(ACCEPT_PADDING)? == Some(true) {
            policy = policy.padding(Padding::Accepted);
        }
        if let Some(try_all) = self.get(TRY_ALL_MATCHING_KEYS)? {
            policy = policy.try_all_matching_keys(try_all);
        }
        Ok(policy)
    }

    pub(super) fn algorithms(&self) -> Result<Option<Vec<Algorithm>>, Error> {
        let Some(names) = self.get::<Vec<String>>(ALGORITHMS)? else {
            return Ok(None);
        };
        names
            .iter()
            .map(|name| Algorithm::from_name(name))
            .collect::<Option<_>>()
            .map(Some)
            .ok_or_else(|| misuse(ALGORITHMS))
    }

    pub(super) fn limits(&self) -> Result<Limits, Error> {
        const CHARACTERS: Known = ("tokenLength", TOKEN_LENGTH);
        const BYTES: Known = ("headerLength", HEADER_LENGTH);
        const LEVELS: Known = ("jsonDepth", JSON_DEPTH);

        let limits = Limits::default();
        let Some(value) = self.value(LIMITS)? else {
            return Ok(limits);
        };
        if !value.is_object() || Array::is_array(&value) {
            return Err(misuse(LIMITS));
        }
        let given = Self::new(&value, &[CHARACTERS, BYTES, LEVELS])?;
        let limit =
            |known, set: fn(Limits, usize) -> Result<Limits, Error>, limits: Limits| match given
                .get(known)?
            {
                None => Ok(limits),
                Some(limit) => set(limits, limit).map_err(|_| misuse(known)),
            };
        let limits = limit(CHARACTERS, Limits::with_token_length, limits)?;
        let limits = limit(BYTES, Limits::with_header_length, limits)?;
        limit(LEVELS, Limits::with_json_depth, limits)
    }
}
