//! Each kind of token is held to its specification, and none passes for another (RFC 8725 §3.12).

use edge_jwt::error::ClaimReason::{
    AuthenticatedInTheFuture, AuthenticatedTooLongAgo, Forbidden, Invalid, Mismatch, Missing,
    SubjectForm, UntrustedAudience,
};
use edge_jwt::error::{ClaimReason, Error};
use edge_jwt::{AccessToken, CheckName, ErrorCode, IdToken, LogoutToken, Validation, inspect};
use serde_json::{Value, json};

use crate::support::{NOW, assert_refused, key, now, signed, verify};

const ISSUER: &str = "https://issuer.example/";
const CLIENT: &str = "client-1";
const API: &str = "https://api.example/";

fn id_claims() -> Value {
    json!({"iss": ISSUER, "sub": "user-1", "aud": CLIENT, "iat": NOW - 10.0, "exp": NOW + 60.0})
}

fn access_claims() -> Value {
    json!({"iss": ISSUER, "sub": "user-1", "aud": API, "client_id": CLIENT, "jti": "t-1",
        "iat": NOW - 10.0, "exp": NOW + 60.0, "scope": "read"})
}

fn logout_claims() -> Value {
    json!({"iss": ISSUER, "sub": "user-1", "sid": "s-1", "aud": CLIENT, "jti": "l-1",
        "iat": NOW - 10.0, "exp": NOW + 60.0,
        "events": {"http://schemas.openid.net/event/backchannel-logout": {}}})
}

fn issued() -> Validation {
    Validation::new().issuer(ISSUER).unwrap()
}

fn id_token(expected: IdToken) -> Validation {
    issued().id_token(expected).unwrap()
}

fn client() -> IdToken {
    IdToken::new([CLIENT]).unwrap()
}

fn access_token() -> Validation {
    let validation = issued().audience(API).unwrap();
    validation.access_token(AccessToken::new()).unwrap()
}

fn logout_token() -> Validation {
    let expected = LogoutToken::new([CLIENT]).unwrap();
    issued().logout_token(expected).unwrap()
}

/// `claims` with some of them changed; those that are null are left out.
fn with(mut claims: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().unwrap() {
        claims[name] = value.clone();
    }
    claims
        .as_object_mut()
        .unwrap()
        .retain(|_, value| !value.is_null());
    claims
}

fn token(typ: Option<&str>, claims: &Value) -> String {
    let header = match typ {
        Some(typ) => json!({"alg": "HS256", "typ": typ}),
        None => json!({"alg": "HS256"}),
    };
    signed(header.to_string(), claims.to_string())
}

#[track_caller]
fn assert_claim(token: &str, validation: &Validation, claim: &str, reason: ClaimReason) {
    let failed = ErrorCode::JwtClaimValidationFailed;
    match assert_refused(verify(token, validation), failed, token) {
        Error::Claim(fault) => assert_eq!((fault.claim.as_str(), fault.reason), (claim, reason)),
        other => panic!("{other}"),
    }
    let report = inspect(token, Some((&key()).into()), validation, now());
    assert_eq!(
        report.first_failure(),
        verify(token, validation).err().as_ref()
    );
}

#[test]
fn an_id_token_is_for_this_client_and_for_nobody_else_who_is_not_trusted() {
    let ours = id_token(client());
    let aud = |aud: Value, azp: Option<&str>| {
        token(None, &with(id_claims(), json!({"aud": aud, "azp": azp})))
    };
    verify(&aud(json!(CLIENT), None), &ours).unwrap();
    verify(&aud(json!([CLIENT]), Some(CLIENT)), &ours).unwrap();
    assert_claim(&aud(json!("client-2"), None), &ours, "aud", Mismatch);
    assert_claim(
        &aud(json!([CLIENT, "other"]), Some(CLIENT)),
        &ours,
        "aud",
        UntrustedAudience,
    );
    assert_claim(
        &aud(json!(CLIENT), Some("client-2")),
        &ours,
        "azp",
        Mismatch,
    );
    assert_claim(&aud(json!([CLIENT, CLIENT]), None), &ours, "azp", Missing);

    let trusting = id_token(client().trusted_audiences([API]).unwrap());
    verify(&aud(json!([CLIENT, API]), Some(CLIENT)), &trusting).unwrap();
    assert_claim(
        &aud(json!([CLIENT, "other"]), Some(CLIENT)),
        &trusting,
        "aud",
        UntrustedAudience,
    );

    let for_app = id_token(client().authorized_parties(["app"]).unwrap());
    verify(&aud(json!(CLIENT), Some("app")), &for_app).unwrap();
    assert_claim(&aud(json!(CLIENT), Some(CLIENT)), &for_app, "azp", Mismatch);
}

#[test]
fn an_id_token_says_who_when_and_how() {
    let all = id_token(client())
        .nonce("n-1")
        .unwrap()
        .max_authentication_age_seconds(300.0)
        .unwrap()
        .acr_values(["silver", "gold"])
        .unwrap();
    let good = with(
        id_claims(),
        json!({"nonce": "n-1", "auth_time": NOW - 300.0, "acr": "gold"}),
    );
    verify(&token(Some("JWT"), &good), &all).unwrap();
    for (changes, claim, reason) in [
        (json!({"nonce": null}), "nonce", Missing),
        (json!({"nonce": "n-2"}), "nonce", Mismatch),
        (json!({"auth_time": null}), "auth_time", Missing),
        (json!({"auth_time": "300"}), "auth_time", Invalid),
        (
            json!({"auth_time": NOW - 301.0}),
            "auth_time",
            AuthenticatedTooLongAgo,
        ),
        (
            json!({"auth_time": NOW + 1.0}),
            "auth_time",
            AuthenticatedInTheFuture,
        ),
        (json!({"acr": null}), "acr", Missing),
        (json!({"acr": "bronze"}), "acr", Mismatch),
        (json!({"acr": ["gold"]}), "acr", Invalid),
        (json!({"iss": "https://other.example/"}), "iss", Mismatch),
        (json!({"iat": null}), "iat", Missing),
        (json!({"exp": null}), "exp", Missing),
        (json!({"sub": null}), "sub", Missing),
        (json!({"sub": ""}), "sub", SubjectForm),
        (json!({"sub": "é"}), "sub", SubjectForm),
        (json!({"sub": "x".repeat(256)}), "sub", SubjectForm),
        (json!({"events": {}}), "events", Forbidden),
    ] {
        assert_claim(
            &token(None, &with(good.clone(), changes)),
            &all,
            claim,
            reason,
        );
    }
    let longest = with(good, json!({"sub": "x".repeat(255)}));
    verify(&token(None, &longest), &all).unwrap();
}

#[test]
fn at_hash_and_c_hash_are_those_of_openid_connect_core_appendix_a() {
    // A.4: the access token and the code, and the values of the ID token there, by SHA-256.
    let expected = client()
        .access_token("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y")
        .unwrap()
        .code("Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk")
        .unwrap();
    let both = id_token(expected);
    let good = with(
        id_claims(),
        json!({"at_hash": "77QmUPtjPfzWtF2AnpK9RQ", "c_hash": "LDktKdoQak3Pk0cnXxCltA"}),
    );
    verify(&token(None, &good), &both).unwrap();
    for (changes, claim, reason) in [
        (json!({"at_hash": null}), "at_hash", Missing),
        (
            json!({"at_hash": "LDktKdoQak3Pk0cnXxCltA"}),
            "at_hash",
            Mismatch,
        ),
        (
            json!({"at_hash": "77QmUPtjPfzWtF2AnpK9R"}),
            "at_hash",
            Mismatch,
        ),
        (json!({"at_hash": ""}), "at_hash", Mismatch),
        (json!({"at_hash": 1}), "at_hash", Invalid),
        (json!({"c_hash": null}), "c_hash", Missing),
        (
            json!({"c_hash": "77QmUPtjPfzWtF2AnpK9RQ"}),
            "c_hash",
            Mismatch,
        ),
    ] {
        assert_claim(
            &token(None, &with(good.clone(), changes)),
            &both,
            claim,
            reason,
        );
    }
    // Nobody asks, so that nobody is told.
    verify(
        &token(None, &with(good, json!({"at_hash": "x"}))),
        &id_token(client()),
    )
    .unwrap();
}

#[test]
fn a_hash_by_an_algorithm_nobody_knows_matches_nothing() {
    let both = id_token(client().access_token("any").unwrap());
    let claims = with(id_claims(), json!({"at_hash": ""}));
    let unknown = signed(r#"{"alg":"XX256"}"#, claims.to_string());
    let report = inspect(&unknown, Some((&key()).into()), &both, now());
    let at_hash = report
        .checks()
        .iter()
        .find(|check| check.name == CheckName::AtHash);
    assert!(matches!(
        at_hash.unwrap().status,
        edge_jwt::CheckStatus::Failed(_)
    ));
}

#[test]
fn an_access_token_has_what_rfc_9068_requires() {
    for typ in ["at+jwt", "AT+JWT", "application/at+jwt"] {
        verify(&token(Some(typ), &access_claims()), &access_token()).unwrap();
    }
    for typ in [
        "JWT",
        "jwt",
        "id+jwt",
        "at",
        "at+jwt ",
        "dpop+jwt",
        "application/jwt",
    ] {
        assert_claim(
            &token(Some(typ), &access_claims()),
            &access_token(),
            "typ",
            Mismatch,
        );
    }
    assert_claim(
        &token(None, &access_claims()),
        &access_token(),
        "typ",
        Missing,
    );
    for name in ["iss", "exp", "aud", "sub", "client_id", "iat", "jti"] {
        let claims = with(access_claims(), json!({ name: null }));
        assert_claim(
            &token(Some("at+jwt"), &claims),
            &access_token(),
            name,
            Missing,
        );
    }
    for (changes, claim, reason) in [
        (json!({"iss": "https://issuer.example"}), "iss", Mismatch),
        (json!({"aud": ["https://other.example/"]}), "aud", Mismatch),
        (json!({"client_id": 1}), "client_id", Invalid),
    ] {
        let claims = with(access_claims(), changes);
        assert_claim(
            &token(Some("at+jwt"), &claims),
            &access_token(),
            claim,
            reason,
        );
    }
    let for_client = |client: &str| {
        let expected = AccessToken::new().client_ids([client]).unwrap();
        issued()
            .audience(API)
            .unwrap()
            .access_token(expected)
            .unwrap()
    };
    let good = token(Some("at+jwt"), &access_claims());
    verify(&good, &for_client(CLIENT)).unwrap();
    assert_claim(&good, &for_client("client-2"), "client_id", Mismatch);
}

#[test]
fn a_logout_token_announces_a_logout_of_somebody() {
    for typ in [None, Some("JWT"), Some("logout+jwt")] {
        verify(&token(typ, &logout_claims()), &logout_token()).unwrap();
    }
    for one in [json!({"sub": null}), json!({"sid": null})] {
        verify(&token(None, &with(logout_claims(), one)), &logout_token()).unwrap();
    }
    for (changes, claim, reason) in [
        (json!({"sub": null, "sid": null}), "sid", Missing),
        (json!({"sid": 1}), "sid", Invalid),
        (json!({"nonce": "n"}), "nonce", Forbidden),
        (json!({"jti": null}), "jti", Missing),
        (json!({"exp": null}), "exp", Missing),
        (json!({"iat": null}), "iat", Missing),
        (json!({"aud": "client-2"}), "aud", Mismatch),
        (json!({"events": null}), "events", Missing),
        (json!({"events": {}}), "events", Invalid),
        (
            json!({"events": ["http://schemas.openid.net/event/backchannel-logout"]}),
            "events",
            Invalid,
        ),
        (
            json!({"events": {"http://schemas.openid.net/event/backchannel-logout": true}}),
            "events",
            Invalid,
        ),
    ] {
        let claims = with(logout_claims(), changes);
        assert_claim(&token(None, &claims), &logout_token(), claim, reason);
    }
}

#[test]
fn no_kind_passes_for_another() {
    let samples = [
        ("id", token(None, &id_claims())),
        ("access", token(Some("at+jwt"), &access_claims())),
        ("logout", token(Some("logout+jwt"), &logout_claims())),
        // As lenient an issuer as can be: one audience for all, no types.
        (
            "old logout",
            token(None, &with(logout_claims(), json!({"client_id": CLIENT}))),
        ),
    ];
    let same_audience = issued().audience(CLIENT).unwrap();
    let profiles = [
        ("id", id_token(client())),
        (
            "access",
            same_audience.access_token(AccessToken::new()).unwrap(),
        ),
        ("logout", logout_token()),
    ];
    for (kind, sample) in &samples {
        for (profile, validation) in &profiles {
            if kind.ends_with(profile) {
                continue;
            }
            assert!(verify(sample, validation).is_err(), "{kind} as {profile}");
        }
    }
}

#[test]
fn a_profile_without_issuer_or_audience_is_refused_when_it_is_set() {
    let misuses = [
        Validation::new().id_token(client()),
        issued().audience(CLIENT).unwrap().id_token(client()),
        issued().audience_unchecked().id_token(client()),
        issued().token_type("JWT").unwrap().id_token(client()),
        Validation::new()
            .audience(API)
            .unwrap()
            .access_token(AccessToken::new()),
        issued().access_token(AccessToken::new()),
        issued()
            .audience_unchecked()
            .access_token(AccessToken::new()),
        issued()
            .audience(API)
            .unwrap()
            .token_type("JWT")
            .unwrap()
            .access_token(AccessToken::new()),
        Validation::new().logout_token(LogoutToken::new([CLIENT]).unwrap()),
        issued()
            .audience(API)
            .unwrap()
            .logout_token(LogoutToken::new([CLIENT]).unwrap()),
        issued()
            .token_type("x")
            .unwrap()
            .logout_token(LogoutToken::new([CLIENT]).unwrap()),
    ];
    for misuse in misuses {
        assert_eq!(misuse.unwrap_err().code(), ErrorCode::ApiMisuse);
    }
    for empty in [
        IdToken::new([""; 0]).err(),
        IdToken::new([""]).err(),
        client().access_token("").err(),
        client().code("").err(),
        client().trusted_audiences([""; 0]).err(),
        client().authorized_parties([""]).err(),
        LogoutToken::new([""]).err(),
        AccessToken::new().client_ids([""; 0]).err(),
    ] {
        assert_eq!(empty.unwrap().code(), ErrorCode::ApiMisuse);
    }
}

#[test]
fn what_a_profile_requires_cannot_be_taken_back() {
    let nothing = issued()
        .required_claims([""; 0])
        .id_token(client())
        .unwrap();
    assert_claim(
        &token(None, &with(id_claims(), json!({"exp": null}))),
        &nothing,
        "exp",
        Missing,
    );
}
