//! `inspect` reports every check, and agrees with `verify` about every token.

use edge_jwt::json::{Number, Value};
use edge_jwt::{CheckName, CheckStatus, Inspection, Validation, inspect};

use super::{check, report};
use crate::support::{NOW, lenient, now, signed, verify, with_payload};

fn failed(report: &Inspection) -> Vec<CheckName> {
    report
        .checks()
        .iter()
        .filter(|check| check.error().is_some())
        .map(|check| check.name)
        .collect()
}

#[test]
fn every_failure_is_reported_and_not_only_the_first() {
    let validation = Validation::new()
        .issuer("me")
        .unwrap()
        .audience("me")
        .unwrap();
    let token = with_payload(r#"{"exp":1,"nbf":9999999999,"iss":"x","aud":"y","sub":1,"iat":"z"}"#);
    let (signing_input, _) = token.rsplit_once('.').unwrap();
    use CheckName::{Aud, Exp, Iat, Iss, Nbf, Signature, Sub};
    assert_eq!(
        failed(&report(&token, &validation)),
        [Iss, Sub, Aud, Iat, Nbf, Exp]
    );
    let forged = report(&format!("{signing_input}.AAAA"), &validation);
    assert_eq!(failed(&forged), [Signature, Iss, Sub, Aud, Iat, Nbf, Exp]);
    assert!(!forged.is_valid());
    assert_eq!(
        forged
            .unverified_claims()
            .unwrap()
            .get("iss")
            .unwrap()
            .as_str(),
        Some("x")
    );
}

#[test]
fn a_check_has_passed_only_where_something_was_asked() {
    use CheckName::{Claims, Header, Required, Typ};
    let token = signed(
        r#"{"alg":"HS256","typ":"JWT"}"#,
        format!(r#"{{"exp":{},"a":1}}"#, NOW + 60.0),
    );
    let status =
        |validation: &Validation, name| check(&report(&token, validation), name).status.clone();
    for name in [Claims, Header, Required, Typ] {
        assert_eq!(status(&lenient(), name), CheckStatus::Skipped, "{name:?}");
    }
    let asked = Validation::new()
        .token_type("JWT")
        .and_then(|validation| validation.claim("a", [Value::from(Number::from(1_u64))]))
        .and_then(|validation| validation.header_parameter("alg", ["HS256"]))
        .unwrap();
    for name in [Claims, Header, Required, Typ] {
        assert_eq!(status(&asked, name), CheckStatus::Passed, "{name:?}");
    }
}

#[test]
fn the_names_of_checks_are_stable() {
    use CheckName::*;
    let names = [
        (Options, "options"),
        (Form, "form"),
        (Crit, "crit"),
        (Algorithm, "algorithm"),
        (Key, "key"),
        (Signature, "signature"),
        (Payload, "payload"),
        (Typ, "typ"),
        (Required, "required"),
        (Iss, "iss"),
        (Sub, "sub"),
        (Aud, "aud"),
        (Jti, "jti"),
        (Nonce, "nonce"),
        (Iat, "iat"),
        (Nbf, "nbf"),
        (Exp, "exp"),
        (MaxTokenAge, "max_token_age"),
        (MaxLifetime, "max_lifetime"),
        (RejectBefore, "reject_before"),
        (Scopes, "scopes"),
        (Roles, "roles"),
        (Header, "header"),
        (Claims, "claims"),
        (Kind, "kind"),
        (Azp, "azp"),
        (ClientId, "client_id"),
        (AuthTime, "auth_time"),
        (Acr, "acr"),
        (AtHash, "at_hash"),
        (CHash, "c_hash"),
        (Events, "events"),
        (Sid, "sid"),
    ];
    for (name, text) in names {
        assert_eq!(name.as_str(), text);
    }
}

#[test]
fn a_token_whose_signature_was_not_checked_is_not_valid() {
    let token = with_payload("{}");
    let without_key = inspect(&token, None, &lenient(), now());
    assert_eq!(failed(&without_key), []);
    assert!(!without_key.is_valid());
    assert!(report(&token, &lenient()).is_valid());
}

#[test]
fn inspect_and_verify_agree_on_the_verdict_and_the_first_failure() {
    let validation = Validation::new().issuer("me").unwrap();
    let headers = [
        r#"{"alg":"HS256"}"#,
        r#"{"alg":"none"}"#,
        r#"{"alg":"RS256"}"#,
        r#"{"alg":"HS256","b64":false}"#,
        r#"{"alg":"HS256","crit":["x"],"x":1}"#,
        r#"{"alg":"HS256","crit":[]}"#,
        "[]",
        "{}",
        r#"{"alg":"X","crit":[]}"#,
    ];
    let alive = format!(r#"{{"iss":"me","exp":{}}}"#, NOW + 60.0);
    let payloads = [
        alive.as_str(),
        r#"{"iss":"me","exp":1}"#,
        r#"{"iss":"you","exp":1}"#,
        "[]",
        "{",
        "{}",
        r#"{"iss":"me","aud":"x","exp":9999999999}"#,
    ];
    for header in headers {
        for payload in payloads {
            let good = signed(header, payload);
            let (signing_input, _) = good.rsplit_once('.').unwrap();
            for token in [
                good.clone(),
                format!("{signing_input}.AAAA"),
                signing_input.to_owned(),
            ] {
                let report = report(&token, &validation);
                match verify(&token, &validation) {
                    Ok(_) => assert!(report.is_valid() && failed(&report).is_empty(), "{token}"),
                    Err(error) => {
                        assert!(!report.is_valid(), "{token}");
                        assert_eq!(report.first_failure(), Some(&error), "{token}");
                    }
                }
            }
        }
    }
}
