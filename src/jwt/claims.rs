//! The claims set ([RFC 7519 §4](https://www.rfc-editor.org/rfc/rfc7519#section-4)).

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::DeserializeOwned;

use super::Validation;
use crate::error::{Error, JsonFault, JwtFault, LimitFault, Malformed};
use crate::json::{self, Object, Value};
use crate::jws::{JwsHeader, SignaturePolicy, UnverifiedJws};
use crate::numeric_date::NumericDate;

/// A claims set: a JSON object with unique names.
///
/// In a [`VerifiedJwt`](super::VerifiedJwt) the registered claims have their types. In an
/// [`UnverifiedJwt`] they may have any, and those of the wrong type read as `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct Claims {
    text: String,
    claims: Object,
}

impl Claims {
    pub(super) fn parse(payload: Vec<u8>, validation: &Validation) -> Result<Self, Error> {
        Self::parse_to_depth(payload, validation.limits().json_depth())
    }

    pub(super) fn parse_to_depth(payload: Vec<u8>, depth: usize) -> Result<Self, Error> {
        let invalid = |fault| Error::Malformed(Malformed::Jwt(fault));
        let (value, text) = json::parse_owned(payload, depth).map_err(|fault| match fault {
            JsonFault::TooDeep { limit } => Error::Limit(LimitFault::JsonDepth { limit }),
            fault => invalid(JwtFault::Json(fault)),
        })?;
        let Value::Object(claims) = value else {
            return Err(invalid(JwtFault::NotObject));
        };
        Ok(Self { text, claims })
    }

    /// The claim called exactly `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.claims.get(name)
    }

    /// All claims, in the order of the text.
    #[must_use]
    pub fn as_object(&self) -> &Object {
        &self.claims
    }

    /// The JSON text, as it was signed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The claims as a type of the caller's.
    ///
    /// # Errors
    ///
    /// `ERR_JWT_INVALID` when they do not have that type's shape.
    pub fn deserialize<T: DeserializeOwned>(&self) -> Result<T, Error> {
        json::read_checked(&self.text).ok_or(Error::Malformed(Malformed::Jwt(JwtFault::Shape)))
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// `iss`: who issued the token (RFC 7519 §4.1.1).
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.string("iss")
    }

    /// `sub`: whom the token is about (RFC 7519 §4.1.2).
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.string("sub")
    }

    /// `aud`: whom the token is for (RFC 7519 §4.1.3); one string counts as an array of one.
    #[must_use]
    pub fn audience(&self) -> Option<Vec<&str>> {
        match self.get("aud")? {
            Value::String(audience) => Some([audience.as_str()].into()),
            audience => audience.as_strings(),
        }
    }

    /// `exp`: from when on the token must not be accepted (RFC 7519 §4.1.4).
    #[must_use]
    pub fn expiration(&self) -> Option<NumericDate> {
        self.numeric_date("exp")
    }

    /// `nbf`: before when the token must not be accepted (RFC 7519 §4.1.5).
    #[must_use]
    pub fn not_before(&self) -> Option<NumericDate> {
        self.numeric_date("nbf")
    }

    /// `iat`: when the token was issued (RFC 7519 §4.1.6).
    #[must_use]
    pub fn issued_at(&self) -> Option<NumericDate> {
        self.numeric_date("iat")
    }

    /// `jti`: the token's own name (RFC 7519 §4.1.7).
    #[must_use]
    pub fn jwt_id(&self) -> Option<&str> {
        self.string("jti")
    }

    pub(super) fn string(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_str)
    }

    pub(super) fn numeric_date(&self, name: &str) -> Option<NumericDate> {
        self.get(name)
            .and_then(Value::as_f64)
            .and_then(NumericDate::from_claim)
    }
}

/// A well-formed token that nobody has verified: what it says is the sender's word.
#[derive(Clone, Debug)]
pub struct UnverifiedJwt {
    header: JwsHeader,
    claims: Claims,
    signature: Vec<u8>,
}

impl UnverifiedJwt {
    /// The header, unverified.
    #[must_use]
    pub fn header(&self) -> &JwsHeader {
        &self.header
    }

    /// The claims, unverified.
    #[must_use]
    pub fn unverified_claims(&self) -> &Claims {
        &self.claims
    }

    /// The signature.
    #[must_use]
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }
}

/// Decodes a token and checks nothing but its form: for showing it, never for trusting it.
///
/// # Errors
///
/// - `ERR_JOSE_LIMIT_EXCEEDED`, `ERR_JWS_INVALID`, `ERR_JOSE_NOT_SUPPORTED` as for
///   [`UnverifiedJws::parse`].
/// - `ERR_JWT_INVALID` when the payload is not a strict JSON object.
///
/// ```
/// use edge_jwt::{SignaturePolicy, decode};
///
/// let token = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UifQ.";
/// let unverified = decode(token, &SignaturePolicy::new())?;
/// assert_eq!(unverified.unverified_claims().issuer(), Some("joe"));
/// # Ok::<(), edge_jwt::Error>(())
/// ```
pub fn decode(token: &str, policy: &SignaturePolicy) -> Result<UnverifiedJwt, Error> {
    decode_parsed(UnverifiedJws::parse(token, policy)?, policy)
}

/// What [`decode`] does once the form is seen to be right.
pub(crate) fn decode_parsed(
    jws: UnverifiedJws<'_>,
    policy: &SignaturePolicy,
) -> Result<UnverifiedJwt, Error> {
    let (header, payload, signature) = jws.into_unverified_parts();
    let claims = Claims::parse_to_depth(payload, policy.effective_limits().json_depth())?;
    Ok(UnverifiedJwt {
        header,
        claims,
        signature,
    })
}
