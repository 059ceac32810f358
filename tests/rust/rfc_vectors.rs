//! The examples of the RFCs, from `tests/vectors/rfc`.

use edge_jwt::jwa::Hash;
use edge_jwt::{
    Algorithm, Error, ImportOptions, Jwk, NumericDate, SignaturePolicy, Validation, VerifyingKey,
};
use serde_json::Value;

#[test]
fn rfc7515_appendix_a_json_web_signature() {
    assert_eq!(run(include_str!("../vectors/rfc/rfc7515.json")), 5);
}

#[test]
fn rfc7519_sections_3_1_and_6_1_json_web_token() {
    assert_eq!(run(include_str!("../vectors/rfc/rfc7519.json")), 3);
}

#[test]
fn rfc7638_section_3_1_thumbprint() {
    assert_eq!(run(include_str!("../vectors/rfc/rfc7638.json")), 1);
}

#[test]
fn rfc8037_appendix_a_ed25519() {
    assert_eq!(run(include_str!("../vectors/rfc/rfc8037.json")), 6);
}

fn run(file: &str) -> usize {
    let file: Value = serde_json::from_str(file).unwrap();
    let tests = file["tests"].as_array().unwrap();
    for test in tests {
        let name = &test["name"];
        match (result(test), expected(test), test["code"].as_str()) {
            (Ok(actual), Some(expected), None) => assert_eq!(actual, expected, "{name}"),
            (Err(error), None, Some(code)) => assert_eq!(error.code().as_str(), code, "{name}"),
            other => panic!("{name}: {other:?}"),
        }
    }
    tests.len()
}

fn expected(test: &Value) -> Option<&str> {
    test["payload"].as_str().or(test["thumbprint"].as_str())
}

fn result(test: &Value) -> Result<String, Error> {
    let jwk = Jwk::from_json(test["key"].to_string())?;
    if test["kind"] == "thumbprint" {
        return Ok(jwk.thumbprint(Hash::Sha256));
    }
    let algorithm = Algorithm::from_name(test["algorithm"].as_str().unwrap()).unwrap();
    let key = VerifyingKey::from_jwk(&jwk, algorithm, &ImportOptions::new())?;
    let token = test["token"].as_str().unwrap();
    match test["kind"].as_str() {
        Some("jws") => edge_jwt::compact_verify(token, &key, &SignaturePolicy::new())
            .map(|jws| String::from_utf8(jws.payload().to_vec()).unwrap()),
        Some("jwt") => {
            let now = NumericDate::from_seconds(test["now"].as_f64().unwrap()).unwrap();
            edge_jwt::verify(token, &key, &Validation::new(), now)
                .map(|jwt| jwt.claims().text().to_owned())
        }
        kind => panic!("{kind:?}"),
    }
}
