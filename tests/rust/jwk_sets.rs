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
        json!([ours("b"), secret("b", 1)]),
        json!([ours("b"), {"kty": "oct", "kid": "b", "k": "not base64url!"}]),
        json!([ed25519("a"), {"kty": "oct", "k": "not base64url!"}]),
        json!([ed25519("a"), {"kty": "RSA", "n": "AQAB", "e": "!", "d": "AQAB"}]),
        json!([ed25519("a"), {"kty": "AKP", "alg": "ML-DSA-44", "pub": "AA", "priv": "AA"}]),
        json!([ed25519("a"), ed25519("c"), ed25519("a")]),
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
