//! What services ask of a token beyond the registered claims: scopes, roles, lifetimes.

use edge_jwt::error::ClaimReason;
use edge_jwt::{ClaimPath, ErrorCode, NumericDate, Required, Validation};

use crate::support::{self, NOW, lenient, verify, with_payload};

#[track_caller]
fn assert_claim(payload: &str, validation: &Validation, claim: &str, reason: ClaimReason) {
    let code = ErrorCode::JwtClaimValidationFailed;
    support::assert_claim(payload, validation, code, claim, reason);
}

#[track_caller]
fn assert_accepted(payload: &str, validation: &Validation) {
    verify(&with_payload(payload), validation).unwrap_or_else(|error| panic!("{payload}: {error}"));
}

#[test]
fn rfc9068_2_2_3_scopes_are_words_of_scope_or_scp() {
    let both = lenient().required_scopes(Required::all(["read", "write"]).unwrap());
    let either = lenient().required_scopes(Required::any(["read", "write"]).unwrap());
    for payload in [
        r#"{"scope":"read write"}"#,
        r#"{"scope":"x write read y"}"#,
        r#"{"scope":["read","write"]}"#,
        r#"{"scp":"read write"}"#,
        r#"{"scp":["write","read"]}"#,
        r#"{"scope":"read","scp":["write"]}"#,
    ] {
        assert_accepted(payload, &both);
        assert_accepted(payload, &either);
    }
    for payload in [r#"{"scope":"read"}"#, r#"{"scp":["write"]}"#] {
        assert_accepted(payload, &either);
        assert_claim(payload, &both, "scope", ClaimReason::Mismatch);
    }
    for payload in [
        r#"{"scope":""}"#,
        r#"{"scope":"reads writes"}"#,
        r#"{"scope":"READ WRITE"}"#,
        r#"{"scope":"read,write"}"#,
        r#"{"scope":"read\twrite"}"#,
        r#"{"scope":["read write"]}"#,
        r#"{"scp":[]}"#,
    ] {
        assert_claim(payload, &either, "scope", ClaimReason::Mismatch);
    }
    assert_claim("{}", &either, "scope", ClaimReason::Missing);
    assert_claim(
        r#"{"scopes":"read write"}"#,
        &either,
        "scope",
        ClaimReason::Missing,
    );
    for (payload, claim) in [
        (r#"{"scope":1}"#, "scope"),
        (r#"{"scope":["read",1]}"#, "scope"),
        (r#"{"scope":{"read":true}}"#, "scope"),
        (r#"{"scope":"read","scp":null}"#, "scp"),
    ] {
        assert_claim(payload, &either, claim, ClaimReason::Invalid);
    }
}

#[test]
fn roles_are_found_by_name_or_by_path_and_by_name_first() {
    let at = |path: &str| {
        lenient().required_roles(ClaimPath::from(path), Required::all(["admin"]).unwrap())
    };
    for (path, payload) in [
        ("roles", r#"{"roles":["user","admin"]}"#),
        ("roles", r#"{"roles":"admin"}"#),
        (
            "realm_access.roles",
            r#"{"realm_access":{"roles":["admin"]}}"#,
        ),
        (
            "resource_access.api.roles",
            r#"{"resource_access":{"api":{"roles":["admin"]}}}"#,
        ),
        ("cognito:groups", r#"{"cognito:groups":["admin"]}"#),
        (
            "https://example.com/roles",
            r#"{"https://example.com/roles":["admin"]}"#,
        ),
        ("a.b", r#"{"a.b":["admin"],"a":{"b":["user"]}}"#),
    ] {
        assert_accepted(payload, &at(path));
    }
    for (path, payload) in [
        ("roles", "{}"),
        ("realm_access.roles", r#"{"realm_access":["roles"]}"#),
        (
            "realm_access.roles",
            r#"{"realm_access":{"role":["admin"]}}"#,
        ),
        ("realm_access.roles", r#"{"roles":["admin"]}"#),
        ("__proto__", "{}"),
        ("", "{}"),
    ] {
        assert_claim(payload, &at(path), path, ClaimReason::Missing);
    }
    for payload in [
        r#"{"roles":[]}"#,
        r#"{"roles":["Admin"]}"#,
        r#"{"roles":"admin user"}"#,
        r#"{"roles":["administrator"]}"#,
    ] {
        assert_claim(payload, &at("roles"), "roles", ClaimReason::Mismatch);
    }
    assert_claim(
        r#"{"a.b":["user"],"a":{"b":["admin"]}}"#,
        &at("a.b"),
        "a.b",
        ClaimReason::Mismatch,
    );
    for payload in [
        r#"{"roles":{"admin":true}}"#,
        r#"{"roles":["admin",1]}"#,
        r#"{"roles":null}"#,
    ] {
        assert_claim(payload, &at("roles"), "roles", ClaimReason::Invalid);
    }
}

#[test]
fn a_requirement_of_nothing_is_refused_when_it_is_set() {
    for refused in [
        Required::all([""; 0]),
        Required::any([""; 0]),
        Required::all([""]),
        Required::any(["a", ""]),
    ] {
        assert_eq!(refused.unwrap_err().code(), ErrorCode::ApiMisuse);
    }
}

#[test]
fn the_lifetime_that_an_issuer_gives_is_bounded() {
    let hour = lenient().max_lifetime_seconds(3600.0).unwrap();
    let lives = |seconds: f64| format!(r#"{{"iat":{NOW},"exp":{}}}"#, NOW + seconds);
    assert_accepted(&lives(3600.0), &hour);
    assert_claim(&lives(3601.0), &hour, "exp", ClaimReason::LivesTooLong);
    assert_claim(r#"{"exp":9999999999}"#, &hour, "iat", ClaimReason::Missing);
    assert_claim(
        &format!(r#"{{"iat":{NOW}}}"#),
        &hour,
        "exp",
        ClaimReason::Missing,
    );
    for seconds in [-1.0, f64::NAN, f64::INFINITY] {
        assert!(lenient().max_lifetime_seconds(seconds).is_err());
    }
}

#[test]
fn what_was_issued_before_a_breach_is_refused() {
    let since = NumericDate::from_seconds(NOW - 60.0).unwrap();
    let after_the_breach = lenient().reject_before(since);
    let issued = |seconds: f64| format!(r#"{{"iat":{}}}"#, NOW + seconds);
    assert_accepted(&issued(-60.0), &after_the_breach);
    assert_claim(
        &issued(-60.5),
        &after_the_breach,
        "iat",
        ClaimReason::IssuedTooEarly,
    );
    assert_claim("{}", &after_the_breach, "iat", ClaimReason::Missing);
}

#[test]
fn a_verified_token_stays_valid_exactly_as_long_as_verify_says() {
    let validations = [
        Validation::new(),
        lenient(),
        Validation::new().clock_tolerance_seconds(5.0).unwrap(),
        lenient().max_token_age_seconds(40.0).unwrap(),
        lenient()
            .max_token_age_seconds(40.0)
            .unwrap()
            .clock_tolerance_seconds(7.0)
            .unwrap(),
    ];
    let claims = [
        format!(r#"{{"exp":{}}}"#, NOW + 60.0),
        format!(r#"{{"exp":{},"nbf":{}}}"#, NOW + 60.0, NOW - 10.0),
        format!(
            r#"{{"exp":{},"nbf":{},"iat":{}}}"#,
            NOW + 60.0,
            NOW - 10.0,
            NOW - 20.0
        ),
        format!(r#"{{"iat":{}}}"#, NOW - 20.0),
        "{}".to_owned(),
    ];
    let mut checked = 0;
    for validation in &validations {
        for payload in &claims {
            let token = with_payload(payload);
            let Ok(jwt) = verify(&token, validation) else {
                continue;
            };
            let validity = jwt.validity(validation);
            for seconds in -100..100 {
                let then = NumericDate::from_seconds(NOW + f64::from(seconds)).unwrap();
                let again = edge_jwt::verify(&token, &crate::support::key(), validation, then);
                let is_edge = then.seconds() == validity.until_seconds();
                assert_eq!(
                    again.is_ok() && !is_edge,
                    validity.contains(then.seconds()),
                    "{payload}"
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 2000);
}
