//! Finds out what material can be imported for by importing it, so that the report cannot say
//! otherwise than the import.

use alloc::vec::Vec;

use crate::advice::{Hint, rule};
use crate::error::{Error, KeyFault, KeyMismatch};
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

/// What came of importing the material for an algorithm, weak or not.
type Tried = (Algorithm, Result<VerifyingKey, Error>);

impl Trial {
    pub(super) fn of(asked_about: Option<Algorithm>, import: Import<'_>) -> Self {
        let weak_or_not = ImportOptions::new().allow_weak_key(true);
        let tried: Vec<Tried> = Algorithm::ALL
            .into_iter()
            .map(|algorithm| (algorithm, import(algorithm, &weak_or_not)))
            .collect();
        let fitting = || tried.iter().filter_map(|(_, key)| key.as_ref().ok());
        let is_asked_about =
            |key: &&VerifyingKey| asked_about.is_none_or(|algorithm| algorithm == key.algorithm());
        let weaknesses = fitting()
            .find(is_asked_about)
            .map(VerifyingKey::weaknesses)
            .unwrap_or_default();
        Self {
            algorithms: fitting().map(VerifyingKey::algorithm).collect(),
            error: error(asked_about, &tried, import),
            weaknesses: weaknesses.into_iter().map(hint_at).collect(),
        }
    }
}

fn error(asked_about: Option<Algorithm>, tried: &[Tried], import: Import<'_>) -> Option<Error> {
    let strict = ImportOptions::new();
    let strict_error = |(algorithm, outcome): &Tried| match outcome {
        // Only what is about weakness depends on whether that is allowed.
        Err(error) if !matches!(error, Error::Key(KeyFault::TooWeak(_))) => Some(error.clone()),
        _ => import(*algorithm, &strict).err(),
    };
    if asked_about.is_some() {
        let asked_about = |(algorithm, _): &&Tried| asked_about == Some(*algorithm);
        return tried.iter().find(asked_about).and_then(strict_error);
    }
    let errors: Vec<Error> = tried.iter().map(strict_error).collect::<Option<_>>()?;
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
        Weakness::KnownSecret => rule::KNOWN_SECRET.hint(),
        Weakness::ShortSecret => rule::SHORT_SECRET.hint(),
        Weakness::PredictableSecret => rule::PREDICTABLE_SECRET.hint(),
        Weakness::ShortModulus => rule::SHORT_MODULUS.hint(),
    }
}
