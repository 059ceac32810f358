//! Proofs of possession, by the list of RFC 9449 §4.3.

use ed25519_dalek::{Signer as _, SigningKey};
use edge_jwt::base64url::encode;
use edge_jwt::error::{ClaimReason, KeyFault, KeyMismatch};
use edge_jwt::jwa::Hash;
use edge_jwt::{
    Algorithm, DpopValidation, Error, ErrorCode, Jwk, NumericDate, VerifiedDpopProof,
    verify_dpop_proof,
};
use serde_json::{Value, json};

use crate::support::{NOW, assert_refused, now};

const URL: &str = "https://api.example/orders";

fn signing_key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn public_jwk() -> Value {
    json!({"kty": "OKP", "crv": "Ed25519", "x": encode(signing_key().verifying_key().as_bytes())})
}

fn thumbprint() -> String {
    Jwk::from_json(public_jwk().to_string())
        .unwrap()
        .thumbprint(Hash::Sha256)
}

fn header() -> Value {
    json!({"typ": "dpop+jwt", "alg": "Ed25519", "jwk": public_jwk()})
}

fn claims() -> Value {
    json!({"jti": "p-1", "htm": "POST", "htu": URL, "iat": NOW})
}

fn proof(header: &Value, claims: &Value) -> String {
    let input = format!(
        "{}.{}",
        encode(header.to_string()),
        encode(claims.to_string())
    );
    let signature = signing_key().sign(input.as_bytes());
    format!("{input}.{}", encode(signature.to_bytes()))
}

fn with(mut object: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().unwrap() {
        object[name] = value.clone();
    }
    object
        .as_object_mut()
        .unwrap()
        .retain(|_, value| !value.is_null());
    object
}

fn expected() -> DpopValidation {
    DpopValidation::new("POST", URL).unwrap()
}

fn verify(proof: &str, expected: &DpopValidation) -> Result<VerifiedDpopProof, Error> {
    verify_dpop_proof(proof, expected, now())
}

#[track_caller]
fn assert_claim(proof: &str, expected: &DpopValidation, claim: &str, reason: ClaimReason) {
    match verify(proof, expected).unwrap_err() {
        Error::Claim(fault) => assert_eq!((fault.claim.as_str(), fault.reason), (claim, reason)),
        other => panic!("{other}"),
    }
}

#[test]
fn a_proof_that_holds_tells_whose_it_is() {
    let verified = verify(&proof(&header(), &claims()), &expected()).unwrap();
    assert_eq!(verified.thumbprint(), thumbprint());
    assert_eq!(verified.claims().jwt_id(), Some("p-1"));
    assert_eq!(verified.replay_id().len(), 43);
    assert!((verified.expires_at() - (NOW + 90.0)).abs() < f64::EPSILON);

    let other = verify(
        &proof(&header(), &with(claims(), json!({"jti": "p-2"}))),
        &expected(),
    );
    assert_ne!(verified.replay_id(), other.unwrap().replay_id());
}

#[test]
fn the_proof_of_rfc_9449_section_7_1_holds() {
    let file: Value = serde_json::from_str(include_str!("../vectors/rfc/rfc9449.json")).unwrap();
    let [test] = file["tests"].as_array().unwrap().as_slice() else {
        panic!("one test");
    };
    let text = |name: &str| test[name].as_str().unwrap();
    let expected = DpopValidation::new(text("method"), text("url"))
        .unwrap()
        .access_token(text("accessToken"), text("thumbprint"))
        .unwrap();
    let then = NumericDate::from_seconds(test["now"].as_f64().unwrap()).unwrap();
    let verified = verify_dpop_proof(text("proof"), &expected, then).unwrap();
    assert_eq!(verified.thumbprint(), text("thumbprint"));
}

#[test]
fn step_2_a_proof_is_one_well_formed_token() {
    let good = proof(&header(), &claims());
    for bad in [
        String::new(),
        format!("{good}, {good}"),
        format!("{good} "),
        "a.b".to_owned(),
    ] {
        assert_refused(verify(&bad, &expected()), ErrorCode::JwsInvalid, &bad);
    }
}

#[test]
fn step_3_the_claims_are_there() {
    for name in ["jti", "htm", "htu", "iat"] {
        let proof = proof(&header(), &with(claims(), json!({ name: null })));
        assert_claim(&proof, &expected(), name, ClaimReason::Missing);
    }
}

#[test]
fn step_4_typ_is_that_of_a_proof() {
    for typ in ["JWT", "at+jwt", "dpop"] {
        let proof = proof(&with(header(), json!({ "typ": typ })), &claims());
        assert_claim(&proof, &expected(), "typ", ClaimReason::Mismatch);
    }
    let proof = proof(&with(header(), json!({"typ": null})), &claims());
    assert_claim(&proof, &expected(), "typ", ClaimReason::Missing);
}

#[test]
fn step_5_the_algorithm_has_a_public_key_and_is_allowed() {
    for alg in ["none", "HS256", "HS512", "XX"] {
        let jwk = json!({"kty": "oct", "k": "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA"});
        let proof = proof(&with(header(), json!({"alg": alg, "jwk": jwk})), &claims());
        assert_refused(
            verify(&proof, &expected()),
            ErrorCode::JoseAlgNotAllowed,
            &proof,
        );
    }
    let only_es256 = expected().algorithms([Algorithm::Es256]).unwrap();
    let good = proof(&header(), &claims());
    assert_refused(
        verify(&good, &only_es256),
        ErrorCode::JoseAlgNotAllowed,
        &good,
    );
    assert!(expected().algorithms([Algorithm::Hs256]).is_err());
    assert!(expected().algorithms([]).is_err());
}

#[test]
fn step_6_the_signature_is_of_the_key_in_the_header() {
    let other = json!({"kty": "OKP", "crv": "Ed25519",
        "x": encode(SigningKey::from_bytes(&[8; 32]).verifying_key().as_bytes())});
    let proof = proof(&with(header(), json!({ "jwk": other })), &claims());
    let failed = ErrorCode::JwsSignatureVerificationFailed;
    assert_refused(verify(&proof, &expected()), failed, &proof);
}

#[test]
fn step_7_the_key_is_there_and_public() {
    for jwk in [Value::Null, with(public_jwk(), json!({"d": "AAAA"}))] {
        let proof = proof(&with(header(), json!({ "jwk": jwk })), &claims());
        assert_refused(verify(&proof, &expected()), ErrorCode::JwsInvalid, &proof);
    }
    for (jwk, code) in [
        (json!("text"), ErrorCode::JwsInvalid),
        (json!({}), ErrorCode::JwkInvalid),
        (
            with(public_jwk(), json!({"use": "enc"})),
            ErrorCode::JoseKeyMismatch,
        ),
        (
            json!({"kty": "RSA", "n": "AQAB", "e": "AQAB"}),
            ErrorCode::JoseKeyMismatch,
        ),
    ] {
        let proof = proof(&with(header(), json!({ "jwk": jwk })), &claims());
        assert_eq!(verify(&proof, &expected()).unwrap_err().code(), code);
    }
}

#[test]
fn step_8_htm_is_the_method_of_the_request() {
    for htm in ["GET", "post", "POST "] {
        let proof = proof(&header(), &with(claims(), json!({ "htm": htm })));
        assert_claim(&proof, &expected(), "htm", ClaimReason::Mismatch);
    }
}

#[test]
fn step_9_htu_is_the_uri_of_the_request_however_it_is_written() {
    let htu = |htu: &str| proof(&header(), &with(claims(), json!({ "htu": htu })));
    let requested = |url: &str| DpopValidation::new("POST", url).unwrap();
    for same in [
        "https://api.example/orders",
        "HTTPS://API.example:443/orders",
        "https://api.example:0443/orders",
        "https://api.example:/orders?page=1#top",
        "https://api.example/%6frders",
        "https://api.example/x/../orders",
        "https://api.example/./orders",
    ] {
        verify(&htu(same), &expected()).unwrap();
        verify(&htu(URL), &requested(same)).unwrap();
    }
    verify(
        &htu("https://api.example"),
        &requested("https://api.example/"),
    )
    .unwrap();
    verify(
        &htu("https://a.example/%e2%82%ac"),
        &requested("https://a.example/%E2%82%AC"),
    )
    .unwrap();
    verify(&htu("http://[::1]:80/"), &requested("http://[::1]")).unwrap();
    for other in [
        "http://api.example/orders",
        "https://api.example:8443/orders",
        "https://api.example/Orders",
        "https://api.example/orders/",
        "https://api.example//orders",
        "https://api.example/orders%2F",
        "https://api.example.evil/orders",
        "https://api.example/orders/..",
    ] {
        assert_claim(&htu(other), &expected(), "htu", ClaimReason::Mismatch);
    }
    for no_uri in [
        "",
        "/orders",
        "api.example/orders",
        "ftp://api.example/orders",
        "https:///orders",
        "https://user@api.example/orders",
        "https://api.example/ord ers",
        "https://api.example/%zz",
        "https://api.example/%2",
        "https://api.example:port/orders",
        "https://é.example/",
    ] {
        assert_claim(&htu(no_uri), &expected(), "htu", ClaimReason::Invalid);
        let misuse = DpopValidation::new("POST", no_uri).unwrap_err();
        assert_eq!(misuse.code(), ErrorCode::ApiMisuse, "{no_uri}");
    }
    let number = proof(&header(), &with(claims(), json!({"htu": 1})));
    assert_claim(&number, &expected(), "htu", ClaimReason::Invalid);
}

#[test]
fn step_10_nonce_is_the_one_that_was_given_out() {
    let nonce = |nonce: Value| proof(&header(), &with(claims(), json!({ "nonce": nonce })));
    let asked = expected().nonces(["n-1", "n-0"]).unwrap();
    verify(&nonce(json!("n-1")), &asked).unwrap();
    verify(&nonce(json!("n-0")), &asked).unwrap();
    assert_claim(&nonce(json!("n-2")), &asked, "nonce", ClaimReason::Mismatch);
    assert_claim(&nonce(Value::Null), &asked, "nonce", ClaimReason::Missing);
}

#[test]
fn step_11_the_proof_was_made_just_now() {
    let made = |seconds: f64| proof(&header(), &with(claims(), json!({"iat": NOW + seconds})));
    for seconds in [-90.0, -60.0, 0.0, 30.0] {
        verify(&made(seconds), &expected()).unwrap();
    }
    assert_claim(&made(-91.0), &expected(), "iat", ClaimReason::TooOld);
    assert_claim(
        &made(31.0),
        &expected(),
        "iat",
        ClaimReason::IssuedInTheFuture,
    );
    let strict = expected()
        .max_token_age_seconds(5.0)
        .unwrap()
        .clock_tolerance_seconds(0.0)
        .unwrap();
    assert_claim(&made(-6.0), &strict, "iat", ClaimReason::TooOld);
    assert_claim(&made(1.0), &strict, "iat", ClaimReason::IssuedInTheFuture);
}

#[test]
fn step_12_the_proof_belongs_to_the_access_token_and_that_to_the_key() {
    let ath = |ath: Value| proof(&header(), &with(claims(), json!({ "ath": ath })));
    // §7.1 has this hash for this token.
    let token = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";
    let hash = "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo";
    let bound = expected().access_token(token, thumbprint()).unwrap();
    verify(&ath(json!(hash)), &bound).unwrap();
    assert_claim(&ath(Value::Null), &bound, "ath", ClaimReason::Missing);
    assert_claim(&ath(json!("AAAA")), &bound, "ath", ClaimReason::Mismatch);

    let other_key = expected().access_token(token, "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
    let error = verify(&ath(json!(hash)), &other_key.unwrap()).unwrap_err();
    assert_eq!(
        error,
        Error::Key(KeyFault::Mismatch(KeyMismatch::Confirmation))
    );
    assert!(expected().access_token("", thumbprint()).is_err());
    assert!(expected().access_token(token, "").is_err());
}
