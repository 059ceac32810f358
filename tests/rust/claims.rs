//! The registered claims (RFC 7519 §4.1): their types always, their values where asked.

use edge_jwt::error::ClaimReason;
use edge_jwt::{ErrorCode, SignaturePolicy, Validation};

use crate::support::{
    NOW, assert_claim, assert_refused, key, lenient, now, signed, verify, with_payload,
};

const FAILED: ErrorCode = ErrorCode::JwtClaimValidationFailed;

#[test]
fn dates_must_be_finite_numbers_whether_or_not_anybody_asks() {
    for claim in ["exp", "nbf", "iat"] {
        for value in [
            r#""9999999999""#,
            r#""1""#,
            r#""never""#,
            "null",
            "true",
            "false",
            "[]",
            "[9999999999]",
            "{}",
        ] {
            let payload = format!(r#"{{"{claim}":{value}}}"#);
            assert_claim(&payload, &lenient(), FAILED, claim, ClaimReason::Invalid);
        }
        let token = with_payload(format!(r#"{{"{claim}":1e400}}"#));
        assert_refused(verify(&token, &lenient()), ErrorCode::JwtInvalid, &token);
    }
    for expired in ["0", "-0", "0.0", "1", "1e-300", "-1", "-0.5", "-1e300"] {
        let payload = format!(r#"{{"exp":{expired}}}"#);
        assert_claim(
            &payload,
            &lenient(),
            ErrorCode::JwtExpired,
            "exp",
            ClaimReason::Expired,
        );
    }
    for distant in [
        "9007199254740993",
        "18446744073709551616",
        "99999999999999999",
        "1e308",
    ] {
        verify(
            &with_payload(format!(r#"{{"exp":{distant},"iat":1.5}}"#)),
            &lenient(),
        )
        .unwrap();
    }
}

#[test]
fn rfc7519_2_times_before_the_epoch_are_times() {
    for claim in ["nbf", "iat"] {
        for time in ["-1", "-0.5", "-1e300"] {
            verify(
                &with_payload(format!(r#"{{"{claim}":{time}}}"#)),
                &lenient(),
            )
            .unwrap();
        }
    }
    let aged = lenient().max_token_age_seconds(60.0).unwrap();
    let token = with_payload(r#"{"iat":-1}"#);
    assert_refused(verify(&token, &aged), ErrorCode::JwtExpired, &token);
}

#[test]
fn loose_types_are_accepted_only_where_that_is_asked_for() {
    let loose = || lenient().accept_loose_types(true);
    for (payload, expecting) in [
        (r#"{"sub":42}"#, lenient().subject("42")),
        (r#"{"sub":-42}"#, lenient().subject("-42")),
        (r#"{"iss":7}"#, lenient().issuer("7")),
        (r#"{"jti":7}"#, lenient().jwt_id("7")),
        (r#"{"aud":7}"#, lenient().audience("7")),
        (r#"{"aud":["a",7]}"#, lenient().audience("7")),
        (
            r#"{"sub":18446744073709551615}"#,
            lenient().subject("18446744073709551615"),
        ),
        (r#"{"nbf":null,"iat":null,"exp":null}"#, Ok(lenient())),
        (
            r#"{"sub":null,"iss":null,"jti":null,"aud":null}"#,
            Ok(lenient()),
        ),
    ] {
        let token = with_payload(payload);
        let strict = expecting.unwrap();
        let code = ErrorCode::JwtClaimValidationFailed;
        assert_refused(verify(&token, &strict), code, &token);
        verify(&token, &strict.accept_loose_types(true))
            .unwrap_or_else(|error| panic!("{payload}: {error}"));
    }
    // What decides is still decided: null is no value, digits are compared, times are numbers.
    for (payload, expecting) in [
        (r#"{"sub":null}"#, loose().subject("null")),
        (r#"{"sub":42}"#, loose().subject("43")),
        (r#"{"sub":true}"#, Ok(loose())),
        (r#"{"sub":["42"]}"#, loose().subject("42")),
        (r#"{"aud":null}"#, loose().audience("api")),
        (r#"{"aud":["api",null]}"#, loose().audience("api")),
        (r#"{"aud":[7]}"#, loose().audience("8")),
        (r#"{"exp":null}"#, Ok(loose().required_claims(["exp"]))),
        (r#"{"exp":"9999999999"}"#, Ok(loose())),
        (r#"{"nbf":"1"}"#, Ok(loose())),
    ] {
        let token = with_payload(payload);
        let refused = verify(&token, &expecting.unwrap());
        assert_refused(refused, ErrorCode::JwtClaimValidationFailed, &token);
    }
    let token = with_payload(r#"{"aud":7}"#);
    let unstated = verify(
        &token,
        &edge_jwt::Validation::new()
            .required_claims([""; 0])
            .accept_loose_types(true),
    );
    assert_refused(unstated, ErrorCode::JwtClaimValidationFailed, &token);
}

#[test]
fn rfc7519_4_1_4_on_or_after_exp_the_token_is_refused() {
    let at = |exp: f64| format!(r#"{{"exp":{exp}}}"#);
    let strict = Validation::new();
    verify(&with_payload(at(NOW + 0.001)), &strict).unwrap();
    let fault = assert_claim(
        &at(NOW),
        &strict,
        ErrorCode::JwtExpired,
        "exp",
        ClaimReason::Expired,
    );
    assert_eq!(fault.actual.as_deref(), Some("1795305600"));
    assert_eq!(fault.expected.as_deref(), Some("1795305600.0"));
    let tolerant = Validation::new().clock_tolerance_seconds(5.0).unwrap();
    verify(&with_payload(at(NOW - 4.999)), &tolerant).unwrap();
    assert_claim(
        &at(NOW - 5.0),
        &tolerant,
        ErrorCode::JwtExpired,
        "exp",
        ClaimReason::Expired,
    );
}

#[test]
fn rfc7519_4_1_5_before_nbf_the_token_is_refused() {
    let at = |nbf: f64| format!(r#"{{"nbf":{nbf}}}"#);
    verify(&with_payload(at(NOW)), &lenient()).unwrap();
    let code = ErrorCode::JwtNotYetValid;
    assert_claim(
        &at(NOW + 0.001),
        &lenient(),
        code,
        "nbf",
        ClaimReason::NotYetValid,
    );
    let tolerant = lenient().clock_tolerance_seconds(5.0).unwrap();
    verify(&with_payload(at(NOW + 5.0)), &tolerant).unwrap();
    assert_claim(
        &at(NOW + 5.001),
        &tolerant,
        code,
        "nbf",
        ClaimReason::NotYetValid,
    );
}

#[test]
fn exp_is_required_unless_the_caller_says_otherwise() {
    assert_claim(
        "{}",
        &Validation::new(),
        FAILED,
        "exp",
        ClaimReason::Missing,
    );
    let validation = Validation::new().required_claims(["sub", "tenant"]);
    assert_claim(
        r#"{"sub":"a"}"#,
        &validation,
        FAILED,
        "tenant",
        ClaimReason::Missing,
    );
    verify(&with_payload(r#"{"sub":"a","tenant":null}"#), &validation).unwrap();
    // A name that every JavaScript object has is not a claim.
    let validation = Validation::new().required_claims(["toString", "__proto__"]);
    assert_claim("{}", &validation, FAILED, "toString", ClaimReason::Missing);
}

#[test]
fn the_age_of_a_token_is_bounded_on_both_sides() {
    let young = lenient().max_token_age_seconds(60.0).unwrap();
    let at = |iat: f64| format!(r#"{{"iat":{iat}}}"#);
    verify(&with_payload(at(NOW - 60.0)), &young).unwrap();
    assert_claim("{}", &young, FAILED, "iat", ClaimReason::Missing);
    assert_claim(
        &at(NOW - 60.001),
        &young,
        ErrorCode::JwtExpired,
        "iat",
        ClaimReason::TooOld,
    );
    assert_claim(
        &at(NOW + 0.001),
        &young,
        FAILED,
        "iat",
        ClaimReason::IssuedInTheFuture,
    );
    verify(&with_payload(at(NOW + 1000.0)), &lenient())
        .expect("iat alone says nothing of validity");
    let tolerant = young.clock_tolerance_seconds(2.0).unwrap();
    verify(&with_payload(at(NOW - 62.0)), &tolerant).unwrap();
    verify(&with_payload(at(NOW + 2.0)), &tolerant).unwrap();
}

#[test]
fn options_that_make_no_sense_are_refused_when_they_are_set() {
    type Set = fn(Validation, f64) -> Result<Validation, edge_jwt::Error>;
    let century = 36_500.0 * 86_400.0;
    let bounded: [(Set, f64); 4] = [
        (Validation::clock_tolerance_seconds, 3600.0),
        (Validation::max_token_age_seconds, century),
        (Validation::max_lifetime_seconds, century),
        (Validation::max_authentication_age_seconds, century),
    ];
    for (set, most) in bounded {
        for seconds in [f64::NAN, f64::INFINITY, -1.0, 1e308, most + 1.0] {
            let refused = set(Validation::new(), seconds).unwrap_err();
            assert_eq!(refused.code(), ErrorCode::ApiMisuse);
            assert!(refused.to_string().contains(&format!("from 0 to {most}")));
        }
        for seconds in [0.0, -0.0, 0.5, most] {
            assert!(set(Validation::new(), seconds).is_ok());
        }
    }
    let date = |seconds| edge_jwt::NumericDate::from_seconds(seconds).unwrap();
    let milliseconds = Validation::new().reject_before(date(NOW * 1000.0));
    assert_eq!(milliseconds.unwrap_err().code(), ErrorCode::ApiMisuse);
    let empty = [
        Validation::new().issuers([""; 0]),
        Validation::new().issuers(["https://issuer.example/", ""]),
        Validation::new().audiences([""; 0]),
        Validation::new().audience(""),
        Validation::new().subject(""),
        Validation::new().jwt_id(""),
        Validation::new().nonce(""),
        Validation::new().token_type(""),
    ];
    for refused in empty {
        assert_eq!(refused.unwrap_err().code(), ErrorCode::ApiMisuse);
    }
}

#[test]
fn strings_are_strings_whether_or_not_anybody_asks_and_compare_exactly() {
    for claim in ["iss", "sub", "jti"] {
        for value in ["1", "null", "true", "{}", "[]", r#"["a"]"#] {
            let payload = format!(r#"{{"{claim}":{value}}}"#);
            assert_claim(&payload, &lenient(), FAILED, claim, ClaimReason::Invalid);
        }
    }
    let expecting: [(&str, Validation); 4] = [
        ("iss", lenient().issuer("https://issuer.example").unwrap()),
        ("sub", lenient().subject("https://issuer.example").unwrap()),
        ("jti", lenient().jwt_id("https://issuer.example").unwrap()),
        ("nonce", lenient().nonce("https://issuer.example").unwrap()),
    ];
    for (claim, validation) in expecting {
        assert_claim("{}", &validation, FAILED, claim, ClaimReason::Missing);
        for value in [
            "",
            "https://issuer.example/",
            "https://issuer.exampl",
            "HTTPS://issuer.example",
            "https://issuer.example ",
            "https://issuer.example.attacker.example",
            ".*",
        ] {
            let payload = format!(r#"{{"{claim}":"{value}"}}"#);
            let fault = assert_claim(&payload, &validation, FAILED, claim, ClaimReason::Mismatch);
            assert_eq!(fault.actual, Some(format!("\"{value}\"")));
            assert_eq!(
                fault.expected.as_deref(),
                Some(r#""https://issuer.example""#)
            );
        }
        let payload = format!(r#"{{"{claim}":["https://issuer.example"]}}"#);
        assert_claim(&payload, &validation, FAILED, claim, ClaimReason::Invalid);
        let token = with_payload(format!(r#"{{"{claim}":"https://issuer.example"}}"#));
        verify(&token, &validation).unwrap();
    }
    let either = lenient().issuers(["a", "b"]).unwrap();
    verify(&with_payload(r#"{"iss":"b"}"#), &either).unwrap();
    let fault = assert_claim(
        r#"{"iss":"c"}"#,
        &either,
        FAILED,
        "iss",
        ClaimReason::Mismatch,
    );
    assert_eq!(fault.expected.as_deref(), Some(r#"["a","b"]"#));
}

#[test]
fn rfc7519_4_1_3_a_token_for_an_audience_is_for_nobody_who_is_not_named() {
    let unstated = Validation::new().required_claims([""; 0]);
    for aud in [r#""api""#, r#"["api"]"#, "[]", r#""""#] {
        let payload = format!(r#"{{"aud":{aud}}}"#);
        assert_claim(
            &payload,
            &unstated,
            FAILED,
            "aud",
            ClaimReason::AudienceNotStated,
        );
        verify(&with_payload(payload), &lenient()).unwrap();
    }
    verify(&with_payload("{}"), &unstated).unwrap();

    let api = lenient()
        .audiences(["api", "https://api.example/"])
        .unwrap();
    assert_claim("{}", &api, FAILED, "aud", ClaimReason::Missing);
    for aud in [
        r#""Api""#,
        r#""ap""#,
        r#""api2""#,
        r#""""#,
        "[]",
        r#"[""]"#,
        r#"["x","y"]"#,
    ] {
        let payload = format!(r#"{{"aud":{aud}}}"#);
        assert_claim(&payload, &api, FAILED, "aud", ClaimReason::Mismatch);
    }
    for aud in [
        "1",
        "null",
        "{}",
        "true",
        "[1]",
        r#"["api",1]"#,
        r#"[["api"]]"#,
        r#"{"0":"api"}"#,
    ] {
        let payload = format!(r#"{{"aud":{aud}}}"#);
        for validation in [&api, &unstated, &lenient()] {
            assert_claim(&payload, validation, FAILED, "aud", ClaimReason::Invalid);
        }
    }
    for aud in [r#""api""#, r#"["api"]"#, r#"["x","https://api.example/"]"#] {
        verify(&with_payload(format!(r#"{{"aud":{aud}}}"#)), &api).unwrap();
    }
}

#[test]
fn rfc8725_3_11_typ_is_a_media_type() {
    let access_token = lenient().token_type("at+jwt").unwrap();
    for typ in [
        "at+jwt",
        "application/at+jwt",
        "AT+JWT",
        "Application/At+Jwt",
    ] {
        let token = signed(format!(r#"{{"alg":"HS256","typ":"{typ}"}}"#), "{}");
        verify(&token, &access_token).unwrap();
    }
    for typ in [
        "JWT",
        "at+jwt ",
        "text/at+jwt",
        "application/application/at+jwt",
        "",
    ] {
        let token = signed(format!(r#"{{"alg":"HS256","typ":"{typ}"}}"#), "{}");
        assert_refused(verify(&token, &access_token), FAILED, &token);
    }
    let token = signed(r#"{"alg":"HS256"}"#, r#"{"typ":"at+jwt"}"#);
    assert_refused(verify(&token, &access_token), FAILED, &token);
    let spelled_out = lenient().token_type("application/dpop+jwt").unwrap();
    let token = signed(r#"{"alg":"HS256","typ":"dpop+jwt"}"#, "{}");
    verify(&token, &spelled_out).unwrap();
}

#[test]
fn nothing_about_the_claims_is_decided_before_the_signature_held() {
    let validation = Validation::new()
        .issuer("me")
        .unwrap()
        .audience("me")
        .unwrap();
    for payload in [
        r#"{"exp":1}"#,
        r#"{"iss":"attacker"}"#,
        "[]",
        "no JSON",
        r#"{"exp":1,"exp":2}"#,
    ] {
        let token = with_payload(payload);
        let (signing_input, _) = token.rsplit_once('.').unwrap();
        let forged = format!("{signing_input}.AAAA");
        let code = ErrorCode::JwsSignatureVerificationFailed;
        assert_refused(verify(&forged, &validation), code, &forged);
    }
}

#[test]
fn the_claims_of_a_verified_token_are_read_by_name() {
    let token = with_payload(
        r#"{"iss":"i","sub":"s","aud":["a","b"],"jti":"j","exp":9999999999.5,"nbf":1,"iat":2,"x":{"y":[1]}}"#,
    );
    let validation = Validation::new()
        .audience("b")
        .unwrap()
        .signature(SignaturePolicy::new());
    let jwt = edge_jwt::verify(&token, &key(), &validation, now()).unwrap();
    let claims = jwt.claims();
    assert_eq!(claims.issuer(), Some("i"));
    assert_eq!(claims.subject(), Some("s"));
    assert_eq!(claims.audience(), Some(vec!["a", "b"]));
    assert_eq!(claims.jwt_id(), Some("j"));
    assert_eq!(claims.expiration().unwrap().seconds(), 9_999_999_999.5);
    assert_eq!(claims.not_before().unwrap().seconds(), 1.0);
    assert_eq!(claims.issued_at().unwrap().seconds(), 2.0);
    let y = claims
        .get("x")
        .unwrap()
        .as_object()
        .unwrap()
        .get("y")
        .unwrap();
    assert_eq!(y.as_array().unwrap()[0].as_u64(), Some(1));
    assert_eq!(jwt.header().algorithm(), "HS256");
    assert_eq!(jwt.key_index(), 0);
}
