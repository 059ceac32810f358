//! The answer to a request that is refused
//! ([RFC 6750 §3](https://www.rfc-editor.org/rfc/rfc6750#section-3)). It tells the client what the RFC
//! has a word for, and an attacker nothing more.

use edge_jwt::Error;
use edge_jwt::error::ClaimReason;
use fastly::Response;
use fastly::http::StatusCode;
use fastly::http::header::{CACHE_CONTROL, WWW_AUTHENTICATE};

/// Why a request is refused.
pub(crate) enum Refusal {
    /// It has no token.
    NoToken,
    /// It has several, or something that is none.
    MalformedRequest,
    /// Its token is not good here.
    BadToken,
    /// Its token is good and has not the scope.
    InsufficientScope,
    /// The time is not known, so that no token can be judged.
    NoClock,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        match error {
            Error::Claim(fault)
                if fault.claim == "scope"
                    && matches!(fault.reason, ClaimReason::Missing | ClaimReason::Mismatch) =>
            {
                Self::InsufficientScope
            }
            _ => Self::BadToken,
        }
    }
}

impl Refusal {
    pub(crate) fn into_response(self) -> Response {
        let (status, challenge) = match self {
            // RFC 6750 §3: who sent no token is not told that one is wrong.
            Self::NoToken => (StatusCode::UNAUTHORIZED, r#"Bearer realm="api""#),
            Self::MalformedRequest => (
                StatusCode::BAD_REQUEST,
                r#"Bearer realm="api", error="invalid_request""#,
            ),
            Self::BadToken => (
                StatusCode::UNAUTHORIZED,
                r#"Bearer realm="api", error="invalid_token""#,
            ),
            Self::InsufficientScope => (
                StatusCode::FORBIDDEN,
                r#"Bearer realm="api", error="insufficient_scope", scope="read""#,
            ),
            Self::NoClock => return Response::from_status(StatusCode::INTERNAL_SERVER_ERROR),
        };
        Response::from_status(status)
            .with_header(WWW_AUTHENTICATE, challenge)
            .with_header(CACHE_CONTROL, "no-store")
    }
}
