//! The protected header alone, of a signed or an encrypted token
//! ([RFC 7515 §4](https://www.rfc-editor.org/rfc/rfc7515#section-4),
//! [RFC 7516 §4](https://www.rfc-editor.org/rfc/rfc7516#section-4)).
//!
//! Refuses what is neither three nor five segments, and a first segment that is not strict base64url of a strict
//! JSON object with a string `alg`. The other segments are not looked at.

use super::compact::decoded_header;
use super::{JwsHeader, SignaturePolicy};
use crate::error::{Error, JwsFault, LimitFault, Malformed};

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
pub fn decode_protected_header(token: &str, policy: &SignaturePolicy) -> Result<JwsHeader, Error> {
    let limit = policy.limits.token_length();
    if token.len() > limit {
        return Err(Error::Limit(LimitFault::TokenLength { limit }));
    }
    // RFC 7515 §7.1 and RFC 7516 §7.1.
    match token.split_once('.') {
        Some((segment, others)) if matches!(others.split('.').count(), 2 | 4) => {
            JwsHeader::parse(decoded_header(segment, policy)?, &policy.limits)
        }
        _ => Err(Error::Malformed(Malformed::Jws(JwsFault::SegmentCount))),
    }
}
