//! The stable codes, one for every decision a program may want to make.

use core::fmt;

named! {
    /// A stable error code. Its [`as_str`](Self::as_str) is the `code` of the JavaScript errors.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum ErrorCode, fn as_str {
        /// The calling code is wrong: an unknown option, a value of the wrong type, a disposed key.
        ApiMisuse = "ERR_API_MISUSE",
        /// A signer did not sign, or Web Crypto refused to import, sign or export; `cause` is its reason.
        CryptoOperation = "ERR_CRYPTO_OPERATION",
        /// The token's `alg` is not on the list. `none` never is.
        JoseAlgNotAllowed = "ERR_JOSE_ALG_NOT_ALLOWED",
        /// PEM, DER, text or bytes that are not a well-formed key.
        JoseKeyInvalid = "ERR_JOSE_KEY_INVALID",
        /// Key and algorithm do not belong together, or a key was offered as a secret.
        JoseKeyMismatch = "ERR_JOSE_KEY_MISMATCH",
        /// A key below the floor of its algorithm.
        JoseKeyTooWeak = "ERR_JOSE_KEY_TOO_WEAK",
        /// An input larger or more deeply nested than its limit; a denylist or replay store that is full.
        JoseLimitExceeded = "ERR_JOSE_LIMIT_EXCEEDED",
        /// A part of the standards that is not implemented: a `crit` extension, JWE, a key type.
        JoseNotSupported = "ERR_JOSE_NOT_SUPPORTED",
        /// Not a well-formed JWK.
        JwkInvalid = "ERR_JWK_INVALID",
        /// Not a JWK Set, or one that must not be used: private keys, secrets mixed with public keys.
        JwksInvalid = "ERR_JWKS_INVALID",
        /// Several keys of the set fit the token.
        JwksMultipleMatchingKeys = "ERR_JWKS_MULTIPLE_MATCHING_KEYS",
        /// No key of the set fits the token.
        JwksNoMatchingKey = "ERR_JWKS_NO_MATCHING_KEY",
        /// Not a well-formed token: segments, base64url, header.
        JwsInvalid = "ERR_JWS_INVALID",
        /// The signature does not belong to this token and key.
        JwsSignatureVerificationFailed = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED",
        /// A claim is missing, malformed, or not the expected one. A claim error.
        JwtClaimValidationFailed = "ERR_JWT_CLAIM_VALIDATION_FAILED",
        /// The token has expired (`exp`), or is older than allowed (`iat`). A claim error.
        JwtExpired = "ERR_JWT_EXPIRED",
        /// The payload is not a strict JSON object.
        JwtInvalid = "ERR_JWT_INVALID",
        /// The token is not valid yet (`nbf` is in the future). A claim error.
        JwtNotYetValid = "ERR_JWT_NOT_YET_VALID",
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
