//! What a token must say.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use super::{ClaimPath, Required};
use crate::error::{ApiMisuse, Error};
use crate::jws::{Limits, SignaturePolicy};
use crate::numeric_date::NumericDate;

/// What a token must say, and how it must be signed. The default is the strict one: `exp` is
/// required, and a token for an audience is refused until the caller says which one it is.
///
/// ```
/// use edge_jwt::{Algorithm, SignaturePolicy, Validation};
///
/// let validation = Validation::new()
///     .signature(SignaturePolicy::new().algorithms([Algorithm::Es256])?)
///     .issuer("https://issuer.example/")?
///     .audience("https://api.example/")?
///     .clock_tolerance_seconds(5.0)?;
/// # Ok::<(), edge_jwt::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Validation {
    signature_policy: SignaturePolicy,
    pub(super) issuers: Vec<String>,
    pub(super) audience: Audience,
    pub(super) subject: Option<String>,
    pub(super) jwt_id: Option<String>,
    pub(super) nonce: Option<String>,
    pub(super) token_type: Option<String>,
    pub(super) required_claims: Vec<String>,
    pub(super) clock_tolerance_seconds: f64,
    pub(super) max_token_age_seconds: Option<f64>,
    pub(super) max_lifetime_seconds: Option<f64>,
    pub(super) reject_before: Option<NumericDate>,
    pub(super) required_scopes: Option<Required>,
    pub(super) required_roles: Option<(ClaimPath, Required)>,
}

/// Who the caller is, as far as `aud` is concerned (RFC 7519 §4.1.3).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Audience {
    /// Not said: a token that has `aud` is refused.
    #[default]
    NotStated,
    /// On purpose unchecked.
    Unchecked,
    /// One of these must be in `aud`, which then is required.
    OneOf(Vec<String>),
}

impl Default for Validation {
    fn default() -> Self {
        Self {
            signature_policy: SignaturePolicy::default(),
            issuers: Vec::new(),
            audience: Audience::default(),
            subject: None,
            jwt_id: None,
            nonce: None,
            token_type: None,
            required_claims: ["exp".to_owned()].into(),
            clock_tolerance_seconds: 0.0,
            max_token_age_seconds: None,
            max_lifetime_seconds: None,
            reject_before: None,
            required_scopes: None,
            required_roles: None,
        }
    }
}

impl Validation {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How the token must be signed. Defaults to [`SignaturePolicy::default`].
    #[must_use]
    pub fn signature(mut self, policy: SignaturePolicy) -> Self {
        self.signature_policy = policy;
        self
    }

    /// `iss` must be exactly this. Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn issuer(self, issuer: impl Into<String>) -> Result<Self, Error> {
        self.issuers([issuer])
    }

    /// `iss` must be exactly one of these.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn issuers<S: Into<String>>(
        mut self,
        issuers: impl IntoIterator<Item = S>,
    ) -> Result<Self, Error> {
        self.issuers = non_empty_list("issuer", issuers)?;
        Ok(self)
    }

    /// `aud` must contain exactly this.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn audience(self, audience: impl Into<String>) -> Result<Self, Error> {
        self.audiences([audience])
    }

    /// `aud` must contain at least one of these.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn audiences<S: Into<String>>(
        mut self,
        audiences: impl IntoIterator<Item = S>,
    ) -> Result<Self, Error> {
        self.audience = Audience::OneOf(non_empty_list("audience", audiences)?);
        Ok(self)
    }

    /// `aud` is left unchecked on purpose.
    #[must_use]
    pub fn audience_unchecked(mut self) -> Self {
        self.audience = Audience::Unchecked;
        self
    }

    /// `sub` must be exactly this. Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn subject(mut self, subject: impl Into<String>) -> Result<Self, Error> {
        self.subject = Some(non_empty("subject", subject)?);
        Ok(self)
    }

    /// `jti` must be exactly this. Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn jwt_id(mut self, jwt_id: impl Into<String>) -> Result<Self, Error> {
        self.jwt_id = Some(non_empty("jwtId", jwt_id)?);
        Ok(self)
    }

    /// `nonce` must be exactly this (OpenID Connect Core §3.1.3.7). Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn nonce(mut self, nonce: impl Into<String>) -> Result<Self, Error> {
        self.nonce = Some(non_empty("nonce", nonce)?);
        Ok(self)
    }

    /// `typ` in the header must be this media type; `at+jwt` and `application/AT+JWT` are one
    /// (RFC 7515 §4.1.9). Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn token_type(mut self, token_type: impl Into<String>) -> Result<Self, Error> {
        self.token_type = Some(non_empty("typ", token_type)?);
        Ok(self)
    }

    /// These claims must be there, whatever they say. Defaults to `exp`.
    #[must_use]
    pub fn required_claims<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.required_claims = names.into_iter().map(Into::into).collect();
        self
    }

    /// By how many seconds the issuer's clock may differ. Defaults to 0.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless it is finite and not negative.
    pub fn clock_tolerance_seconds(mut self, seconds: f64) -> Result<Self, Error> {
        self.clock_tolerance_seconds = seconds_option("clockTolerance", seconds)?;
        Ok(self)
    }

    /// How many seconds ago `iat`, which then is required, may be. Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless it is finite and not negative.
    pub fn max_token_age_seconds(mut self, seconds: f64) -> Result<Self, Error> {
        self.max_token_age_seconds = Some(seconds_option("maxTokenAge", seconds)?);
        Ok(self)
    }

    /// How many seconds `exp` may lie after `iat`, both of which then are required. Bounds what an
    /// issuer gets wrong. Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless it is finite and not negative.
    pub fn max_lifetime_seconds(mut self, seconds: f64) -> Result<Self, Error> {
        self.max_lifetime_seconds = Some(seconds_option("maxLifetime", seconds)?);
        Ok(self)
    }

    /// The earliest `iat`, which then is required: everything issued before, for example before a
    /// breach, is refused whatever its expiry. Defaults to unchecked.
    #[must_use]
    pub fn reject_before(mut self, earliest: NumericDate) -> Self {
        self.reject_before = Some(earliest);
        self
    }

    /// Scopes the token must grant, in `scope` (RFC 9068 §2.2.3) or `scp`, each a string with
    /// spaces between the scopes or an array. Defaults to none.
    #[must_use]
    pub fn required_scopes(mut self, scopes: Required) -> Self {
        self.required_scopes = Some(scopes);
        self
    }

    /// Roles the token must grant, in the claim at `path`: a string or an array of strings.
    /// Defaults to none.
    ///
    /// ```
    /// use edge_jwt::{ClaimPath, Required, Validation};
    ///
    /// let keycloak = ClaimPath::from("realm_access.roles");
    /// let validation = Validation::new().required_roles(keycloak, Required::all(["admin"])?);
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    #[must_use]
    pub fn required_roles(mut self, path: ClaimPath, roles: Required) -> Self {
        self.required_roles = Some((path, roles));
        self
    }

    pub(super) fn signature_policy(&self) -> &SignaturePolicy {
        &self.signature_policy
    }

    /// The limits that are set.
    pub(crate) fn limits(&self) -> &Limits {
        self.signature_policy.limits_in_force()
    }
}

/// An empty expectation is a configuration that did not arrive, never a wish.
fn non_empty(name: &'static str, value: impl Into<String>) -> Result<String, Error> {
    let value = value.into();
    if value.is_empty() {
        let expected = "a string that is not empty";
        return Err(Error::ApiMisuse(ApiMisuse::Option { name, expected }));
    }
    Ok(value)
}

fn non_empty_list<S: Into<String>>(
    name: &'static str,
    values: impl IntoIterator<Item = S>,
) -> Result<Vec<String>, Error> {
    let values = values
        .into_iter()
        .map(|value| non_empty(name, value))
        .collect::<Result<Vec<String>, Error>>()?;
    if values.is_empty() {
        let expected = "a list of at least one string";
        return Err(Error::ApiMisuse(ApiMisuse::Option { name, expected }));
    }
    Ok(values)
}

fn seconds_option(name: &'static str, seconds: f64) -> Result<f64, Error> {
    if seconds.is_finite() && seconds >= 0.0 {
        return Ok(seconds);
    }
    let expected = "a finite number of seconds, not negative";
    Err(Error::ApiMisuse(ApiMisuse::Option { name, expected }))
}
