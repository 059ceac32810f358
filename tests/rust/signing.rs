//! Tokens that wait for their signature, wherever the key is; and private keys on their way to a signer.

use ed25519_dalek::{Signer as _, SigningKey};
use edge_jwt::base64url::decode;
use edge_jwt::key::{pkcs8_from_der, pkcs8_from_pem};
use edge_jwt::{
    Algorithm, ErrorCode, ImportOptions, SignaturePolicy, Unsigned, UnverifiedJws, VerifyingKey,
    compact_verify, unsigned,
};
use pkcs8::PrivateKeyInfoRef;
use pkcs8::der::Decode as _;

use crate::key_formats::Keys;
use crate::support::{NOW, SECRET, key, lenient, verify};

#[test]
fn rfc8037_a_4_is_reproduced_byte_for_byte() {
    let seed = decode(
        "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
        Default::default(),
    )
    .unwrap();
    let signer = SigningKey::from_bytes(seed.as_slice().try_into().unwrap());
    let payload = b"Example of Ed25519 signing";
    let unsigned = Unsigned::new(Algorithm::EdDsa, "{}", payload).unwrap();
    let signature = signer.sign(unsigned.signing_input().as_bytes());
    assert_eq!(
        unsigned.attach(&signature.to_bytes()).unwrap(),
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.\
         hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
    );
}

#[test]
fn a_secret_signs_here_what_then_verifies() {
    let claims = format!(r#"{{"z":1,"iss":"i","a":[null,true],"exp":{}}}"#, NOW + 1.0);
    let token = unsigned(Algorithm::Hs256, r#"{"typ":"at+jwt","kid":"k"}"#, &claims)
        .unwrap()
        .sign_with_secret(&key())
        .unwrap();
    let jwt = verify(&token, &lenient()).unwrap();
    assert_eq!(jwt.claims().text(), claims);
    assert_eq!(
        jwt.header().text(),
        r#"{"alg":"HS256","typ":"at+jwt","kid":"k"}"#
    );
    for algorithm in [Algorithm::Hs384, Algorithm::Hs512] {
        let secret = [9; 64];
        let key = VerifyingKey::from_secret(&secret, algorithm, &ImportOptions::new()).unwrap();
        let jws = Unsigned::new(algorithm, "{}", b"x").unwrap();
        let jws = jws.sign_with_secret(&key).unwrap();
        compact_verify(&jws, &key, &Default::default()).unwrap();
    }
}

#[test]
fn a_key_signs_here_only_if_it_is_a_secret_of_the_very_algorithm() {
    let hs384 = || Unsigned::new(Algorithm::Hs384, "{}", b"x").unwrap();
    let mismatch = ErrorCode::JoseKeyMismatch;
    assert_eq!(
        hs384().sign_with_secret(&key()).unwrap_err().code(),
        mismatch
    );
    let pem = "-----BEGIN PUBLIC KEY-----\n\
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n\
        -----END PUBLIC KEY-----\n";
    let public = VerifyingKey::from_pem(pem, Algorithm::EdDsa, &ImportOptions::new()).unwrap();
    let eddsa = Unsigned::new(Algorithm::EdDsa, "{}", b"x").unwrap();
    assert_eq!(
        eddsa.sign_with_secret(&public).unwrap_err().code(),
        mismatch
    );
}

#[test]
fn what_a_signer_decides_is_not_smuggled_in_through_the_header() {
    for header in [
        r#"{"alg":"none"}"#,
        r#"{"alg":"HS256"}"#,
        r#"{"\u0061lg":"none"}"#,
        r#"{"b64":false}"#,
        r#"{"b64":true}"#,
        r#"{"crit":["b64"],"b64":true}"#,
        r#"{"crit":["b64"]}"#,
        r#"{"crit":[]}"#,
        r#"{"crit":"x","x":1}"#,
        r#"{"crit":[1]}"#,
        r#"{"crit":null}"#,
        r#"{"crit":["x"]}"#,
        r#"{"crit":["x","x"],"x":1}"#,
        r#"{"crit":["alg"]}"#,
        r#"{"crit":["typ"],"typ":"JWT"}"#,
        r#"{"crit":["p2c"],"p2c":1}"#,
        r#"{"crit":["crit"]}"#,
        r#"{"kid":"a","kid":"b"}"#,
        r#"{"kid":"a"} {"#,
        "[]",
        "",
        "null",
        r#""alg""#,
    ] {
        let refused = Unsigned::new(Algorithm::Hs256, header, b"").unwrap_err();
        assert_eq!(refused.code(), ErrorCode::ApiMisuse, "{header}");
    }
    for header in [
        r#"{"kid":1}"#,
        r#"{"typ":null}"#,
        r#"{"jwk":"x"}"#,
        r#"{"x5c":[1]}"#,
    ] {
        let refused = Unsigned::new(Algorithm::Hs256, header, b"").unwrap_err();
        assert_eq!(refused.code(), ErrorCode::JwsInvalid, "{header}");
    }
}

#[test]
fn rfc7515_4_1_11_a_crit_that_is_written_is_one_that_is_accepted() {
    for header in [
        r#"{"crit":["x"],"x":null}"#,
        r#"{"x":1,"crit":["y","x"],"y":[]}"#,
    ] {
        let jws = Unsigned::new(Algorithm::Hs256, header, b"x").unwrap();
        let jws = jws.sign_with_secret(&key()).unwrap();
        let unaware = compact_verify(&jws, &key(), &Default::default()).unwrap_err();
        assert_eq!(unaware.code(), ErrorCode::JoseNotSupported, "{header}");
        let policy = SignaturePolicy::new().understood_critical(["x", "y"]);
        compact_verify(&jws, &key(), &policy).unwrap();
    }
}

#[test]
fn a_header_keeps_its_order_and_spelling_and_reads_back() {
    for (header, whole) in [
        ("{}", r#"{"alg":"ES256"}"#),
        (" {\n} ", r#"{"alg":"ES256"}"#),
        (
            r#" {"typ":"JWT", "kid":"1" }"#,
            r#"{"alg":"ES256","typ":"JWT", "kid":"1" }"#,
        ),
        (r#"{"b":1,"a":{}}"#, r#"{"alg":"ES256","b":1,"a":{}}"#),
    ] {
        let jws = Unsigned::new(Algorithm::Es256, header, b"x").unwrap();
        let jws = jws.attach(&[1; 64]).unwrap();
        let read = UnverifiedJws::parse(&jws, &Default::default()).unwrap();
        assert_eq!(read.header().text(), whole);
        assert_eq!(read.unverified_payload(), b"x");
    }
}

#[test]
fn claims_that_nobody_would_accept_are_not_signed() {
    let refused = |claims: &str| unsigned(Algorithm::Hs256, "{}", claims).unwrap_err().code();
    for claims in [
        r#"{"exp":"1"}"#,
        r#"{"exp":null}"#,
        r#"{"nbf":"1"}"#,
        r#"{"iat":true}"#,
        r#"{"iss":1}"#,
        r#"{"sub":[]}"#,
        r#"{"jti":{}}"#,
        r#"{"aud":1}"#,
        r#"{"aud":["a",1]}"#,
    ] {
        assert_eq!(refused(claims), ErrorCode::ApiMisuse, "{claims}");
    }
    for claims in [
        "[]",
        "null",
        "1",
        "",
        r#"{"a":1,"a":2}"#,
        r#"{"exp":1e400}"#,
        "{}x",
    ] {
        assert_eq!(refused(claims), ErrorCode::JwtInvalid, "{claims}");
    }
    let long = format!(r#"{{"a":"{}"}}"#, "x".repeat(300_000));
    assert_eq!(refused(&long), ErrorCode::JoseLimitExceeded);
    let header = format!(r#"{{"kid":"{}"}}"#, "x".repeat(9000));
    let code = Unsigned::new(Algorithm::Hs256, &header, b"")
        .unwrap_err()
        .code();
    assert_eq!(code, ErrorCode::JoseLimitExceeded);
}

#[test]
fn a_signature_of_another_length_is_none() {
    for (algorithm, right, wrong) in [
        (Algorithm::Hs256, 32, [0, 31, 33]),
        (Algorithm::Hs384, 48, [0, 32, 64]),
        (Algorithm::Es256, 64, [0, 63, 70]),
        (Algorithm::Es384, 96, [0, 95, 104]),
        (Algorithm::Es512, 132, [0, 131, 139]),
        (Algorithm::EdDsa, 64, [0, 63, 65]),
        (Algorithm::Rs256, 256, [0, 127, 1025]),
        (Algorithm::Ps512, 512, [0, 64, 2048]),
    ] {
        let jws = || Unsigned::new(algorithm, "{}", b"x").unwrap();
        jws().attach(&vec![1; right]).unwrap();
        for length in wrong {
            let refused = jws().attach(&vec![1; length]).unwrap_err();
            assert_eq!(
                refused.code(),
                ErrorCode::CryptoOperation,
                "{algorithm} {length}"
            );
        }
    }
}

#[test]
fn every_form_of_a_private_key_becomes_the_pkcs8_that_all_signers_read() {
    let mut forms = 0;
    for of_key in Keys::load().keys {
        let algorithm = Algorithm::from_name(&of_key.algorithm).unwrap();
        let expected = VerifyingKey::from_pem(
            &of_key.forms["SubjectPublicKeyInfo"],
            algorithm,
            &ImportOptions::new(),
        )
        .unwrap()
        .to_pem()
        .unwrap();
        for (form, pem) in &of_key.forms {
            let result = pkcs8_from_pem(pem);
            if !form.contains("Private") {
                assert_eq!(
                    result.unwrap_err().code(),
                    ErrorCode::JoseKeyInvalid,
                    "{form}"
                );
                continue;
            }
            let der = result.unwrap();
            // By the general crate: well-formed, version 0, and where there is a curve, with its point.
            let info = PrivateKeyInfoRef::from_der(&der).unwrap();
            assert!(info.public_key.is_none());
            if algorithm.name().starts_with("ES") {
                let ec = sec1::EcPrivateKey::from_der(info.private_key.as_bytes()).unwrap();
                assert!(ec.public_key.is_some() && ec.parameters.is_none(), "{form}");
                let length = algorithm.curve().unwrap().coordinate_length();
                assert_eq!(ec.private_key.len(), length);
            }
            // The key is the same, and what came out goes in again unchanged.
            let again = VerifyingKey::from_der(&der, algorithm, &ImportOptions::new()).unwrap();
            assert_eq!(again.to_pem().unwrap(), expected, "{form}");
            assert_eq!(*pkcs8_from_der(&der).unwrap(), *der);
            forms += 1;
        }
    }
    assert!(forms >= 15, "{forms}");
    for no_key in [
        "",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
    ] {
        assert_eq!(
            pkcs8_from_pem(no_key).unwrap_err().code(),
            ErrorCode::JoseKeyInvalid
        );
    }
    let secret = pkcs8_from_der(SECRET).unwrap_err();
    assert_eq!(secret.code(), ErrorCode::JoseKeyInvalid);
    assert!(pkcs8_from_der(&[0x30; 70_000]).is_err());
}
