//! `KeyInspection` says what key material is, what it fits, and what is wrong with it.

use edge_jwt::base64url::{decode_plain_base64, encode};
use edge_jwt::{
    Algorithm, ErrorCode, ImportOptions, KeyFormat, KeyInspection, KeyKind, VerifyingKey,
    VerifyingKeySet,
};
use proptest::prelude::*;
use serde_json::Value;

fn all_keys() -> Value {
    serde_json::from_str(include_str!("../../vectors/keys/keys.json")).unwrap()
}

fn ids(report: &KeyInspection) -> Vec<&'static str> {
    report.hints.iter().map(|hint| hint.id()).collect()
}

fn form(algorithm: &str, form: &str) -> String {
    let all = all_keys();
    let mut keys = all["keys"].as_array().unwrap().iter();
    let key = keys.find(|key| key["algorithm"] == algorithm).unwrap();
    key["forms"][form].as_str().unwrap().to_owned()
}

#[test]
fn every_form_of_a_key_is_told_and_fits_the_algorithms_of_its_type() {
    let all = all_keys();
    for key in all["keys"].as_array().unwrap() {
        let algorithm = Algorithm::from_name(key["algorithm"].as_str().unwrap()).unwrap();
        for (name, pem) in key["forms"].as_object().unwrap() {
            let pem = pem.as_str().unwrap();
            let report = KeyInspection::of_text(pem, None);
            let kind = match name.split([' ', ',']).next().unwrap() {
                "SubjectPublicKeyInfo" => KeyKind::Spki,
                "RSAPublicKey" => KeyKind::Pkcs1PublicKey,
                "RSAPrivateKey" => KeyKind::Pkcs1PrivateKey,
                "PrivateKeyInfo" => KeyKind::Pkcs8,
                "ECPrivateKey" => KeyKind::Sec1,
                "certificate" => KeyKind::Certificate,
                other => panic!("{other}"),
            };
            assert_eq!(
                (report.format, report.kind),
                (KeyFormat::Pem, kind),
                "{name}"
            );
            assert_eq!(report.error, None, "{name}");
            assert!(report.algorithms.contains(&algorithm), "{name}");
            for fits in &report.algorithms {
                assert!(VerifyingKey::from_pem(pem, *fits, &ImportOptions::new()).is_ok());
                assert_eq!(fits.key_type(), algorithm.key_type());
            }
            let base64: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
            let der = decode_plain_base64(&base64).unwrap();
            let of_der = KeyInspection::of_bytes(&der, Some(algorithm));
            assert_eq!(
                (of_der.format, of_der.kind),
                (KeyFormat::Der, kind),
                "{name}"
            );
            assert_eq!(of_der.error, None, "{name}");
            assert_eq!(of_der.is_secret, report.is_secret);
        }
        let jwk = KeyInspection::of_text(&key["jwk"].to_string(), None);
        assert_eq!((jwk.format, jwk.kind), (KeyFormat::Json, KeyKind::Jwk));
        assert_eq!(ids(&jwk), ["algorithm-needed"]);
        assert!(jwk.algorithms.contains(&algorithm));
    }
}

#[test]
fn pkcs1_private_keys_and_certificates_have_their_hints() {
    let hints = |algorithm, name| {
        let report = KeyInspection::of_text(&form(algorithm, name), None);
        (ids(&report), report.is_secret)
    };
    assert_eq!(hints("RS256", "RSAPublicKey"), (vec!["pkcs1"], false));
    assert_eq!(
        hints("RS256", "RSAPrivateKey"),
        (vec!["pkcs1", "private-key"], true)
    );
    assert_eq!(hints("ES256", "ECPrivateKey"), (vec!["private-key"], true));
    assert_eq!(
        hints("EdDSA", "PrivateKeyInfo"),
        (vec!["private-key"], true)
    );
    let certificate = hints("ES256", "certificate, version 3");
    assert_eq!(certificate, (vec!["certificate-not-validated"], false));
    assert_eq!(hints("ES256", "SubjectPublicKeyInfo"), (vec![], false));
}

#[test]
fn a_pem_that_lost_its_first_and_last_line_is_told() {
    let pem = form("ES256", "SubjectPublicKeyInfo");
    let base64: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let without_lines = KeyInspection::of_text(&base64, Some(Algorithm::Es256));
    assert_eq!(ids(&without_lines), ["pem-lines-missing"]);
    assert_eq!(without_lines.kind, KeyKind::Spki);
    let error = without_lines.error.unwrap();
    assert_eq!(error.code(), ErrorCode::JoseKeyInvalid);
}

#[test]
fn pem_by_kid_is_told_as_the_key_set_it_is() {
    let pem = form("ES256", "SubjectPublicKeyInfo");
    let map = serde_json::json!({"a": pem, "b": "no PEM"}).to_string();
    let report = KeyInspection::of_text(&map, None);
    assert_eq!(report.kind, KeyKind::JwkSet);
    assert_eq!(report.algorithms, [Algorithm::Es256]);
    assert_eq!(ids(&report), ["jwk-set"]);
    let leaked = serde_json::json!({"a": form("ES256", "PrivateKeyInfo")}).to_string();
    let report = KeyInspection::of_text(&leaked, None);
    assert_eq!(report.kind, KeyKind::JwkSet);
    assert_eq!(report.error.unwrap().code(), ErrorCode::JwksInvalid);
}

#[test]
fn bytes_of_a_text_are_told_as_the_text() {
    for (algorithm, text) in [
        (Algorithm::Es256, form("ES256", "SubjectPublicKeyInfo")),
        (Algorithm::Rs256, form("RS256", "RSAPublicKey")),
        (
            Algorithm::Ed25519,
            r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
                .into(),
        ),
    ] {
        let of_bytes = KeyInspection::of_bytes(text.as_bytes(), Some(algorithm));
        assert_eq!(of_bytes, KeyInspection::of_text(&text, Some(algorithm)));
        assert_eq!(of_bytes.error, None);
    }
}

#[test]
fn what_cannot_be_read_is_refused_as_the_import_refuses_it() {
    for unread in all_keys()["unread"].as_array().unwrap() {
        let text = unread["text"].as_str().unwrap();
        let algorithm = Algorithm::from_name(unread["algorithm"].as_str().unwrap()).unwrap();
        let imported = VerifyingKey::from_pem(text, algorithm, &ImportOptions::new());
        let report = KeyInspection::of_text(text, Some(algorithm));
        assert_eq!(report.error, imported.err(), "{}", unread["name"]);
        assert!(report.error.is_some(), "{}", unread["name"]);
        let without_algorithm = KeyInspection::of_text(text, None);
        assert!(without_algorithm.error.is_some(), "{}", unread["name"]);
        assert_eq!(without_algorithm.algorithms, [], "{}", unread["name"]);
    }
    let all = all_keys();
    let named = |name: &str| {
        let mut unread = all["unread"].as_array().unwrap().iter();
        let found = unread.find(|unread| unread["name"] == name).unwrap();
        KeyInspection::of_text(found["text"].as_str().unwrap(), None).kind
    };
    assert_eq!(named("OpenSSH public key, rsa"), KeyKind::Ssh);
    assert_eq!(named("EncryptedPrivateKeyInfo"), KeyKind::EncryptedPkcs8);
    assert_eq!(named("certificate request"), KeyKind::Unknown);
}

#[test]
fn a_key_offered_as_secret_and_a_secret_offered_as_key_are_told() {
    let pem = form("RS256", "SubjectPublicKeyInfo");
    let report = KeyInspection::of_text(&pem, Some(Algorithm::Hs256));
    assert_eq!(ids(&report), ["key-as-secret"]);
    assert_eq!(report.error.unwrap().code(), ErrorCode::JoseKeyMismatch);
    assert!(report.algorithms.contains(&Algorithm::Rs256));
    let secret = b"\x9a\x01\xf3\x44\x8b\x2c\x77\xd0\x15\xee\x60\xb8\x3f\x5a\xc6\x92\
        \x0d\xa7\x51\xfc\x28\x83\xbe\x1b\x74\xe9\x36\xcb\x4f\x68\x90\x05";
    let report = KeyInspection::of_bytes(secret, Some(Algorithm::Rs256));
    assert_eq!(ids(&report), ["secret-as-key"]);
    let report = KeyInspection::of_bytes(secret, Some(Algorithm::Hs256));
    assert_eq!((ids(&report), report.error), (vec![], None));
    assert_eq!(
        report.algorithms,
        [Algorithm::Hs256, Algorithm::Hs384, Algorithm::Hs512]
    );
}

#[test]
fn secrets_that_are_weak_or_look_encoded_are_told() {
    let on_text = |text: &str| ids(&KeyInspection::of_text(text, Some(Algorithm::Hs256)));
    assert_eq!(
        on_text("secret"),
        [
            "known-secret",
            "short-secret",
            "predictable-secret",
            "encoding-needed"
        ]
    );
    assert_eq!(
        on_text("a-string-secret-at-least-256-bits-long"),
        ["known-secret", "encoding-needed"]
    );
    assert_eq!(
        on_text("9a01f3448b2c77d015ee60b83f5ac6920da751fc2883be1b74e936cb4f689005"),
        ["secret-looks-hex", "encoding-needed"]
    );
    assert_eq!(
        on_text("QSBzZWNyZXQgdGhhdCBpcyBlbmNvZGVkLCBhbmQgbG9uZyBlbm91Z2g="),
        ["secret-looks-base64", "encoding-needed"]
    );
    assert_eq!(
        on_text("aB3-_8dk20Xo4nV7wQz5RtYu1IpLsGhJ6FbNmCxZKeTA"),
        ["secret-looks-base64url", "encoding-needed"]
    );
    assert_eq!(
        on_text("correct horse battery staple, and then some\n"),
        ["secret-whitespace", "encoding-needed"]
    );
    assert_eq!(
        on_text("correct horse battery staple, and then some"),
        ["encoding-needed"]
    );
}

#[test]
fn jwks_and_private_or_weak_jwks_are_told() {
    let key = all_keys()["keys"][0]["jwk"].clone();
    let set = serde_json::json!({ "keys": [key] }).to_string();
    let report = KeyInspection::of_text(&set, None);
    assert_eq!(
        (report.kind, ids(&report)),
        (KeyKind::JwkSet, vec!["jwk-set"])
    );
    assert_eq!(report.algorithms.len(), 6);
    assert_eq!(
        KeyInspection::of_text(&set, Some(Algorithm::Es256))
            .algorithms
            .len(),
        6
    );
    assert!(
        KeyInspection::of_text(&set, Some(Algorithm::Es256))
            .error
            .is_some()
    );
    let mut private = key.clone();
    private["d"] = "AQAB".into();
    private["alg"] = "RS256".into();
    let report = KeyInspection::of_text(&private.to_string(), None);
    assert_eq!(
        (ids(&report), report.is_secret),
        (vec!["private-key"], true)
    );
    assert_eq!(report.algorithms, [Algorithm::Rs256]);
    let weak = format!(
        r#"{{"kty":"RSA","alg":"RS256","e":"AQAB","n":"{}"}}"#,
        encode([&[0xc7, 0x01][..], &[0xc5; 126]].concat())
    );
    let report = KeyInspection::of_text(&weak, None);
    assert_eq!(ids(&report), ["short-modulus"]);
    assert_eq!(report.error.unwrap().code(), ErrorCode::JoseKeyTooWeak);
    assert_eq!(report.algorithms, [Algorithm::Rs256]);
    for (text, kind) in [
        ("{", KeyKind::Unknown),
        ("{}", KeyKind::Jwk),
        (r#"{"keys":1}"#, KeyKind::JwkSet),
        (r#"{"keys":[]}"#, KeyKind::JwkSet),
    ] {
        let report = KeyInspection::of_text(text, None);
        assert_eq!(report.kind, kind, "{text}");
        assert!(report.error.is_some(), "{text}");
    }
}

#[test]
fn a_bare_public_key_is_told_by_its_point_or_by_the_algorithm() {
    let jwk = &all_keys()["keys"][1]["jwk"];
    let coordinate = |name: &str| {
        edge_jwt::base64url::decode(jwk[name].as_str().unwrap(), Default::default()).unwrap()
    };
    let point = [&[4][..], &coordinate("x"), &coordinate("y")].concat();
    let report = KeyInspection::of_bytes(&point, None);
    assert_eq!(report.kind, KeyKind::RawPublicKey);
    assert_eq!(
        (report.algorithms, report.error),
        (vec![Algorithm::Es256], None)
    );
    let ed25519 = edge_jwt::base64url::decode(
        "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
        Default::default(),
    )
    .unwrap();
    assert_eq!(
        KeyInspection::of_bytes(&ed25519, None).kind,
        KeyKind::Secret
    );
    let report = KeyInspection::of_bytes(&ed25519, Some(Algorithm::EdDsa));
    assert_eq!((report.kind, report.error), (KeyKind::RawPublicKey, None));
}

#[test]
fn material_beyond_the_limits_is_not_looked_at() {
    let long = "x".repeat(64 * 1024 + 1);
    for report in [
        KeyInspection::of_text(&long, None),
        KeyInspection::of_bytes(long.as_bytes(), None),
        KeyInspection::of_text(&set_of_length(256 * 1024 + 1), None),
    ] {
        assert_eq!(report.error.unwrap().code(), ErrorCode::JoseLimitExceeded);
    }
    let longest = KeyInspection::of_text(&set_of_length(256 * 1024), None);
    assert_eq!(longest.error, None);
    assert!(
        VerifyingKeySet::from_json(set_of_length(256 * 1024 + 1), &ImportOptions::new()).is_ok()
    );
}

/// RFC 8037, appendix A.2, with white space.
fn set_of_length(length: usize) -> String {
    let set = r#"{"keys":[{"kty":"OKP","crv":"Ed25519","alg":"EdDSA",
        "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}"#;
    format!("{set}{}", " ".repeat(length - set.len()))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_material_has_a_report_that_agrees_with_the_import(bytes: Vec<u8>, text in "\\PC{0,60}") {
        let _ = KeyInspection::of_bytes(&bytes, None);
        let _ = KeyInspection::of_text(&text, None);
        for algorithm in Algorithm::ALL {
            let of_bytes = KeyInspection::of_bytes(&bytes, Some(algorithm));
            if of_bytes.kind == KeyKind::Secret {
                let imported = VerifyingKey::from_secret(&bytes, algorithm, &ImportOptions::new());
                prop_assert_eq!(of_bytes.error, imported.err());
            }
            let _ = KeyInspection::of_text(&text, Some(algorithm));
        }
    }
}
