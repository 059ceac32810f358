//! A JWK Set whose keys are prepared, and the choice of the one a token asks for
//! ([RFC 7515 §6](https://www.rfc-editor.org/rfc/rfc7515#section-6)).

pub(super) mod pem_map;

use alloc::string::String;
use alloc::vec::Vec;

use super::{ImportOptions, VerifyingKey};
use crate::error::{Error, KeyFault, KeyMismatch, NoMatchingKey};
use crate::jwa::Algorithm;
use crate::jwk::{Jwk, JwkSet, JwkSetMember, parse_jwk_set};

/// The keys of a JWK Set that verify signatures.
#[derive(Debug)]
pub struct VerifyingKeySet {
    keys: Vec<VerifyingKey>,
    /// Of members that name no algorithm, one for each that they fit: for callers who name theirs later.
    unnamed: Vec<VerifyingKey>,
    skipped: Vec<SkippedJwk>,
}

/// A member of a JWK Set that is left out, and why: encryption keys, kinds nobody here knows, keys
/// below the floors, and keys whose algorithm nobody has named yet.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SkippedJwk {
    /// Its place in the set, from 0.
    pub index: usize,
    /// Its `kid`, where that could be read.
    pub key_id: Option<String>,
    /// Why it is left out.
    pub error: Error,
}

/// What a token says of the key that signed it (RFC 7515 §4.1.4, §4.1.7, §4.1.8), under the sender's
/// control.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeyReference<'t> {
    /// `kid`
    pub key_id: Option<&'t str>,
    /// `x5t`: base64url of the certificate's SHA-1
    pub x5t: Option<&'t str>,
    /// `x5t#S256`: base64url of the certificate's SHA-256
    pub x5t_s256: Option<&'t str>,
}

impl VerifyingKeySet {
    /// Prepares every member that can be, and reports the others.
    ///
    /// A member without `alg` becomes a key for each algorithm of [`ImportOptions::algorithms`] that fits
    /// its type. Without that list it is among the skipped ones, and yet verifies tokens for whoever names
    /// its algorithm in [`SignaturePolicy::algorithms`](crate::SignaturePolicy::algorithms).
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
        let (mut keys, mut unnamed, mut skipped) = (Vec::new(), Vec::new(), Vec::new());
        for (index, JwkSetMember { key_id, jwk }) in set.members().iter().enumerate() {
            let of_member = jwk.as_ref().map_err(Clone::clone);
            match of_member.and_then(|jwk| keys_of(jwk, options)) {
                Ok(Named::Yes(of_member)) => keys.extend(of_member),
                Ok(Named::No(of_member)) => {
                    unnamed.extend(of_member);
                    let mismatch = KeyMismatch::AlgorithmNotDetermined;
                    let error = Error::Key(KeyFault::Mismatch(mismatch));
                    skipped.push(SkippedJwk::new(index, key_id, error));
                }
                Err(error) => skipped.push(SkippedJwk::new(index, key_id, error)),
            }
        }
        Self {
            keys,
            unnamed,
            skipped,
        }
    }

    /// Reads a JWK Set (RFC 7517 §5), or an object whose members are keys or certificates in PEM by their
    /// `kid`, as Google publishes them, from JSON text. Keys in PEM name no algorithm: see
    /// [`from_jwk_set`](Self::from_jwk_set).
    ///
    /// # Errors
    ///
    /// As [`JwkSet::from_json`]: what is refused whole is the same in both forms.
    ///
    /// ```
    /// use edge_jwt::{Algorithm, ImportOptions, VerifyingKeySet};
    ///
    /// // RFC 8410 §10.1
    /// let text = r#"{"2026-11": "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n"}"#;
    /// let options = ImportOptions::new().algorithms([Algorithm::Ed25519]);
    /// let set = VerifyingKeySet::from_json(text, &options)?;
    /// assert_eq!(set.keys()[0].key_id(), Some("2026-11"));
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn from_json(text: impl AsRef<[u8]>, options: &ImportOptions) -> Result<Self, Error> {
        let value = parse_jwk_set(text.as_ref())?;
        let set = match pem_map::read(&value)? {
            Some(set) => set,
            None => JwkSet::from_value(&value)?,
        };
        Ok(Self::from_jwk_set(&set, options))
    }

    /// The keys, in the order of the set.
    #[must_use]
    pub fn keys(&self) -> &[VerifyingKey] {
        &self.keys
    }

    /// The key at the place that a verified token names. Behind those of [`keys`](Self::keys) are the ones
    /// whose algorithm the set does not say.
    #[must_use]
    pub fn key(&self, index: usize) -> Option<&VerifyingKey> {
        self.keys.iter().chain(&self.unnamed).nth(index)
    }

    /// The members that are not among the keys.
    #[must_use]
    pub fn skipped(&self) -> &[SkippedJwk] {
        &self.skipped
    }

    /// The keys for `algorithm` that the token may mean, and their places. Names and thumbprints are
    /// compared exactly.
    ///
    /// A `kid` must be the key's. Thumbprints of certificates choose among those that are left, where one
    /// of them has it. Keys whose algorithm the set does not say are among them if the caller
    /// `names_algorithms`. Of several spellings of one key there is the first.
    pub fn fitting(
        &self,
        algorithm: Algorithm,
        reference: KeyReference<'_>,
        names_algorithms: bool,
    ) -> Vec<(&VerifyingKey, usize)> {
        let keys = self.keys.len();
        let mut fitting: Vec<_> = self
            .keys
            .iter()
            .chain(&self.unnamed)
            .zip(0..)
            .filter(|(key, index)| {
                key.algorithm() == algorithm
                    && (names_algorithms || *index < keys)
                    && (reference.key_id.is_none() || key.key_id() == reference.key_id)
            })
            .collect();
        if fitting.iter().any(|(key, _)| key.has_thumbprint(reference)) {
            fitting.retain(|(key, _)| key.has_thumbprint(reference));
        }
        match fitting.as_slice() {
            [(first, _), others @ ..] if others.iter().all(|(key, _)| key.is_same_key(first)) => {
                fitting.truncate(1);
            }
            _ => {}
        }
        fitting
    }

    /// Whether there are shared secrets in it.
    #[cfg(feature = "wasm")]
    pub(crate) fn holds_secrets(&self) -> bool {
        let mut keys = self.keys.iter().chain(&self.unnamed);
        keys.any(|key| key.algorithm().key_type().is_symmetric())
    }

    /// Whether no newer set is needed for a token whose header has `value` as this parameter: a key has it, or
    /// a skipped member. A set without thumbprints knows nothing of them.
    #[cfg(feature = "wasm")]
    pub(crate) fn knows(&self, parameter: &str, value: &str) -> bool {
        let is_it = |name: Option<&str>| name == Some(value);
        let mut has_any = false;
        for key in self.keys.iter().chain(&self.unnamed) {
            let names = match parameter {
                "kid" => [key.key_id(), None],
                "alg" => [Some(key.algorithm().name()), None],
                _ => [key.names.x5t.as_deref(), key.names.x5t_s256.as_deref()],
            };
            if names.into_iter().any(is_it) {
                return true;
            }
            has_any |= names.iter().any(Option::is_some);
        }
        match parameter {
            "kid" => self.skipped.iter().any(|jwk| is_it(jwk.key_id.as_deref())),
            "alg" => false,
            _ => !has_any,
        }
    }

    /// Whether a member waits for somebody to name `algorithm`.
    pub(crate) fn has_unnamed(&self, algorithm: Algorithm, key_id: Option<&str>) -> bool {
        self.unnamed
            .iter()
            .any(|key| key.algorithm() == algorithm && (key_id.is_none() || key.key_id() == key_id))
    }

    /// What there is to say when no key fits a token with this `kid`.
    pub(crate) fn no_matching_key(&self, key_id: Option<&str>) -> NoMatchingKey {
        let is_it = |jwk: &&SkippedJwk| key_id.is_some() && jwk.key_id.as_deref() == key_id;
        let reason = self.skipped.iter().find(is_it);
        NoMatchingKey {
            skipped: self.skipped.len(),
            reason: reason.map(|jwk| jwk.error.clone().into()),
        }
    }
}

impl SkippedJwk {
    fn new(index: usize, key_id: &Option<String>, error: Error) -> Self {
        let key_id = key_id.clone();
        Self {
            index,
            key_id,
            error,
        }
    }
}

/// Whether anybody has named the algorithms that keys are for.
enum Named {
    Yes(Vec<VerifyingKey>),
    No(Vec<VerifyingKey>),
}

/// A member as a key for each of its algorithms; where none can be had, why not.
fn keys_of(jwk: &Jwk, options: &ImportOptions) -> Result<Named, Error> {
    if jwk.algorithm().is_some() {
        let key = VerifyingKey::from_jwk(jwk, None, options)?;
        return Ok(Named::Yes([key].into()));
    }
    let is_named = !options.algorithms.is_empty();
    let candidates = if is_named {
        options.algorithms.as_slice()
    } else {
        Algorithm::ALL.as_slice()
    };
    let (mut keys, mut fault): (Vec<VerifyingKey>, _) = (Vec::new(), None);
    for &algorithm in candidates {
        if !jwk.material().fits(algorithm) {
            continue;
        }
        match keys.first().and_then(|key| key.for_other(algorithm)) {
            Some(key) => keys.push(key),
            None => match VerifyingKey::from_jwk(jwk, algorithm, options) {
                Ok(key) => keys.push(key),
                Err(error) => fault = fault.or(Some(error)),
            },
        }
    }
    match fault {
        Some(error) if keys.is_empty() => Err(error),
        None if keys.is_empty() => {
            let mismatch = KeyMismatch::AlgorithmNotDetermined;
            Err(Error::Key(KeyFault::Mismatch(mismatch)))
        }
        _ if is_named => Ok(Named::Yes(keys)),
        _ => Ok(Named::No(keys)),
    }
}
