//! Every check on a token at once, for people who want to know why a login fails.
//!
//! Shows; decides nothing. A report about a token whose signature did not hold is about what
//! anybody may have written.

use alloc::vec::Vec;

use super::check::{self, CheckName, Outcome, Subject};
use super::{Claims, Validation};
use crate::error::Error;
use crate::json::Object;
use crate::jws::{Keys, UnverifiedJws, verify_signature};
use crate::key::VerifyingKey;
use crate::numeric_date::NumericDate;

/// The report on a token.
#[derive(Clone, Debug, Default)]
pub struct Inspection {
    checks: Vec<Check>,
    header: Option<Object>,
    claims: Option<Object>,
}

/// One line of the report.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Check {
    /// What was checked.
    pub name: CheckName,
    /// With what result.
    pub status: CheckStatus,
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

impl Inspection {
    /// A report that says only that the inspection could not begin.
    #[must_use]
    pub fn impossible(name: CheckName, error: Error) -> Self {
        let mut inspection = Self::default();
        inspection.record(name, Err(error));
        inspection
    }

    /// Whether [`verify`](crate::verify) would accept the token: the signature was checked, and no
    /// check failed.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        let passed = |name| {
            self.checks
                .iter()
                .any(|c| c.name == name && c.status == CheckStatus::Passed)
        };
        passed(CheckName::Signature) && passed(CheckName::Payload) && self.first_failure().is_none()
    }

    /// The failure that [`verify`](crate::verify) would answer.
    #[must_use]
    pub fn first_failure(&self) -> Option<&Error> {
        self.checks.iter().find_map(|check| match &check.status {
            CheckStatus::Failed(error) => Some(error),
            CheckStatus::Passed | CheckStatus::Skipped => None,
        })
    }

    /// The checks, in the order of [`verify`](crate::verify).
    #[must_use]
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// The header, if it could be read.
    #[must_use]
    pub fn unverified_header(&self) -> Option<&Object> {
        self.header.as_ref()
    }

    /// The claims, if they could be read.
    #[must_use]
    pub fn unverified_claims(&self) -> Option<&Object> {
        self.claims.as_ref()
    }

    fn record(&mut self, name: CheckName, outcome: Result<Outcome, Error>) {
        let status = match outcome {
            Ok(Outcome::Passed) => CheckStatus::Passed,
            Ok(Outcome::NothingToCheck) => CheckStatus::Skipped,
            Err(error) => CheckStatus::Failed(error),
        };
        self.checks.push(Check { name, status });
    }
}

/// Runs every check that can be run on `token`, and reports them all. Without `keys` the signature
/// is skipped, and the token is not valid.
///
/// ```
/// use edge_jwt::{NumericDate, Validation, inspect};
///
/// let now = NumericDate::from_seconds(1_300_819_380.0).unwrap();
/// let token = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLCJleHAiOjF9.";
/// let report = inspect(token, None, &Validation::new(), now);
/// let failed: Vec<&str> = report
///     .checks()
///     .iter()
///     .filter(|check| matches!(check.status, edge_jwt::CheckStatus::Failed(_)))
///     .map(|check| check.name.as_str())
///     .collect();
/// assert_eq!(failed, ["algorithm", "exp"]);
/// ```
#[must_use]
pub fn inspect(
    token: &str,
    keys: Option<Keys<'_>>,
    validation: &Validation,
    now: NumericDate,
) -> Inspection {
    let mut report = Inspection::default();
    let jws = match UnverifiedJws::parse(token, validation.signature_policy()) {
        Ok(jws) => jws,
        Err(error) => {
            report.record(CheckName::Form, Err(error));
            return report;
        }
    };
    report.record(CheckName::Form, Ok(Outcome::Passed));
    report.header = Some(jws.header().parameters().clone());
    let key = inspect_signature(&mut report, &jws, keys, validation);
    match Claims::parse(jws.unverified_payload(), validation) {
        Ok(claims) => {
            report.record(CheckName::Payload, Ok(Outcome::Passed));
            report.claims = Some(claims.as_object().clone());
            let subject = Subject {
                header: jws.header(),
                claims: &claims,
                key,
                validation,
                now,
            };
            for (name, outcome) in check::each(subject) {
                report.record(name, outcome);
            }
        }
        Err(error) => report.record(CheckName::Payload, Err(error)),
    }
    report
}

/// The steps of [`UnverifiedJws::verify`], each on its own. The key whose signature holds, if one's
/// does.
fn inspect_signature<'k>(
    report: &mut Inspection,
    jws: &UnverifiedJws<'_>,
    keys: Option<Keys<'k>>,
    validation: &Validation,
) -> Option<&'k VerifyingKey> {
    let policy = validation.signature_policy();
    let critical = jws.header().check_critical(policy);
    report.record(CheckName::Crit, critical.map(|()| Outcome::Passed));
    let algorithm = policy.allowed_algorithm(jws.header());
    report.record(
        CheckName::Algorithm,
        algorithm.clone().map(|_| Outcome::Passed),
    );
    let candidates = match (keys, algorithm) {
        (Some(keys), Ok(algorithm)) => Some(keys.candidates(algorithm, jws.header(), policy)),
        _ => None,
    };
    let (key_outcome, signature) = match candidates {
        None => (Ok(Outcome::NothingToCheck), None),
        Some(Err(error)) => (Err(error), None),
        Some(Ok(candidates)) => {
            let signing_input = jws.signing_input().as_bytes();
            let signature = verify_signature(candidates, signing_input, jws.signature());
            (Ok(Outcome::Passed), Some(signature))
        }
    };
    report.record(CheckName::Key, key_outcome);
    let signature_outcome = match &signature {
        None => Ok(Outcome::NothingToCheck),
        Some(Ok(_)) => Ok(Outcome::Passed),
        Some(Err(error)) => Err(error.clone()),
    };
    report.record(CheckName::Signature, signature_outcome);
    signature?.ok().map(|(key, _)| key)
}
