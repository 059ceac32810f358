//! One test for each hint: that it is given where it helps, and not where it would mislead.

use edge_jwt::base64url::encode;
use edge_jwt::{
    Algorithm, CheckName, ImportOptions, JwkSet, Keys, Validation, VerifyingKey, VerifyingKeySet,
    inspect,
};

use super::{all_hints, check, hints, report};
use crate::support::{NOW, SECRET, lenient, now, signed, with_payload};

/// The hints on the claim check `name` for a payload.
fn on_claim(name: CheckName, payload: &str) -> Vec<&'static str> {
    hints(&report(&with_payload(payload), &lenient()), name)
}

/// The hints on the signature that [`SECRET`] made, when the key is `secret`.
fn on_signature(secret: &[u8]) -> Vec<&'static str> {
    let options = ImportOptions::new().allow_weak_key(true);
    let key = VerifyingKey::from_secret(secret, Algorithm::Hs256, &options).unwrap();
    let report = inspect(
        &with_payload("{}"),
        Some(Keys::One(&key)),
        &lenient(),
        now(),
    );
    assert!(!report.is_valid(), "a trial must not make a token valid");
    hints(&report, CheckName::Signature)
}

#[test]
fn a_good_token_has_no_hints() {
    let payload = format!(
        r#"{{"iss":"me","aud":"me","iat":{NOW},"nbf":{NOW},"exp":{}}}"#,
        NOW + 60.0
    );
    let validation = Validation::new()
        .issuer("me")
        .unwrap()
        .audience("me")
        .unwrap();
    let report = report(&with_payload(payload), &validation);
    assert!(report.is_valid());
    assert_eq!(all_hints(&report), [""; 0]);
}

#[test]
fn times_in_milliseconds_are_told_also_where_the_check_passes() {
    let milliseconds = NOW * 1000.0;
    for (name, claim, id) in [
        (CheckName::Exp, "exp", "exp-in-milliseconds"),
        (CheckName::Nbf, "nbf", "nbf-in-milliseconds"),
        (CheckName::Iat, "iat", "iat-in-milliseconds"),
    ] {
        let far_off = format!(r#"{{"{claim}":{milliseconds}}}"#);
        assert_eq!(on_claim(name, &far_off), [id]);
        let in_seconds = format!(r#"{{"{claim}":{}}}"#, NOW + 1000.0);
        assert!(!on_claim(name, &in_seconds).contains(&id));
        let of_no_unit = format!(r#"{{"{claim}":1e300}}"#);
        assert!(!on_claim(name, &of_no_unit).contains(&id));
    }
}

#[test]
fn seconds_are_no_milliseconds_in_any_year() {
    for seconds in [0.0, 1e9, NOW, 1e10] {
        let now = edge_jwt::NumericDate::from_seconds(seconds).unwrap();
        let token = with_payload(format!(r#"{{"exp":{}}}"#, seconds + 60.0));
        let report = inspect(&token, None, &lenient(), now);
        assert_eq!(hints(&report, CheckName::Exp), [""; 0], "{seconds}");
    }
}

#[test]
fn a_time_that_is_a_string_is_told() {
    for payload in [
        r#"{"exp":"1795305600"}"#,
        r#"{"exp":"2026-11-22T00:00:00Z"}"#,
    ] {
        assert_eq!(on_claim(CheckName::Exp, payload), ["time-is-text"]);
    }
    assert_eq!(on_claim(CheckName::Exp, r#"{"exp":[]}"#), [""; 0]);
}

#[test]
fn clocks_that_differ_by_five_minutes_are_told_and_others_are_expired() {
    for (claim, name, offset) in [
        ("exp", CheckName::Exp, -300.0),
        ("nbf", CheckName::Nbf, 300.0),
    ] {
        let near = format!(r#"{{"{claim}":{}}}"#, NOW + offset);
        assert_eq!(on_claim(name, &near), ["clock-skew"]);
        let far = format!(r#"{{"{claim}":{}}}"#, NOW + offset * 1.01);
        assert_eq!(on_claim(name, &far), [""; 0]);
    }
}

#[test]
fn a_time_that_misses_says_by_how_many_seconds_without_the_tolerance() {
    let validation = lenient().clock_tolerance_seconds(5.0).unwrap();
    let validation = || validation.clone();
    let cases = [
        (
            CheckName::Exp,
            validation(),
            format!(r#"{{"exp":{}}}"#, NOW - 100.0),
            100.0,
        ),
        (
            CheckName::Nbf,
            validation(),
            format!(r#"{{"nbf":{}}}"#, NOW + 70.5),
            70.5,
        ),
        (
            CheckName::MaxTokenAge,
            validation().max_token_age_seconds(60.0).unwrap(),
            format!(r#"{{"iat":{}}}"#, NOW - 100.0),
            40.0,
        ),
        (
            CheckName::MaxTokenAge,
            validation().max_token_age_seconds(60.0).unwrap(),
            format!(r#"{{"iat":{}}}"#, NOW + 30.0),
            30.0,
        ),
        (
            CheckName::MaxLifetime,
            validation().max_lifetime_seconds(60.0).unwrap(),
            format!(r#"{{"iat":{},"exp":{}}}"#, NOW, NOW + 75.0),
            15.0,
        ),
        (
            CheckName::RejectBefore,
            validation().reject_before(now()).unwrap(),
            format!(r#"{{"iat":{}}}"#, NOW - 9.0),
            9.0,
        ),
    ];
    for (name, validation, payload, seconds) in cases {
        let report = report(&with_payload(&payload), &validation);
        assert_eq!(check(&report, name).seconds_off, Some(seconds), "{payload}");
        assert!(check(&report, name).error().is_some(), "{payload}");
    }
    let passed = report(
        &with_payload(format!(r#"{{"exp":{}}}"#, NOW + 1.0)),
        &lenient(),
    );
    assert_eq!(check(&passed, CheckName::Exp).seconds_off, None);
}

#[test]
fn an_issuer_or_audience_that_differs_by_one_small_thing_is_told() {
    let cases = [
        ("https://a.example", "differs-by-trailing-slash"),
        ("https://A.example/", "differs-by-case"),
        ("http://a.example/", "differs-by-scheme"),
        ("a.example/", "differs-by-scheme"),
        (" https://a.example/", "differs-by-whitespace"),
    ];
    let expected = "https://a.example/";
    let validation = Validation::new()
        .issuers(["other", expected])
        .unwrap()
        .audiences(["other", expected])
        .unwrap();
    for (actual, id) in cases {
        let token = with_payload(format!(r#"{{"iss":"{actual}","aud":["x","{actual}"]}}"#));
        let report = report(&token, &validation);
        assert_eq!(hints(&report, CheckName::Iss), [id], "{actual}");
        assert_eq!(hints(&report, CheckName::Aud), [id], "{actual}");
    }
    let token = with_payload(r#"{"iss":"https://b.example/","aud":"https://b.example/"}"#);
    let report = report(&token, &validation);
    assert_eq!(hints(&report, CheckName::Iss), [""; 0]);
    assert_eq!(hints(&report, CheckName::Aud), [""; 0]);
}

#[test]
fn a_secret_that_is_encoded_is_told_for_certain_when_decoded_it_verifies() {
    let hex: String = SECRET.iter().map(|byte| format!("{byte:02x}")).collect();
    let base64url = encode(SECRET);
    let base64 = format!("{}=", base64url.replace('-', "+").replace('_', "/"));
    assert_eq!(on_signature(base64.as_bytes()), ["secret-is-base64"]);
    assert_eq!(on_signature(hex.as_bytes()), ["secret-is-hex"]);
    assert_eq!(
        on_signature(hex.to_uppercase().as_bytes()),
        ["secret-is-hex"]
    );
    let only_base64url = base64url.contains(['-', '_']);
    let id = if only_base64url {
        "secret-is-base64url"
    } else {
        "secret-is-base64"
    };
    assert_eq!(on_signature(base64url.as_bytes()), [id]);
    assert_eq!(
        on_signature(format!("{base64}\n").as_bytes()),
        ["secret-is-base64"]
    );
}

#[test]
fn a_secret_with_a_line_break_is_told_when_without_it_it_verifies() {
    let text = b"a secret of text that is long enough";
    let signer = |secret: &[u8]| {
        use hmac::{Hmac, KeyInit as _, Mac as _};
        let signing_input = format!("{}.{}", encode(r#"{"alg":"HS256"}"#), encode("{}"));
        let mac = Hmac::<sha2::Sha256>::new_from_slice(secret).unwrap();
        let tag = mac.chain_update(&signing_input).finalize().into_bytes();
        format!("{signing_input}.{}", encode(tag))
    };
    let import = |secret: &[u8]| {
        VerifyingKey::from_secret(secret, Algorithm::Hs256, &ImportOptions::new()).unwrap()
    };
    let inspect = |token: &str, secret: &[u8]| {
        hints(
            &inspect(token, Some(Keys::One(&import(secret))), &lenient(), now()),
            CheckName::Signature,
        )
    };
    let with_line_break = [&text[..], b"\r\n"].concat();
    assert_eq!(
        inspect(&signer(text), &with_line_break),
        ["secret-without-whitespace"]
    );
    assert_eq!(inspect(&signer(&[9; 32]), &with_line_break), [""; 0]);
    // The other way about: the issuer used the text, and the caller decoded it.
    let base64 = b"QSBzZWNyZXQgdGhhdCBpcyBlbmNvZGVkLCBhbmQgbG9uZyBlbm91Z2g=";
    let decoded = edge_jwt::base64url::decode_plain_base64(base64).unwrap();
    assert_eq!(inspect(&signer(base64), &decoded), ["secret-decoded"]);
}

#[test]
fn a_secret_that_only_looks_encoded_is_told_as_a_guess() {
    let base64 = b"QSBzZWNyZXQgdGhhdCBpcyBlbmNvZGVkLCBhbmQgbG9uZyBlbm91Z2g1";
    assert_eq!(on_signature(base64), ["secret-wrong-either-way"]);
    let hex = b"9a01f3448b2c77d015ee60b83f5ac6920da751fc2883be1b74e936cb4f689005";
    assert_eq!(on_signature(hex), ["secret-wrong-either-way"]);
    assert_eq!(on_signature(b"some other secret, of plain words"), [""; 0]);
}

/// RFC 7517 appendix A.1, and a P-256 key that verifies nothing here.
const EC: &str = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;

fn ec() -> VerifyingKey {
    let jwk = edge_jwt::Jwk::from_json(EC).unwrap();
    VerifyingKey::from_jwk(&jwk, Algorithm::Es256, &ImportOptions::new()).unwrap()
}

fn with_ec(token: &str) -> edge_jwt::Inspection {
    inspect(token, Some(Keys::One(&ec())), &lenient(), now())
}

#[test]
fn a_signature_in_der_and_one_that_was_cut_are_told_apart() {
    let token = |signature: &[u8]| {
        let header = encode(r#"{"alg":"ES256"}"#);
        format!("{header}.{}.{}", encode("{}"), encode(signature))
    };
    let der = [&[0x30, 68, 2, 32][..], &[1; 32], &[2, 32], &[1; 32]].concat();
    let on_signature = |signature: &[u8]| hints(&with_ec(&token(signature)), CheckName::Signature);
    assert_eq!(on_signature(&der), ["signature-der"]);
    assert_eq!(on_signature(&der[..60]), ["signature-length"]);
    assert_eq!(on_signature(&[1; 64]), [""; 0]);
}

#[test]
fn a_token_for_a_secret_and_a_public_key_are_told_and_the_reverse() {
    let of_secret = with_payload("{}");
    let report = with_ec(&of_secret);
    assert_eq!(hints(&report, CheckName::Key), ["hmac-token-public-key"]);
    let of_key = check(&report, CheckName::Key);
    assert_eq!(of_key.expected, Some("ES256".into()));
    assert_eq!(of_key.actual, Some("HS256".into()));
    let of_public_key = signed(r#"{"alg":"RS256"}"#, "{}");
    let on_key = |token: &str| hints(&super::report(token, &lenient()), CheckName::Key);
    assert_eq!(on_key(&of_public_key), ["public-key-token-secret"]);
    assert_eq!(
        on_key(&signed(r#"{"alg":"HS512"}"#, "{}")),
        ["same-key-type"]
    );
    let on_ec = |alg: &str| {
        let header = format!(r#"{{"alg":"{alg}"}}"#);
        hints(&with_ec(&signed(header, "{}")), CheckName::Key)
    };
    assert_eq!(on_ec("ES384"), ["other-key-type"]);
    assert_eq!(on_ec("RS256"), ["other-key-type"]);
    assert_eq!(on_ec("ES256"), [""; 0]);
}

#[test]
fn a_token_for_microsoft_graph_is_told_where_its_signature_does_not_hold() {
    // As Entra ID does it: the signature is over a header with the hash of the nonce (made by
    // `printf 0123 | openssl dgst -sha256 -binary | basenc --base64url`).
    let with_nonce = |nonce: &str| signed(format!(r#"{{"alg":"HS256","nonce":{nonce}}}"#), "{}");
    let of_hash = with_nonce(r#""G-LkUrRteg2WVrux92joJI66G3W67WX12Z6vqUiJmmo""#);
    let (_, signature) = of_hash.rsplit_once('.').unwrap();
    let sent = |nonce: &str| {
        let token = with_nonce(nonce);
        let (signing_input, _) = token.rsplit_once('.').unwrap();
        format!("{signing_input}.{signature}")
    };
    let on_signature = |token: &str| hints(&super::report(token, &lenient()), CheckName::Signature);
    assert_eq!(on_signature(&sent(r#""0123""#)), ["graph-token"]);
    assert_eq!(on_signature(&of_hash), [""; 0], "the signature holds");
    assert_eq!(on_signature(&sent("7")), [""; 0], "a nonce is a string");
    let without_nonce = with_payload(r#"{"nonce":"0123"}"#);
    let (signing_input, _) = without_nonce.rsplit_once('.').unwrap();
    let forged = format!("{signing_input}.{signature}");
    assert_eq!(on_signature(&forged), [""; 0], "a claim is no parameter");
}

#[test]
fn an_algorithm_in_the_wrong_case_is_told() {
    let on_algorithm = |alg: &str| {
        let header = format!(r#"{{"alg":"{alg}"}}"#);
        hints(
            &report(&signed(header, "{}"), &lenient()),
            CheckName::Algorithm,
        )
    };
    assert_eq!(on_algorithm("hs256"), ["algorithm-case"]);
    assert_eq!(on_algorithm("HS256"), [""; 0]);
    assert_eq!(on_algorithm("HS257"), [""; 0]);
}

#[test]
fn a_claim_of_a_loose_type_is_told_with_the_option_that_takes_it() {
    for (payload, check, ids) in [
        (r#"{"sub":42}"#, CheckName::Sub, &["loose-type"][..]),
        (r#"{"iss":null}"#, CheckName::Iss, &["loose-type"]),
        (r#"{"aud":7}"#, CheckName::Aud, &["loose-type"]),
        (r#"{"nbf":null}"#, CheckName::Nbf, &["loose-type"]),
        (r#"{"nbf":"1"}"#, CheckName::Nbf, &["time-is-text"]),
        (r#"{"sub":true}"#, CheckName::Sub, &[]),
        (r#"{"sub":"42"}"#, CheckName::Sub, &[]),
    ] {
        let token = signed(r#"{"alg":"HS256"}"#, payload);
        assert_eq!(hints(&report(&token, &lenient()), check), ids, "{payload}");
    }
}

#[test]
fn a_kid_that_finds_no_key_is_told_with_those_of_the_set() {
    let member = |kid: &str, rest: &str| EC.replacen('{', &format!(r#"{{"kid":"{kid}",{rest}"#), 1);
    let keys = [
        member("one", r#""alg":"ES256","#),
        // RFC 7517 appendix A.1
        member("two", r#""alg":"ES256","#)
            .replace(
                "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
            )
            .replace(
                "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
                "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
            ),
        member("three", r#""use":"enc","#),
    ];
    let nameless = [member("four", "")];
    let set = |keys: &[String]| {
        let set = JwkSet::from_json(format!(r#"{{"keys":[{}]}}"#, keys.join(","))).unwrap();
        VerifyingKeySet::from_jwk_set(&set, &ImportOptions::new())
    };
    let inspect_with = |keys: &[String], header: &str| {
        let set = set(keys);
        let report = inspect(
            &signed(header, "{}"),
            Some(Keys::Set(&set)),
            &lenient(),
            now(),
        );
        (
            check(&report, CheckName::Key).clone(),
            hints(&report, CheckName::Key),
        )
    };
    let (check, ids) = inspect_with(&keys, r#"{"alg":"ES256","kid":"zero"}"#);
    assert_eq!(ids, ["kid-not-in-set"]);
    assert_eq!(check.expected, Some(vec!["one", "two"].into()));
    assert_eq!(check.actual, Some("zero".into()));
    for (header, keys, id) in [
        (r#"{"alg":"ES256","kid":"three"}"#, &keys[..], "kid-skipped"),
        (
            r#"{"alg":"ES384","kid":"one"}"#,
            &keys,
            "kid-other-algorithm",
        ),
        (r#"{"alg":"ES256"}"#, &keys, "kid-missing"),
        (
            r#"{"alg":"ES256","kid":"four"}"#,
            &nameless,
            "algorithms-needed",
        ),
        (r#"{"alg":"ES256"}"#, &nameless, "algorithms-needed"),
        (r#"{"alg":"ES384"}"#, &keys, "no-key-for-algorithm"),
        (r#"{"alg":"ES256","kid":"one"}"#, &[], "empty-key-set"),
    ] {
        assert_eq!(inspect_with(keys, header).1, [id], "{header}");
    }
    assert_eq!(
        inspect_with(&keys, r#"{"alg":"ES256","kid":"one"}"#).1,
        [""; 0]
    );
}

#[test]
fn what_was_pasted_with_the_token_is_told_and_the_token_is_read() {
    let token = with_payload(r#"{"sub":"x"}"#);
    let cases = [
        (format!(" {token}\n"), vec!["surrounding-whitespace"]),
        (format!("\"{token}\""), vec!["surrounding-quotes"]),
        (format!("Bearer {token}"), vec!["bearer-prefix"]),
        (format!("DPoP {token}"), vec!["bearer-prefix"]),
        (
            format!("Authorization: bearer {token}"),
            vec![
                "authorization-header",
                "surrounding-whitespace",
                "bearer-prefix",
            ],
        ),
        (format!("session={token}; Path=/"), vec!["cookie-pair"]),
        (format!("Cookie: a=b; session={token}"), vec!["cookie-pair"]),
        (
            format!("https://a.example/cb#state=x&id_token={token}&y=z"),
            vec!["url-parameter"],
        ),
        (format!("/cb?access_token={token}"), vec!["url-parameter"]),
        (token.replacen('.', ".\n  ", 1), vec!["whitespace-inside"]),
    ];
    for (text, ids) in cases {
        let report = report(&text, &lenient());
        assert!(!report.is_valid(), "{text}");
        assert_eq!(hints(&report, CheckName::Form), ids, "{text}");
        let claims = report.unverified_claims().unwrap();
        assert_eq!(claims.get("sub"), Some(&"x".into()), "{text}");
        let signature = &check(&report, CheckName::Signature).status;
        assert_eq!(signature, &edge_jwt::CheckStatus::Passed, "{text}");
    }
}

#[test]
fn an_sd_jwt_is_told_and_the_token_before_its_disclosures_is_read() {
    let token = with_payload(r#"{"sub":"x","_sd_alg":"sha-256"}"#);
    let disclosure = encode(r#"["salt","given_name","John"]"#);
    let key_binding = signed(r#"{"alg":"HS256","typ":"kb+jwt"}"#, r#"{"nonce":"1"}"#);
    for text in [
        format!("{token}~"),
        format!("{token}~{disclosure}~"),
        format!("{token}~{disclosure}~{disclosure}~{key_binding}"),
    ] {
        let report = report(&text, &lenient());
        assert!(!report.is_valid(), "{text}");
        let code = report.first_failure().map(edge_jwt::Error::code);
        assert_eq!(code, Some(edge_jwt::ErrorCode::JwsInvalid), "{text}");
        assert_eq!(hints(&report, CheckName::Form), ["sd-jwt"], "{text}");
        let claims = report.unverified_claims().unwrap();
        assert_eq!(claims.get("sub"), Some(&"x".into()), "{text}");
        assert_eq!(report.segments().len(), 3, "{text}");
        let signature = &check(&report, CheckName::Signature).status;
        assert_eq!(signature, &edge_jwt::CheckStatus::Passed, "{text}");
    }
    let quoted = report(&format!("Bearer \"{token}~\""), &lenient());
    let ids = ["surrounding-quotes", "bearer-prefix", "sd-jwt"];
    assert_eq!(hints(&quoted, CheckName::Form), ids);
    for text in ["~", "a~b", "ey~a.b", "~eyJ.a.b"] {
        let ids = hints(&report(text, &lenient()), CheckName::Form);
        assert!(!ids.contains(&"sd-jwt"), "{text}");
    }
}

#[test]
fn a_token_in_json_is_told() {
    let on_form = |text: &str| hints(&report(text, &lenient()), CheckName::Form);
    for text in [
        r#"{"payload":"e30","protected":"e30","signature":"AA"}"#,
        r#"{"payload":"e30","signatures":[{"protected":"e30","signature":"AA"}]}"#,
        r#"{"protected":"e30","iv":"AA","ciphertext":"AA","tag":"AA"}"#,
        r#"{"protected":"e30","recipients":[{}],"iv":"AA","ciphertext":"AA","tag":"AA"}"#,
    ] {
        assert_eq!(on_form(text), ["json-serialization"], "{text}");
    }
    for text in ["{}", "{", r#"{"payload":"e30"}"#, r#"["signature"]"#] {
        assert_eq!(on_form(text), [""; 0], "{text}");
    }
}

#[test]
fn base64_where_base64url_must_be_is_told() {
    let header = encode(r#"{"alg":"HS256"}"#);
    let payload = encode(r#"{"sub":"~~~???"}"#);
    let plain = payload.replace('-', "+").replace('_', "/");
    assert_ne!(plain, payload, "the payload has one of the two characters");
    let on_form = |token: &str| hints(&report(token, &lenient()), CheckName::Form);
    let signature = encode([7; 32]);
    assert_eq!(
        on_form(&format!("{header}.{plain}.{signature}")),
        ["base64-alphabet"]
    );
    assert_eq!(
        on_form(&format!("{header}.{payload}.{signature}=")),
        ["base64-padding"]
    );
    assert_eq!(
        on_form(&format!("{header}.{payload}")),
        ["signature-missing"]
    );
    assert_eq!(on_form(&format!("{header}.a.b.c.d")), ["encrypted-token"]);
    assert_eq!(on_form("a+b="), [""; 0]);
}
