//! The compact serialization ([RFC 7515 §7.1](https://www.rfc-editor.org/rfc/rfc7515#section-7.1)):
//! header, payload and signature in base64url, a full stop between them.

use alloc::vec::Vec;

use super::keys::{Candidates, verify_signature};
use super::{JwsHeader, Keys, SignaturePolicy, VerifiedJws};
use crate::base64url::{self, Padding};
use crate::error::{Error, JwsFault, LimitFault, Malformed, Segment, Unsupported};

/// A well-formed JWS whose signature nobody has looked at: its content is the sender's word.
#[derive(Clone, Debug)]
pub struct UnverifiedJws<'t> {
    pub(super) signing_input: &'t str,
    pub(super) header: JwsHeader,
    pub(super) payload: Vec<u8>,
    pub(super) signature: Vec<u8>,
}

impl<'t> UnverifiedJws<'t> {
    /// Takes `token` apart (RFC 7515 §5.2 steps 1 to 4 and 6 to 7).
    ///
    /// # Errors
    ///
    /// - `ERR_JOSE_LIMIT_EXCEEDED` beyond the policy's limits.
    /// - `ERR_JWS_INVALID` unless it is three segments of strict base64url, the first a strict JSON
    ///   object with an `alg`.
    /// - `ERR_JOSE_NOT_SUPPORTED` for an encrypted token (JWE).
    pub fn parse(token: &'t str, policy: &SignaturePolicy) -> Result<Self, Error> {
        Self::parse_knowing(token, policy, None)
    }

    /// As [`parse`](Self::parse), where `known` is a first segment with its header, as `policy` had it read
    /// before.
    pub(crate) fn parse_knowing(
        token: &'t str,
        policy: &SignaturePolicy,
        known: Option<(&str, &JwsHeader)>,
    ) -> Result<Self, Error> {
        let limit = policy.limits.token_length();
        if token.len() > limit {
            return Err(Error::Limit(LimitFault::TokenLength { limit }));
        }
        let (signing_input, header, payload, signature) = split(token)?;
        let known = known.filter(|(segment, _)| *segment == header);
        let unread = match known {
            Some(_) => Vec::new(),
            None => decoded_header(header, policy)?,
        };
        let payload = decode(Segment::Payload, payload, policy.padding)?;
        let signature = decode(Segment::Signature, signature, policy.padding)?;
        let header = match known {
            Some((_, header)) => header.clone(),
            None => JwsHeader::parse(unread, &policy.limits)?,
        };
        Ok(Self {
            signing_input,
            header,
            payload,
            signature,
        })
    }

    /// The header, unverified.
    #[must_use]
    pub fn header(&self) -> &JwsHeader {
        &self.header
    }

    /// The payload, unverified.
    #[must_use]
    pub fn unverified_payload(&self) -> &[u8] {
        &self.payload
    }

    /// The signature.
    #[must_use]
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// The text that is signed: header and payload as they were received.
    #[must_use]
    pub fn signing_input(&self) -> &'t str {
        self.signing_input
    }

    /// The text of the first segment, as it was received.
    #[must_use]
    pub fn header_segment(&self) -> &'t str {
        let segment = self.signing_input.split_once('.');
        segment.map_or("", |(header, _)| header)
    }

    /// The header, the payload and the signature, all unverified.
    pub(crate) fn into_unverified_parts(self) -> (JwsHeader, Vec<u8>, Vec<u8>) {
        (self.header, self.payload, self.signature)
    }

    /// Checks `crit`, the algorithm, the choice of the key and the signature, in this order
    /// (RFC 7515 §5.2 steps 5 and 8).
    ///
    /// # Errors
    ///
    /// - `ERR_JWS_INVALID` and `ERR_JOSE_NOT_SUPPORTED` for a `crit` that is malformed or not
    ///   understood.
    /// - `ERR_JOSE_ALG_NOT_ALLOWED`, `ERR_JOSE_KEY_MISMATCH`, `ERR_JWKS_NO_MATCHING_KEY`,
    ///   `ERR_JWKS_MULTIPLE_MATCHING_KEYS` when no key is to verify it.
    /// - `ERR_JWS_SIGNATURE_VERIFICATION_FAILED`.
    pub fn verify(self, keys: Keys<'_>, policy: &SignaturePolicy) -> Result<VerifiedJws, Error> {
        let candidates = self.candidates(keys, policy)?;
        let signing_input = self.signing_input.as_bytes();
        let (_, key_index) = verify_signature(candidates, signing_input, &self.signature)?;
        Ok(VerifiedJws {
            header: self.header,
            payload: self.payload,
            key_index,
        })
    }

    /// The keys to try, once `crit` and the algorithm are seen to be right.
    pub(super) fn candidates<'k>(
        &self,
        keys: Keys<'k>,
        policy: &SignaturePolicy,
    ) -> Result<Candidates<'k>, Error> {
        self.header.check_critical(policy)?;
        let algorithm = policy.allowed_algorithm(&self.header)?;
        keys.candidates(algorithm, &self.header, policy)
    }
}

/// Signing input, header, payload and signature.
fn split(token: &str) -> Result<(&str, &str, &str, &str), Error> {
    // RFC 7515 §5.2 step 1 wants exactly two full stops; one more piece tells four segments or more.
    let mut segments = token.splitn(6, '.');
    let pieces = (
        segments.next(),
        segments.next(),
        segments.next(),
        segments.next(),
        segments.next(),
    );
    match pieces {
        (Some(header), Some(payload), Some(signature), None, None) => {
            let end = token
                .len()
                .saturating_sub(signature.len())
                .saturating_sub(1);
            let signing_input = token.get(..end).unwrap_or_default();
            Ok((signing_input, header, payload, signature))
        }
        // An SD-JWT with key binding (RFC 9901 §4) has as many full stops, and is not encrypted.
        (_, _, _, Some(_), Some(_)) if segments.next().is_none() && !token.contains('~') => {
            Err(Error::Unsupported(Unsupported::Encrypted))
        }
        _ => Err(Error::Malformed(Malformed::Jws(JwsFault::SegmentCount))),
    }
}

pub(super) fn decoded_header(segment: &str, policy: &SignaturePolicy) -> Result<Vec<u8>, Error> {
    let limit = policy.limits.header_length();
    if decoded_length(segment) > limit {
        return Err(Error::Limit(LimitFault::HeaderLength { limit }));
    }
    decode(Segment::Header, segment, policy.padding)
}

/// Bytes that `segment` decodes to, at least.
fn decoded_length(segment: &str) -> usize {
    segment.len().saturating_mul(3) / 4
}

fn decode(segment: Segment, text: &str, padding: Padding) -> Result<Vec<u8>, Error> {
    base64url::decode(text, padding)
        .map_err(|fault| Error::Malformed(Malformed::Jws(JwsFault::Encoding { segment, fault })))
}
