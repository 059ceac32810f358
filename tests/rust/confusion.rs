//! Algorithm and key confusion (RFC 8725 §2.1): where a public key becomes a secret, everybody
//! can sign. CVE-2015-9235, CVE-2016-10555, CVE-2023-48223, CVE-2026-34950, CVE-2026-48526 and kin.

use edge_jwt::base64url::{decode_plain_base64, encode};
use edge_jwt::{Algorithm, ErrorCode, ImportOptions, Jwk, SecretEncoding, VerifyingKey};
use serde_json::json;
use wycheproof_ng_ecdsa as ecdsa;
use wycheproof_ng_rsa_signature::rsa_pkcs1_verify as rsa;

use crate::key_formats::Keys;
use crate::support::{assert_refused, lenient, now, signed, verify};

/// Everything a public key may look like, as bytes.
fn spellings() -> Vec<(&'static str, Vec<u8>)> {
    let rsa = rsa::TestSet::load(rsa::TestName::Rsa2048Sha256)
        .unwrap()
        .test_groups
        .remove(0);
    let ec = ecdsa::TestSet::load(ecdsa::TestName::EcdsaSecp256r1Sha256P1363)
        .unwrap()
        .test_groups
        .remove(0);
    let mut spellings = Vec::new();
    for (pem, der) in [(rsa.pem, rsa.der.to_vec()), (ec.pem, ec.der.to_vec())] {
        let jwk = json!({"kty": "RSA", "n": encode(&der), "e": "AQAB"});
        let jwks = json!({"keys": [jwk]});
        let certificate = pem.replace("PUBLIC KEY", "CERTIFICATE");
        let hex = |format: fn(&u8) -> String| der.iter().map(format).collect::<String>();
        let texts = [
            ("PEM", pem.clone()),
            ("PEM without final newline", pem.trim_end().into()),
            ("PEM with CRLF", pem.replace('\n', "\r\n")),
            ("PEM on one line", pem.replace('\n', " ")),
            ("PEM after a space", format!(" {pem}")),
            ("PEM after a tab", format!("\t{pem}")),
            ("PEM after a newline", format!("\n{pem}")),
            ("PEM after a byte order mark", format!("\u{feff}{pem}")),
            ("PEM after text", format!("x\n{pem}")),
            ("PKCS#1 label", pem.replace("PUBLIC KEY", "RSA PUBLIC KEY")),
            ("certificate", certificate),
            ("private key", pem.replace("PUBLIC KEY", "PRIVATE KEY")),
            ("JWK", jwk.to_string()),
            ("JWK, pretty", serde_json::to_string_pretty(&jwk).unwrap()),
            (
                "JWK, reordered",
                r#"{"n":"AQAB","e":"AQAB","kty":"RSA"}"#.into(),
            ),
            ("JWK after a space", format!(" {jwk}")),
            ("JWK after a byte order mark", format!("\u{feff}{jwk}")),
            ("JWK Set", jwks.to_string()),
            ("array of JWKs", json!([jwk]).to_string()),
            (
                "base64 of DER",
                pem.lines().filter(|line| !line.contains('-')).collect(),
            ),
            ("base64url of DER", encode(&der)),
            ("hex of DER", hex(|byte| format!("{byte:02x}"))),
            ("HEX of DER", hex(|byte| format!("{byte:02X}"))),
            ("OpenSSH", format!("ssh-rsa AAAA{}", encode(&der))),
            ("SSH2", "---- BEGIN SSH2 PUBLIC KEY ----\nAAAA".into()),
            ("PEM, escaped", pem.replace('\n', "\\n")),
            ("PEM in a form", pem.replace(' ', "+").replace('\n', "%0A")),
            ("PEM, percent-encoded", pem.replace('-', "%2D")),
            ("base64 of PEM", encode_plain(&pem)),
            ("base64url of PEM", encode(&pem)),
            ("base64 of base64 of PEM", encode_plain(encode_plain(&pem))),
            (
                "hex of PEM",
                pem.bytes().map(|byte| format!("{byte:02x}")).collect(),
            ),
            ("base64 of a JWK", encode_plain(jwk.to_string())),
            (
                "JWK, escaped names",
                jwk.to_string().replace("kty", "\\u006bty"),
            ),
            ("JWK as a string", json!(jwk.to_string()).to_string()),
            (
                "JWK in an address",
                jwk.to_string().replace('"', "%22").replace('{', "%7B"),
            ),
            (
                "base64 of DER, escaped",
                encode_plain(&der).replace('A', "A\\n"),
            ),
            (
                "base64 of DER in JSON",
                json!({"realm": "x", "public_key": encode_plain(&der)}).to_string(),
            ),
        ];
        spellings.extend(texts.map(|(name, text)| (name, text.into_bytes())));
        let wide = |text: &str| text.bytes().flat_map(|byte| [byte, 0]).collect();
        spellings.push(("PEM in UTF-16", wide(&pem)));
        spellings.push(("JWK in UTF-16", wide(&jwk.to_string())));
        spellings.push(("DER", der));
    }
    spellings.extend(lines_of_ssh());
    spellings.push(("PKCS#1 DER", rsa.asn_key.to_vec()));
    spellings.extend(spellings_by_other_programs());
    spellings
}

fn encode_plain(bytes: impl AsRef<[u8]>) -> String {
    let text = encode(bytes).replace('-', "+").replace('_', "/");
    let padding = text.len().wrapping_neg() % 4;
    text + &"=".repeat(padding)
}

/// Every kind of key that OpenSSH knows, as a line of `id_….pub` and in what else such lines stand.
fn lines_of_ssh() -> Vec<(&'static str, Vec<u8>)> {
    let names = [
        "ssh-rsa",
        "ssh-dss",
        "ssh-ed25519",
        "ssh-ed448",
        "ecdsa-sha2-nistp256",
        "ecdsa-sha2-nistp521",
        "sk-ssh-ed25519@openssh.com",
        "sk-ecdsa-sha2-nistp256@openssh.com",
        "ssh-rsa-cert-v01@openssh.com",
        "ssh-ed25519-cert-v01@openssh.com",
        "ecdsa-sha2-nistp256-cert-v01@openssh.com",
        "sk-ssh-ed25519-cert-v01@openssh.com",
    ];
    names
        .into_iter()
        .flat_map(|name| {
            let length = [0, 0, 0, u8::try_from(name.len()).unwrap()];
            let wire = [&length, name.as_bytes(), &[0, 0, 0, 32], &[7; 32]].concat();
            let base64 = encode_plain(&wire);
            [
                format!("{name} {base64} someone@somewhere"),
                format!("{name}\t{base64}"),
                format!("no-pty,command=\"ls\" {name}  {base64}\n"),
                format!("host.example {base64}"),
                base64,
            ]
            .map(|text| (name, text.into_bytes()))
        })
        .collect()
}

/// Keys as OpenSSL, OpenSSH and Node.js write them: certificates, PKCS#1, PKCS#8, SEC 1, SSH and others;
/// each as text, as what the text encodes, and as that without the lines around it.
fn spellings_by_other_programs() -> Vec<(&'static str, Vec<u8>)> {
    let keys = Keys::load();
    let forms = keys
        .keys
        .into_iter()
        .flat_map(|key| key.forms.into_values());
    let unread = keys.unread.into_iter().map(|key| key.text);
    let mut spellings = Vec::new();
    for text in forms.chain(unread) {
        spellings.push(("text", text.clone().into_bytes()));
        if text.contains("Proc-Type: 4,ENCRYPTED") {
            continue; // Without the text around it, it is random bytes.
        }
        let between: Vec<&str> = text
            .lines()
            .filter(|line| !line.contains("---") && !line.contains(": "))
            .collect();
        // One line of SSH: a name, the key in base64, a comment.
        let body = match text.split(' ').nth(1) {
            Some(key) if text.starts_with("ssh-") || text.starts_with("ecdsa-") => key.to_owned(),
            _ => between.join("\n"),
        };
        let bytes = decode_plain_base64(body.replace('\n', "")).unwrap();
        spellings.push(("base64", body.replace('\n', "").into_bytes()));
        spellings.push(("base64url", encode(&bytes).into_bytes()));
        let padded = format!("{}===", encode(&bytes));
        spellings.push(("base64url with wrong padding", padded.into_bytes()));
        spellings.push(("base64 on several lines", body.into_bytes()));
        spellings.push(("bytes", bytes));
    }
    assert!(spellings.len() > 200, "{}", spellings.len());
    spellings
}

#[test]
fn no_spelling_of_a_public_key_can_be_imported_as_secret() {
    let options = ImportOptions::new().allow_weak_key(true);
    for (name, bytes) in spellings() {
        for algorithm in [Algorithm::Hs256, Algorithm::Hs384, Algorithm::Hs512] {
            let jwk = json!({"kty": "oct", "k": encode(&bytes)}).to_string();
            for result in [
                VerifyingKey::from_secret(&bytes, algorithm, &options),
                VerifyingKey::from_jwk(&Jwk::from_json(jwk).unwrap(), algorithm, &options),
            ] {
                let error = result.expect_err(name);
                assert_eq!(error.code(), ErrorCode::JoseKeyMismatch, "{name}: {error}");
            }
        }
    }
}

#[test]
fn a_token_signed_with_a_public_key_as_secret_does_not_verify_with_that_key() {
    use hmac::{Hmac, KeyInit as _, Mac as _};
    let group = rsa::TestSet::load(rsa::TestName::Rsa2048Sha256)
        .unwrap()
        .test_groups
        .remove(0);
    let options = ImportOptions::new();
    let key = VerifyingKey::from_pem(&group.pem, Algorithm::Rs256, &options).unwrap();
    let both = edge_jwt::SignaturePolicy::new()
        .algorithms([Algorithm::Rs256, Algorithm::Hs256])
        .unwrap();
    let validation = lenient().signature(both);
    let n = group.key.n.to_vec();
    let mut secrets: Vec<Vec<u8>> = spellings().into_iter().map(|(_, bytes)| bytes).collect();
    secrets.extend([n, Vec::new(), vec![1, 0, 1]]);
    for secret in secrets {
        let input = format!("{}.{}", encode(r#"{"alg":"HS256"}"#), encode("{}"));
        let mac = Hmac::<sha2::Sha256>::new_from_slice(&secret)
            .unwrap()
            .chain_update(&input);
        let token = format!("{input}.{}", encode(mac.finalize().into_bytes()));
        let result = edge_jwt::verify(&token, &key, &validation, now());
        assert_refused(result, ErrorCode::JoseKeyMismatch, &token);
    }
}

#[test]
fn a_point_of_a_curve_is_no_secret_however_it_is_written() {
    for of_key in Keys::load().keys {
        let (Some(x), Some(y)) = (of_key.jwk["x"].as_str(), of_key.jwk["y"].as_str()) else {
            continue;
        };
        let coordinate =
            |text: &str| edge_jwt::base64url::decode(text, Default::default()).unwrap();
        let point = [vec![4], coordinate(x), coordinate(y)].concat();
        let import = |secret: &[u8]| {
            VerifyingKey::from_secret(secret, Algorithm::Hs256, &ImportOptions::new())
        };
        for secret in [
            point.clone(),
            edge_jwt::base64url::encode(&point).into_bytes(),
        ] {
            let refused = import(&secret).unwrap_err();
            assert_eq!(refused.code(), ErrorCode::JoseKeyMismatch);
        }
        // One bit away from the curve it is a secret like any other.
        let mut beside = point;
        *beside.last_mut().unwrap() ^= 1;
        import(&beside).unwrap();
    }
}

#[test]
fn random_secrets_are_never_taken_for_keys() {
    let options = ImportOptions::new();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for round in 0..20_000 {
        let mut secret: Vec<u8> = (0..32 + round % 64)
            .map(|_| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                (state >> 56) as u8
            })
            .collect();
        secret[0] = 0x30; // the worst case: it begins like DER
        secret[1] = u8::try_from(secret.len() - 2).unwrap();
        VerifyingKey::from_secret(&secret, Algorithm::Hs256, &options).unwrap();
    }
    for text in [
        "correct horse battery staple {}[]",
        "{\"not\":\"a key\", \"but\": \"a password\"}",
        "sk-live-51Hq0DkEZrTYUxW9cV2mNb8sLpQaFgJ3",
        "100%25 of %7Bnothing%7D, and \\u0041 at that",
        "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTA=",
    ] {
        let secret = SecretEncoding::Utf8.decode(text).unwrap();
        VerifyingKey::from_secret(&secret, Algorithm::Hs256, &options).unwrap();
    }
}

#[test]
fn the_header_never_chooses_the_family() {
    // RS256 with an HMAC key, and the other way round.
    let token = signed(r#"{"alg":"RS256"}"#, "{}");
    assert_refused(
        verify(&token, &lenient()),
        ErrorCode::JoseKeyMismatch,
        &token,
    );
}
