//! The JOSE header: which tokens are not even looked at (RFC 7515 §4, RFC 8725 §3.1).

use edge_jwt::base64url::encode;
use edge_jwt::error::ClaimReason;
use edge_jwt::{Algorithm, Error, ErrorCode, ImportOptions, SignaturePolicy, VerifyingKeySet};

use crate::support::{SECRET, assert_refused, lenient, now, sign_text, signed, verify};

#[test]
fn unsecured_jwts_are_refused_in_every_spelling_and_with_every_signature() {
    let spellings = [
        "none",
        "None",
        "NONE",
        "nOnE",
        "NonE",
        "noNE",
        "none ",
        " none",
        "none\\u0000",
        "ｎｏｎｅ",
    ];
    for alg in spellings {
        let held = signed(format!(r#"{{"alg":"{alg}"}}"#), "{}");
        let (signing_input, signature) = held.rsplit_once('.').unwrap();
        for token in [
            held.clone(),
            format!("{signing_input}."),
            format!("{signing_input}.AAAA"),
            format!("{signing_input}.{}", &signature[..40]),
        ] {
            assert_refused(
                verify(&token, &lenient()),
                ErrorCode::JoseAlgNotAllowed,
                &token,
            );
        }
        assert_refused(
            verify(signing_input, &lenient()),
            ErrorCode::JwsInvalid,
            signing_input,
        );
    }
}

#[test]
fn the_algorithm_is_compared_exactly_and_must_be_the_keys() {
    for (alg, code) in [
        ("HS384", ErrorCode::JoseKeyMismatch),
        ("RS256", ErrorCode::JoseKeyMismatch),
        ("hs256", ErrorCode::JoseAlgNotAllowed),
        ("HS256 ", ErrorCode::JoseAlgNotAllowed),
        ("ES256K", ErrorCode::JoseAlgNotAllowed),
        ("", ErrorCode::JoseAlgNotAllowed),
    ] {
        let token = signed(format!(r#"{{"alg":"{alg}"}}"#), "{}");
        assert_refused(verify(&token, &lenient()), code, &token);
    }
}

#[test]
fn rfc8725_3_1_an_algorithm_outside_the_list_is_refused_whatever_the_key() {
    let only_es256 = SignaturePolicy::new()
        .algorithms([Algorithm::Es256])
        .unwrap();
    let token = signed(r#"{"alg":"HS256"}"#, "{}");
    assert_refused(
        verify(&token, &lenient().signature(only_es256)),
        ErrorCode::JoseAlgNotAllowed,
        &token,
    );
    assert_eq!(
        SignaturePolicy::new().algorithms([]).unwrap_err().code(),
        ErrorCode::ApiMisuse
    );
}

#[test]
fn rfc7515_4_header_parameters_have_their_types() {
    for header in [
        "[]",
        "null",
        "1",
        r#""HS256""#,
        "{}",
        r#"{"alg":null}"#,
        r#"{"alg":256}"#,
        r#"{"alg":["HS256"]}"#,
    ] {
        let token = signed(header, "{}");
        assert_refused(verify(&token, &lenient()), ErrorCode::JwsInvalid, &token);
    }
}

#[test]
fn a_parameter_of_another_type_stops_nobody_who_does_not_read_it() {
    const OF_OTHER_TYPES: [&str; 12] = [
        r#""kid":1"#,
        r#""kid":null"#,
        r#""kid":["a"]"#,
        r#""typ":{}"#,
        r#""typ":null"#,
        r#""cty":true"#,
        r#""jku":1"#,
        r#""x5u":[]"#,
        r#""jwk":"{}""#,
        r#""x5c":"MII""#,
        r#""x5c":[1]"#,
        r##""x5t#S256":0"##,
    ];
    for parameter in OF_OTHER_TYPES {
        let token = signed(format!(r#"{{"alg":"HS256",{parameter}}}"#), "{}");
        verify(&token, &lenient()).unwrap_or_else(|error| panic!("{parameter}: {error}"));
        edge_jwt::decode(&token, &SignaturePolicy::new()).unwrap();
        // What is made here has the types of RFC 7515.
        let made = edge_jwt::Unsigned::new(Algorithm::Hs256, &format!("{{{parameter}}}"), b"");
        assert_eq!(
            made.unwrap_err().code(),
            ErrorCode::JwsInvalid,
            "{parameter}"
        );
    }
    // `kid` is read where a set is to be chosen from, and `typ` where one is expected.
    let set = format!(
        r#"{{"keys":[{{"kty":"oct","alg":"HS256","kid":"a","k":"{}"}}]}}"#,
        encode(SECRET)
    );
    let set = VerifyingKeySet::from_json(set, &ImportOptions::new()).unwrap();
    let verify_by_set = |token: &str| edge_jwt::verify(token, &set, &lenient(), now());
    verify_by_set(&signed(r#"{"alg":"HS256","kid":null}"#, "{}")).unwrap();
    for kid in ["1", r#"["a"]"#, "{}", "true"] {
        let token = signed(format!(r#"{{"alg":"HS256","kid":{kid}}}"#), "{}");
        assert_refused(verify_by_set(&token), ErrorCode::JwsInvalid, &token);
    }
    for typ in ["1", r#"["JWT"]"#, "{}", "true", "null"] {
        let token = signed(format!(r#"{{"alg":"HS256","typ":{typ}}}"#), "{}");
        let expecting = lenient().token_type("JWT").unwrap();
        let code = ErrorCode::JwtClaimValidationFailed;
        assert_refused(verify(&token, &expecting), code, &token);
    }
}

#[test]
fn a_parsed_token_gives_its_first_segment_back_as_it_was_received() {
    let token = signed(r#"{ "alg" : "HS256" }"#, "{}");
    let jws = edge_jwt::UnverifiedJws::parse(&token, &Default::default()).unwrap();
    assert_eq!(jws.header_segment(), encode(r#"{ "alg" : "HS256" }"#));
    assert_eq!(
        jws.signing_input(),
        format!("{}.{}", jws.header_segment(), encode("{}"))
    );
}

#[test]
fn a_typ_that_is_no_string_is_invalid_and_not_missing() {
    let validation = lenient().token_type("JWT").unwrap();
    let reason = |typ: &str| {
        let token = signed(format!(r#"{{"alg":"HS256"{typ}}}"#), "{}");
        match verify(&token, &validation) {
            Err(Error::Claim(fault)) => fault.reason,
            other => panic!("{typ}: {other:?}"),
        }
    };
    for typ in ["1", r#"["JWT"]"#, "{}", "true"] {
        assert_eq!(reason(&format!(r#","typ":{typ}"#)), ClaimReason::Invalid);
    }
    assert_eq!(reason(""), ClaimReason::Missing);
    assert_eq!(reason(r#","typ":null"#), ClaimReason::Missing);
    assert_eq!(reason(r#","typ":"x""#), ClaimReason::Mismatch);
}

#[test]
fn rfc7797_6_b64_may_be_critical_where_it_is_true() {
    let token = signed(r#"{"alg":"HS256","crit":["b64"],"b64":true}"#, "{}");
    verify(&token, &lenient()).unwrap();
}

#[test]
fn rfc7515_4_1_11_crit_is_held_to_its_rules() {
    for (header, code) in [
        (r#"{"alg":"HS256","crit":[]}"#, ErrorCode::JwsInvalid),
        (r#"{"alg":"HS256","crit":"x","x":1}"#, ErrorCode::JwsInvalid),
        (r#"{"alg":"HS256","crit":null}"#, ErrorCode::JwsInvalid),
        (r#"{"alg":"HS256","crit":[1]}"#, ErrorCode::JwsInvalid),
        (
            r#"{"alg":"HS256","crit":{"x":true},"x":1}"#,
            ErrorCode::JwsInvalid,
        ),
        (
            r#"{"alg":"HS256","crit":["x","x"],"x":1}"#,
            ErrorCode::JwsInvalid,
        ),
        (r#"{"alg":"HS256","crit":["alg"]}"#, ErrorCode::JwsInvalid),
        (
            r#"{"alg":"HS256","crit":["typ"],"typ":"JWT"}"#,
            ErrorCode::JwsInvalid,
        ),
        (
            r#"{"alg":"HS256","crit":["p2c"],"p2c":1}"#,
            ErrorCode::JwsInvalid,
        ),
        (r#"{"alg":"HS256","crit":["x"]}"#, ErrorCode::JwsInvalid),
        (
            r#"{"alg":"HS256","crit":["y"],"y":1}"#,
            ErrorCode::JoseNotSupported,
        ),
        (
            r#"{"alg":"HS256","crit":["x","y"],"x":1,"y":1}"#,
            ErrorCode::JoseNotSupported,
        ),
        (r#"{"alg":"HS256","crit":["b64"]}"#, ErrorCode::JwsInvalid),
        (
            r#"{"alg":"HS256","crit":["b64","y"],"b64":true,"y":1}"#,
            ErrorCode::JoseNotSupported,
        ),
    ] {
        let token = signed(header, "{}");
        let understands_x = SignaturePolicy::new().understood_critical(["x"]);
        assert_refused(
            verify(&token, &lenient().signature(understands_x)),
            code,
            &token,
        );
    }
    let token = signed(r#"{"alg":"HS256","crit":["x"],"x":1}"#, "{}");
    let understands_x = SignaturePolicy::new().understood_critical(["x"]);
    verify(&token, &lenient().signature(understands_x)).unwrap();
}

#[test]
fn rfc7797_7_an_unencoded_payload_is_never_a_jwt() {
    for b64 in ["false", "0", "null", r#""false""#, "[]"] {
        for crit in ["", r#","crit":["b64"]"#] {
            let token = signed(format!(r#"{{"alg":"HS256","b64":{b64}{crit}}}"#), "{}");
            assert_refused(
                verify(&token, &lenient()),
                ErrorCode::JoseNotSupported,
                &token,
            );
        }
    }
    let token = signed(r#"{"alg":"HS256","b64":true}"#, "{}");
    verify(&token, &lenient()).unwrap();
}

#[test]
fn rfc7515_7_1_a_token_is_exactly_three_segments() {
    let good = signed(r#"{"alg":"HS256"}"#, "{}");
    let (header, rest) = good.split_once('.').unwrap();
    let (payload, signature) = rest.split_once('.').unwrap();
    for token in [
        String::new(),
        ".".into(),
        header.into(),
        format!("{header}.{payload}"),
        format!("{good}."),
        format!("{good}.x"),
        format!(".{good}"),
        format!("{good}..."),
        ".".repeat(10),
        ".".repeat(100_000),
        format!("{header}..{payload}.{signature}"),
    ] {
        assert_refused(verify(&token, &lenient()), ErrorCode::JwsInvalid, &token);
    }
    let encrypted = format!("{header}.{payload}.{payload}.{payload}.{signature}");
    assert_refused(
        verify(&encrypted, &lenient()),
        ErrorCode::JoseNotSupported,
        &encrypted,
    );
}

#[test]
fn the_signature_is_over_the_segments_as_they_were_received() {
    let token = sign_text("eyAiYWxnIiA6ICJIUzI1NiIgfQ.e30"); // { "alg" : "HS256" }
    verify(&token, &lenient()).unwrap();
    let compacted = token.replacen("eyAiYWxnIiA6ICJIUzI1NiIgfQ", "eyJhbGciOiJIUzI1NiJ9", 1);
    assert_refused(
        verify(&compacted, &lenient()),
        ErrorCode::JwsSignatureVerificationFailed,
        &compacted,
    );
}

#[test]
fn keys_in_the_header_are_never_trusted() {
    // The attacker's key, and a token that it signed (RFC 8037 appendix A.4 with another header).
    let attacker =
        r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
    for parameter in [
        format!(r#""jwk":{attacker}"#),
        r#""jku":"https://attacker.example/jwks.json""#.into(),
        r#""x5u":"https://attacker.example/cert.pem""#.into(),
        r#""x5c":["MIIB"]"#.into(),
    ] {
        let token = signed(format!(r#"{{"alg":"EdDSA",{parameter}}}"#), "{}");
        assert_refused(
            verify(&token, &lenient()),
            ErrorCode::JoseKeyMismatch,
            &token,
        );
        let token = signed(format!(r#"{{"alg":"HS256",{parameter}}}"#), "{}");
        verify(&token, &lenient()).expect("the parameter is data, and our own key decides");
    }
}
