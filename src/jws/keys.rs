//! The choice of the key: the token names an algorithm and a key, and decides neither.

use super::{JwsHeader, SignaturePolicy};
use crate::error::{AlgorithmFault, Error, KeyFault, KeyMismatch};
use crate::jwa::Algorithm;
use crate::key::{VerifyingKey, VerifyingKeySet};

/// What a token is verified with: one key, or the fitting key of a set.
#[derive(Clone, Copy, Debug)]
pub enum Keys<'k> {
    /// This key and no other; the token's `kid` does not matter.
    One(&'k VerifyingKey),
    /// The one key of the set that fits the token's `alg` and `kid`.
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
    /// The key for `algorithm`, and its place in the set.
    pub(crate) fn select(
        self,
        algorithm: Algorithm,
        header: &JwsHeader,
    ) -> Result<(&'k VerifyingKey, usize), Error> {
        match self {
            Self::One(key) if key.algorithm() == algorithm => Ok((key, 0)),
            Self::One(key) => {
                let key = key.algorithm().name();
                Err(Error::Key(KeyFault::Mismatch(
                    KeyMismatch::TokenAlgorithm { key },
                )))
            }
            Self::Set(set) => {
                let index = set.select(algorithm, header.key_id())?;
                let key = set
                    .keys()
                    .get(index)
                    .ok_or(Error::Key(KeyFault::NoMatchingKey))?;
                Ok((key, index))
            }
        }
    }
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
