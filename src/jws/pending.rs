//! A JWS of which everything is checked but the signature
//! ([RFC 7515 §5.2](https://www.rfc-editor.org/rfc/rfc7515#section-5.2) step 8), for a verifier of
//! signatures that answers later.
//!
//! It gives out what was signed, the signature, and the keys to try. The payload comes out when a key
//! that was to be tried is said to have verified it, and never before.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use super::{JwsHeader, Keys, SignaturePolicy, UnverifiedJws, VerifiedJws};
use crate::error::Error;

/// A JWS that waits for the word of whoever verifies its signature.
pub(crate) struct PendingJws {
    signing_input: String,
    header: JwsHeader,
    payload: Vec<u8>,
    signature: Vec<u8>,
    key_indexes: Vec<usize>,
}

impl PendingJws {
    /// Checks all that [`UnverifiedJws::verify`] checks before the signature.
    pub(crate) fn new(
        jws: UnverifiedJws<'_>,
        keys: Keys<'_>,
        policy: &SignaturePolicy,
    ) -> Result<Self, Error> {
        let candidates = jws.candidates(keys, policy)?;
        Ok(Self {
            key_indexes: candidates.into_iter().map(|(_, index)| index).collect(),
            signing_input: jws.signing_input.to_owned(),
            header: jws.header,
            payload: jws.payload,
            signature: jws.signature,
        })
    }

    /// The text that is signed.
    pub(crate) fn signing_input(&self) -> &str {
        &self.signing_input
    }

    /// The signature.
    pub(crate) fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// The places of the keys to try, in this order.
    pub(crate) fn key_indexes(&self) -> &[usize] {
        &self.key_indexes
    }

    /// The JWS, verified by the key at `key_index`, or by none of them.
    ///
    /// # Errors
    ///
    /// `ERR_JWS_SIGNATURE_VERIFICATION_FAILED` unless it is the place of one of the keys to try.
    pub(crate) fn verified_by(self, key_index: Option<usize>) -> Result<VerifiedJws, Error> {
        let key_index = key_index
            .filter(|index| self.key_indexes.contains(index))
            .ok_or(Error::Signature)?;
        Ok(VerifiedJws {
            header: self.header,
            payload: self.payload,
            key_index,
        })
    }
}
