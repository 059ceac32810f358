//! `inspect` and `KeyInspection`: every check, with hints and findings, on anything at all.

mod anything;
mod broken_tokens;
mod findings;
mod hints;
mod key_material;
mod verdict;

use edge_jwt::{Check, CheckName, Inspection, Keys, Validation, inspect};

use crate::support::{key, now};

/// The report with the key of all tests.
fn report(token: &str, validation: &Validation) -> Inspection {
    inspect(token, Some(Keys::One(&key())), validation, now())
}

#[track_caller]
fn check(report: &Inspection, name: CheckName) -> &Check {
    report
        .checks()
        .iter()
        .find(|check| check.name == name)
        .unwrap()
}

#[track_caller]
fn hints(report: &Inspection, name: CheckName) -> Vec<&'static str> {
    check(report, name)
        .hints
        .iter()
        .map(|hint| hint.id())
        .collect()
}

fn all_hints(report: &Inspection) -> Vec<&'static str> {
    report
        .checks()
        .iter()
        .flat_map(|check| &check.hints)
        .map(|hint| hint.id())
        .collect()
}

fn findings(report: &Inspection) -> Vec<&'static str> {
    report
        .findings()
        .iter()
        .map(|finding| finding.id())
        .collect()
}
