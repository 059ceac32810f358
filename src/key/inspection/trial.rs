//! Finds out what material can be imported for by importing it, so that the report cannot say
//! otherwise than the import.

use alloc::vec::Vec;

use super::hint;
use crate::error::{Error, Hint, KeyFault, KeyMismatch};
use crate::jwa::Algorithm;
use crate::key::secret::Weakness;
use crate::key::{ImportOptions, VerifyingKey};

/// Imports the material for an algorithm.
pub(super) type Import<'a> = &'a dyn Fn(Algorithm, &ImportOptions) -> Result<VerifyingKey, Error>;

/// What came of importing the material for every algorithm.
pub(super) struct Trial {
    /// The algorithms it fits, weak or not.
    pub(super) algorithms: Vec<Algorithm>,
    /// Why it cannot be imported for the algorithm that was asked about, or for any.
    pub(super) error: Option<Error>,
    /// What makes it weak.
    pub(super) weaknesses: Vec<Hint>,
}

impl Trial {
    pub(super) fn of(asked_about: Option<Algorithm>, import: Import<'_>) -> Self {
        let weak_or_not = ImportOptions::new().allow_weak_key(true);
        let fitting: Vec<VerifyingKey> = Algorithm::ALL
            .into_iter()
            .filter_map(|algorithm| import(algorithm, &weak_or_not).ok())
            .collect();
        let is_asked_about =
            |key: &&VerifyingKey| asked_about.is_none_or(|algorithm| algorithm == key.algorithm());
        let weaknesses = fitting
            .iter()
            .find(is_asked_about)
            .map(VerifyingKey::weaknesses)
            .unwrap_or_default();
        Self {
            algorithms: fitting.iter().map(VerifyingKey::algorithm).collect(),
            error: error(asked_about, import),
            weaknesses: weaknesses.into_iter().map(hint_at).collect(),
        }
    }
}

fn error(asked_about: Option<Algorithm>, import: Import<'_>) -> Option<Error> {
    let strict = ImportOptions::new();
    if let Some(algorithm) = asked_about {
        return import(algorithm, &strict).err();
    }
    let mut errors = Vec::new();
    for algorithm in Algorithm::ALL {
        match import(algorithm, &strict) {
            Ok(_) => return None,
            Err(error) => errors.push(error),
        }
    }
    // That it is not of another type says nothing about the material.
    let telling = errors.iter().position(|error| !is_about_type(error));
    errors.into_iter().nth(telling.unwrap_or_default())
}

fn is_about_type(error: &Error) -> bool {
    matches!(
        error,
        Error::Key(KeyFault::Mismatch(
            KeyMismatch::KeyType { .. } | KeyMismatch::Curve { .. } | KeyMismatch::JwkAlgorithm
        ))
    )
}

fn hint_at(weakness: Weakness) -> Hint {
    match weakness {
        Weakness::KnownSecret => hint::KNOWN_SECRET,
        Weakness::ShortSecret => hint::SHORT_SECRET,
        Weakness::PredictableSecret => hint::PREDICTABLE_SECRET,
        Weakness::ShortModulus => hint::SHORT_MODULUS,
    }
}
