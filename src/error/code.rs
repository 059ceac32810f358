//! The stable codes, one for every decision a program may want to make.

use core::fmt;

/// A stable error code. Its [`as_str`](Self::as_str) is the `code` of the JavaScript errors.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ErrorCode {
    /// The calling code is wrong: an unknown option, a value of the wrong type.
    ApiMisuse,
    /// A signer did not sign.
    CryptoOperation,
    /// The token's `alg` is not on the list; `none` never is.
    JoseAlgNotAllowed,
    /// PEM, DER or raw bytes that are not a well-formed key.
    JoseKeyInvalid,
    /// Key and algorithm do not belong together.
    JoseKeyMismatch,
    /// A key below the floor of its algorithm.
    JoseKeyTooWeak,
    /// An input larger or deeper than allowed.
    JoseLimitExceeded,
    /// A feature of the standards that is not implemented.
    JoseNotSupported,
    /// A JWK that is not well-formed.
    JwkInvalid,
    /// A JWK Set that is not well-formed or must not be used.
    JwksInvalid,
    /// Several keys of the set fit the token.
    JwksMultipleMatchingKeys,
    /// No key of the set fits the token.
    JwksNoMatchingKey,
    /// A token that is not a well-formed JWS.
    JwsInvalid,
    /// The signature does not hold.
    JwsSignatureVerificationFailed,
    /// A claim is missing, malformed, or not the expected one.
    JwtClaimValidationFailed,
    /// The token has expired, or is older than allowed.
    JwtExpired,
    /// A payload that is not a well-formed claims set.
    JwtInvalid,
    /// The token is not valid yet.
    JwtNotYetValid,
}

impl ErrorCode {
    /// Every code, in the order of their names.
    pub const ALL: [Self; 18] = [
        Self::ApiMisuse,
        Self::CryptoOperation,
        Self::JoseAlgNotAllowed,
        Self::JoseKeyInvalid,
        Self::JoseKeyMismatch,
        Self::JoseKeyTooWeak,
        Self::JoseLimitExceeded,
        Self::JoseNotSupported,
        Self::JwkInvalid,
        Self::JwksInvalid,
        Self::JwksMultipleMatchingKeys,
        Self::JwksNoMatchingKey,
        Self::JwsInvalid,
        Self::JwsSignatureVerificationFailed,
        Self::JwtClaimValidationFailed,
        Self::JwtExpired,
        Self::JwtInvalid,
        Self::JwtNotYetValid,
    ];

    /// The code as JavaScript and logs know it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ApiMisuse => "ERR_API_MISUSE",
            Self::CryptoOperation => "ERR_CRYPTO_OPERATION",
            Self::JoseAlgNotAllowed => "ERR_JOSE_ALG_NOT_ALLOWED",
            Self::JoseKeyInvalid => "ERR_JOSE_KEY_INVALID",
            Self::JoseKeyMismatch => "ERR_JOSE_KEY_MISMATCH",
            Self::JoseKeyTooWeak => "ERR_JOSE_KEY_TOO_WEAK",
            Self::JoseLimitExceeded => "ERR_JOSE_LIMIT_EXCEEDED",
            Self::JoseNotSupported => "ERR_JOSE_NOT_SUPPORTED",
            Self::JwkInvalid => "ERR_JWK_INVALID",
            Self::JwksInvalid => "ERR_JWKS_INVALID",
            Self::JwksMultipleMatchingKeys => "ERR_JWKS_MULTIPLE_MATCHING_KEYS",
            Self::JwksNoMatchingKey => "ERR_JWKS_NO_MATCHING_KEY",
            Self::JwsInvalid => "ERR_JWS_INVALID",
            Self::JwsSignatureVerificationFailed => "ERR_JWS_SIGNATURE_VERIFICATION_FAILED",
            Self::JwtClaimValidationFailed => "ERR_JWT_CLAIM_VALIDATION_FAILED",
            Self::JwtExpired => "ERR_JWT_EXPIRED",
            Self::JwtInvalid => "ERR_JWT_INVALID",
            Self::JwtNotYetValid => "ERR_JWT_NOT_YET_VALID",
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
