//! A claim that is not as required.

use alloc::string::String;
use core::fmt;

use super::ErrorCode;
use super::quoted::Quoted;

/// A claim, or the `typ` header parameter, that is not as required.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClaimFault {
    /// The claim's name.
    pub claim: String,
    /// What is wrong with it.
    pub reason: ClaimReason,
    /// What was expected, as JSON text.
    pub expected: Option<String>,
    /// What was found, as JSON text. The signature over it held (but in an inspection, where it
    /// may not have).
    pub actual: Option<String>,
}

/// Defines [`ClaimReason`]: one row for each, with its word, its code and its message.
macro_rules! claim_reasons {
    ($($(#[doc = $what:literal])+ $Variant:ident = $word:literal, $code:ident, $message:literal;)+) => {
        /// What is wrong with a claim.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        #[non_exhaustive]
        pub enum ClaimReason {
            $($(#[doc = $what])+ $Variant,)+
        }

        impl ClaimReason {
            /// Every one, in the order of this list.
            #[cfg(test)]
            pub(crate) const ALL: [Self; [$($word),+].len()] = [$(Self::$Variant),+];

            /// The word that JavaScript sees: `missing`, `invalid`, `mismatch` or `check_failed`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Variant => $word,)+
                }
            }

            pub(crate) const fn code(self) -> ErrorCode {
                match self {
                    $(Self::$Variant => ErrorCode::$code,)+
                }
            }

            /// With `{claim}` for the claim's name, and `{type}` for what it must be.
            pub(crate) const fn message(self) -> &'static str {
                match self {
                    $(Self::$Variant => $message,)+
                }
            }
        }
    };
}

claim_reasons! {
    /// It is required and not there.
    Missing = "missing", JwtClaimValidationFailed,
        "the token has no {claim}, which is required";
    /// Its JSON type or range is not the one RFC 7519 §4.1 gives it.
    Invalid = "invalid", JwtClaimValidationFailed,
        "the token's {claim} must be {type}";
    /// It is not the expected value.
    Mismatch = "mismatch", JwtClaimValidationFailed,
        "the token's {claim} is not the expected one";
    /// The token names an audience, and the caller did not say which one it is.
    AudienceNotStated = "check_failed", JwtClaimValidationFailed,
        "the token is meant for an audience (\"aud\"), and no audience is expected";
    /// `exp` has passed.
    Expired = "check_failed", JwtExpired,
        "the token has expired (\"exp\")";
    /// `iat` is longer ago than the maximum token age.
    TooOld = "check_failed", JwtExpired,
        "the token is older than the maximum token age (\"iat\")";
    /// `nbf` is in the future.
    NotYetValid = "check_failed", JwtNotYetValid,
        "the token is not valid yet (\"nbf\")";
    /// `iat` lies in the future, so that the token's age cannot be told.
    IssuedInTheFuture = "check_failed", JwtClaimValidationFailed,
        "the token was issued in the future (\"iat\"); are the clocks in sync?";
    /// `iat` is before the time from which on tokens are accepted.
    IssuedTooEarly = "check_failed", JwtClaimValidationFailed,
        "the token was issued before the time from which on tokens are accepted";
    /// The token is also for an audience that is not trusted.
    UntrustedAudience = "check_failed", JwtClaimValidationFailed,
        "the token is also meant for an audience (\"aud\") that is not trusted";
    /// It must not be there: the token is of another kind.
    Forbidden = "check_failed", JwtClaimValidationFailed,
        "the token has {claim}, which belongs to tokens of another kind";
    /// `sub` is not 1 to 255 ASCII characters.
    SubjectForm = "invalid", JwtClaimValidationFailed,
        "the token's \"sub\" must be 1 to 255 ASCII characters";
    /// `auth_time` is longer ago than the maximum age.
    AuthenticatedTooLongAgo = "check_failed", JwtClaimValidationFailed,
        "the user was authenticated longer ago than the maximum age (\"auth_time\")";
    /// `auth_time` lies in the future.
    AuthenticatedInTheFuture = "check_failed", JwtClaimValidationFailed,
        "the user was authenticated in the future (\"auth_time\"); are the clocks in sync?";
    /// `exp` is further from `iat` than tokens may live.
    LivesTooLong = "check_failed", JwtClaimValidationFailed,
        "the token lives longer than allowed (\"exp\" minus \"iat\")";
}

impl ClaimFault {
    pub(super) fn code(&self) -> ErrorCode {
        self.reason.code()
    }

    /// What the claim must be by its specification.
    fn expected_type(&self) -> &'static str {
        match self.claim.as_str() {
            "exp" | "nbf" | "iat" | "auth_time" => "a finite number of seconds",
            "events" => "an object with the event of a logout",
            "htu" => "the URI of an HTTP request",
            "iss" | "sub" | "jti" | "nonce" | "azp" | "acr" | "client_id" | "sid" | "at_hash"
            | "c_hash" | "ath" | "htm" | "tid" => "a string",
            _ => "a string or an array of strings",
        }
    }
}

impl fmt::Display for ClaimFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.reason.message();
        while let Some((before, (placeholder, after))) = rest
            .split_once('{')
            .and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            f.write_str(before)?;
            match placeholder {
                "claim" => Quoted(&self.claim).fmt(f)?,
                _ => f.write_str(self.expected_type())?,
            }
            rest = after;
        }
        f.write_str(rest)
    }
}
