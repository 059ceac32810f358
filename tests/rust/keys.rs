//! Keys: every form, the floors of RFC 7518, one algorithm each.

use edge_jwt::jwa::{Curve, KeyType};
use edge_jwt::{Algorithm, Error, ErrorCode, ImportOptions, Jwk, SecretEncoding, VerifyingKey};
use serde_json::{Value, json};
use wycheproof_ng_ecdsa as ecdsa;
use wycheproof_ng_eddsa as eddsa;
use wycheproof_ng_rsa_signature::rsa_pkcs1_verify as rsa;

const ED25519_X: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

fn import(jwk: &Value, algorithm: Algorithm) -> Result<VerifyingKey, Error> {
    import_with(jwk, algorithm, &ImportOptions::new())
}

fn import_with(
    jwk: &Value,
    algorithm: impl Into<Option<Algorithm>>,
    options: &ImportOptions,
) -> Result<VerifyingKey, Error> {
    VerifyingKey::from_jwk(&Jwk::from_json(jwk.to_string())?, algorithm, options)
}

#[track_caller]
fn assert_code<T>(result: Result<T, Error>, code: ErrorCode) {
    match result {
        Ok(_) => panic!("accepted, instead of {code}"),
        Err(error) => assert_eq!(error.code(), code, "{error}"),
    }
}

/// One public key of each asymmetric kind: its PEM, its DER, and the algorithms it can be for.
fn public_keys() -> Vec<(String, Vec<u8>, Vec<Algorithm>)> {
    let rsa = rsa::TestSet::load(rsa::TestName::Rsa2048Sha256)
        .unwrap()
        .test_groups
        .remove(0);
    let mut keys = vec![(
        rsa.pem,
        rsa.der.to_vec(),
        vec![
            Algorithm::Rs256,
            Algorithm::Rs384,
            Algorithm::Rs512,
            Algorithm::Ps256,
            Algorithm::Ps384,
            Algorithm::Ps512,
        ],
    )];
    for (name, algorithm) in [
        (ecdsa::TestName::EcdsaSecp256r1Sha256P1363, Algorithm::Es256),
        (ecdsa::TestName::EcdsaSecp384r1Sha384P1363, Algorithm::Es384),
        (ecdsa::TestName::EcdsaSecp521r1Sha512P1363, Algorithm::Es512),
    ] {
        let group = ecdsa::TestSet::load(name).unwrap().test_groups.remove(0);
        keys.push((group.pem, group.der.to_vec(), vec![algorithm]));
    }
    let group = eddsa::TestSet::load(eddsa::TestName::Ed25519)
        .unwrap()
        .test_groups
        .remove(0);
    keys.push((
        group.pem,
        group.der.to_vec(),
        vec![Algorithm::EdDsa, Algorithm::Ed25519],
    ));
    keys
}

#[test]
fn a_public_key_is_imported_for_its_own_algorithms_and_no_other() {
    let options = ImportOptions::new();
    for (pem, der, own) in public_keys() {
        for algorithm in Algorithm::ALL {
            let from_pem = VerifyingKey::from_pem(&pem, algorithm, &options);
            let from_der = VerifyingKey::from_der(&der, algorithm, &options);
            if own.contains(&algorithm) {
                assert_eq!(from_pem.unwrap().algorithm(), algorithm);
                assert_eq!(from_der.unwrap().algorithm(), algorithm);
            } else {
                assert_code(from_pem, ErrorCode::JoseKeyMismatch);
                assert_code(from_der, ErrorCode::JoseKeyMismatch);
            }
        }
    }
}

#[test]
fn pem_and_der_are_strict() {
    let options = ImportOptions::new();
    let (pem, der, own) = public_keys().remove(0);
    let pem_is =
        |text: &str, code| assert_code(VerifyingKey::from_pem(text, own[0], &options), code);
    let der_is =
        |der: &[u8], code| assert_code(VerifyingKey::from_der(der, own[0], &options), code);
    for text in ["", "x", &pem[..pem.len() / 2]] {
        pem_is(text, ErrorCode::JoseKeyInvalid);
    }
    der_is(b"", ErrorCode::JoseKeyInvalid);
    der_is(
        &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
        ErrorCode::JoseKeyInvalid,
    );
    der_is(&der[..der.len() - 1], ErrorCode::JoseKeyInvalid);
    der_is(&[der.as_slice(), &[0]].concat(), ErrorCode::JoseKeyInvalid);
    for (place, _) in der.iter().enumerate().take(30) {
        let mut changed = der.clone();
        changed[place] ^= 0x40;
        assert!(
            VerifyingKey::from_der(&changed, own[0], &options).is_err(),
            "byte {place}"
        );
    }
}

#[test]
fn raw_public_keys_are_told_by_their_algorithm() {
    let options = ImportOptions::new();
    let raw =
        |bytes: &[u8], algorithm| VerifyingKey::from_raw_public_key(bytes, algorithm, &options);
    let x = edge_jwt::base64url::decode(ED25519_X, Default::default()).unwrap();
    raw(&x, Algorithm::Ed25519).unwrap();
    raw(&x, Algorithm::EdDsa).unwrap();
    assert_code(raw(&x[1..], Algorithm::Ed25519), ErrorCode::JoseKeyInvalid);
    assert_code(raw(&x, Algorithm::Es256), ErrorCode::JoseKeyInvalid);
    assert_code(raw(&x, Algorithm::Rs256), ErrorCode::JoseKeyMismatch);
    assert_code(raw(&x, Algorithm::Hs256), ErrorCode::JoseKeyMismatch);
    let group = ecdsa::TestSet::load(ecdsa::TestName::EcdsaSecp256r1Sha256P1363).unwrap();
    let der = group.test_groups[0].der.to_vec();
    let point = &der[der.len() - 65..];
    raw(point, Algorithm::Es256).unwrap();
    assert_code(raw(point, Algorithm::Es384), ErrorCode::JoseKeyInvalid);
    let compressed = [&[2 | (point[64] & 1)], &point[1..33]].concat();
    let key = raw(&compressed, Algorithm::Es256).unwrap();
    assert_eq!(
        key.to_pem().unwrap(),
        raw(point, Algorithm::Es256).unwrap().to_pem().unwrap()
    );
    assert_code(
        raw(&compressed, Algorithm::Es384),
        ErrorCode::JoseKeyInvalid,
    );
    // y² = x³ − 3x + b has no solution for x = 7 on P-256.
    let mut no_point = [0; 33];
    (no_point[0], no_point[32]) = (2, 7);
    for bytes in [&no_point[..], &compressed[..32], &[2], &[5; 33]] {
        assert_code(raw(bytes, Algorithm::Es256), ErrorCode::JoseKeyInvalid);
    }
    let mut off_the_curve = point.to_vec();
    off_the_curve[64] ^= 1;
    assert_code(
        raw(&off_the_curve, Algorithm::Es256),
        ErrorCode::JoseKeyInvalid,
    );
    assert_code(raw(&[0], Algorithm::Es256), ErrorCode::JoseKeyInvalid);
}

#[test]
fn rfc7518_3_2_a_secret_is_as_long_as_its_hash() {
    for (algorithm, floor) in [
        (Algorithm::Hs256, 32),
        (Algorithm::Hs384, 48),
        (Algorithm::Hs512, 64),
    ] {
        let secret = |length: usize, options: &ImportOptions| {
            VerifyingKey::from_secret(&vec![0xa5; length], algorithm, options)
        };
        let (strict, escape) = (
            ImportOptions::new(),
            ImportOptions::new().allow_weak_key(true),
        );
        secret(floor, &strict).unwrap();
        secret(300, &strict).unwrap();
        for length in [0, 1, floor - 1] {
            assert_code(secret(length, &strict), ErrorCode::JoseKeyTooWeak);
        }
        secret(1, &escape).unwrap();
        assert_code(secret(0, &escape), ErrorCode::JoseKeyTooWeak);
        let jwk = json!({"kty": "oct", "k": ""});
        assert_code(
            import_with(&jwk, algorithm, &escape),
            ErrorCode::JoseKeyTooWeak,
        );
    }
}

#[test]
fn rfc7518_3_3_an_rsa_key_has_2048_to_8192_bits_and_a_sound_exponent() {
    let modulus = |bits: usize| {
        let mut n = vec![0xff; bits.div_ceil(8)];
        n[0] = 0xff >> (n.len() * 8 - bits);
        n
    };
    let jwk = |n: &[u8], e: &[u8]| {
        let encode = |bytes: &[u8]| edge_jwt::base64url::encode(bytes);
        json!({"kty": "RSA", "n": encode(n), "e": encode(e)})
    };
    let with_modulus = |n: &[u8]| import(&jwk(n, &[1, 0, 1]), Algorithm::Rs256);
    with_modulus(&modulus(2048)).unwrap();
    with_modulus(&modulus(8192)).unwrap();
    for bits in [8, 1024, 2040, 2041, 2047] {
        assert_code(with_modulus(&modulus(bits)), ErrorCode::JoseKeyTooWeak);
    }
    assert_code(with_modulus(&modulus(8193)), ErrorCode::JoseLimitExceeded);
    let mut even = modulus(2048);
    even[255] = 0xfe;
    assert_code(with_modulus(&even), ErrorCode::JoseKeyTooWeak);
    let weak = ImportOptions::new().allow_weak_key(true);
    let short = |bits| import_with(&jwk(&modulus(bits), &[1, 0, 1]), Algorithm::Ps256, &weak);
    short(1024).unwrap();
    assert_code(short(1023), ErrorCode::JoseKeyTooWeak);

    let with_exponent = |e: &[u8]| import(&jwk(&modulus(2048), e), Algorithm::Rs256);
    for e in [&[3_u8][..], &[0xff, 0xff, 0xff, 0xff], &[1, 0, 1]] {
        with_exponent(e).unwrap();
    }
    for e in [&[1_u8][..], &[2], &[4], &[1, 0, 0], &[1, 0, 0, 0, 1]] {
        assert_code(with_exponent(e), ErrorCode::JoseKeyTooWeak);
    }
    for e in [&[][..], &[0], &[0, 3], &[0, 1, 0, 1]] {
        assert_code(with_exponent(e), ErrorCode::JwkInvalid);
    }
    for n in [&[][..], &[0], &[&[0], modulus(2048).as_slice()].concat()] {
        assert_code(with_modulus(n), ErrorCode::JwkInvalid);
    }
}

#[test]
fn a_jwk_is_read_strictly() {
    let ed25519 = json!({"kty": "OKP", "crv": "Ed25519", "x": ED25519_X});
    import(&ed25519, Algorithm::EdDsa).unwrap();
    let change = |name: &str, value: Value| {
        let mut jwk = ed25519.clone();
        jwk[name] = value;
        Jwk::from_json(jwk.to_string())
    };
    for (name, value) in [
        ("kty", Value::Null),
        ("kty", json!(1)),
        ("crv", json!(null)),
        ("x", json!("")),
        ("x", json!(ED25519_X.to_owned() + "=")),
        ("x", json!(ED25519_X.to_owned() + "AA")),
        ("x", json!(&ED25519_X[1..])),
        ("x", json!([ED25519_X])),
        ("alg", json!(1)),
        ("kid", json!(7)),
        ("use", json!(["sig"])),
        ("key_ops", json!("verify")),
        ("key_ops", json!([1])),
        ("key_ops", json!(["verify", "verify"])),
    ] {
        assert_code(change(name, value), ErrorCode::JwkInvalid);
    }
    for (name, value) in [
        ("kty", json!("okp")),
        ("kty", json!("AKP")),
        ("crv", json!("Ed448")),
        ("crv", json!("X25519")),
        ("crv", json!("P-256")),
        ("crv", json!("ed25519")),
    ] {
        assert_code(change(name, value), ErrorCode::JoseNotSupported);
    }
    for text in [
        "",
        "[]",
        "1",
        "{",
        r#"{"kty":"oct","kty":"oct","k":"AA"}"#,
        "{}",
    ] {
        assert_code(Jwk::from_json(text), ErrorCode::JwkInvalid);
    }
    let secp256k1 = json!({"kty": "EC", "crv": "secp256k1", "x": ED25519_X, "y": ED25519_X});
    assert_code(
        Jwk::from_json(secp256k1.to_string()),
        ErrorCode::JoseNotSupported,
    );
    let short_y = json!({"kty": "EC", "crv": "P-256", "x": ED25519_X, "y": "AA"});
    assert_code(Jwk::from_json(short_y.to_string()), ErrorCode::JwkInvalid);
}

#[test]
fn a_jwk_says_what_it_is_for_and_is_held_to_it() {
    let with = |extra: Value| {
        let mut jwk = json!({"kty": "OKP", "crv": "Ed25519", "x": ED25519_X});
        jwk.as_object_mut()
            .unwrap()
            .extend(extra.as_object().unwrap().clone());
        jwk
    };
    let mismatch = ErrorCode::JoseKeyMismatch;
    assert_code(
        import(&with(json!({"use": "enc"})), Algorithm::EdDsa),
        mismatch,
    );
    assert_code(
        import(&with(json!({"key_ops": ["sign"]})), Algorithm::EdDsa),
        mismatch,
    );
    assert_code(
        import(&with(json!({"key_ops": []})), Algorithm::EdDsa),
        mismatch,
    );
    assert_code(
        import(&with(json!({"alg": "Ed25519"})), Algorithm::EdDsa),
        mismatch,
    );
    let unsupported = ErrorCode::JoseNotSupported;
    assert_code(
        import(&with(json!({"alg": "ECDH-ES"})), Algorithm::EdDsa),
        unsupported,
    );
    import(
        &with(json!({"use": "sig", "key_ops": ["sign", "verify"]})),
        Algorithm::EdDsa,
    )
    .unwrap();
}

#[test]
fn a_jwk_without_alg_needs_a_list_that_leaves_one_possibility() {
    let jwk = json!({"kty": "OKP", "crv": "Ed25519", "x": ED25519_X, "kid": "own"});
    let listed = |algorithms: &[Algorithm]| {
        let options = ImportOptions::new().algorithms(algorithms.iter().copied());
        import_with(&jwk, None, &options)
    };
    let mismatch = ErrorCode::JoseKeyMismatch;
    assert_code(listed(&[]), mismatch);
    assert_code(listed(&[Algorithm::Rs256, Algorithm::Es256]), mismatch);
    assert_code(listed(&[Algorithm::EdDsa, Algorithm::Ed25519]), mismatch);
    let key = listed(&[Algorithm::Rs256, Algorithm::Ed25519, Algorithm::Ed25519]).unwrap();
    assert_eq!(key.algorithm(), Algorithm::Ed25519);
    assert_eq!(key.key_id(), Some("own"));
    let named = ImportOptions::new()
        .key_id("other")
        .algorithms([Algorithm::Ed25519]);
    assert_eq!(
        import_with(&jwk, None, &named).unwrap().key_id(),
        Some("other")
    );
    assert_code(import_with(&jwk, Algorithm::EdDsa, &named), mismatch);
}

#[test]
fn ed25519_keys_outside_the_strict_profile_are_refused() {
    let mut small_order = [0_u8; 32];
    small_order[0] = 1;
    let mut not_canonical = [0xff_u8; 32];
    not_canonical[0] = 0xee;
    not_canonical[31] = 0x7f;
    let mut no_point = [0_u8; 32];
    no_point[0] = 2;
    for x in [[0; 32], small_order, not_canonical, no_point, [0xff; 32]] {
        let jwk = json!({"kty": "OKP", "crv": "Ed25519", "x": edge_jwt::base64url::encode(x)});
        assert_code(import(&jwk, Algorithm::EdDsa), ErrorCode::JwkInvalid);
    }
}

#[test]
fn a_secret_as_text_is_decoded_as_the_caller_says() {
    let decode = |encoding: SecretEncoding, text: &str| encoding.decode(text).map(|s| s.to_vec());
    assert_eq!(decode(SecretEncoding::Utf8, "é").unwrap(), [0xc3, 0xa9]);
    for text in ["-_8", "-_8="] {
        assert_eq!(
            decode(SecretEncoding::Base64url, text).unwrap(),
            [0xfb, 0xff]
        );
    }
    for text in ["+/8", "+/8="] {
        assert_eq!(decode(SecretEncoding::Base64, text).unwrap(), [0xfb, 0xff]);
    }
    assert_eq!(decode(SecretEncoding::Hex, "fBfF").unwrap(), [0xfb, 0xff]);
    for (encoding, text) in [
        (SecretEncoding::Base64url, "+/8"),
        (SecretEncoding::Base64, "-_8"),
        (SecretEncoding::Base64, "AB CD"),
        (SecretEncoding::Hex, "abc"),
        (SecretEncoding::Hex, "zz"),
        (SecretEncoding::Hex, "é"),
    ] {
        assert_code(decode(encoding, text), ErrorCode::JoseKeyInvalid);
    }
}

#[test]
fn neither_keys_nor_jwks_show_their_secret() {
    let secret = b"do-not-print-me-do-not-print-me!";
    let key = VerifyingKey::from_secret(secret, Algorithm::Hs256, &ImportOptions::new()).unwrap();
    let jwk =
        Jwk::from_json(json!({"kty": "oct", "k": edge_jwt::base64url::encode(secret)}).to_string());
    for shown in [format!("{key:?}"), format!("{:?}", jwk.unwrap())] {
        assert!(
            !shown.contains("print") && !shown.contains("100"),
            "{shown}"
        );
    }
}

#[test]
fn the_facts_of_the_algorithms_are_those_of_rfc7518() {
    for algorithm in Algorithm::ALL {
        assert_eq!(Algorithm::from_name(algorithm.name()), Some(algorithm));
        assert_eq!(
            algorithm.curve().is_some(),
            matches!(algorithm.key_type(), KeyType::Ec | KeyType::Okp)
        );
        assert_eq!(algorithm.to_string(), algorithm.name());
    }
    for name in ["P-256", "P-384", "P-521", "Ed25519"] {
        assert_eq!(Curve::from_name(name).unwrap().name(), name);
    }
    assert!(KeyType::from_name("oct").unwrap().is_symmetric());
}
