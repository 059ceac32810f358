//! What holds for every input: a report is always given, and agrees with `verify`.

use edge_jwt::{Keys, Validation, inspect};
use proptest::prelude::*;

use super::report;
use crate::support::{NOW, key, lenient, now, signed, verify, with_payload};

/// What broken and pasted tokens are made of.
const PIECES: &str =
    "(Bearer |[A-Za-z0-9_=+/ \"';*\\n-]{0,9}|\\.|eyJhbGciOiJIUzI1NiJ9|e30|id_token=|\\PC)";

fn agrees(token: &str, validation: &Validation) -> Result<(), TestCaseError> {
    let report = report(token, validation);
    match verify(token, validation) {
        Ok(_) => prop_assert!(report.is_valid()),
        Err(error) => {
            prop_assert!(!report.is_valid());
            prop_assert_eq!(report.first_failure(), Some(&error));
        }
    }
    let without_key = inspect(token, None, validation, now());
    prop_assert!(!without_key.is_valid());
    prop_assert!(report.segments().len() <= 6);
    for check in report.checks() {
        prop_assert!(check.seconds_off.is_none_or(|seconds| seconds >= 0.0));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn mutated_tokens_have_the_verdict_and_the_first_failure_of_verify(
        place in 0_usize..200,
        length in 0_usize..3,
        by in "[A-Za-z0-9_.=+/ \"*{}-]{0,3}",
    ) {
        let payload = format!(r#"{{"iss":"me","aud":["you"],"exp":{},"iat":{NOW}}}"#, NOW + 1.0);
        let mut token = with_payload(payload);
        let start = place % token.len();
        let end = (start + length).min(token.len());
        token.replace_range(start..end, &by);
        agrees(&token, &lenient())?;
        agrees(&token, &Validation::new().issuer("me").unwrap().audience("you").unwrap())?;
    }

    #[test]
    fn anything_pasted_together_has_a_report(pieces in prop::collection::vec(PIECES, 0..12)) {
        agrees(&pieces.concat(), &lenient())?;
    }

    #[test]
    fn any_text_has_a_report(text in "\\PC{0,120}") {
        agrees(&text, &lenient())?;
    }

    #[test]
    fn any_signed_bytes_have_a_report(header: Vec<u8>, payload: Vec<u8>) {
        agrees(&signed(&header, &payload), &lenient())?;
        agrees(&with_payload(&payload), &lenient())?;
    }

    #[test]
    fn no_message_holds_a_value_of_the_token(canary in "[a-z]{12}", claim in "(exp|iss|aud|email|password|jti|x)") {
        let payload = format!(r#"{{"{claim}":"{canary}@{canary}.example"}}"#);
        let header = format!(r#"{{"alg":"HS256","kid":"../{canary}","jku":"https://{canary}"}}"#);
        let report = report(&format!("Bearer {}", signed(header, payload)), &lenient());
        for check in report.checks() {
            prop_assert!(check.error().is_none_or(|error| !error.to_string().contains(&canary)));
            prop_assert!(check.hints.iter().all(|hint| !hint.message().contains(&canary)));
        }
        prop_assert!(report.findings().iter().all(|finding| !finding.message().contains(&canary)));
    }
}

#[test]
fn json_as_deep_as_it_gets_has_a_report() {
    for open in ["[", r#"{"a":"#] {
        let payload = open.repeat(20_000);
        assert!(!report(&with_payload(&payload), &lenient()).is_valid());
        assert!(!report(&signed(&payload, "{}"), &lenient()).is_valid());
    }
    let depth = 60;
    let nested = format!(
        r#"{}"jane@a.example"{}"#,
        r#"{"a":"#.repeat(depth),
        "}".repeat(depth)
    );
    let report = report(&with_payload(nested), &lenient());
    assert!(
        report
            .findings()
            .iter()
            .any(|finding| finding.id() == "personal-data")
    );
}

#[test]
fn very_many_claims_have_few_findings() {
    let claims: Vec<String> = (0..4000)
        .map(|i| format!(r#""c{i}":"j{i}@a.example""#))
        .collect();
    let token = with_payload(format!("{{{}}}", claims.join(",")));
    let report = inspect(&token, Some(Keys::One(&key())), &lenient(), now());
    assert!(report.findings().len() < 100);
}
