//! The protected header alone, of a signed or an encrypted token
//! ([RFC 7515 §4](https://www.rfc-editor.org/rfc/rfc7515#section-4),
//! [RFC 7516 §4](https://www.rfc-editor.org/rfc/rfc7516#section-4)).
//!
//! Refuses what is neither three nor five segments, and a first segment that is not strict base64url of a strict
//! JSON object with a string `alg`. The other segments are not looked at.

use alloc::string::String;

use super::compact::decoded_header;
use super::{Limits, SignaturePolicy};
use crate::error::{Error, JsonFault, JwsFault, LimitFault, Malformed};
use crate::json::{self, Object, Value};

/// The protected header of a token, unverified: only `alg` has its type for certain.
#[derive(Clone, Debug, PartialEq)]
pub struct ProtectedHeader {
    text: String,
    parameters: Object,
}

impl ProtectedHeader {
    /// `alg`, as the token writes it: any string at all.
    #[must_use]
    pub fn algorithm(&self) -> &str {
        let alg = self.parameters.get("alg").and_then(Value::as_str);
        alg.unwrap_or_default()
    }

    /// All parameters.
    #[must_use]
    pub fn parameters(&self) -> &Object {
        &self.parameters
    }

    /// The JSON text, as the token has it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Decodes the protected header of `token` and nothing else of it, unverified: of a JWS, whatever its payload
/// is, and of a JWE.
///
/// # Errors
///
/// - `ERR_JOSE_LIMIT_EXCEEDED` beyond the policy's limits.
/// - `ERR_JWS_INVALID` unless the token has three or five segments, and the first is strict base64url of a
///   strict JSON object in which `alg` is a string.
///
/// ```
/// use edge_jwt::{SignaturePolicy, decode_protected_header};
///
/// let jwe = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAA";
/// let header = decode_protected_header(jwe, &SignaturePolicy::new())?;
/// assert_eq!(header.text(), r#"{"alg":"dir","enc":"A128GCM"}"#);
/// # Ok::<(), edge_jwt::Error>(())
/// ```
pub fn decode_protected_header(
    token: &str,
    policy: &SignaturePolicy,
) -> Result<ProtectedHeader, Error> {
    let limits: &Limits = &policy.limits;
    let limit = limits.token_length();
    if token.len() > limit {
        return Err(Error::Limit(LimitFault::TokenLength { limit }));
    }
    let Some((segment, others)) = token.split_once('.') else {
        return Err(invalid(JwsFault::SegmentCount));
    };
    // RFC 7515 §7.1 and RFC 7516 §7.1.
    if !matches!(others.split('.').count(), 2 | 4) {
        return Err(invalid(JwsFault::SegmentCount));
    }
    let bytes = decoded_header(segment, policy)?;
    let read = json::parse_owned(bytes, limits.json_depth());
    let (value, text) = read.map_err(|fault| match fault {
        JsonFault::TooDeep { limit } => Error::Limit(LimitFault::JsonDepth { limit }),
        fault => invalid(JwsFault::HeaderJson(fault)),
    })?;
    let Value::Object(parameters) = value else {
        return Err(invalid(JwsFault::HeaderNotObject));
    };
    let Some(Value::String(_)) = parameters.get("alg") else {
        return Err(invalid(JwsFault::HeaderParameter {
            name: "alg",
            expected: "there, and a string",
        }));
    };
    Ok(ProtectedHeader { text, parameters })
}

fn invalid(fault: JwsFault) -> Error {
    Error::Malformed(Malformed::Jws(fault))
}
