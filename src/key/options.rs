//! How a key is imported.

use alloc::string::String;
use alloc::vec::Vec;

use crate::jwa::Algorithm;
use crate::jwk::KeyNames;

/// How a key is imported. The default is the strict one.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    pub(super) algorithms: Vec<Algorithm>,
    pub(super) allow_weak_key: bool,
    pub(super) key_id: Option<String>,
}

impl ImportOptions {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The algorithms that keys may have: an `alg` that is not among them is refused, and a JWK
    /// without `alg` gets the one that fits its type, if exactly one does. Defaults to every
    /// algorithm for a JWK with `alg`, and none for one without.
    #[must_use]
    pub fn algorithms(mut self, algorithms: impl IntoIterator<Item = Algorithm>) -> Self {
        self.algorithms.clear();
        for algorithm in algorithms {
            if !self.algorithms.contains(&algorithm) {
                self.algorithms.push(algorithm);
            }
        }
        self
    }

    /// Whether a secret shorter than its hash (though not an empty one) and an RSA modulus of 1024
    /// to 2047 bits are accepted. For legacy issuers that cannot be changed. Defaults to `false`.
    #[must_use]
    pub fn allow_weak_key(mut self, allow_weak_key: bool) -> Self {
        self.allow_weak_key = allow_weak_key;
        self
    }

    /// What a key is called that has no name of its own.
    pub(super) fn names(&self) -> KeyNames {
        KeyNames {
            key_id: self.key_id.clone(),
            ..KeyNames::default()
        }
    }

    /// The key's `kid`. Defaults to that of the JWK.
    #[must_use]
    pub fn key_id(mut self, key_id: impl Into<String>) -> Self {
        self.key_id = Some(key_id.into());
        self
    }
}
