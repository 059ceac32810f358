//! Every error code is reached by a call a user can make.

use std::collections::BTreeSet;

use edge_jwt::{
    Algorithm, ErrorCode, ImportOptions, Jwk, JwkSet, Limits, SignaturePolicy, Unsigned,
    Validation, VerifyingKey, VerifyingKeySet,
};

use crate::support::{NOW, lenient, now, signed, verify, with_payload};

#[test]
fn every_code_is_reached_and_no_code_is_spelled_twice() {
    let options = ImportOptions::new();
    let ed25519 = r#"{"kty":"OKP","crv":"Ed25519","alg":"EdDSA","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
    let set = |text: &str| {
        JwkSet::from_json(text).map(|set| VerifyingKeySet::from_jwk_set(&set, &options))
    };
    // RFC 8037 appendix A and RFC 8410 §10.1
    let another = ed25519.replace(
        "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
        "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE",
    );
    let ed25519_twice = set(&format!(r#"{{"keys":[{ed25519},{another}]}}"#)).unwrap();
    let ed25519_token = "eyJhbGciOiJFZERTQSJ9.e30.AAAA";

    let reached: BTreeSet<ErrorCode> = [
        Validation::new().issuer("").unwrap_err(),
        verify(&signed(r#"{"alg":"none"}"#, "{}"), &lenient()).unwrap_err(),
        VerifyingKey::from_pem("no PEM", Algorithm::Rs256, &options).unwrap_err(),
        verify(ed25519_token, &lenient()).unwrap_err(),
        VerifyingKey::from_secret(b"short", Algorithm::Hs256, &options).unwrap_err(),
        verify(
            &with_payload("{}"),
            &lenient().signature(
                SignaturePolicy::new().limits(Limits::new().with_token_length(9).unwrap()),
            ),
        )
        .unwrap_err(),
        Jwk::from_json(r#"{"kty":"AKP"}"#).unwrap_err(),
        Jwk::from_json("[]").unwrap_err(),
        set("{}").unwrap_err(),
        edge_jwt::verify(ed25519_token, &ed25519_twice, &lenient(), now()).unwrap_err(),
        edge_jwt::verify(&with_payload("{}"), &ed25519_twice, &lenient(), now()).unwrap_err(),
        verify("one.two", &lenient()).unwrap_err(),
        verify("eyJhbGciOiJIUzI1NiJ9.e30.AAAA", &lenient()).unwrap_err(),
        verify(&with_payload("{}"), &Validation::new()).unwrap_err(),
        verify(&with_payload(r#"{"exp":1}"#), &Validation::new()).unwrap_err(),
        verify(&with_payload("[]"), &lenient()).unwrap_err(),
        verify(
            &with_payload(format!(r#"{{"nbf":{}}}"#, NOW + 1.0)),
            &lenient(),
        )
        .unwrap_err(),
        Unsigned::new(Algorithm::Es256, "{}", b"")
            .and_then(|unsigned| unsigned.attach(b"no signature"))
            .unwrap_err(),
    ]
    .iter()
    .map(edge_jwt::Error::code)
    .collect();

    assert_eq!(reached, BTreeSet::from(ErrorCode::ALL));
    let names: BTreeSet<&str> = ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(names.len(), ErrorCode::ALL.len());
    assert!(names.iter().all(|name| name.starts_with("ERR_")));
}
