//! What holds for every input, tried on many.

use edge_jwt::base64url::{Padding, decode, encode};
use edge_jwt::{
    Algorithm, ImportOptions, Jwk, JwkSet, Keys, SignaturePolicy, VerifyingKey, inspect,
};
use proptest::prelude::*;

use crate::support::{key, lenient, now, sign_text, signed, verify, with_payload};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn base64url_decode_undoes_encode(bytes: Vec<u8>) {
        prop_assert_eq!(decode(encode(&bytes), Padding::Refused), Ok(bytes));
    }

    #[test]
    fn base64url_has_one_spelling_per_value(text in "[A-Za-z0-9_=+/ -]{0,12}") {
        if let Ok(bytes) = decode(&text, Padding::Refused) {
            prop_assert_eq!(encode(bytes), text);
        }
    }

    #[test]
    fn arbitrary_text_is_refused_without_panic(token in ".{0,200}") {
        prop_assert!(verify(&token, &lenient()).is_err());
        let _ = edge_jwt::decode(&token, &SignaturePolicy::new());
        prop_assert!(!inspect(&token, Some(Keys::One(&key())), &lenient(), now()).is_valid());
    }

    #[test]
    fn arbitrary_signed_bytes_never_panic(header: Vec<u8>, payload: Vec<u8>) {
        let _ = verify(&signed(&header, &payload), &lenient());
        let _ = verify(&with_payload(&payload), &lenient());
    }

    #[test]
    fn a_changed_character_is_never_accepted(place in 0_usize..90, by in 1_u8..64) {
        const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let good = with_payload(r#"{"sub":"somebody"}"#);
        let mut token = good.clone().into_bytes();
        let place = place % token.len();
        if let Some(value) = ALPHABET.iter().position(|&c| c == token[place]) {
            token[place] = ALPHABET[(value + usize::from(by)) % 64];
            let token = String::from_utf8(token).unwrap();
            prop_assert_ne!(&token, &good);
            prop_assert!(verify(&token, &lenient()).is_err());
        }
    }

    #[test]
    fn arbitrary_key_material_never_panics(bytes: Vec<u8>, text in ".{0,80}") {
        let options = ImportOptions::new().allow_weak_key(true);
        for algorithm in Algorithm::ALL {
            let _ = VerifyingKey::from_der(&bytes, algorithm, &options);
            let _ = VerifyingKey::from_raw_public_key(&bytes, algorithm, &options);
            let _ = VerifyingKey::from_secret(&bytes, algorithm, &options);
            let _ = VerifyingKey::from_pem(&text, algorithm, &options);
        }
        let _ = Jwk::from_json(&text);
        let _ = JwkSet::from_json(&bytes);
    }

    #[test]
    fn arbitrary_signatures_never_panic_and_never_hold(signature: Vec<u8>) {
        let ed25519 = r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
        let p256 = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;
        for (jwk, algorithm) in [(ed25519, Algorithm::EdDsa), (p256, Algorithm::Es256)] {
            let jwk = Jwk::from_json(jwk).unwrap();
            let key = VerifyingKey::from_jwk(&jwk, algorithm, &ImportOptions::new()).unwrap();
            let mut padded = signature.clone();
            padded.resize(64, 0);
            prop_assert!(key.verify_signature(b"message", &signature).is_err());
            prop_assert!(key.verify_signature(b"message", &padded).is_err());
        }
    }
}

#[test]
fn decode_undoes_what_a_signer_did() {
    proptest!(|(name in "[a-z]{1,8}", value in "\\PC{0,40}")| {
        let payload = serde_json::json!({ (name.as_str()): value }).to_string();
        let token = sign_text(&format!("{}.{}", encode(r#"{"alg":"HS256"}"#), encode(&payload)));
        let jwt = edge_jwt::decode(&token, &SignaturePolicy::new()).unwrap();
        prop_assert_eq!(jwt.unverified_claims().text(), payload);
        prop_assert_eq!(jwt.unverified_claims().get(&name).unwrap().as_str(), Some(value.as_str()));
        prop_assert_eq!(jwt.header().algorithm(), "HS256");
    });
}
