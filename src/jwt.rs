//! JSON Web Tokens ([RFC 7519](https://www.rfc-editor.org/rfc/rfc7519), held to
//! [RFC 8725](https://www.rfc-editor.org/rfc/rfc8725)): the claims set, what it must say, and the
//! way from a text to a token that may be trusted.
//!
//! Refuses payloads that are not strict JSON objects; registered claims of the wrong type, whether
//! or not anybody asks for them; and, unless told otherwise, tokens without an expiry and tokens
//! for an audience that the caller has not claimed to be.

mod argument;
mod check;
mod claims;
mod dpop;
mod inspection;
#[cfg(feature = "wasm2js")]
mod pending;
mod profile;
mod required;
mod unsigned;
mod validation;
mod validity;

use alloc::string::String;

use check::Subject;

use crate::error::Error;
use crate::jws::{JwsHeader, Keys, UnverifiedJws, VerifiedJws};
use crate::numeric_date::NumericDate;

pub use check::CheckName;
#[cfg(feature = "wasm")]
pub(crate) use claims::decode_parsed;
pub use claims::{Claims, UnverifiedJwt, decode};
pub use dpop::{DpopValidation, VerifiedDpopProof, verify_dpop_proof};
pub use inspection::{
    Check, CheckStatus, Finding, FindingSubject, Inspection, Place, Position, TokenSegment, inspect,
};
#[cfg(feature = "wasm2js")]
pub(crate) use pending::PendingJwt;
pub use profile::{AccessToken, IdToken, LogoutToken};
pub use required::{ClaimPath, Required};
pub use unsigned::unsigned;
pub use validation::{Audience, Validation};
pub use validity::Validity;

/// A JSON Web Token whose signature holds and whose claims are as required. Only [`verify`] makes
/// one.
#[derive(Clone, Debug)]
pub struct VerifiedJwt {
    header: JwsHeader,
    claims: Claims,
    key_index: usize,
}

impl VerifiedJwt {
    /// The protected header.
    #[must_use]
    pub fn header(&self) -> &JwsHeader {
        &self.header
    }

    /// The claims.
    #[must_use]
    pub fn claims(&self) -> &Claims {
        &self.claims
    }

    /// Which key of the set verified it; 0 where one key was given.
    #[must_use]
    pub fn key_index(&self) -> usize {
        self.key_index
    }

    /// The JSON texts of header and claims set as they were signed, and the key's index.
    #[must_use]
    pub fn into_texts(self) -> (String, String, usize) {
        (
            self.header.into_text(),
            self.claims.into_text(),
            self.key_index,
        )
    }
}

/// Verifies `token` as of `now`: form, algorithm, key and signature first, then the claims. The
/// first failure wins, and nothing about the claims is decided before the signature held.
///
/// # Errors
///
/// - Everything [`compact_verify`](crate::compact_verify) answers, about form, key and signature.
/// - `ERR_JWT_INVALID` when the payload is not a strict JSON object.
/// - `ERR_JWT_EXPIRED`, `ERR_JWT_NOT_YET_VALID` and `ERR_JWT_CLAIM_VALIDATION_FAILED`, as
///   [`Error::Claim`], for the claims.
///
/// ```
/// use edge_jwt::{Algorithm, ImportOptions, NumericDate, Validation, VerifyingKey, verify};
///
/// // The key and the token of RFC 7515 appendix A.1
/// let secret = edge_jwt::base64url::decode("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75\
///     aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow", Default::default()).unwrap();
/// let key = VerifyingKey::from_secret(&secret, Algorithm::Hs256, &ImportOptions::new())?;
/// let token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkz\
///     ODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1g\
///     FWFOEjXk";
///
/// let validation = Validation::new().issuer("joe")?;
/// let now = NumericDate::from_seconds(1_300_819_000.0).unwrap();
/// let jwt = verify(token, &key, &validation, now)?;
/// assert_eq!(jwt.claims().issuer(), Some("joe"));
///
/// let later = NumericDate::from_seconds(1_300_819_380.0).unwrap();
/// let expired = verify(token, &key, &validation, later).unwrap_err();
/// assert_eq!(expired.code().as_str(), "ERR_JWT_EXPIRED");
/// # Ok::<(), edge_jwt::Error>(())
/// ```
pub fn verify<'k>(
    token: &str,
    keys: impl Into<Keys<'k>>,
    validation: &Validation,
    now: NumericDate,
) -> Result<VerifiedJwt, Error> {
    let jws = UnverifiedJws::parse(token, validation.signature_policy())?;
    verify_parsed(jws, keys.into(), validation, now)
}

/// What [`verify`] does once the form is seen to be right.
pub(crate) fn verify_parsed(
    jws: UnverifiedJws<'_>,
    keys: Keys<'_>,
    validation: &Validation,
    now: NumericDate,
) -> Result<VerifiedJwt, Error> {
    let jws = jws.verify(keys, validation.signature_policy())?;
    verify_claims(jws, keys, validation, now)
}

/// What is left to do once the signature held.
fn verify_claims(
    jws: VerifiedJws,
    keys: Keys<'_>,
    validation: &Validation,
    now: NumericDate,
) -> Result<VerifiedJwt, Error> {
    let (header, payload, key_index) = jws.into_parsed_parts();
    let claims = Claims::parse(payload, validation)?;
    check::all(Subject {
        header: &header,
        claims: &claims,
        key: keys.get(key_index),
        validation,
        now,
    })?;
    Ok(VerifiedJwt {
        header,
        claims,
        key_index,
    })
}
