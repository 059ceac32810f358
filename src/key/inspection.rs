//! What key material is, for people who want to know why a key is refused.
//!
//! Here, and nowhere else, material is told from its looks. Nothing hangs on it: whoever verifies
//! names the algorithm and imports the key, and that is where it is decided.

mod kind;
mod trial;

use alloc::borrow::ToOwned as _;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use self::trial::{Import, Trial};
use super::encoding::{self, Structure};
use super::secret::{Misreading, encoding_by_looks, refuse_key};
use super::set::pem_map;
use super::{ImportOptions, SecretEncoding, VerifyingKey};
use crate::advice::{Hint, hint};
use crate::error::{Error, JwkFault, KeyFault, LimitFault, Malformed, NoMatchingKey};
use crate::jwa::{Algorithm, Curve, KeyType};
use crate::jwk::{Jwk, JwkSet, KeyMaterial, MAX_JWK_LENGTH, parse_jwk_set};

pub use kind::{KeyFormat, KeyKind};

/// The most bytes of a JWK Set that is inspected. A report takes less than 20 ms at that length, and the import of a
/// set may take longer.
pub(crate) const MAX_INSPECTED_SET_LENGTH: usize = 256 * 1024;

/// The report on key material.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct KeyInspection {
    /// How it is written down.
    pub format: KeyFormat,
    /// What it is.
    pub kind: KeyKind,
    /// Whether it holds a private key or a shared secret: what must not be passed on.
    pub is_secret: bool,
    /// The algorithms it fits, weak or not.
    pub algorithms: Vec<Algorithm>,
    /// What may be behind the error, and what else is worth knowing.
    pub hints: Vec<Hint>,
    /// Why it cannot be imported for the algorithm that was asked about, or, without one, for any.
    pub error: Option<Error>,
}

impl KeyInspection {
    /// The report on text: a JWK or JWK Set, PEM, or a shared secret as its own bytes. With an
    /// `algorithm` it is about importing the text for that one. Text of more than 64 KiB, or 256 KiB where it begins as
    /// JSON does, is [`ErrorCode::JoseLimitExceeded`](crate::ErrorCode::JoseLimitExceeded).
    ///
    /// ```
    /// use edge_jwt::{Algorithm, KeyInspection, KeyKind};
    ///
    /// let report = KeyInspection::of_text("bm90IGEgZ29vZCBzZWNyZXQsIGJ1dCBlbmNvZGVkIQ==", None);
    /// assert_eq!(report.kind, KeyKind::Secret);
    /// assert_eq!(report.hints[0].id(), "secret-looks-base64");
    /// assert!(report.algorithms.contains(&Algorithm::Hs256));
    /// ```
    #[must_use]
    pub fn of_text(text: &str, algorithm: Option<Algorithm>) -> Self {
        let start = text.trim_ascii_start();
        let limit = if start.starts_with('{') {
            MAX_INSPECTED_SET_LENGTH
        } else {
            MAX_JWK_LENGTH
        };
        if text.len() > limit {
            return Self::too_long(limit);
        }
        if start.starts_with('{') {
            Self::of_json(text, algorithm)
        } else if encoding::is_pem(text.as_bytes()) {
            Self::of_pem(text, algorithm)
        } else if encoding::SSH_STARTS
            .iter()
            .any(|mark| start.starts_with(mark))
        {
            Self::of_key(
                KeyFormat::Text,
                KeyKind::Ssh,
                algorithm,
                &|algorithm, options| VerifyingKey::from_pem(text, algorithm, options),
            )
        } else if let Some(structure) = structure_without_pem_lines(text) {
            Self::of_unarmoured_der(text, structure.into(), algorithm)
        } else {
            let mut report = Self::of_secret(text.as_bytes(), KeyFormat::Text, algorithm);
            report.hints.push(hint::ENCODING_NEEDED);
            report
        }
    }

    /// The report on bytes: DER, a bare public key, a shared secret, or the text of PEM or a JWK. With an
    /// `algorithm` it is about importing the bytes for that one.
    #[must_use]
    pub fn of_bytes(bytes: &[u8], algorithm: Option<Algorithm>) -> Self {
        if bytes.len() > MAX_JWK_LENGTH {
            return Self::too_long(MAX_JWK_LENGTH);
        }
        if let (true, Ok(text)) = (encoding::is_text_of_key(bytes), core::str::from_utf8(bytes)) {
            return Self::of_text(text, algorithm);
        }
        if let Some(structure) = Structure::of_der(bytes) {
            let kind = structure.into();
            let material = encoding::der_to_material(bytes);
            return Self::of_key(KeyFormat::Der, kind, algorithm, &|algorithm, options| {
                if algorithm.key_type().is_symmetric() {
                    VerifyingKey::from_secret(bytes, algorithm, options)
                } else {
                    import(&material, algorithm, options)
                }
            });
        }
        if is_raw_public_key(bytes, algorithm) {
            let kind = KeyKind::RawPublicKey;
            return Self::of_key(KeyFormat::Bytes, kind, algorithm, &|algorithm, options| {
                VerifyingKey::from_raw_public_key(bytes, algorithm, options)
            });
        }
        Self::of_secret(bytes, KeyFormat::Bytes, algorithm)
    }

    fn of_json(text: &str, algorithm: Option<Algorithm>) -> Self {
        if let Ok(value) = parse_jwk_set(text.as_bytes()) {
            let object = value.as_object();
            if object.is_some_and(|object| object.contains("keys")) {
                return Self::of_jwk_set(JwkSet::from_value(&value), algorithm);
            }
            match pem_map::read(&value) {
                Ok(Some(set)) => return Self::of_jwk_set(Ok(set), algorithm),
                Err(error) => return Self::of_jwk_set(Err(error), algorithm),
                Ok(None) => {}
            }
        }
        let jwk = match Jwk::from_json(text) {
            Ok(jwk) => jwk,
            Err(error @ Error::Malformed(Malformed::Jwk(JwkFault::Json(_)))) => {
                return Self::impossible(KeyFormat::Json, KeyKind::Unknown, error);
            }
            Err(error) => return Self::impossible(KeyFormat::Json, KeyKind::Jwk, error),
        };
        let (format, kind) = (KeyFormat::Json, KeyKind::Jwk);
        let mut report = Self::of_key(format, kind, algorithm, &|algorithm, options| {
            VerifyingKey::from_jwk(&jwk, algorithm, options)
        });
        report.is_secret = jwk.is_private() || jwk.material().key_type().is_symmetric();
        if jwk.is_private() {
            report.hints.push(hint::PRIVATE_KEY);
        }
        if jwk.algorithm().is_none() && algorithm.is_none() {
            report.hints.push(hint::ALGORITHM_NEEDED);
        }
        report
    }

    fn of_jwk_set(set: Result<JwkSet, Error>, algorithm: Option<Algorithm>) -> Self {
        let set = match set {
            Ok(set) => set,
            Err(error) => return Self::impossible(KeyFormat::Json, KeyKind::JwkSet, error),
        };
        let jwks: Vec<&Jwk> = set
            .members()
            .iter()
            .filter_map(|member| member.jwk.as_ref().ok())
            .collect();
        // The set fits an algorithm when one of its keys does; otherwise its first key says why not.
        let import: Import<'_> = &|algorithm, options| {
            let mut keys = jwks
                .iter()
                .map(|jwk| VerifyingKey::from_jwk(jwk, algorithm, options));
            match keys.next() {
                None => Err(Error::Key(
                    KeyFault::NoMatchingKey(NoMatchingKey::default()),
                )),
                Some(Ok(key)) => Ok(key),
                Some(Err(error)) => keys.find_map(Result::ok).ok_or(error),
            }
        };
        let mut report = Self::of_key(KeyFormat::Json, KeyKind::JwkSet, algorithm, import);
        report.is_secret = jwks
            .iter()
            .any(|jwk| jwk.material().key_type().is_symmetric());
        report.hints.push(hint::JWK_SET);
        report
    }

    fn of_pem(text: &str, algorithm: Option<Algorithm>) -> Self {
        let kind =
            encoding::structure_of_pem(text.as_bytes()).map_or(KeyKind::Unknown, KeyKind::from);
        let material = encoding::pem_to_material(text.as_bytes());
        Self::of_key(KeyFormat::Pem, kind, algorithm, &|algorithm, options| {
            import(&material, algorithm, options)
        })
    }

    /// DER in base64, as PEM is without its first and last line.
    fn of_unarmoured_der(text: &str, kind: KeyKind, algorithm: Option<Algorithm>) -> Self {
        let mut report = Self::of_key(KeyFormat::Text, kind, algorithm, &|algorithm, options| {
            VerifyingKey::from_pem(text, algorithm, options)
        });
        report.hints.push(hint::PEM_LINES_MISSING);
        report
    }

    fn of_key(
        format: KeyFormat,
        kind: KeyKind,
        algorithm: Option<Algorithm>,
        import: Import<'_>,
    ) -> Self {
        let trial = Trial::of(algorithm, import);
        let mut hints = Vec::new();
        if matches!(kind, KeyKind::Pkcs1PublicKey | KeyKind::Pkcs1PrivateKey) {
            hints.push(hint::PKCS1);
        }
        if kind.is_private() {
            hints.push(hint::PRIVATE_KEY);
        }
        if kind == KeyKind::Certificate {
            hints.push(hint::CERTIFICATE);
        }
        let is_for_secrets = algorithm.is_some_and(|algorithm| algorithm.key_type().is_symmetric());
        if is_for_secrets && matches!(trial.error, Some(Error::Key(KeyFault::Mismatch(_)))) {
            hints.push(hint::KEY_AS_SECRET);
        }
        hints.extend(trial.weaknesses);
        Self {
            format,
            kind,
            is_secret: kind.is_private(),
            algorithms: trial.algorithms,
            hints,
            error: trial.error,
        }
    }

    fn of_secret(secret: &[u8], format: KeyFormat, algorithm: Option<Algorithm>) -> Self {
        let kind = KeyKind::Secret;
        let material = KeyMaterial::Secret {
            k: Zeroizing::new(secret.to_owned()),
        };
        let guard = refuse_key(secret);
        let mut report = Self::of_key(format, kind, algorithm, &|algorithm, options| {
            let names = options.names();
            VerifyingKey::from_guarded(&material, guard.clone(), algorithm, names, options)
        });
        report.is_secret = true;
        let looks = match encoding_by_looks(secret) {
            Some(Misreading::Base64) => Some(hint::SECRET_LOOKS_BASE64),
            Some(Misreading::Base64url) => Some(hint::SECRET_LOOKS_BASE64URL),
            Some(Misreading::Hex) => Some(hint::SECRET_LOOKS_HEX),
            Some(Misreading::Whitespace | Misreading::Decoded) | None => None,
        };
        report.hints.splice(0..0, looks);
        if format == KeyFormat::Text && secret.trim_ascii() != secret {
            report.hints.push(hint::SECRET_WHITESPACE);
        }
        if algorithm.is_some_and(|algorithm| !algorithm.key_type().is_symmetric()) {
            report.hints.push(hint::SECRET_AS_KEY);
        }
        report
    }

    fn too_long(limit: usize) -> Self {
        let error = Error::Limit(LimitFault::KeyLength { limit });
        Self::impossible(KeyFormat::Text, KeyKind::Unknown, error)
    }

    /// A report that says only what it is and why nothing can be said about it.
    #[must_use]
    pub fn impossible(format: KeyFormat, kind: KeyKind, error: Error) -> Self {
        Self {
            format,
            kind,
            is_secret: false,
            algorithms: Vec::new(),
            hints: Vec::new(),
            error: Some(error),
        }
    }
}

/// The key for one more algorithm. Its public part was read once for all of them, because it may have to be
/// computed from a private one.
fn import(
    material: &Result<KeyMaterial, Error>,
    algorithm: Algorithm,
    options: &ImportOptions,
) -> Result<VerifyingKey, Error> {
    let material = material.as_ref().map_err(Error::clone)?;
    VerifyingKey::from_material(material, algorithm, options.names(), options)
}

fn structure_without_pem_lines(text: &str) -> Option<Structure> {
    let mut text = Zeroizing::new(text.to_owned());
    text.retain(|character| !character.is_ascii_whitespace());
    Structure::of_der(&SecretEncoding::Base64.decode(&text).ok()?)
}

/// 32 bytes may be an Ed25519 key or a secret, so that there the algorithm has to say it; a point on a
/// curve is no accident.
fn is_raw_public_key(bytes: &[u8], algorithm: Option<Algorithm>) -> bool {
    let is_point = || {
        Algorithm::ALL
            .into_iter()
            .filter(|algorithm| algorithm.key_type() == KeyType::Ec)
            .any(|algorithm| encoding::raw_to_material(bytes, algorithm).is_ok())
    };
    match algorithm.map(Algorithm::key_type) {
        Some(KeyType::Okp) => bytes.len() == Curve::Ed25519.coordinate_length(),
        Some(KeyType::Ec) | None => is_point(),
        Some(KeyType::Oct | KeyType::Rsa) => false,
    }
}
