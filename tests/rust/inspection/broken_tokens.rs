//! What can be read of a broken token is shown, and where it is broken is told.

use edge_jwt::base64url::encode;
use edge_jwt::error::Segment;
use edge_jwt::{CheckName, Inspection, Place, Position, SignaturePolicy, Validation};

use super::{check, report};
use crate::support::{lenient, sign_text, signed, with_payload};

fn place(token: &str, name: CheckName) -> Option<Place> {
    check(&report(token, &lenient()), name).place
}

fn at(segment: Option<Segment>, position: Option<Position>) -> Option<Place> {
    Some(Place { segment, position })
}

fn names(report: &Inspection) -> Vec<&'static str> {
    report
        .segments()
        .iter()
        .map(|segment| segment.name)
        .collect()
}

#[test]
fn a_character_that_does_not_belong_is_told_by_its_number() {
    let token = with_payload("{}");
    let full_stop = token.find('.').unwrap();
    for (place_of, segment) in [
        (3, Segment::Header),
        (full_stop + 2, Segment::Payload),
        (token.len() - 1, Segment::Signature),
    ] {
        let mut broken = token.clone();
        broken.replace_range(place_of..=place_of, "*");
        let expected = at(Some(segment), Some(Position::Character(place_of)));
        assert_eq!(place(&broken, CheckName::Form), expected);
    }
}

#[test]
fn too_few_and_too_many_segments_are_told() {
    let token = with_payload("{}");
    let (two, _) = token.rsplit_once('.').unwrap();
    let end = |offset| at(None, Some(Position::Character(offset)));
    assert_eq!(place(two, CheckName::Form), end(two.len()));
    assert_eq!(
        place(&format!("{token}.x"), CheckName::Form),
        end(token.len())
    );
    assert_eq!(
        place(&format!("{token}~{token}"), CheckName::Form),
        end(token.len()),
        "an SD-JWT with key binding"
    );
    assert_eq!(place("é.𝛼", CheckName::Form), end(4));
    assert_eq!(
        place(&format!("{token}.x.y"), CheckName::Form),
        at(None, None)
    );
}

#[test]
fn a_fault_of_json_is_told_by_line_and_column() {
    let json = |line, column| Some(Position::Json { line, column });
    let header = |text: &[u8]| place(&signed(text, "{}"), CheckName::Form);
    assert_eq!(header(b"{\n  alg }"), at(Some(Segment::Header), json(2, 3)));
    assert_eq!(header(b"[]"), at(Some(Segment::Header), None));
    let payload = |text: &[u8]| place(&with_payload(text), CheckName::Payload);
    let in_payload = |line, column| at(Some(Segment::Payload), json(line, column));
    assert_eq!(payload(b"{\"a\":1}\n x"), in_payload(2, 2));
    assert_eq!(payload(b"{\"a\":1,\"a\":2}"), in_payload(1, 13));
    assert_eq!(payload(b"{\n\"a\":"), in_payload(2, 5));
    assert_eq!(payload(b"{\"a\":\"\xff\"}"), in_payload(1, 7));
    assert_eq!(payload(b"\xef\xbb\xbf{}"), in_payload(1, 1));
    assert_eq!(payload(b"1"), at(Some(Segment::Payload), None));
}

#[test]
fn a_payload_that_is_no_strict_json_is_shown_as_text() {
    for (payload, text) in [
        (&b"{\"a\":1,\"a\":2}"[..], "{\"a\":1,\"a\":2}"),
        (b"{\"a\":1} x", "{\"a\":1} x"),
        (b"\xef\xbb\xbf{}", "\u{feff}{}"),
        (b"{\"a\":\"\xff\"}", "{\"a\":\"\u{fffd}\"}"),
        (b"[]", "[]"),
    ] {
        let report = report(&with_payload(payload), &lenient());
        assert_eq!(report.unverified_payload_text(), Some(text));
        assert_eq!(report.unverified_claims(), None);
        assert!(report.unverified_header().is_some());
    }
    let good = report(&with_payload("{}"), &lenient());
    assert_eq!(good.unverified_payload_text(), None);
    assert_eq!(good.unverified_header_text(), None);
}

#[test]
fn bytes_that_are_no_utf8_are_shown_as_the_standard_library_does_it() {
    for first in 1..=u8::MAX {
        for second in (0x70..=u8::MAX).step_by(5) {
            let bytes = [b'a', first, second, 0xbf, 0x80, first, b'z', 0xe2, 0x82];
            for length in 1..=bytes.len() {
                let bytes = &bytes[..length];
                let token = format!("e30.{}.", encode(bytes));
                let report = report(&token, &Validation::new());
                let expected = String::from_utf8_lossy(bytes);
                assert_eq!(report.unverified_payload_text(), Some(&*expected));
            }
        }
    }
}

#[test]
fn a_broken_header_is_shown_as_text_beside_the_claims() {
    let report = report(&signed("{\"alg\":", r#"{"sub":"x"}"#), &lenient());
    assert_eq!(report.unverified_header_text(), Some("{\"alg\":"));
    assert_eq!(
        report.unverified_claims().unwrap().get("sub"),
        Some(&"x".into())
    );
}

#[test]
fn a_token_without_its_signature_and_one_that_was_cut_are_read() {
    let token = with_payload(r#"{"sub":"x"}"#);
    let (two, _) = token.rsplit_once('.').unwrap();
    let without_signature = report(two, &lenient());
    assert_eq!(names(&without_signature), ["header", "payload"]);
    assert!(without_signature.unverified_claims().is_some());
    let cut = &two[..two.len() - 3];
    let cut = report(cut, &lenient());
    assert!(cut.unverified_header().is_some());
    assert!(
        cut.unverified_payload_text()
            .unwrap()
            .starts_with(r#"{"sub"#)
    );
    let header_alone = report(token.split('.').next().unwrap(), &lenient());
    assert!(header_alone.unverified_header().is_some());
    assert_eq!(names(&header_alone), ["header"]);
}

#[test]
fn base64_with_padding_or_of_the_other_alphabet_is_read() {
    let header = encode(r#"{"alg":"HS256"}"#);
    let payload = encode(r#"{"sub":"~~~???"}"#);
    let plain = payload.replace('-', "+").replace('_', "/");
    for text in [plain, format!("{payload}==")] {
        let report = report(&sign_text(&format!("{header}.{text}")), &lenient());
        assert!(!report.is_valid());
        let sub = report.unverified_claims().unwrap().get("sub").unwrap();
        assert_eq!(sub.as_str(), Some("~~~???"));
        // The signing input is not the one that was signed: nothing can be said about the signature.
        let signature = &check(&report, CheckName::Signature).status;
        assert_eq!(signature, &edge_jwt::CheckStatus::Skipped);
    }
}

#[test]
fn a_padded_signature_is_checked_without_its_padding() {
    let report = report(&format!("{}=", with_payload("{}")), &lenient());
    assert!(!report.is_valid());
    let signature = &check(&report, CheckName::Signature).status;
    assert_eq!(signature, &edge_jwt::CheckStatus::Passed);
}

#[test]
fn of_an_encrypted_token_the_header_is_shown_and_the_segments_are_named() {
    let header = encode(r#"{"alg":"dir","enc":"A256GCM"}"#);
    let report = report(&format!("{header}.e30.aXY.Y2lwaGVy.dGFn"), &lenient());
    assert_eq!(
        names(&report),
        ["header", "encryptedKey", "iv", "ciphertext", "tag"]
    );
    let lengths: Vec<usize> = report
        .segments()
        .iter()
        .map(|segment| segment.length)
        .collect();
    assert_eq!(lengths, [header.len(), 3, 3, 8, 4]);
    assert_eq!(
        report.unverified_header().unwrap().get("enc"),
        Some(&"A256GCM".into())
    );
    assert_eq!(report.unverified_claims(), None);
    assert_eq!(report.unverified_payload_text(), None);
}

#[test]
fn beyond_the_limits_nothing_is_read() {
    let limits = |limits| Validation::new().signature(SignaturePolicy::new().limits(limits));
    let token = with_payload(r#"{"sub":"x"}"#);
    let too_long = limits(
        edge_jwt::Limits::new()
            .with_token_length(token.len() - 1)
            .unwrap(),
    );
    let long = report(&token, &too_long);
    assert_eq!(check(&long, CheckName::Form).place, at(None, None));
    assert!(long.unverified_header().is_none() && long.segments().is_empty());
    assert_eq!(long.checks().len(), 1);
    let long_header = limits(edge_jwt::Limits::new().with_header_length(3).unwrap());
    let long = report(&token, &long_header);
    assert!(long.unverified_header().is_none() && long.unverified_header_text().is_none());
    let full_stops = report(&".".repeat(200_000), &lenient());
    assert_eq!(full_stops.segments().len(), 6);
}

#[test]
fn what_is_no_token_at_all_is_only_said_to_be_none() {
    for text in [
        "",
        " ",
        ".",
        "..",
        "....",
        "hello",
        "Bearer ",
        "\"",
        "a=b",
        "https://a.example/",
    ] {
        let report = report(text, &lenient());
        assert!(!report.is_valid());
        assert_eq!(report.checks()[0].name, CheckName::Form, "{text:?}");
        assert_eq!(report.unverified_header(), None, "{text:?}");
        assert_eq!(report.unverified_claims(), None, "{text:?}");
    }
}
