//! What services ask of a token beyond the registered claims: scopes, roles, lifetimes.

use edge_jwt::error::ClaimReason;
use edge_jwt::json::{Number, Value};
use edge_jwt::{
    ClaimPath, Error, ErrorCode, ImportOptions, NumericDate, Required, Validation, VerifyingKey,
};

use crate::support::{self, NOW, lenient, now, signed, verify, with_payload};

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
    let after_the_breach = lenient().reject_before(since).unwrap();
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
        lenient()
            .max_authentication_age_seconds(30.0)
            .unwrap()
            .clock_tolerance_seconds(3.0)
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
        format!(r#"{{"auth_time":{},"exp":{}}}"#, NOW - 15.0, NOW + 60.0),
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

#[test]
fn claims_and_header_parameters_have_the_values_that_are_asked_for() {
    let asked = lenient()
        .claim("token_use", ["access"])
        .unwrap()
        .claim("level", [Value::from(Number::from(1_u64)), true.into()])
        .unwrap()
        .header_parameter("kid", ["a", "b"])
        .unwrap();
    let token = |header: &str, payload: &str| signed(header, payload);
    let header = r#"{"alg":"HS256","kid":"b"}"#;
    for payload in [
        r#"{"token_use":"access","level":1}"#,
        r#"{"token_use":"access","level":1.0}"#,
        r#"{"token_use":"access","level":true}"#,
    ] {
        verify(&token(header, payload), &asked).unwrap();
    }
    let refused = |header: &str, payload: &str| match verify(&token(header, payload), &asked) {
        Err(Error::Claim(fault)) => (fault.claim, fault.reason),
        other => panic!("{payload}: {other:?}"),
    };
    for (payload, claim, reason) in [
        (r#"{"level":1}"#, "token_use", ClaimReason::Missing),
        (
            r#"{"token_use":"id","level":1}"#,
            "token_use",
            ClaimReason::Mismatch,
        ),
        (
            r#"{"token_use":["access"],"level":1}"#,
            "token_use",
            ClaimReason::Mismatch,
        ),
        (r#"{"token_use":"access"}"#, "level", ClaimReason::Missing),
        (
            r#"{"token_use":"access","level":"1"}"#,
            "level",
            ClaimReason::Mismatch,
        ),
        (
            r#"{"token_use":"access","level":false}"#,
            "level",
            ClaimReason::Mismatch,
        ),
        (
            r#"{"token_use":"access","level":null}"#,
            "level",
            ClaimReason::Mismatch,
        ),
    ] {
        assert_eq!(
            refused(header, payload),
            (claim.to_owned(), reason),
            "{payload}"
        );
    }
    let good = r#"{"token_use":"access","level":1}"#;
    let kid = "kid".to_owned();
    assert_eq!(
        refused(r#"{"alg":"HS256"}"#, good),
        (kid.clone(), ClaimReason::Missing)
    );
    assert_eq!(
        refused(r#"{"alg":"HS256","kid":"c"}"#, good),
        (kid, ClaimReason::Mismatch)
    );

    for misuse in [
        lenient().claim("a", [""; 0]),
        lenient().claim("a", [""]),
        lenient().claim("", ["a"]),
        lenient().claim("a", [Value::Null]),
        lenient().claim("a", [Value::from(vec!["a"])]),
        lenient().header_parameter("a", [""]),
    ] {
        assert_eq!(misuse.unwrap_err().code(), ErrorCode::ApiMisuse);
    }
}

#[test]
fn a_tenant_has_an_issuer_of_its_own_and_must_be_allowed() {
    let tenants = lenient()
        .issuers([
            "https://login.example/{tenantid}/v2.0",
            "https://sts.example/{tenantid}/",
        ])
        .unwrap()
        .tenants(["t-1", "t-2"])
        .unwrap();
    for payload in [
        r#"{"tid":"t-1","iss":"https://login.example/t-1/v2.0"}"#,
        r#"{"tid":"t-2","iss":"https://login.example/t-2/v2.0"}"#,
        r#"{"tid":"t-2","iss":"https://sts.example/t-2/"}"#,
    ] {
        assert_accepted(payload, &tenants);
    }
    for (payload, claim, reason) in [
        (
            r#"{"iss":"https://login.example/t-1/v2.0"}"#,
            "tid",
            ClaimReason::Missing,
        ),
        (
            r#"{"tid":"t-3","iss":"https://login.example/t-3/v2.0"}"#,
            "tid",
            ClaimReason::Mismatch,
        ),
        (
            r#"{"tid":1,"iss":"https://login.example/1/v2.0"}"#,
            "tid",
            ClaimReason::Invalid,
        ),
        (r#"{"tid":"t-1"}"#, "iss", ClaimReason::Missing),
        (
            r#"{"tid":"t-1","iss":"https://login.example/t-2/v2.0"}"#,
            "iss",
            ClaimReason::Mismatch,
        ),
        (
            r#"{"tid":"t-1","iss":"https://login.example/{tenantid}/v2.0"}"#,
            "iss",
            ClaimReason::Mismatch,
        ),
    ] {
        assert_claim(payload, &tenants, claim, reason);
    }
    for misuse in [
        lenient().tenants(["t-1"]),
        lenient()
            .issuer("https://login.example/")
            .unwrap()
            .tenants(["t-1"]),
        lenient().issuer("{tenantid}").unwrap().tenants([""; 0]),
        lenient().issuer("{tenantid}").unwrap().tenants([""]),
    ] {
        assert_eq!(misuse.unwrap_err().code(), ErrorCode::ApiMisuse);
    }
}

#[test]
fn a_key_that_says_whose_it_is_serves_nobody_else() {
    let issuer = "https://login.example/{tenantid}/v2.0";
    let of = |key_issuer: &str| {
        let k = edge_jwt::base64url::encode(crate::support::SECRET);
        let jwk = format!(r#"{{"kty":"oct","alg":"HS256","k":"{k}","issuer":"{key_issuer}"}}"#);
        let jwk = edge_jwt::Jwk::from_json(jwk).unwrap();
        VerifyingKey::from_jwk(&jwk, None, &ImportOptions::new()).unwrap()
    };
    let tenants = lenient()
        .issuer(issuer)
        .unwrap()
        .tenants(["t-1", "t-2"])
        .unwrap();
    let token = with_payload(r#"{"tid":"t-1","iss":"https://login.example/t-1/v2.0"}"#);
    for key_issuer in [issuer, "https://login.example/t-1/v2.0"] {
        edge_jwt::verify(&token, &of(key_issuer), &tenants, now()).unwrap();
    }
    for key_issuer in [
        "https://login.example/t-2/v2.0",
        "https://sts.example/{tenantid}/",
        "",
    ] {
        let error = edge_jwt::verify(&token, &of(key_issuer), &tenants, now()).unwrap_err();
        assert_eq!(error.code(), ErrorCode::JoseKeyMismatch);
        let report = edge_jwt::inspect(&token, Some((&of(key_issuer)).into()), &tenants, now());
        assert_eq!(report.first_failure(), Some(&error));
    }
    // Elsewhere the member means nothing.
    edge_jwt::verify(&token, &of("anybody"), &lenient(), now()).unwrap();
}

#[test]
fn several_fitting_keys_are_tried_only_when_the_caller_asks() {
    let set = |count: usize| {
        let keys: Vec<String> = (0..count)
            .map(|index| {
                let secret = if index + 1 == count {
                    *crate::support::SECRET
                } else {
                    [u8::try_from(index).unwrap(); 32]
                };
                let k = edge_jwt::base64url::encode(secret);
                format!(r#"{{"kty":"oct","alg":"HS256","k":"{k}"}}"#)
            })
            .collect();
        let text = format!(r#"{{"keys":[{}]}}"#, keys.join(","));
        let set = edge_jwt::JwkSet::from_json(text).unwrap();
        edge_jwt::VerifyingKeySet::from_jwk_set(&set, &ImportOptions::new())
    };
    let token = with_payload("{}");
    let policy = edge_jwt::SignaturePolicy::new().try_all_matching_keys(true);
    let trying = lenient().signature(policy);
    let verified = |count: usize, validation: &Validation| {
        let report = edge_jwt::inspect(&token, Some((&set(count)).into()), validation, now());
        let result = edge_jwt::verify(&token, &set(count), validation, now());
        assert_eq!(report.first_failure(), result.as_ref().err());
        result
            .map(|jwt| jwt.key_index())
            .map_err(|error| error.code())
    };
    assert_eq!(verified(1, &lenient()), Ok(0));
    assert_eq!(
        verified(2, &lenient()),
        Err(ErrorCode::JwksMultipleMatchingKeys)
    );
    assert_eq!(verified(2, &trying), Ok(1));
    assert_eq!(verified(16, &trying), Ok(15));
    // More than that would let a token cost whatever the set costs.
    assert_eq!(
        verified(17, &trying),
        Err(ErrorCode::JwksMultipleMatchingKeys)
    );

    let other = signed(r#"{"alg":"HS256","kid":"x"}"#, "{}");
    let error = edge_jwt::verify(&other, &set(2), &trying, now()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::JwksNoMatchingKey);
}
