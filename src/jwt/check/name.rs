//! The steps of a verification, by name.

/// A step of the verification, in the order of the steps.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum CheckName {
    /// Options: whether the caller's wishes make sense.
    Options,
    /// Size limits and form: three segments, base64url, a header that is an object.
    Form,
    /// `crit`, and `b64`.
    Crit,
    /// `alg` is an allowed algorithm.
    Algorithm,
    /// A key fits.
    Key,
    /// The signature.
    Signature,
    /// The payload is a claims set.
    Payload,
    /// `typ`.
    Typ,
    /// The claims that are required by name.
    Required,
    /// `iss`.
    Iss,
    /// `sub`.
    Sub,
    /// `aud`.
    Aud,
    /// `jti`.
    Jti,
    /// `nonce`.
    Nonce,
    /// `iat`.
    Iat,
    /// `nbf`.
    Nbf,
    /// `exp`.
    Exp,
    /// The age of the token, from `iat`.
    MaxTokenAge,
    /// The time between `iat` and `exp`.
    MaxLifetime,
    /// The earliest `iat`.
    RejectBefore,
    /// The required scopes.
    Scopes,
    /// The required roles.
    Roles,
    /// The header parameters that must have certain values.
    Header,
    /// The claims that must have certain values.
    Claims,
    /// Whether the token is of another kind than the profile's.
    Kind,
    /// `azp` of an ID token.
    Azp,
    /// `client_id` of an access token.
    ClientId,
    /// `auth_time`.
    AuthTime,
    /// `acr`.
    Acr,
    /// `at_hash` of an ID token.
    AtHash,
    /// `c_hash` of an ID token.
    CHash,
    /// `events` of a logout token.
    Events,
    /// `sid` of a logout token.
    Sid,
}

impl CheckName {
    /// The name as JavaScript sees it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Options => "options",
            Self::Form => "form",
            Self::Crit => "crit",
            Self::Algorithm => "algorithm",
            Self::Key => "key",
            Self::Signature => "signature",
            Self::Payload => "payload",
            Self::Typ => "typ",
            Self::Required => "required",
            Self::Iss => "iss",
            Self::Sub => "sub",
            Self::Aud => "aud",
            Self::Jti => "jti",
            Self::Nonce => "nonce",
            Self::Iat => "iat",
            Self::Nbf => "nbf",
            Self::Exp => "exp",
            Self::MaxTokenAge => "max_token_age",
            Self::MaxLifetime => "max_lifetime",
            Self::RejectBefore => "reject_before",
            Self::Scopes => "scopes",
            Self::Roles => "roles",
            Self::Header => "header",
            Self::Claims => "claims",
            Self::Kind => "kind",
            Self::Azp => "azp",
            Self::ClientId => "client_id",
            Self::AuthTime => "auth_time",
            Self::Acr => "acr",
            Self::AtHash => "at_hash",
            Self::CHash => "c_hash",
            Self::Events => "events",
            Self::Sid => "sid",
        }
    }
}
