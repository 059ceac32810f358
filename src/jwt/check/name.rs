//! The steps of a verification, by name.

named! {
    /// A step of the verification, in the order of the steps.
    #[derive(Clone, Copy, Debug, Eq, PartialEq)]
    #[non_exhaustive]
    pub enum CheckName, fn as_str {
        /// Options: whether the caller's wishes make sense.
        Options = "options",
        /// Size limits and form: three segments, base64url, a header that is an object.
        Form = "form",
        /// `crit`, and `b64`.
        Crit = "crit",
        /// `alg` is an allowed algorithm.
        Algorithm = "algorithm",
        /// A key fits.
        Key = "key",
        /// The signature.
        Signature = "signature",
        /// The payload is a claims set.
        Payload = "payload",
        /// `typ`.
        Typ = "typ",
        /// The claims that are required by name.
        Required = "required",
        /// `iss`.
        Iss = "iss",
        /// `sub`.
        Sub = "sub",
        /// `aud`.
        Aud = "aud",
        /// `jti`.
        Jti = "jti",
        /// `nonce`.
        Nonce = "nonce",
        /// `iat`.
        Iat = "iat",
        /// `nbf`.
        Nbf = "nbf",
        /// `exp`.
        Exp = "exp",
        /// The age of the token, from `iat`.
        MaxTokenAge = "max_token_age",
        /// The time between `iat` and `exp`.
        MaxLifetime = "max_lifetime",
        /// The earliest `iat`.
        RejectBefore = "reject_before",
        /// The required scopes.
        Scopes = "scopes",
        /// The required roles.
        Roles = "roles",
        /// The header parameters that must have certain values.
        Header = "header",
        /// The claims that must have certain values.
        Claims = "claims",
        /// Whether the token is of another kind than the profile's.
        Kind = "kind",
        /// `azp` of an ID token.
        Azp = "azp",
        /// `client_id` of an access token.
        ClientId = "client_id",
        /// `auth_time`.
        AuthTime = "auth_time",
        /// `acr`.
        Acr = "acr",
        /// `at_hash` of an ID token.
        AtHash = "at_hash",
        /// `c_hash` of an ID token.
        CHash = "c_hash",
        /// `events` of a logout token.
        Events = "events",
        /// `sid` of a logout token.
        Sid = "sid",
    }
}
