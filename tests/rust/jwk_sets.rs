//! JWK Sets (RFC 7517 §5): what is refused whole, what is left out, which key a token gets.

use edge_jwt::base64url::encode;
use edge_jwt::{Algorithm, Error, ErrorCode, ImportOptions, JwkSet, VerifyingKeySet};
use serde_json::{Value, json};

use crate::support::{SECRET, assert_refused, lenient, now, signed};

fn set(keys: &Value) -> Result<VerifyingKeySet, Error> {
    set_with(keys, &ImportOptions::new())
}

fn set_with(keys: &Value, options: &ImportOptions) -> Result<VerifyingKeySet, Error> {
    let set = JwkSet::from_json(json!({"keys": keys}).to_string())?;
    Ok(VerifyingKeySet::from_jwk_set(&set, options))
}

fn secret(kid: &str, byte: u8) -> Value {
    json!({"kty": "oct", "alg": "HS256", "kid": kid, "k": encode([byte; 32])})
}

fn ours(kid: &str) -> Value {
    json!({"kty": "oct", "alg": "HS256", "kid": kid, "k": encode(SECRET)})
}

fn ed25519(kid: &str) -> Value {
    let x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    json!({"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "kid": kid, "x": x})
}

#[test]
fn the_key_is_the_one_with_the_tokens_kid() {
    let set = set(&json!([secret("a", 1), ours("b"), secret("c", 3)])).unwrap();
    let token = signed(r#"{"alg":"HS256","kid":"b"}"#, "{}");
    let jwt = edge_jwt::verify(&token, &set, &lenient(), now()).unwrap();
    assert_eq!(jwt.key_index(), 1);
    assert_eq!(set.keys()[1].key_id(), Some("b"));

    let token = signed(r#"{"alg":"HS256","kid":"a"}"#, "{}");
    let result = edge_jwt::verify(&token, &set, &lenient(), now());
    assert_refused(result, ErrorCode::JwsSignatureVerificationFailed, &token);
}

#[test]
fn a_kid_is_compared_exactly_and_leads_nowhere_else() {
    let set = set(&json!([ours("b")])).unwrap();
    for kid in [
        "B",
        "b ",
        "",
        "../../dev/null",
        "' UNION SELECT 'b",
        ";sleep 5",
        "__proto__",
        "constructor",
        "b\\u0000",
    ] {
        let token = signed(format!(r#"{{"alg":"HS256","kid":"{kid}"}}"#), "{}");
        let result = edge_jwt::verify(&token, &set, &lenient(), now());
        assert_refused(result, ErrorCode::JwksNoMatchingKey, &token);
    }
}

#[test]
fn without_kid_the_key_must_be_the_only_one_for_the_algorithm() {
    let token = signed(r#"{"alg":"HS256"}"#, "{}");
    let one = set(&json!([ours("b")])).unwrap();
    edge_jwt::verify(&token, &one, &lenient(), now()).unwrap();
    let two = set(&json!([ours("b"), secret("a", 1)])).unwrap();
    let result = edge_jwt::verify(&token, &two, &lenient(), now());
    assert_refused(result, ErrorCode::JwksMultipleMatchingKeys, &token);
    let none = set(&json!([])).unwrap();
    let result = edge_jwt::verify(&token, &none, &lenient(), now());
    assert_refused(result, ErrorCode::JwksNoMatchingKey, &token);
}

#[test]
fn a_kid_of_another_family_is_no_match() {
    let set = set(&json!([ed25519("b")])).unwrap();
    let token = signed(r#"{"alg":"HS256","kid":"b"}"#, "{}");
    let result = edge_jwt::verify(&token, &set, &lenient(), now());
    assert_refused(result, ErrorCode::JwksNoMatchingKey, &token);
}

#[test]
fn sets_on_which_confusion_grows_are_refused_whole() {
    let mut private = ed25519("b");
    private["d"] = json!("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
    for keys in [
        json!([ours("b"), ed25519("a")]),
        json!([ed25519("a"), ours("b")]),
        json!([ed25519("a"), {"kty": "oct", "k": "not base64url!"}]),
        json!([ed25519("a"), {"kty": "RSA", "n": "AQAB", "e": "!", "d": "AQAB"}]),
        json!([ed25519("a"), {"kty": "AKP", "alg": "ML-DSA-44", "pub": "AA", "priv": "AA"}]),
        json!([private]),
        json!([ed25519("a"), private]),
        json!({}),
        json!("keys"),
    ] {
        assert_eq!(
            set(&keys).unwrap_err().code(),
            ErrorCode::JwksInvalid,
            "{keys}"
        );
    }
    for text in [
        "",
        "[]",
        "{}",
        "null",
        r#"{"keys":[],"keys":[]}"#,
        r#"{"keys":[]} x"#,
    ] {
        assert_eq!(
            JwkSet::from_json(text).unwrap_err().code(),
            ErrorCode::JwksInvalid,
            "{text}"
        );
    }
    let same_key_without_kid = json!([
        {"kty": "oct", "alg": "HS256", "k": encode(SECRET)},
        {"kty": "oct", "alg": "HS384", "k": encode([7; 48])}
    ]);
    assert_eq!(set(&same_key_without_kid).unwrap().keys().len(), 2);
}

#[test]
fn members_that_cannot_be_used_are_left_out_and_reported() {
    let mut encryption = ed25519("enc");
    encryption["use"] = json!("enc");
    let keys = json!([
        {"kty": "future", "kid": "f"},
        {"kty": "RSA", "alg": "RS256", "kid": "short", "n": "AQAB", "e": "AQAB"},
        encryption,
        "not an object",
        {"kty": "EC", "crv": "P-256", "alg": "ES256", "x": "AA", "y": "AA"},
        {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
        ed25519("good"),
    ]);
    let imported = set(&keys).unwrap();
    assert_eq!(imported.keys().len(), 1);
    let skipped: Vec<(usize, Option<&str>, ErrorCode)> = imported
        .skipped()
        .iter()
        .map(|jwk| (jwk.index, jwk.key_id.as_deref(), jwk.error.code()))
        .collect();
    assert_eq!(
        skipped,
        [
            (0, Some("f"), ErrorCode::JoseNotSupported),
            (1, Some("short"), ErrorCode::JoseKeyTooWeak),
            (2, Some("enc"), ErrorCode::JoseKeyMismatch),
            (3, None, ErrorCode::JwkInvalid),
            (4, None, ErrorCode::JwkInvalid),
            (5, None, ErrorCode::JoseKeyMismatch),
        ]
    );
    let listed = ImportOptions::new().algorithms([Algorithm::EdDsa]);
    assert_eq!(set_with(&keys, &listed).unwrap().keys().len(), 2);
    let other = ImportOptions::new().algorithms([Algorithm::Es256]);
    assert_eq!(set_with(&keys, &other).unwrap().keys().len(), 0);
}

#[test]
fn keys_of_one_kid_are_told_apart_by_the_algorithm_rfc_7517_section_4_5() {
    let mut hs384 = secret("b", 2);
    hs384["alg"] = json!("HS384");
    hs384["k"] = json!(encode([2; 48]));
    let set = set(&json!([hs384, ours("b")])).unwrap();
    let token = signed(r#"{"alg":"HS256","kid":"b"}"#, "{}");
    let jwt = edge_jwt::verify(&token, &set, &lenient(), now()).unwrap();
    assert_eq!(jwt.key_index(), 1);
}

#[test]
fn members_that_cannot_verify_do_not_stand_in_the_way_of_one_of_the_same_kid() {
    let token = signed(r#"{"alg":"HS256","kid":"b"}"#, "{}");
    for mut other in [
        json!({"kty": "oct", "k": "not base64url!"}),
        json!({"kty": "oct", "k": encode(SECRET), "use": "enc"}),
        json!({"kty": "oct", "k": encode(SECRET), "key_ops": ["encrypt"]}),
        json!({"kty": "oct", "k": encode([1]), "alg": "HS256"}),
        json!({"kty": "oct", "k": encode(SECRET), "alg": "A256GCM"}),
        json!({"kty": "oct", "k": encode([9; 32])}),
    ] {
        other["kid"] = json!("b");
        for keys in [json!([other, ours("b")]), json!([ours("b"), other])] {
            let set = set(&keys).unwrap();
            edge_jwt::verify(&token, &set, &lenient(), now())
                .unwrap_or_else(|error| panic!("{keys}: {error}"));
        }
    }
    // A post-quantum key beside the old one, on the day on which it is published.
    let keys = json!([{"kty": "AKP", "alg": "ML-DSA-65", "pub": "AA", "kid": "a"}, ed25519("a")]);
    assert_eq!(set(&keys).unwrap().keys().len(), 1);
}

#[test]
fn two_keys_of_one_kid_and_algorithm_are_a_matter_of_their_tokens_alone() {
    let set = set(&json!([ours("b"), secret("b", 1), ours("c")])).unwrap();
    let token = signed(r#"{"alg":"HS256","kid":"b"}"#, "{}");
    let result = edge_jwt::verify(&token, &set, &lenient(), now());
    assert_refused(result, ErrorCode::JwksMultipleMatchingKeys, &token);
    let token = signed(r#"{"alg":"HS256","kid":"c"}"#, "{}");
    edge_jwt::verify(&token, &set, &lenient(), now()).unwrap();
}

#[test]
fn one_key_that_stands_there_several_times_is_one_key() {
    for keys in [
        json!([ours("b"), ours("b")]),
        json!([ours("a"), ours("b"), ours("c")]),
    ] {
        let set = set(&keys).unwrap();
        for header in [r#"{"alg":"HS256","kid":"b"}"#, r#"{"alg":"HS256"}"#] {
            edge_jwt::verify(&signed(header, "{}"), &set, &lenient(), now()).unwrap();
        }
    }
}

#[test]
fn a_key_that_names_no_algorithm_is_for_those_that_the_caller_names() {
    let nameless = json!([{"kty": "oct", "kid": "b", "k": encode(SECRET)}]);
    let token = signed(r#"{"alg":"HS256","kid":"b"}"#, "{}");
    let naming = |algorithms: &[Algorithm]| {
        let algorithms = algorithms.iter().copied();
        let policy = edge_jwt::SignaturePolicy::new().algorithms(algorithms);
        lenient().signature(policy.unwrap())
    };
    let unbound = set(&nameless).unwrap();
    assert_eq!((unbound.keys().len(), unbound.skipped().len()), (0, 1));
    let refused = edge_jwt::verify(&token, &unbound, &lenient(), now());
    let message = refused.as_ref().unwrap_err().to_string();
    assert!(message.contains("names no algorithm"), "{message}");
    assert_refused(refused, ErrorCode::JwksNoMatchingKey, &token);
    let jwt = edge_jwt::verify(&token, &unbound, &naming(&[Algorithm::Hs256]), now()).unwrap();
    let key = unbound.key(jwt.key_index()).unwrap();
    assert_eq!(
        (key.algorithm(), key.key_id()),
        (Algorithm::Hs256, Some("b"))
    );
    let both = naming(&[Algorithm::Hs256, Algorithm::Hs512]);
    edge_jwt::verify(&token, &unbound, &both, now()).unwrap();
    let other = edge_jwt::verify(&token, &unbound, &naming(&[Algorithm::Hs512]), now());
    assert_refused(other, ErrorCode::JoseAlgNotAllowed, &token);

    // Whoever named them for the import has bound the keys.
    let options = ImportOptions::new().algorithms([Algorithm::Hs512, Algorithm::Hs384]);
    let bound = set_with(&nameless, &options).unwrap();
    let refused = edge_jwt::verify(&token, &bound, &naming(&[Algorithm::Hs256]), now());
    assert_refused(refused, ErrorCode::JwksNoMatchingKey, &token);
}

#[test]
fn a_key_that_names_its_algorithm_is_for_no_other_that_the_caller_names() {
    let set = set(&json!([{"kty": "oct", "kid": "b", "k": encode(SECRET), "alg": "HS384"}]));
    let set = set.unwrap();
    let policy = edge_jwt::SignaturePolicy::new().algorithms([Algorithm::Hs256]);
    let validation = lenient().signature(policy.unwrap());
    let token = signed(r#"{"alg":"HS256","kid":"b"}"#, "{}");
    let refused = edge_jwt::verify(&token, &set, &validation, now());
    assert_refused(refused, ErrorCode::JwksNoMatchingKey, &token);
}

#[test]
fn the_thumbprint_of_the_certificate_chooses_where_there_is_no_kid() {
    let with = |byte: u8, member: &str, thumbprint: &str| {
        let mut jwk = secret("any", byte);
        jwk[member] = json!(thumbprint);
        jwk
    };
    let mut right = ours("any");
    right["x5t"] = json!("right");
    right["x5t#S256"] = json!("right256");
    let keys = json!([
        with(1, "x5t", "other"),
        right,
        with(2, "x5t#S256", "other256"),
        secret("z", 3)
    ]);
    let set = set(&keys).unwrap();
    for header in [
        r#"{"alg":"HS256","x5t":"right"}"#,
        r##"{"alg":"HS256","x5t#S256":"right256"}"##,
        r##"{"alg":"HS256","x5t":"right","x5t#S256":"unknown"}"##,
        r#"{"alg":"HS256","x5t":"right","kid":null}"#,
        r#"{"alg":"HS256","x5t":"right","kid":"any"}"#,
    ] {
        let jwt = edge_jwt::verify(&signed(header, "{}"), &set, &lenient(), now());
        assert_eq!(jwt.unwrap().key_index(), 1, "{header}");
    }
    for (header, code) in [
        (
            r#"{"alg":"HS256","x5t":"other"}"#,
            ErrorCode::JwsSignatureVerificationFailed,
        ),
        (
            r#"{"alg":"HS256","x5t":"nobody's"}"#,
            ErrorCode::JwksMultipleMatchingKeys,
        ),
        (
            r#"{"alg":"HS256","x5t":7}"#,
            ErrorCode::JwksMultipleMatchingKeys,
        ),
        (
            r#"{"alg":"HS256","x5t":"right","kid":"z"}"#,
            ErrorCode::JwsSignatureVerificationFailed,
        ),
    ] {
        let token = signed(header, "{}");
        assert_refused(
            edge_jwt::verify(&token, &set, &lenient(), now()),
            code,
            &token,
        );
    }
}

#[test]
fn an_error_about_a_key_that_was_not_found_says_what_was_left_out() {
    let keys = json!([
        {"kty": "oct", "kid": "f", "alg": "A256KW", "k": encode([1; 32])},
        {"kty": "oct", "kid": "short", "alg": "HS256", "k": encode([1; 8])},
        ours("b"),
    ]);
    let set = set(&keys).unwrap();
    let fault = |kid: &str| {
        let header = format!(r#"{{"alg":"HS256"{kid}}}"#);
        let policy = edge_jwt::SignaturePolicy::new();
        match edge_jwt::compact_verify(&signed(header, "{}"), &set, &policy) {
            Err(Error::Key(edge_jwt::error::KeyFault::NoMatchingKey(fault))) => fault,
            other => panic!("{other:?}"),
        }
    };
    let short = fault(r#","kid":"short""#);
    assert_eq!(short.skipped, 2);
    assert_eq!(
        short.reason.as_ref().unwrap().code(),
        ErrorCode::JoseKeyTooWeak
    );
    assert!(short.to_string().contains("2 members"), "{short}");
    assert!(short.to_string().contains("at least 32 bytes"), "{short}");
    let unknown = fault(r#","kid":"unknown""#);
    assert_eq!((unknown.skipped, unknown.reason), (2, None));
}

#[test]
fn members_that_are_null_are_as_if_left_out() {
    let mut nulls = ours("b");
    for name in ["use", "key_ops", "x5t", "x5u", "x5c", "issuer"] {
        nulls[name] = Value::Null;
    }
    assert_eq!(set(&json!([nulls])).unwrap().keys().len(), 1);
    nulls["alg"] = Value::Null;
    let options = ImportOptions::new().algorithms([Algorithm::Hs256]);
    assert_eq!(set_with(&json!([nulls]), &options).unwrap().keys().len(), 1);
}

#[test]
fn pem_by_kid_is_a_key_set_as_google_publishes_it() {
    let spki = |alg: &str| crate::key_formats::Keys::load().form(alg, "SubjectPublicKeyInfo");
    let certificate =
        |alg: &str| crate::key_formats::Keys::load().form(alg, "certificate, version 3");
    let text = json!({"a": spki("RS256"), "b": certificate("ES256"), "c": "not PEM"}).to_string();
    let options = ImportOptions::new().algorithms([Algorithm::Rs256, Algorithm::Ps256]);
    let set = VerifyingKeySet::from_json(&text, &options).unwrap();
    let keys: Vec<_> = set
        .keys()
        .iter()
        .map(|key| (key.key_id(), key.algorithm()))
        .collect();
    assert_eq!(
        keys,
        [(Some("a"), Algorithm::Rs256), (Some("a"), Algorithm::Ps256)]
    );
    let skipped: Vec<_> = set
        .skipped()
        .iter()
        .map(|jwk| jwk.key_id.as_deref())
        .collect();
    assert_eq!(skipped, [Some("b"), Some("c")]);

    let private = crate::key_formats::Keys::load().form("ES256", "PrivateKeyInfo");
    for refused in [
        json!({"a": spki("RS256"), "b": private}).to_string(),
        json!({"a": "text", "b": "text"}).to_string(),
        json!({"a": [spki("RS256")]}).to_string(),
        json!({"keys": {"a": spki("RS256")}}).to_string(),
        json!([spki("RS256")]).to_string(),
    ] {
        let error = VerifyingKeySet::from_json(&refused, &options).unwrap_err();
        assert_eq!(error.code(), ErrorCode::JwksInvalid, "{refused}");
    }
}
