//! Every check on a token at once, for people who want to know why a login fails.
//!
//! Shows; decides nothing. A report about a token whose signature did not hold is about what
//! anybody may have written.

mod check;
mod contents;
mod finding;
mod hint;
mod lenient;
mod lint;
mod milliseconds;
mod pasted;
mod place;
mod seconds_off;

use alloc::vec::Vec;

use self::contents::Contents;
use self::lenient::Restored;
use self::pasted::Pasted;
use super::check::{self as claim_checks, CheckName, Outcome, Subject};
use super::{Claims, Validation};
use crate::error::Error;
use crate::json::Object;
use crate::jws::{Keys, UnverifiedJws, verify_signature};
use crate::key::VerifyingKey;
use crate::numeric_date::NumericDate;

pub use check::{Check, CheckStatus};
pub use contents::TokenSegment;
pub use finding::{Finding, FindingSubject};
pub use place::{Place, Position};

/// The report on a token.
#[derive(Clone, Debug, Default)]
pub struct Inspection {
    checks: Vec<Check>,
    contents: Contents,
    findings: Vec<Finding>,
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
        self.checks.iter().find_map(Check::error)
    }

    /// The checks, in the order of [`verify`](crate::verify).
    #[must_use]
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// What is questionable about the token, whether or not it is valid.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The segments of the token, without what was pasted with it; at most six.
    #[must_use]
    pub fn segments(&self) -> &[TokenSegment] {
        &self.contents.segments
    }

    /// The header, if it could be read.
    #[must_use]
    pub fn unverified_header(&self) -> Option<&Object> {
        self.contents.header.object.as_ref()
    }

    /// The text of a header that is no strict JSON object.
    #[must_use]
    pub fn unverified_header_text(&self) -> Option<&str> {
        self.contents.header.text.as_deref()
    }

    /// The claims, if they could be read.
    #[must_use]
    pub fn unverified_claims(&self) -> Option<&Object> {
        self.contents.payload.object.as_ref()
    }

    /// The text of a payload that is no strict JSON object; what is not UTF-8 in it is replaced.
    #[must_use]
    pub fn unverified_payload_text(&self) -> Option<&str> {
        self.contents.payload.text.as_deref()
    }

    fn record(&mut self, name: CheckName, outcome: Result<Outcome, Error>) {
        self.checks.push(Check::new(name, outcome));
    }
}

/// Runs every check that can be run on `token`, and reports them all, with hints at what may be
/// behind a failure and with [findings](Inspection::findings). Without `keys` the signature is skipped,
/// and the token is not valid.
///
/// A token that is not in strict form has failed, and is read all the same as far as it can be: without
/// what was pasted with it, padded, cut off, in two segments. Of an SD-JWT
/// ([RFC 9901](https://www.rfc-editor.org/rfc/rfc9901)) the part before the first tilde is read.
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
///     .filter(|check| check.error().is_some())
///     .map(|check| check.name.as_str())
///     .collect();
/// assert_eq!(failed, ["algorithm", "exp"]);
/// assert_eq!(report.findings()[0].id(), "alg-none");
/// ```
#[must_use]
pub fn inspect(
    token: &str,
    keys: Option<Keys<'_>>,
    validation: &Validation,
    now: NumericDate,
) -> Inspection {
    let walk = Walk {
        keys,
        validation,
        now,
    };
    let mut report = Inspection::default();
    match UnverifiedJws::parse(token, validation.signature_policy()) {
        Ok(jws) => {
            report.record(CheckName::Form, Ok(Outcome::Passed));
            report.contents = Contents::of(token, validation.limits());
            walk.inspect_jws(&mut report, &jws, true);
        }
        Err(error) => walk.inspect_malformed(&mut report, token, error),
    }
    report
}

/// What all the steps of an inspection need.
struct Walk<'a> {
    keys: Option<Keys<'a>>,
    validation: &'a Validation,
    now: NumericDate,
}

impl<'a> Walk<'a> {
    /// A token that `verify` refuses for its form, and what can be said about it nevertheless.
    fn inspect_malformed(&self, report: &mut Inspection, token: &str, error: Error) {
        let mut check = Check::new(CheckName::Form, Err(error));
        check.place = check.error().and_then(|error| Place::of(error, token));
        if token.len() > self.validation.limits().token_length() {
            report.checks.push(check);
            return;
        }
        let Pasted { token, removed } = Pasted::unwrap(token);
        check.hints = removed;
        check.hints.extend(hint::form::hints(&token));
        report.checks.push(check);
        report.contents = Contents::of(&token, self.validation.limits());
        let restored = Restored::of(&token);
        let jws = restored.as_ref().and_then(|restored| {
            UnverifiedJws::parse(&restored.token, self.validation.signature_policy()).ok()
        });
        match (&restored, jws) {
            (Some(restored), Some(jws)) => {
                self.inspect_jws(report, &jws, restored.is_signing_input_intact);
            }
            _ => {
                let key = self.key_of_one();
                report.findings = lint::findings(&report.contents, None, key, self.now);
            }
        }
    }

    /// Everything after the form. The signature is checked only if the signing input is the one that
    /// was signed.
    fn inspect_jws(
        &self,
        report: &mut Inspection,
        jws: &UnverifiedJws<'_>,
        is_signing_input_intact: bool,
    ) {
        let key = self.inspect_signature(report, jws, is_signing_input_intact);
        self.inspect_claims(report, jws, key);
        let key = key.or_else(|| self.key_of_one());
        report.findings = lint::findings(&report.contents, Some(jws), key, self.now);
    }

    /// The steps of [`UnverifiedJws::verify`], each on its own.
    fn inspect_signature(
        &self,
        report: &mut Inspection,
        jws: &UnverifiedJws<'_>,
        is_signing_input_intact: bool,
    ) -> Option<&'a VerifyingKey> {
        let policy = self.validation.signature_policy();
        let header = jws.header();
        let critical = header.check_critical(policy);
        report.record(CheckName::Crit, critical.map(|()| Outcome::Passed));
        let algorithm = policy.allowed_algorithm(header);
        let outcome = algorithm.clone().map(|_| Outcome::Passed);
        let mut check = Check::new(CheckName::Algorithm, outcome);
        check.hints.extend(hint::key::on_algorithm(header));
        report.checks.push(check);
        let chosen = match (self.keys, algorithm) {
            (Some(keys), Ok(algorithm)) => {
                let candidates = keys.candidates(algorithm, header, policy);
                Some((keys, algorithm, candidates))
            }
            _ => None,
        };
        let candidates = match chosen {
            None => {
                report.record(CheckName::Key, Ok(Outcome::NothingToCheck));
                Vec::new()
            }
            Some((keys, algorithm, Err(error))) => {
                let mut check = Check::new(CheckName::Key, Err(error));
                hint::key::explain(&mut check, keys, algorithm, header);
                report.checks.push(check);
                Vec::new()
            }
            Some((_, _, Ok(candidates))) => {
                report.record(CheckName::Key, Ok(Outcome::Passed));
                candidates
            }
        };
        let Some((key, _)) = candidates.first().copied() else {
            report.record(CheckName::Signature, Ok(Outcome::NothingToCheck));
            return None;
        };
        if !is_signing_input_intact {
            report.record(CheckName::Signature, Ok(Outcome::NothingToCheck));
            return Some(key);
        }
        let signing_input = jws.signing_input().as_bytes();
        match verify_signature(candidates, signing_input, jws.signature()) {
            Ok((key, _)) => {
                report.record(CheckName::Signature, Ok(Outcome::Passed));
                Some(key)
            }
            Err(error) => {
                let mut check = Check::new(CheckName::Signature, Err(error));
                check.hints = hint::signature::hints(jws, key);
                report.checks.push(check);
                Some(key)
            }
        }
    }

    fn inspect_claims(
        &self,
        report: &mut Inspection,
        jws: &UnverifiedJws<'_>,
        key: Option<&VerifyingKey>,
    ) {
        let claims = match Claims::parse(jws.unverified_payload().to_vec(), self.validation) {
            Ok(claims) => claims,
            Err(error) => {
                let mut check = Check::new(CheckName::Payload, Err(error));
                check.place = check
                    .error()
                    .and_then(|error| Place::of(error, jws.signing_input()));
                report.checks.push(check);
                return;
            }
        };
        report.record(CheckName::Payload, Ok(Outcome::Passed));
        let subject = Subject {
            header: jws.header(),
            claims: &claims,
            key,
            validation: self.validation,
            now: self.now,
        };
        for (name, outcome) in claim_checks::each(subject) {
            let mut check = Check::new(name, outcome);
            hint::claim::explain(&mut check, &claims, self.validation, self.now);
            report.checks.push(check);
        }
    }

    /// The key that is looked at even where none could be chosen.
    fn key_of_one(&self) -> Option<&'a VerifyingKey> {
        match self.keys {
            Some(Keys::One(key)) => Some(key),
            Some(Keys::Set(_)) | None => None,
        }
    }
}
