//! The choice of the key: the token names an algorithm and a key, and decides neither.

use alloc::vec::Vec;

use super::{JwsHeader, SignaturePolicy};
use crate::error::{AlgorithmFault, Error, KeyFault, KeyMismatch};
use crate::jwa::Algorithm;
use crate::key::{VerifyingKey, VerifyingKeySet};

/// How many keys are tried for one token at most: each costs a verification.
const MAX_CANDIDATES: usize = 16;

/// What a token is verified with: one key, or the fitting key of a set.
#[derive(Clone, Copy, Debug)]
pub enum Keys<'k> {
    /// This key and no other; the token's `kid` does not matter.
    One(&'k VerifyingKey),
    /// The one key of the set that fits the token's `alg` and `kid`, or `x5t`.
    Set(&'k VerifyingKeySet),
}

impl<'k> From<&'k VerifyingKey> for Keys<'k> {
    fn from(key: &'k VerifyingKey) -> Self {
        Self::One(key)
    }
}

impl<'k> From<&'k VerifyingKeySet> for Keys<'k> {
    fn from(set: &'k VerifyingKeySet) -> Self {
        Self::Set(set)
    }
}

impl<'k> Keys<'k> {
    /// The key at a place in the set; at 0, the one key.
    pub(crate) fn get(self, index: usize) -> Option<&'k VerifyingKey> {
        match self {
            Self::One(key) => (index == 0).then_some(key),
            Self::Set(set) => set.key(index),
        }
    }

    /// The keys to try for `algorithm`, and their places in the set: one, unless the policy takes more.
    pub(crate) fn candidates(
        self,
        algorithm: Algorithm,
        header: &JwsHeader,
        policy: &SignaturePolicy,
    ) -> Result<Candidates<'k>, Error> {
        match self {
            Self::One(key) if key.algorithm() == algorithm => Ok([(key, 0)].into()),
            Self::One(key) => {
                let key = key.algorithm().name();
                Err(Error::Key(KeyFault::Mismatch(
                    KeyMismatch::TokenAlgorithm { key },
                )))
            }
            Self::Set(set) => {
                let reference = header.key_reference()?;
                let names_algorithms = !policy.algorithms.is_empty();
                let fitting = set.fitting(algorithm, reference, names_algorithms);
                let limit = if policy.tries_all_matching_keys {
                    MAX_CANDIDATES
                } else {
                    1
                };
                match fitting.len() {
                    0 => {
                        let fault = set.no_matching_key(reference.key_id);
                        Err(Error::Key(KeyFault::NoMatchingKey(fault)))
                    }
                    several if several > limit => Err(Error::Key(KeyFault::MultipleMatchingKeys)),
                    _ => Ok(fitting),
                }
            }
        }
    }
}

/// Keys and their places in the set.
pub(crate) type Candidates<'k> = Vec<(&'k VerifyingKey, usize)>;

/// The first of `candidates` that verifies the signature.
pub(crate) fn verify_signature<'k>(
    candidates: Candidates<'k>,
    signing_input: &[u8],
    signature: &[u8],
) -> Result<(&'k VerifyingKey, usize), Error> {
    candidates
        .into_iter()
        .find(|(key, _)| key.verify_signature(signing_input, signature).is_ok())
        .ok_or(Error::Signature)
}

impl SignaturePolicy {
    /// The algorithm that the header names, if it is one that may be named here
    /// (RFC 8725 §3.1: an allow-list, compared exactly).
    pub(crate) fn allowed_algorithm(&self, header: &JwsHeader) -> Result<Algorithm, Error> {
        let name = header.algorithm();
        if name.trim().eq_ignore_ascii_case("none") {
            return Err(Error::Algorithm(AlgorithmFault::None));
        }
        Algorithm::from_name(name)
            .filter(|algorithm| self.algorithms.is_empty() || self.algorithms.contains(algorithm))
            .ok_or(Error::Algorithm(AlgorithmFault::NotAllowed))
    }
}
