//! The members of the report, as JavaScript sees them.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::error::Segment;
use crate::json::{Number, Value, to_text};
use crate::jwt::{Check, CheckStatus, Finding, FindingSubject, Inspection, Place, Position};
use crate::wasm::members::{self, Members, hints, number, object};

pub(super) fn to_json_text(report: &Inspection) -> String {
    let checks: Vec<Value> = report.checks().iter().map(check).collect();
    let findings: Vec<Value> = report.findings().iter().map(finding).collect();
    let segments: Vec<Value> = report
        .segments()
        .iter()
        .map(|segment| {
            object(vec![
                ("name", segment.name.into()),
                ("length", number(segment.length)),
            ])
        })
        .collect();
    let mut members: Members<'_> = vec![
        ("valid", report.is_valid().into()),
        ("checks", checks.into()),
        ("findings", findings.into()),
        ("segments", segments.into()),
    ];
    let objects = [
        ("protectedHeader", report.unverified_header()),
        ("payload", report.unverified_claims()),
    ];
    members.extend(objects.into_iter().filter_map(|(name, object)| {
        let object = object?.clone();
        Some((name, object.into()))
    }));
    let texts = [
        ("protectedHeaderText", report.unverified_header_text()),
        ("payloadText", report.unverified_payload_text()),
    ];
    members.extend(
        texts
            .into_iter()
            .filter_map(|(name, text)| Some((name, text?.into()))),
    );
    to_text(&object(members))
}

fn check(check: &Check) -> Value {
    let mut members: Members<'_> = vec![("name", check.name.as_str().into())];
    match &check.status {
        CheckStatus::Passed => members.push(("status", "passed".into())),
        CheckStatus::Skipped => members.push(("status", "skipped".into())),
        CheckStatus::Failed(error) => {
            members.push(("status", "failed".into()));
            members.extend(members::error(error));
        }
    }
    let values = [("expected", &check.expected), ("actual", &check.actual)];
    members.extend(values.into_iter().filter_map(|(name, value)| {
        let value = value.clone()?;
        Some((name, value))
    }));
    let seconds_off = check.seconds_off.and_then(Number::from_f64);
    members.extend(seconds_off.map(|seconds| ("secondsOff", Value::Number(seconds))));
    if let Some(place) = check.place {
        members.extend(place_members(place));
    }
    members.push(("hints", hints(&check.hints)));
    object(members)
}

fn place_members(place: Place) -> Members<'static> {
    let segment = match place.segment {
        None => "token",
        Some(Segment::Header) => "header",
        Some(Segment::Payload) => "payload",
        Some(Segment::Signature) => "signature",
    };
    let position = place.position.map(|position| match position {
        Position::Character(offset) => object(vec![("offset", number(offset))]),
        Position::Json { line, column } => {
            object(vec![("line", number(line)), ("column", number(column))])
        }
    });
    let position = position.map(|position| ("position", position));
    [("segment", segment.into())]
        .into_iter()
        .chain(position)
        .collect()
}

fn finding(finding: &Finding) -> Value {
    let mut members: Members<'_> = vec![
        ("id", finding.id().into()),
        ("severity", finding.severity().as_str().into()),
        ("message", finding.message().into()),
    ];
    match finding.subject() {
        FindingSubject::Claim(name) => members.push(("claim", name.as_str().into())),
        FindingSubject::Parameter(name) => members.push(("parameter", name.as_str().into())),
        FindingSubject::Token => {}
    }
    members.push(("reference", finding.reference().into()));
    object(members)
}
