//! Project Wycheproof, the JOSE suites: every test, against the checked-in overrides of upstream's
//! mistakes.

use edge_jwt::{
    Algorithm, Error, ImportOptions, Jwk, JwkSet, JwsHeader, Keys, SignaturePolicy, UnverifiedJws,
    VerifyingKey, VerifyingKeySet,
};
use serde_json::Value;
use wycheproof_ng_kdf_jose::json_web::TestName;

use crate::support::Overrides;

#[test]
fn json_web_signature() {
    assert_eq!(run("json_web_signature", TestName::JsonWebSignature), 401);
}

#[test]
fn json_web_key() {
    assert_eq!(run("json_web_key", TestName::JsonWebKey), 26);
}

#[test]
fn json_web_crypto_the_jws_part() {
    assert_eq!(run("json_web_crypto", TestName::JsonWebCrypto), 49);
}

/// Runs every test that has a JWS, and says how many they were.
fn run(suite: &str, name: TestName) -> usize {
    let overrides = Overrides::of(suite);
    let file: Value = serde_json::from_str(name.json_data()).unwrap();
    let mut count = 0;
    for group in file["testGroups"].as_array().unwrap() {
        let key = group.get("public").unwrap_or(&group["private"]);
        for test in group["tests"].as_array().unwrap() {
            let jws = match &test["jws"] {
                Value::Null => continue,
                Value::String(jws) => jws.clone(),
                json_serialization => json_serialization.to_string(),
            };
            let id = usize::try_from(test["tcId"].as_u64().unwrap()).unwrap();
            let expected = overrides.result(id, &[], test["result"].as_str().unwrap());
            let accepted = verify(&jws, key);
            assert_eq!(
                accepted.is_ok(),
                expected == "valid",
                "{suite} {id} ({}): {accepted:?}",
                test["comment"]
            );
            count += 1;
        }
    }
    count
}

fn verify(jws: &str, key: &Value) -> Result<(), Error> {
    let (policy, options) = (SignaturePolicy::new(), ImportOptions::new());
    if key.get("keys").is_some() {
        let set = VerifyingKeySet::from_jwk_set(&JwkSet::from_json(key.to_string())?, &options);
        return edge_jwt::compact_verify(jws, Keys::Set(&set), &policy).map(|_| ());
    }
    let jwk = Jwk::from_json(key.to_string())?;
    let algorithm = match jwk.algorithm() {
        Some(_) => None,
        // The JWK names no algorithm: the caller would. The upstream runner takes the token's.
        None => UnverifiedJws::parse(jws, &policy)
            .map(|jws| JwsHeader::algorithm(jws.header()).to_owned())
            .map(|name| Algorithm::from_name(&name))?,
    };
    let key = VerifyingKey::from_jwk(&jwk, algorithm, &options)?;
    edge_jwt::compact_verify(jws, &key, &policy).map(|_| ())
}
