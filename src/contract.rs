//! What JavaScript, the documentation and the page have to know of the tables in this crate: `contract.json`.
//!
//! Compiled for tests alone. The test fails when the file is not what the tables give; `npm run contract` writes it.

extern crate std;

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use std::{env, fs};

use crate::advice::{hint, rule};
use crate::error::{ClaimReason, ErrorCode};
use crate::json::{Value, to_text};
use crate::jwa::{Algorithm, Curve, KeyType};
use crate::jws::Limits;
use crate::jwt::CheckName;
use crate::key::{KeyFormat, KeyKind};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/contract.json");

#[test]
fn contract_json_is_what_the_tables_give() {
    let expected = contract();
    if env::var_os("WRITE_CONTRACT").is_some() {
        assert!(fs::write(PATH, &expected).is_ok(), "it cannot be written");
    }
    let found = fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        found == expected,
        "src/contract.json is out of date: `npm run contract` writes it"
    );
}

#[test]
fn no_two_hints_or_findings_have_the_same_id() {
    let ids: Vec<&str> = hint::ALL.iter().map(|hint| hint.id()).collect();
    let rules: Vec<&str> = rule::ALL.iter().map(|rule| rule.hint().id()).collect();
    let unique: BTreeSet<&&str> = ids.iter().chain(&rules).collect();
    assert_eq!(unique.len(), ids.len() + rules.len());
}

/// The members of one row, in their order.
type Row = Vec<(&'static str, String)>;

fn contract() -> String {
    let codes = ErrorCode::ALL.map(|code| {
        row([
            ("code", text(code.as_str())),
            ("meaning", text(code.what().trim())),
        ])
    });
    let algorithms = Algorithm::ALL.map(|algorithm| {
        let crv = algorithm
            .curve()
            .map_or("null".into(), |curve| text(curve.name()));
        row([
            ("name", text(algorithm.name())),
            ("meaning", text(algorithm.what().trim())),
            ("kty", text(algorithm.key_type().name())),
            ("crv", crv),
            ("hash", text(algorithm.hash().name())),
            ("minimumKeyBits", number(algorithm.minimum_key_bits())),
            ("signatureLength", number(algorithm.signature_length())),
        ])
    });
    let checks = CheckName::ALL.map(|check| {
        row([
            ("name", text(check.as_str())),
            ("meaning", text(check.what().trim())),
        ])
    });
    let kinds = KeyKind::ALL.map(|kind| {
        row([
            ("name", text(kind.as_str())),
            ("meaning", text(kind.what().trim())),
        ])
    });
    let reasons = ClaimReason::ALL.map(|reason| {
        row([
            ("reason", text(reason.as_str())),
            ("code", text(reason.code().as_str())),
            ("message", text(reason.message())),
        ])
    });
    let hints =
        hint::ALL.map(|hint| row([("id", text(hint.id())), ("message", text(hint.message()))]));
    let findings = rule::ALL.map(|rule| {
        row([
            ("id", text(rule.hint().id())),
            ("severity", text(rule.severity().as_str())),
            ("reference", text(rule.reference())),
            ("message", text(rule.hint().message())),
        ])
    });
    let limits = Limits::default();
    let limits = row([
        ("tokenLength", number(Some(limits.token_length()))),
        ("headerLength", number(Some(limits.header_length()))),
        ("jsonDepth", number(Some(limits.json_depth()))),
    ]);

    let mut json = String::from("{\n");
    let mut member = |name: &str, value: &str| {
        let comma = if json.len() > 2 { ",\n" } else { "" };
        json.push_str(&format!("{comma}  \"{name}\": {value}"));
    };
    member("keyTypes", &names(&KeyType::ALL.map(KeyType::name)));
    member("curves", &names(&Curve::ALL.map(Curve::name)));
    member("algorithms", &rows(&algorithms));
    member("keyFormats", &names(&KeyFormat::ALL.map(KeyFormat::as_str)));
    member("keyKinds", &rows(&kinds));
    member("errorCodes", &rows(&codes));
    member("claimReasons", &rows(&reasons));
    member("checks", &rows(&checks));
    member("hints", &rows(&hints));
    member("findings", &rows(&findings));
    member("limits", &object(&limits));
    json.push_str("\n}\n");
    json
}

fn row<const N: usize>(members: [(&'static str, String); N]) -> Row {
    members.into()
}

fn text(value: &str) -> String {
    to_text(&Value::from(value))
}

fn number(value: Option<usize>) -> String {
    value.map_or("null".into(), |value| value.to_string())
}

fn names(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    format!("[{}]", names.join(", "))
}

/// One row a line, so that a change shows as the line that it is.
fn rows(rows: &[Row]) -> String {
    let lines: Vec<String> = rows
        .iter()
        .map(|row| format!("    {}", object(row)))
        .collect();
    format!("[\n{}\n  ]", lines.join(",\n"))
}

fn object(row: &Row) -> String {
    let members: Vec<String> = row
        .iter()
        .map(|(name, value)| format!("\"{name}\": {value}"))
        .collect();
    format!("{{ {} }}", members.join(", "))
}
