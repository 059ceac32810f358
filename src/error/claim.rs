//! A claim that is not as required.

use alloc::string::String;
use core::fmt;

use super::ErrorCode;
use super::plain::Plain;
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

/// What is wrong with a claim.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ClaimReason {
    /// It is required and not there.
    Missing,
    /// Its JSON type or range is not the one RFC 7519 §4.1 gives it.
    Invalid,
    /// It is not the expected value.
    Mismatch,
    /// The token names an audience, and the caller did not say which one it is.
    AudienceNotStated,
    /// `exp` has passed.
    Expired,
    /// `iat` is longer ago than the maximum token age.
    TooOld,
    /// `nbf` has not come yet.
    NotYetValid,
    /// `iat` lies in the future, so that the token's age cannot be told.
    IssuedInTheFuture,
    /// `iat` is before the time from which on tokens are accepted.
    IssuedTooEarly,
    /// The token is also for an audience that is not trusted.
    UntrustedAudience,
    /// It must not be there: the token is of another kind.
    Forbidden,
    /// `sub` is not 1 to 255 ASCII characters.
    SubjectForm,
    /// `auth_time` is longer ago than the maximum age.
    AuthenticatedTooLongAgo,
    /// `auth_time` lies in the future.
    AuthenticatedInTheFuture,
    /// `exp` is further from `iat` than tokens may live.
    LivesTooLong,
}

impl ClaimReason {
    /// The word that JavaScript sees: `missing`, `invalid`, `mismatch` or `check_failed`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Invalid | Self::SubjectForm => "invalid",
            Self::Mismatch => "mismatch",
            Self::AudienceNotStated
            | Self::UntrustedAudience
            | Self::Forbidden
            | Self::AuthenticatedTooLongAgo
            | Self::AuthenticatedInTheFuture
            | Self::Expired
            | Self::TooOld
            | Self::NotYetValid
            | Self::IssuedInTheFuture
            | Self::IssuedTooEarly
            | Self::LivesTooLong => "check_failed",
        }
    }
}

impl ClaimFault {
    pub(super) fn code(&self) -> ErrorCode {
        match self.reason {
            ClaimReason::Expired | ClaimReason::TooOld => ErrorCode::JwtExpired,
            ClaimReason::NotYetValid => ErrorCode::JwtNotYetValid,
            ClaimReason::Missing
            | ClaimReason::Invalid
            | ClaimReason::Mismatch
            | ClaimReason::AudienceNotStated
            | ClaimReason::UntrustedAudience
            | ClaimReason::Forbidden
            | ClaimReason::SubjectForm
            | ClaimReason::AuthenticatedTooLongAgo
            | ClaimReason::AuthenticatedInTheFuture
            | ClaimReason::IssuedInTheFuture
            | ClaimReason::IssuedTooEarly
            | ClaimReason::LivesTooLong => ErrorCode::JwtClaimValidationFailed,
        }
    }
}

impl fmt::Display for ClaimFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let claim = Quoted(&self.claim);
        match self.reason {
            ClaimReason::Missing => write!(f, "the token has no {claim}, which is required"),
            ClaimReason::Invalid => {
                let expected = match self.claim.as_str() {
                    "exp" | "nbf" | "iat" | "auth_time" => "a finite number of seconds",
                    "aud" | "scope" | "scp" => "a string or an array of strings",
                    "events" => "an object with the event of a logout",
                    "htu" => "the URI of an HTTP request",
                    "iss" | "sub" | "jti" | "nonce" | "azp" | "acr" | "client_id" | "sid"
                    | "at_hash" | "c_hash" | "ath" | "htm" | "tid" => "a string",
                    _ => "a string or an array of strings",
                };
                write!(f, "the token's {claim} must be {}", Plain(expected))
            }
            ClaimReason::Mismatch => write!(f, "the token's {claim} is not the expected one"),
            ClaimReason::AudienceNotStated => f.write_str(
                "the token is meant for an audience (\"aud\"): give the option audience, or null \
                 to leave it unchecked on purpose",
            ),
            ClaimReason::UntrustedAudience => {
                f.write_str("the token is also meant for an audience (\"aud\") that is not trusted")
            }
            ClaimReason::Forbidden => write!(
                f,
                "the token has {claim}, which belongs to tokens of another kind"
            ),
            ClaimReason::SubjectForm => {
                f.write_str("the token's \"sub\" must be 1 to 255 ASCII characters")
            }
            ClaimReason::AuthenticatedTooLongAgo => f.write_str(
                "the user was authenticated longer ago than the maximum age (\"auth_time\")",
            ),
            ClaimReason::AuthenticatedInTheFuture => f.write_str(
                "the user was authenticated in the future (\"auth_time\"); are the clocks in sync?",
            ),
            ClaimReason::Expired => f.write_str("the token has expired (\"exp\")"),
            ClaimReason::TooOld => {
                f.write_str("the token is older than the maximum token age (\"iat\")")
            }
            ClaimReason::NotYetValid => f.write_str("the token is not valid yet (\"nbf\")"),
            ClaimReason::IssuedTooEarly => f.write_str(
                "the token was issued before the time from which on tokens are accepted",
            ),
            ClaimReason::LivesTooLong => {
                f.write_str("the token lives longer than allowed (\"exp\" minus \"iat\")")
            }
            ClaimReason::IssuedInTheFuture => {
                f.write_str("the token was issued in the future (\"iat\"); are the clocks in sync?")
            }
        }
    }
}
