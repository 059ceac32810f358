//! A JWK Set whose keys are prepared, and the choice of the one a token asks for
//! ([RFC 7515 §6](https://www.rfc-editor.org/rfc/rfc7515#section-6)).

use alloc::string::String;
use alloc::vec::Vec;

use super::{ImportOptions, VerifyingKey};
use crate::error::Error;
use crate::jwa::Algorithm;
use crate::jwk::JwkSet;

/// The keys of a JWK Set that verify signatures.
#[derive(Debug)]
pub struct VerifyingKeySet {
    keys: Vec<VerifyingKey>,
    skipped: Vec<SkippedJwk>,
}

/// A member of a JWK Set that is left out, and why: encryption keys, kinds nobody here knows, keys
/// below the floors.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SkippedJwk {
    /// Its place in the set, from 0.
    pub index: usize,
    /// Its `kid`, where that could be read.
    pub key_id: Option<String>,
    /// Why it is left out.
    pub error: Error,
}

impl VerifyingKeySet {
    /// Prepares every member that can be, and reports the others.
    ///
    /// ```
    /// use edge_jwt::{Algorithm, ImportOptions, JwkSet, VerifyingKeySet};
    ///
    /// let set = JwkSet::from_json(r#"{"keys":[
    ///     {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
    ///     {"kty":"RSA","use":"enc","n":"AQAB","e":"AQAB"}]}"#)?;
    /// let options = ImportOptions::new().algorithms([Algorithm::Ed25519]);
    /// let keys = VerifyingKeySet::from_jwk_set(&set, &options);
    /// assert_eq!((keys.keys().len(), keys.skipped().len()), (1, 1));
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    #[must_use]
    pub fn from_jwk_set(set: &JwkSet, options: &ImportOptions) -> Self {
        let mut keys = Vec::new();
        let mut skipped = Vec::new();
        for (index, member) in set.members().iter().enumerate() {
            let key = member
                .jwk
                .as_ref()
                .map_err(Clone::clone)
                .and_then(|jwk| VerifyingKey::from_jwk(jwk, None, options));
            match key {
                Ok(key) => keys.push(key),
                Err(error) => {
                    skipped.push(SkippedJwk {
                        index,
                        key_id: member.key_id.clone(),
                        error,
                    });
                }
            }
        }
        Self { keys, skipped }
    }

    /// The keys, in the order of the set.
    #[must_use]
    pub fn keys(&self) -> &[VerifyingKey] {
        &self.keys
    }

    /// The members that are not among the keys.
    #[must_use]
    pub fn skipped(&self) -> &[SkippedJwk] {
        &self.skipped
    }

    /// The keys for `algorithm` that have `key_id`, and their places; without `key_id`, all for
    /// `algorithm`. Names are compared exactly.
    pub fn fitting(
        &self,
        algorithm: Algorithm,
        key_id: Option<&str>,
    ) -> impl Iterator<Item = (&VerifyingKey, usize)> {
        self.keys
            .iter()
            .zip(0..)
            .filter(move |(key, _)| key.algorithm() == algorithm)
            .filter(move |(key, _)| key_id.is_none() || key.key_id() == key_id)
    }
}
