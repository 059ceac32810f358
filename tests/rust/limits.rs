//! Sizes: everything is bounded before it is read.

use edge_jwt::{
    Algorithm, ErrorCode, ImportOptions, Jwk, JwkSet, Limits, SignaturePolicy, VerifyingKey,
    VerifyingKeySet,
};

use crate::support::{assert_refused, lenient, signed, verify, with_payload};

#[test]
fn a_token_longer_than_its_limit_is_refused() {
    let payload = |length: usize| format!(r#"{{"a":"{}"}}"#, "x".repeat(length));
    verify(&with_payload(payload(190_000)), &lenient()).unwrap();
    let token = with_payload(payload(200_000));
    assert_refused(
        verify(&token, &lenient()),
        ErrorCode::JoseLimitExceeded,
        &token,
    );
    let larger = SignaturePolicy::new().limits(Limits::new().with_token_length(300_000).unwrap());
    verify(&token, &lenient().signature(larger)).unwrap();
    let token = with_payload("{}");
    let exact = |length| {
        lenient().signature(
            SignaturePolicy::new().limits(Limits::new().with_token_length(length).unwrap()),
        )
    };
    verify(&token, &exact(token.len())).unwrap();
    assert_refused(
        verify(&token, &exact(token.len() - 1)),
        ErrorCode::JoseLimitExceeded,
        &token,
    );
}

#[test]
fn a_header_longer_than_its_limit_is_refused() {
    let header = |length: usize| {
        let frame = r#"{"alg":"HS256","a":""}"#.len();
        format!(r#"{{"alg":"HS256","a":"{}"}}"#, "x".repeat(length - frame))
    };
    verify(&signed(header(8192), "{}"), &lenient()).unwrap();
    for length in [8193, 8194, 8195, 100_000] {
        let token = signed(header(length), "{}");
        assert_refused(
            verify(&token, &lenient()),
            ErrorCode::JoseLimitExceeded,
            &token,
        );
    }
}

#[test]
fn key_material_longer_than_its_limit_is_refused() {
    let options = ImportOptions::new();
    let long = "A".repeat(70_000);
    let code = |result: Result<VerifyingKey, edge_jwt::Error>| result.unwrap_err().code();
    let limit = ErrorCode::JoseLimitExceeded;
    assert_eq!(
        code(VerifyingKey::from_pem(&long, Algorithm::Rs256, &options)),
        limit
    );
    assert_eq!(
        code(VerifyingKey::from_der(
            long.as_bytes(),
            Algorithm::Rs256,
            &options
        )),
        limit
    );
    assert_eq!(
        code(VerifyingKey::from_secret(
            long.as_bytes(),
            Algorithm::Hs256,
            &options
        )),
        limit
    );
    assert_eq!(Jwk::from_json(&long).unwrap_err().code(), limit);
    assert_eq!(
        JwkSet::from_json(long.repeat(16)).unwrap_err().code(),
        limit
    );
    assert_eq!(Jwk::from_json("[".repeat(100)).unwrap_err().code(), limit);
}

#[test]
fn a_secret_in_a_key_set_is_no_longer_than_any_other() {
    let k = "A".repeat(90_000);
    let set = format!(r#"{{"keys":[{{"kty":"oct","alg":"HS256","k":"{k}"}}]}}"#);
    let set = VerifyingKeySet::from_json(set, &ImportOptions::new()).unwrap();
    assert!(set.keys().is_empty());
    assert_eq!(set.skipped()[0].error.code(), ErrorCode::JoseLimitExceeded);
}

#[test]
fn a_key_set_has_at_most_1000_members() {
    let options = ImportOptions::new();
    let of = |count| format!(r#"{{"keys":[{}]}}"#, vec!["{}"; count].join(","));
    let set = VerifyingKeySet::from_json(of(1000), &options).unwrap();
    assert_eq!(set.skipped().len(), 1000);
    let error = VerifyingKeySet::from_json(of(1001), &options).unwrap_err();
    assert_eq!(error.code(), ErrorCode::JoseLimitExceeded);
    let error = JwkSet::from_json(of(1001)).unwrap_err();
    assert_eq!(error.to_string(), "the key set has more than 1000 members");
}

#[test]
fn a_limit_is_at_least_1_and_has_a_limit_of_its_own() {
    type Set = fn(Limits, usize) -> Result<Limits, edge_jwt::Error>;
    let bounded: [(Set, usize); 3] = [
        (Limits::with_token_length, 16 << 20),
        (Limits::with_header_length, 1 << 20),
        (Limits::with_json_depth, 100),
    ];
    for (set, most) in bounded {
        for value in [0, most + 1, usize::MAX] {
            let refused = set(Limits::new(), value).unwrap_err();
            assert_eq!(refused.code(), ErrorCode::ApiMisuse);
            assert!(refused.to_string().contains(&format!("from 1 to {most}")));
        }
        assert!(set(Limits::new(), 1).is_ok());
        assert!(set(Limits::new(), most).is_ok());
    }
}

#[test]
fn many_members_take_no_quadratic_time() {
    let members: Vec<String> = (0..20_000).map(|n| format!(r#""{n:05}":0"#)).collect();
    let payload = format!("{{{}}}", members.join(","));
    let larger = SignaturePolicy::new().limits(Limits::new().with_token_length(1 << 20).unwrap());
    let started = std::time::Instant::now();
    verify(&with_payload(payload), &lenient().signature(larger)).unwrap();
    // Ample even for a build without optimisation on a busy machine; quadratic would be minutes.
    assert!(started.elapsed().as_secs() < 20);
}
