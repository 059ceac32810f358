//! What a token must say.

mod profile;

use alloc::borrow::ToOwned as _;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::argument::{non_empty, non_empty_list};
use super::profile::Profile;
use super::{ClaimPath, Required};
use crate::error::{ApiMisuse, Error};
use crate::json::Value;
use crate::jws::{Limits, SignaturePolicy};
use crate::numeric_date::NumericDate;
use crate::text;

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
    /// Boxed, because every method moves it.
    pub(super) rules: Box<Rules>,
}

#[derive(Clone, Debug)]
pub(super) struct Rules {
    signature_policy: SignaturePolicy,
    pub(super) issuers: Vec<String>,
    pub(super) tenants: Vec<String>,
    pub(super) audience: Audience,
    pub(super) trusted_audiences: Option<Vec<String>>,
    pub(super) subject: Option<String>,
    pub(super) jwt_id: Option<String>,
    pub(super) nonce: Option<String>,
    pub(super) token_type: TokenType,
    pub(super) accepts_loose_types: bool,
    pub(super) required_claims: Vec<String>,
    pub(super) clock_tolerance_seconds: f64,
    pub(super) max_token_age_seconds: Option<f64>,
    pub(super) max_lifetime_seconds: Option<f64>,
    pub(super) reject_before: Option<NumericDate>,
    pub(super) required_scopes: Option<Required>,
    pub(super) required_roles: Option<(ClaimPath, Required)>,
    pub(super) max_authentication_age_seconds: Option<f64>,
    pub(super) acr_values: Vec<String>,
    pub(super) header: Vec<ExpectedValue>,
    pub(super) claims: Vec<ExpectedValue>,
    pub(super) profile: Profile,
}

/// What a length of time can be, and the most of it.
type Seconds = (&'static str, f64);

/// How far clocks differ.
const MOST_TOLERANCE: Seconds = ("from 0 to 3600", 3600.0);
/// How old something may be: a hundred years.
const MOST_AGE: Seconds = ("from 0 to 3153600000", 3_153_600_000.0);
/// A point in time.
const DATE: &str = "seconds since the epoch, from 0 to 253402300799";
/// The end of the year 9999.
const LATEST_SECONDS: f64 = 253_402_300_799.0;

/// What stands in an issuer's name for the tenant.
pub(super) const TENANT: &str = "{tenantid}";

/// What `typ` must be.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) enum TokenType {
    #[default]
    Unchecked,
    Exactly(String),
    AbsentOr(&'static [&'static str]),
}

/// A header parameter or a claim, and the values that it may have.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ExpectedValue {
    pub(super) name: String,
    pub(super) one_of: Vec<Value>,
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
        let rules = Box::default();
        Self { rules }
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            signature_policy: SignaturePolicy::default(),
            issuers: Vec::new(),
            tenants: Vec::new(),
            audience: Audience::default(),
            trusted_audiences: None,
            subject: None,
            jwt_id: None,
            nonce: None,
            token_type: TokenType::default(),
            accepts_loose_types: false,
            required_claims: ["exp".to_owned()].into(),
            clock_tolerance_seconds: 0.0,
            max_token_age_seconds: None,
            max_lifetime_seconds: None,
            reject_before: None,
            required_scopes: None,
            required_roles: None,
            max_authentication_age_seconds: None,
            acr_values: Vec::new(),
            header: Vec::new(),
            claims: Vec::new(),
            profile: Profile::default(),
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
        self.rules.signature_policy = policy;
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
        self.rules.issuers = non_empty_list("issuer", issuers)?;
        Ok(self)
    }

    /// The tenants whose tokens are accepted, where the issuer has one name for each of them, in which
    /// `{tenantid}` stands for the tenant, as Microsoft Entra does. The token's `tid` must be one of them,
    /// and `iss` the name of that tenant's issuer; a key that says whose it is must be that issuer's too.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it, and unless every issuer given before
    /// has `{tenantid}` in its name.
    ///
    /// ```
    /// use edge_jwt::Validation;
    ///
    /// let validation = Validation::new()
    ///     .issuer("https://login.microsoftonline.com/{tenantid}/v2.0")?
    ///     .tenants(["8eaef023-2b34-4da1-9baa-8bc8c9d6a490"])?
    ///     .audience("2d4d11a2-f814-46a7-890a-274a72a7309e")?;
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn tenants<S: Into<String>>(
        mut self,
        tenants: impl IntoIterator<Item = S>,
    ) -> Result<Self, Error> {
        self.require_issuer()?;
        if !self
            .rules
            .issuers
            .iter()
            .all(|issuer| text::contains(issuer, TENANT))
        {
            return Err(Error::ApiMisuse(ApiMisuse::Combination {
                name: "issuer",
                expected: "a name with {tenantid} in it, when tenants are given",
            }));
        }
        self.rules.tenants = non_empty_list("tenants", tenants)?;
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
        self.rules.audience = Audience::OneOf(non_empty_list("audience", audiences)?);
        Ok(self)
    }

    /// `aud` is left unchecked on purpose.
    #[must_use]
    pub fn audience_unchecked(mut self) -> Self {
        self.rules.audience = Audience::Unchecked;
        self
    }

    /// `sub` must be exactly this. Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn subject(mut self, subject: impl Into<String>) -> Result<Self, Error> {
        self.rules.subject = Some(non_empty("subject", subject)?);
        Ok(self)
    }

    /// `jti` must be exactly this. Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn jwt_id(mut self, jwt_id: impl Into<String>) -> Result<Self, Error> {
        self.rules.jwt_id = Some(non_empty("jwt_id", jwt_id)?);
        Ok(self)
    }

    /// `nonce` must be exactly this (OpenID Connect Core §3.1.3.7). Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn nonce(mut self, nonce: impl Into<String>) -> Result<Self, Error> {
        self.rules.nonce = Some(non_empty("nonce", nonce)?);
        Ok(self)
    }

    /// `typ` in the header must be this media type; `at+jwt` and `application/AT+JWT` are one
    /// (RFC 7515 §4.1.9). Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn token_type(mut self, token_type: impl Into<String>) -> Result<Self, Error> {
        self.rules.token_type = TokenType::Exactly(non_empty("token_type", token_type)?);
        Ok(self)
    }

    /// Whether registered claims may have types beside their own, as some issuers write them: `null` is then
    /// as if the claim were not there, and a number where a string belongs (`iss`, `sub`, `aud`, `jti`) is
    /// compared by its digits. Times stay numbers. [`Claims`](super::Claims) show what the token says.
    /// Defaults to `false` (RFC 7519 §4.1).
    #[must_use]
    pub fn accept_loose_types(mut self, accept: bool) -> Self {
        self.rules.accepts_loose_types = accept;
        self
    }

    /// These claims must be there, whatever they say. Defaults to `exp`.
    #[must_use]
    pub fn required_claims<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.rules.required_claims = names.into_iter().map(Into::into).collect();
        self
    }

    /// By how many seconds the issuer's clock may differ. Defaults to 0.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless it is from 0 to 3,600. Clocks do not differ by more, and milliseconds in
    /// place of seconds would switch `exp` off.
    pub fn clock_tolerance_seconds(mut self, seconds: f64) -> Result<Self, Error> {
        self.rules.clock_tolerance_seconds =
            bounded_seconds("clock_tolerance_seconds", MOST_TOLERANCE, seconds)?;
        Ok(self)
    }

    /// How many seconds ago `iat`, which then is required, may be. Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless it is from 0 to 3,153,600,000, a hundred years.
    pub fn max_token_age_seconds(mut self, seconds: f64) -> Result<Self, Error> {
        self.rules.max_token_age_seconds =
            Some(bounded_seconds("max_token_age_seconds", MOST_AGE, seconds)?);
        Ok(self)
    }

    /// How many seconds `exp` may lie after `iat`, both of which then are required. Bounds what an
    /// issuer gets wrong. Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless it is from 0 to 3,153,600,000, a hundred years.
    pub fn max_lifetime_seconds(mut self, seconds: f64) -> Result<Self, Error> {
        self.rules.max_lifetime_seconds =
            Some(bounded_seconds("max_lifetime_seconds", MOST_AGE, seconds)?);
        Ok(self)
    }

    /// The earliest `iat`, which then is required: everything issued before, for example before a
    /// breach, is refused whatever its expiry. Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for a time after the year 9999, such as one in milliseconds.
    pub fn reject_before(mut self, earliest: NumericDate) -> Result<Self, Error> {
        if earliest.seconds() > LATEST_SECONDS {
            let (name, expected) = ("reject_before", DATE);
            return Err(Error::ApiMisuse(ApiMisuse::Argument { name, expected }));
        }
        self.rules.reject_before = Some(earliest);
        Ok(self)
    }

    /// Scopes the token must grant, in `scope` (RFC 9068 §2.2.3) or `scp`, each a string with
    /// spaces between the scopes or an array. Defaults to none.
    #[must_use]
    pub fn required_scopes(mut self, scopes: Required) -> Self {
        self.rules.required_scopes = Some(scopes);
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
        self.rules.required_roles = Some((path, roles));
        self
    }

    /// How many seconds ago `auth_time`, which then is required, may be: when the user was authenticated
    /// (OpenID Connect Core 1.0 §3.1.3.7, RFC 9470). Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless it is from 0 to 3,153,600,000, a hundred years.
    pub fn max_authentication_age_seconds(mut self, seconds: f64) -> Result<Self, Error> {
        let seconds = bounded_seconds("max_authentication_age_seconds", MOST_AGE, seconds)?;
        self.rules.max_authentication_age_seconds = Some(seconds);
        Ok(self)
    }

    /// `acr` must be one of these: how the user was authenticated (OpenID Connect Core 1.0 §2, RFC
    /// 9470). Defaults to unchecked.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn acr_values<S: Into<String>>(
        mut self,
        values: impl IntoIterator<Item = S>,
    ) -> Result<Self, Error> {
        self.rules.acr_values = non_empty_list("acr_values", values)?;
        Ok(self)
    }

    /// The claim `name` must be exactly one of `values`: strings, numbers, `true` or `false`. May be
    /// called for several claims. Defaults to none.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list, an empty string, or a value of another kind.
    ///
    /// ```
    /// use edge_jwt::Validation;
    ///
    /// let cognito = Validation::new().claim("token_use", ["access"])?;
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn claim<V: Into<Value>>(
        mut self,
        name: impl Into<String>,
        values: impl IntoIterator<Item = V>,
    ) -> Result<Self, Error> {
        self.rules
            .claims
            .push(expected_value("claim", name, values)?);
        Ok(self)
    }

    /// The header parameter `name` must be exactly one of `values`, as [`claim`](Self::claim) has it for
    /// claims. Defaults to none.
    ///
    /// # Errors
    ///
    /// As [`claim`](Self::claim).
    pub fn header_parameter<V: Into<Value>>(
        mut self,
        name: impl Into<String>,
        values: impl IntoIterator<Item = V>,
    ) -> Result<Self, Error> {
        self.rules
            .header
            .push(expected_value("header_parameter", name, values)?);
        Ok(self)
    }

    /// Whether an issuer's name leaves the tenant open, and no tenants are given: no token could be its.
    #[cfg(feature = "wasm")]
    pub(crate) fn needs_tenants(&self) -> bool {
        self.rules.tenants.is_empty()
            && self
                .rules
                .issuers
                .iter()
                .any(|issuer| text::contains(issuer, TENANT))
    }

    pub(crate) fn signature_policy(&self) -> &SignaturePolicy {
        &self.rules.signature_policy
    }

    /// The limits that are set.
    pub(crate) fn limits(&self) -> &Limits {
        self.rules.signature_policy.effective_limits()
    }
}

fn expected_value<V: Into<Value>>(
    method: &'static str,
    name: impl Into<String>,
    values: impl IntoIterator<Item = V>,
) -> Result<ExpectedValue, Error> {
    let name = non_empty(method, name)?;
    let one_of: Vec<Value> = values.into_iter().map(Into::into).collect();
    let is_plain = |value: &Value| match value {
        Value::String(text) => !text.is_empty(),
        Value::Number(_) | Value::Bool(_) => true,
        Value::Null | Value::Array(_) | Value::Object(_) => false,
    };
    if one_of.is_empty() || !one_of.iter().all(is_plain) {
        return Err(Error::ApiMisuse(ApiMisuse::Argument {
            name: method,
            expected: "a name, and at least one string that is not empty, finite number, true or false",
        }));
    }
    Ok(ExpectedValue { name, one_of })
}

fn bounded_seconds(
    name: &'static str,
    (expected, most): Seconds,
    seconds: f64,
) -> Result<f64, Error> {
    if (0.0..=most).contains(&seconds) {
        return Ok(seconds);
    }
    Err(Error::ApiMisuse(ApiMisuse::Argument { name, expected }))
}
