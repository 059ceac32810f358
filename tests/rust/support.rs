//! Tokens made by hand, and what every refusal must have in common.

use edge_jwt::base64url::encode;
use edge_jwt::error::{ClaimFault, ClaimReason};
use edge_jwt::{Algorithm, Error, ErrorCode, ImportOptions, NumericDate, Validation, VerifyingKey};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// A secret of exactly the length HS256 needs.
pub const SECRET: &[u8; 32] = b"\x8f\x11-thirty-two-bytes-for-hs256!-\x00";

/// The time all tests live in: 2026-11-22T00:00:00Z.
pub const NOW: f64 = 1_795_305_600.0;

pub fn now() -> NumericDate {
    NumericDate::from_seconds(NOW).unwrap()
}

pub fn key() -> VerifyingKey {
    VerifyingKey::from_secret(SECRET, Algorithm::Hs256, &ImportOptions::new()).unwrap()
}

/// A validation that asks for nothing but what RFC 7519 makes a rule.
pub fn lenient() -> Validation {
    Validation::new()
        .required_claims([""; 0])
        .audience_unchecked()
}

/// A token of any header and payload, with a signature that holds for [`key`].
pub fn signed(header: impl AsRef<[u8]>, payload: impl AsRef<[u8]>) -> String {
    sign_text(&format!("{}.{}", encode(header), encode(payload)))
}

/// A token with the usual header.
pub fn with_payload(payload: impl AsRef<[u8]>) -> String {
    signed(r#"{"alg":"HS256"}"#, payload)
}

/// `signing_input` and its signature.
pub fn sign_text(signing_input: &str) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(SECRET)
        .unwrap()
        .chain_update(signing_input);
    format!("{signing_input}.{}", encode(mac.finalize().into_bytes()))
}

/// Verifies with [`key`] now.
pub fn verify(token: &str, validation: &Validation) -> Result<edge_jwt::VerifiedJwt, Error> {
    edge_jwt::verify(token, &key(), validation, now())
}

/// Holds a refusal to its code and its message to the rules: one lower-case sentence, nothing of
/// `token` in it; and the very next good token is accepted.
#[track_caller]
pub fn assert_refused<T: core::fmt::Debug>(
    result: Result<T, Error>,
    code: ErrorCode,
    token: &str,
) -> Error {
    let error = match result {
        Ok(accepted) => panic!("accepted, instead of {code}: {token:.120} gave {accepted:?}"),
        Err(error) => error,
    };
    assert_eq!(error.code(), code, "{error} for {token:.120}");
    let message = error.to_string();
    assert!(
        message.starts_with(|first: char| !first.is_uppercase()),
        "{message}"
    );
    assert!(!message.ends_with('.') && !message.is_empty(), "{message}");
    for segment in token.split('.').filter(|segment| segment.len() > 8) {
        assert!(
            !message.contains(segment),
            "the message holds a part of the token: {message}"
        );
    }
    let good = with_payload(format!(r#"{{"exp":{}}}"#, NOW + 1.0));
    verify(&good, &Validation::new()).expect("a good token is accepted after a bad one");
    error
}

/// Holds a refusal to what is wrong with which claim.
#[track_caller]
pub fn assert_claim(
    payload: &str,
    validation: &Validation,
    code: ErrorCode,
    claim: &str,
    reason: ClaimReason,
) -> ClaimFault {
    let token = with_payload(payload);
    match assert_refused(verify(&token, validation), code, &token) {
        Error::Claim(fault) => {
            assert_eq!(
                (fault.claim.as_str(), fault.reason),
                (claim, reason),
                "{payload}"
            );
            fault
        }
        other => panic!("{payload}: {other}"),
    }
}

/// Where we say otherwise than upstream, and why: `tests/vectors/wycheproof/overrides.json`.
pub struct Overrides(Vec<serde_json::Value>);

impl Overrides {
    pub fn of(suite: &str) -> Self {
        let file = include_str!("../vectors/wycheproof/overrides.json");
        let all: Vec<serde_json::Value> = serde_json::from_str(file).unwrap();
        Self(
            all.into_iter()
                .filter(|entry| entry["suite"] == suite)
                .collect(),
        )
    }

    /// The result that we say a test must have: an override for the test alone goes before one for
    /// a flag of it, and that before one for the whole suite.
    pub fn result<'a>(&'a self, id: usize, flags: &[String], upstream: &'a str) -> &'a str {
        let for_the_test = self.0.iter().find(|entry| entry["tcId"] == id);
        let for_a_flag = || {
            self.0
                .iter()
                .find(|entry| flags.iter().any(|flag| entry["flag"] == flag.as_str()))
        };
        let is_for_all = |entry: &&serde_json::Value| {
            ["tcId", "flag", "group"]
                .iter()
                .all(|selector| entry.get(selector).is_none())
        };
        let for_all = || self.0.iter().find(is_for_all);
        let found = for_the_test.or_else(for_a_flag).or_else(for_all);
        found.map_or(upstream, |entry| entry["result"].as_str().unwrap())
    }
}
