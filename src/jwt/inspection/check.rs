//! One line of the report.

use alloc::vec::Vec;

use super::place::Place;
use crate::advice::Hint;
use crate::error::Error;
use crate::json::{self, MAX_DEPTH, Value};
use crate::jwt::CheckName;
use crate::jwt::check::Outcome;

/// One line of the report.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Check {
    /// What was checked.
    pub name: CheckName,
    /// With what result.
    pub status: CheckStatus,
    /// What was expected, where the check failed and there is such a thing.
    pub expected: Option<Value>,
    /// What the token says instead.
    pub actual: Option<Value>,
    /// By how many seconds a time misses, not counting the clock tolerance. Never negative.
    pub seconds_off: Option<f64>,
    /// Where in the token the fault is, for those in its form.
    pub place: Option<Place>,
    /// What may be behind it.
    pub hints: Vec<Hint>,
}

/// The result of a check.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum CheckStatus {
    /// It holds.
    Passed,
    /// There was nothing to check, or what it needs was not there.
    Skipped,
    /// It does not hold.
    Failed(Error),
}

impl Check {
    pub(super) fn new(name: CheckName, outcome: Result<Outcome, Error>) -> Self {
        let mut check = Self {
            name,
            status: CheckStatus::Skipped,
            expected: None,
            actual: None,
            seconds_off: None,
            place: None,
            hints: Vec::new(),
        };
        check.status = match outcome {
            Ok(Outcome::Passed) => CheckStatus::Passed,
            Ok(Outcome::NothingToCheck) => CheckStatus::Skipped,
            Err(error) => {
                if let Error::Claim(fault) = &error {
                    check.expected = value(fault.expected.as_deref());
                    check.actual = value(fault.actual.as_deref());
                }
                CheckStatus::Failed(error)
            }
        };
        check
    }

    /// What went wrong.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        match &self.status {
            CheckStatus::Failed(error) => Some(error),
            CheckStatus::Passed | CheckStatus::Skipped => None,
        }
    }
}

fn value(text: Option<&str>) -> Option<Value> {
    json::parse(text?.as_bytes(), MAX_DEPTH).ok()
}
