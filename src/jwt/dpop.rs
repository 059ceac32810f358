//! Proofs of possession ([RFC 9449](https://www.rfc-editor.org/rfc/rfc9449), DPoP): a token that its
//! sender makes for one request, with the key that an access token is bound to.
//!
//! The key comes with the proof and proves only that the sender has it. Whether it is the right one,
//! the access token says.

mod http_uri;

use alloc::string::String;
use alloc::vec::Vec;

use super::argument::non_empty_list;
use super::check::{invalid, mismatch, missing};
use super::{Claims, Validation, VerifiedJwt, verify_parsed};
use crate::error::{ApiMisuse, Error, JwsFault, KeyFault, KeyMismatch, Malformed};
use crate::json::Value;
use crate::jwa::{Algorithm, Hash};
use crate::jwk::Jwk;
use crate::jws::{JwsHeader, Keys, Limits, SignaturePolicy, UnverifiedJws};
use crate::key::{ImportOptions, VerifyingKey, sha256};
use crate::numeric_date::NumericDate;
use http_uri::HttpUri;

/// How long ago a proof may have been made, unless the caller says otherwise.
const MAX_AGE_SECONDS: f64 = 60.0;

/// By how much the sender's clock may differ, unless the caller says otherwise: it may be anybody's.
const CLOCK_TOLERANCE_SECONDS: f64 = 30.0;

/// What a proof must say (RFC 9449 §4.3). It may be a minute old, and the clocks may differ by half a
/// minute, unless told otherwise.
///
/// ```
/// use edge_jwt::DpopValidation;
///
/// let validation = DpopValidation::new("GET", "https://api.example/orders?page=2")?
///     .access_token(
///         "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU",
///         "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I",
///     )?;
/// # Ok::<(), edge_jwt::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct DpopValidation {
    validation: Validation,
    uri: HttpUri,
    thumbprint: Option<String>,
}

impl DpopValidation {
    /// A proof for a request with `method`, such as `GET`, compared exactly, to `url`, whose query and
    /// fragment do not count.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty method, and unless the URL is an absolute one of http or https.
    pub fn new(method: impl Into<String>, url: &str) -> Result<Self, Error> {
        let method: String = method.into();
        if method.is_empty() {
            return Err(misuse("method", "the method of an HTTP request"));
        }
        let uri = HttpUri::parse(url)
            .ok_or_else(|| misuse("url", "an absolute URL of http or https, without user name"))?;
        let asymmetric = Algorithm::ALL
            .into_iter()
            .filter(|algorithm| !algorithm.key_type().is_symmetric());
        let validation = Validation::new()
            .signature(SignaturePolicy::new().algorithms(asymmetric)?)
            .token_type("dpop+jwt")?
            .required_claims(["jti", "htm", "htu", "iat"])
            .audience_unchecked()
            .claim("htm", [method])?
            .max_token_age_seconds(MAX_AGE_SECONDS)?
            .clock_tolerance_seconds(CLOCK_TOLERANCE_SECONDS)?;
        Ok(Self {
            validation,
            uri,
            thumbprint: None,
        })
    }

    /// The algorithms a proof may be signed with. Defaults to every one with a public key.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list, and for algorithms with a shared secret (§4.3 step 5).
    pub fn algorithms(
        mut self,
        algorithms: impl IntoIterator<Item = Algorithm>,
    ) -> Result<Self, Error> {
        let algorithms: Vec<Algorithm> = algorithms.into_iter().collect();
        if algorithms
            .iter()
            .any(|algorithm| algorithm.key_type().is_symmetric())
        {
            return Err(misuse(
                "algorithms",
                "a list of algorithms with a public key",
            ));
        }
        let policy = self.validation.signature_policy().clone();
        self.validation = self.validation.signature(policy.algorithms(algorithms)?);
        Ok(self)
    }

    /// How large the proof may be. Defaults to [`Limits::default`].
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        let policy = self.validation.signature_policy().clone();
        self.validation = self.validation.signature(policy.limits(limits));
        self
    }

    /// `nonce` must be one of these, which the server gave out last (§8, §9). Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn nonces<S: Into<String>>(
        mut self,
        nonces: impl IntoIterator<Item = S>,
    ) -> Result<Self, Error> {
        let nonces = non_empty_list("nonces", nonces)?;
        self.validation = self.validation.claim("nonce", nonces)?;
        Ok(self)
    }

    /// The access token that the proof comes with, and the thumbprint of the key that the token is bound
    /// to, its claim `cnf.jkt` (§6.1): `ath` must be the token's hash, and the proof's key that key.
    /// One without the other would prove nothing.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn access_token(
        mut self,
        access_token: &str,
        thumbprint: impl Into<String>,
    ) -> Result<Self, Error> {
        if access_token.is_empty() {
            return Err(misuse("access_token", "a string that is not empty"));
        }
        self.validation = self.validation.claim("ath", [sha256(access_token)])?;
        self.thumbprint(thumbprint)
    }

    /// The thumbprint (RFC 7638, SHA-256) that the proof's key must have. Defaults to any, as for a first
    /// request for a token (§5).
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn thumbprint(mut self, thumbprint: impl Into<String>) -> Result<Self, Error> {
        let thumbprint: String = thumbprint.into();
        if thumbprint.is_empty() {
            return Err(misuse("thumbprint", "a string that is not empty"));
        }
        self.thumbprint = Some(thumbprint);
        Ok(self)
    }

    /// How many seconds ago the proof may have been made. Defaults to 60.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless it is from 0 to 3,153,600,000.
    pub fn max_token_age_seconds(mut self, seconds: f64) -> Result<Self, Error> {
        self.validation = self.validation.max_token_age_seconds(seconds)?;
        Ok(self)
    }

    /// By how many seconds the sender's clock may differ. Defaults to 30.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless it is from 0 to 3,600.
    pub fn clock_tolerance_seconds(mut self, seconds: f64) -> Result<Self, Error> {
        self.validation = self.validation.clock_tolerance_seconds(seconds)?;
        Ok(self)
    }

    /// The limits that are set.
    #[cfg(feature = "wasm")]
    pub(crate) fn effective_limits(&self) -> &Limits {
        self.validation.limits()
    }
}

/// A proof that holds. Only [`verify_dpop_proof`] makes one.
#[derive(Clone, Debug)]
pub struct VerifiedDpopProof {
    jwt: VerifiedJwt,
    thumbprint: String,
    expires_at_seconds: f64,
}

impl VerifiedDpopProof {
    /// The proof's header.
    #[must_use]
    pub fn header(&self) -> &JwsHeader {
        self.jwt.header()
    }

    /// The proof's claims.
    #[must_use]
    pub fn claims(&self) -> &Claims {
        self.jwt.claims()
    }

    /// The thumbprint of the proof's key (RFC 7638, SHA-256): what an access token is bound to.
    #[must_use]
    pub fn thumbprint(&self) -> &str {
        &self.thumbprint
    }

    /// A name for the proof, of 43 characters, however long its `jti` is: a name that was seen before is
    /// a proof that is replayed (§11.1). Remember it until [`expires_at`](Self::expires_at).
    #[must_use]
    pub fn replay_id(&self) -> String {
        let jwt_id = self.claims().jwt_id().unwrap_or_default();
        sha256(&[&self.thumbprint, ".", jwt_id].concat())
    }

    /// From when on, in seconds since the epoch, the proof is too old to be replayed.
    #[must_use]
    pub fn expires_at(&self) -> f64 {
        self.expires_at_seconds
    }

    /// The JSON texts of header and claims set as they were signed.
    #[must_use]
    pub fn into_texts(self) -> (String, String) {
        let (header, claims, _) = self.jwt.into_texts();
        (header, claims)
    }
}

/// Verifies a proof of possession as of `now`. That it was not seen before is for the caller to check:
/// see [`VerifiedDpopProof::replay_id`].
///
/// # Errors
///
/// - `ERR_JWS_INVALID` when it is no well-formed JWS, or has no public key in its header, or one with
///   its private part.
/// - `ERR_JOSE_ALG_NOT_ALLOWED`, `ERR_JOSE_KEY_TOO_WEAK`, `ERR_JWK_INVALID`, `ERR_JOSE_NOT_SUPPORTED`,
///   `ERR_JOSE_LIMIT_EXCEEDED` as for any token and key.
/// - `ERR_JOSE_KEY_MISMATCH` when the key does not fit the algorithm, or is not the one expected.
/// - `ERR_JWS_SIGNATURE_VERIFICATION_FAILED`.
/// - `ERR_JWT_INVALID`, `ERR_JWT_EXPIRED`, `ERR_JWT_NOT_YET_VALID`, `ERR_JWT_CLAIM_VALIDATION_FAILED`
///   for the claims, and for `typ`.
pub fn verify_dpop_proof(
    proof: &str,
    expected: &DpopValidation,
    now: NumericDate,
) -> Result<VerifiedDpopProof, Error> {
    let validation = &expected.validation;
    let policy = validation.signature_policy();
    // Step 1: two header fields of one name arrive as one, with a comma between them.
    if proof.contains(',') {
        return Err(Error::Malformed(Malformed::Jws(JwsFault::SegmentCount)));
    }
    // Steps 2, 5 and 7 to begin with: the key is needed before the signature can be looked at.
    let jws = UnverifiedJws::parse(proof, policy)?;
    let (key, thumbprint) = key_of(jws.header(), policy)?;
    // Steps 3, 4, 6, 8, 10, 11, and `ath` of 12: what any token goes through.
    let jwt = verify_parsed(jws, Keys::One(&key), validation, now)?;
    check_uri(jwt.claims(), &expected.uri)?;
    if expected
        .thumbprint
        .as_ref()
        .is_some_and(|own| *own != thumbprint)
    {
        return Err(Error::Key(KeyFault::Mismatch(KeyMismatch::Confirmation)));
    }
    let expires_at_seconds = jwt.validity(validation).until_seconds();
    Ok(VerifiedDpopProof {
        jwt,
        thumbprint,
        expires_at_seconds,
    })
}

/// The key that the proof brings, for the one algorithm that it names, and its thumbprint.
fn key_of(header: &JwsHeader, policy: &SignaturePolicy) -> Result<(VerifyingKey, String), Error> {
    let invalid = |expected| {
        let name = "jwk";
        Error::Malformed(Malformed::Jws(JwsFault::HeaderParameter { name, expected }))
    };
    let algorithm = policy.allowed_algorithm(header)?;
    let jwk = header
        .parameters()
        .get("jwk")
        .and_then(Value::as_object)
        .ok_or_else(|| invalid("there, and a public key"))?;
    let jwk = Jwk::from_object(jwk)?;
    if jwk.is_private() {
        return Err(invalid("a public key, without its private part"));
    }
    let key = VerifyingKey::from_jwk(&jwk, algorithm, &ImportOptions::new())?;
    Ok((key, jwk.thumbprint(Hash::Sha256)))
}

/// Step 9: the URI of the request, compared after normalization.
fn check_uri(claims: &Claims, expected: &HttpUri) -> Result<(), Error> {
    let Some(actual) = claims.get("htu") else {
        return Err(missing("htu", None));
    };
    match actual.as_str().and_then(HttpUri::parse) {
        None => Err(invalid("htu", actual)),
        Some(uri) if uri == *expected => Ok(()),
        Some(_) => Err(mismatch("htu", expected.as_str().into(), actual)),
    }
}

fn misuse(name: &'static str, expected: &'static str) -> Error {
    Error::ApiMisuse(ApiMisuse::Argument { name, expected })
}
