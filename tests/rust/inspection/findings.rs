//! One test for each finding: on the token that deserves it, and not on the one that does not.

use edge_jwt::base64url::encode;
use edge_jwt::{
    Algorithm, FindingSubject, ImportOptions, Inspection, Keys, Severity, VerifyingKey, inspect,
};

use super::{findings, report};
use crate::support::{NOW, lenient, now, sign_text, signed, with_payload};

/// A payload that no finding is about.
fn good_payload() -> String {
    let (iat, exp) = (NOW - 60.0, NOW + 3540.0);
    format!(
        r#"{{"iss":"https://a.example","aud":"b","sub":"248289761001","iat":{iat},"exp":{exp}}}"#
    )
}

/// [`good_payload`] with one more member.
fn with_claim(name: &str, value: &str) -> Vec<&'static str> {
    let payload = good_payload().replacen('{', &format!(r#"{{"{name}":{value},"#), 1);
    on(r#"{"alg":"HS256","typ":"JWT"}"#, &payload)
}

fn on_header(header: &str) -> Vec<&'static str> {
    on(header, &good_payload())
}

fn on(header: &str, payload: &str) -> Vec<&'static str> {
    findings(&report(&signed(header, payload), &lenient()))
}

fn with_parameter(name: &str, value: &str) -> Vec<&'static str> {
    on_header(&format!(
        r#"{{"alg":"HS256","typ":"JWT","{name}":{value}}}"#
    ))
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_good_token_has_none() {
    assert_eq!(
        on_header(r#"{"alg":"HS256","typ":"JWT","kid":"2026-11"}"#),
        NOTHING
    );
}

#[test]
fn findings_are_there_without_a_key_and_whether_or_not_the_token_verifies() {
    let token = with_payload("{}");
    let expected = [
        "typ-missing",
        "iss-missing",
        "aud-missing",
        "exp-missing",
        "iat-missing",
    ];
    assert_eq!(findings(&report(&token, &lenient())), expected);
    let forged = format!("{}.AAAA", token.rsplit_once('.').unwrap().0);
    assert_eq!(
        findings(&inspect(&forged, None, &lenient(), now())),
        expected
    );
}

#[test]
fn alg_none_in_any_spelling() {
    for alg in ["none", "NONE", "nOnE "] {
        let header = format!(r#"{{"alg":"{alg}","typ":"JWT"}}"#);
        assert_eq!(on_header(&header), ["alg-none"]);
    }
    assert_eq!(on_header(r#"{"alg":"nonesuch","typ":"JWT"}"#), NOTHING);
}

#[test]
fn keys_in_the_header_and_private_ones_above_all() {
    let public = r#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#;
    assert_eq!(with_parameter("jwk", public), ["key-in-header"]);
    assert_eq!(with_parameter("x5c", r#"["AA"]"#), ["key-in-header"]);
    for private in [r#"{"kty":"EC","d":"AA"}"#, r#"{"kty":"oct","k":"AA"}"#] {
        assert_eq!(
            with_parameter("jwk", private),
            ["key-in-header", "private-key-in-header"]
        );
    }
}

#[test]
fn urls_in_the_header() {
    for name in ["jku", "x5u", "custom"] {
        assert_eq!(
            with_parameter(name, r#""https://a.example/keys""#),
            ["url-in-header"]
        );
    }
    // RFC 7519 §5.3 lets claims be repeated in the header.
    assert_eq!(with_parameter("iss", r#""https://a.example""#), NOTHING);
}

#[test]
fn a_kid_that_looks_like_an_injection() {
    let attacks = [
        "../../../../dev/null",
        "/etc/passwd",
        "..\\\\keys",
        "x' UNION SELECT 'secret' --",
        "key\\u0000",
        "a;id",
        "$(id)",
        "a|b",
        "*)(uid=*",
        "file:///dev/null",
    ];
    for kid in attacks {
        assert_eq!(
            with_parameter("kid", &format!(r#""{kid}""#)),
            ["kid-injection"],
            "{kid}"
        );
    }
    let names = [
        "2026-11",
        "NjVBRjY5MDlCMUIwNzU4RTA2QzZFMDQ4QzQ2MDAyQjVDNjk1RTM2Qg",
        "abc+/def==",
        "urn:ietf:params:oauth:jwk-thumbprint:sha-256:NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs",
        "did:example:123#key-1",
        "projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1",
    ];
    for kid in names {
        assert_eq!(
            with_parameter("kid", &format!(r#""{kid}""#)),
            NOTHING,
            "{kid}"
        );
    }
    assert_eq!(
        with_parameter("kid", r#""https://a.example/key""#),
        ["kid-url"]
    );
    assert_eq!(
        with_parameter("kid", &format!(r#""{}""#, "k".repeat(257))),
        ["kid-long"]
    );
    assert_eq!(
        with_parameter("kid", &format!(r#""{}""#, "k".repeat(256))),
        NOTHING
    );
}

#[test]
fn a_nested_token_and_an_encrypted_one() {
    assert_eq!(with_parameter("cty", r#""JWT""#), ["nested-token"]);
    assert_eq!(with_parameter("cty", r#""json""#), NOTHING);
    let header = encode(r#"{"alg":"RSA-OAEP","enc":"A256GCM","typ":"JWT"}"#);
    let encrypted = report(&format!("{header}.AA.AA.AA.AA"), &lenient());
    assert_eq!(findings(&encrypted), ["encrypted-token"]);
}

#[test]
fn a_header_without_typ() {
    assert_eq!(on_header(r#"{"alg":"HS256"}"#), ["typ-missing"]);
}

#[test]
fn claims_that_are_missing() {
    for name in ["iss", "aud", "exp", "iat"] {
        let payload = good_payload().replace(&format!(r#""{name}""#), r#""other""#);
        let found = on(r#"{"alg":"HS256","typ":"JWT"}"#, &payload);
        assert_eq!(found, [format!("{name}-missing")]);
    }
}

#[test]
fn a_lifetime_over_an_hour() {
    let lifetime = |seconds: f64| {
        let payload = format!(
            r#"{{"iss":"a","aud":"b","iat":{NOW},"exp":{}}}"#,
            NOW + seconds
        );
        on(r#"{"alg":"HS256","typ":"JWT"}"#, &payload)
    };
    assert_eq!(lifetime(3600.0), NOTHING);
    assert_eq!(lifetime(3601.0), ["long-lifetime"]);
}

#[test]
fn times_in_milliseconds() {
    let exp = NOW.mul_add(1000.0, 3_600_000.0);
    let payload = format!(r#"{{"iss":"a","aud":"b","iat":{NOW},"exp":{exp}}}"#);
    let found = on(r#"{"alg":"HS256","typ":"JWT"}"#, &payload);
    assert_eq!(found, ["time-in-milliseconds"]);
}

#[test]
fn integers_that_javascript_rounds() {
    for number in [
        "9007199254740992",
        "9007199254740993",
        "-9007199254740993",
        "12345678901234567890",
        "-12345678901234567890",
        "100000000000000000000",
        "1e20",
    ] {
        for value in [
            String::from(number),
            format!("[0,[{number}]]"),
            format!(r#"{{"a":{{"b":[{number}]}}}}"#),
        ] {
            assert_eq!(with_claim("n", &value), ["large-integer"], "{value}");
            assert_eq!(with_parameter("n", &value), ["large-integer"], "{value}");
        }
    }
    for value in [
        "9007199254740991",
        "-9007199254740991",
        "0",
        "0.1",
        r#""9007199254740993""#,
        "[9007199254740991]",
    ] {
        assert_eq!(with_claim("n", value), NOTHING, "{value}");
        assert_eq!(with_parameter("n", value), NOTHING, "{value}");
    }
    let payload = good_payload().replacen('{', r#"{"n":1e400,"#, 1);
    let token = signed(r#"{"alg":"HS256","typ":"JWT"}"#, payload);
    let beyond_doubles = report(&token, &lenient());
    assert_eq!(
        findings(&beyond_doubles),
        NOTHING,
        "it is no JSON to be read"
    );
    assert!(beyond_doubles.unverified_payload_text().is_some());
}

#[test]
fn a_large_integer_names_the_claim_and_not_the_number() {
    let number = "9007199254740993";
    let token = with_payload(format!(r#"{{"sub":{number},"act":{{"id":{number}}}}}"#));
    let report = report(&token, &lenient());
    let found: Vec<_> = report
        .findings()
        .iter()
        .filter(|finding| finding.id() == "large-integer")
        .map(|finding| (finding.subject().clone(), finding.severity()))
        .collect();
    let on = |name: &str| (FindingSubject::Claim(name.into()), Severity::Warning);
    assert_eq!(found, [on("sub"), on("act")]);
    assert!(
        report
            .findings()
            .iter()
            .all(|f| !f.message().contains("9007"))
    );
}

#[test]
fn a_registered_header_parameter_of_another_type() {
    let on_type = |name: &str, value: &str| -> Vec<FindingSubject> {
        let header = format!(r#"{{"alg":"HS256","{name}":{value}}}"#);
        report(&signed(header, good_payload()), &lenient())
            .findings()
            .iter()
            .filter(|finding| finding.id() == "header-parameter-type")
            .map(|finding| finding.subject().clone())
            .collect()
    };
    let on_itself = |name: &str| [FindingSubject::Parameter(name.into())];
    for name in ["kid", "typ", "cty", "jku", "x5u", "x5t", "x5t#S256"] {
        for value in ["7", "null", "[]", r#"["a"]"#, "{}", "false"] {
            assert_eq!(on_type(name, value), on_itself(name), "{name}: {value}");
        }
        assert_eq!(on_type(name, r#""a""#), [], "{name}");
    }
    for value in ["[]", r#""a""#, "null", "7"] {
        assert_eq!(on_type("jwk", value), on_itself("jwk"), "{value}");
    }
    assert_eq!(on_type("jwk", "{}"), []);
    for value in [r#""a""#, "null", "{}", r#"["a",7]"#] {
        assert_eq!(on_type("x5c", value), on_itself("x5c"), "{value}");
    }
    assert_eq!(on_type("x5c", r#"["a"]"#), []);
    assert_eq!(on_type("custom", "7"), [], "it is not registered");
}

#[test]
fn a_header_parameter_that_nobody_reads_makes_no_token_invalid_and_is_found() {
    for (name, value) in [
        ("kid", "7"),
        ("kid", "null"),
        ("typ", "null"),
        ("x5t", "1"),
        ("x5c", r#""a""#),
        ("jwk", "[]"),
    ] {
        let header = format!(r#"{{"alg":"HS256","{name}":{value}}}"#);
        let report = report(&signed(header, good_payload()), &lenient());
        assert!(report.is_valid(), "{name}: {value}");
        let is_found = findings(&report).contains(&"header-parameter-type");
        assert!(is_found, "{name}: {value}");
    }
}

#[test]
fn claims_that_look_like_personal_data() {
    for name in [
        "email",
        "phone_number",
        "given_name",
        "birthdate",
        "ssn",
        "phoneNumber",
    ] {
        assert_eq!(with_claim(name, r#""x""#), ["personal-data"], "{name}");
    }
    let namespaced = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";
    assert_eq!(with_claim(namespaced, r#""x""#), ["personal-data"]);
    assert_eq!(
        with_claim("address", r#"{"locality":"x"}"#),
        ["personal-data"]
    );
    assert_eq!(
        with_claim("upn", r#""jane@corp.example""#),
        ["personal-data"]
    );
    assert_eq!(
        with_claim("act", r#"{"deep":[{"email":"x"}]}"#),
        ["personal-data"]
    );
    assert_eq!(
        with_claim("kubernetes.io", r#"{"pod":{"password":"b"}}"#),
        ["secret-in-claim"]
    );
    for (name, value) in [
        ("email_verified", "true"),
        ("email", "true"),
        ("email", r#""""#),
        ("phone", r#"" ""#),
        ("password", r#""""#),
        (
            "kubernetes.io",
            r#"{"namespace":"a","pod":{"name":"b"},"serviceaccount":{"name":"c"}}"#,
        ),
        ("acr", r#""urn:mace:incommon:iap:silver""#),
        ("at", r#""@""#),
        ("handle", r#""@jane""#),
        ("url", r#""https://jane@a.example/""#),
    ] {
        assert_eq!(with_claim(name, value), NOTHING, "{name}");
    }
}

#[test]
fn claims_that_look_like_card_numbers() {
    for number in ["4111111111111111", "4111 1111 1111 1111", "378282246310005"] {
        assert_eq!(
            with_claim("x", &format!(r#""{number}""#)),
            ["card-number"],
            "{number}"
        );
    }
    for number in [
        "4111111111111112",
        "110169484474386276334",
        "1111111111111117",
        "4242",
    ] {
        assert_eq!(
            with_claim("x", &format!(r#""{number}""#)),
            NOTHING,
            "{number}"
        );
    }
    assert_eq!(with_claim("cvv", "123"), ["card-number"]);
}

#[test]
fn claims_that_look_like_secrets() {
    for name in [
        "password",
        "client_secret",
        "apiKey",
        "API-KEY",
        "refresh_token",
    ] {
        assert_eq!(with_claim(name, r#""x""#), ["secret-in-claim"], "{name}");
    }
    let token = with_payload(r#"{"sub":"x"}"#);
    let values = [
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----",
        "ghp_0123456789abcdefghij",
        "AKIAIOSFODNN7EXAMPLE",
        &token,
    ];
    for value in values {
        assert_eq!(
            with_claim("x", &format!(r#""{value}""#)),
            ["secret-in-claim"],
            "{value}"
        );
        assert_eq!(
            with_claim("x", &format!(r#"[["{value}"]]"#)),
            ["secret-in-claim"],
            "{value}"
        );
    }
    for value in ["-----BEGIN PUBLIC KEY-----", "ey.a.b", "sk_live_", "secret"] {
        assert_eq!(
            with_claim("x", &format!(r#""{value}""#)),
            NOTHING,
            "{value}"
        );
    }
    assert_eq!(
        with_claim("at_hash", r#""77QmUPtjPfzWtF2AnpK9RQ""#),
        NOTHING
    );
}

/// A good token signed with `secret`, whatever its length.
fn signed_with(secret: &[u8]) -> String {
    use hmac::{Hmac, KeyInit as _, Mac as _};
    let header = encode(r#"{"alg":"HS256","typ":"JWT"}"#);
    let signing_input = format!("{header}.{}", encode(good_payload()));
    let mac = Hmac::<sha2::Sha256>::new_from_slice(secret).unwrap();
    let tag = mac.chain_update(&signing_input).finalize().into_bytes();
    format!("{signing_input}.{}", encode(tag))
}

fn with_secret(token: &str, secret: &[u8]) -> Inspection {
    let options = ImportOptions::new().allow_weak_key(true);
    let key = VerifyingKey::from_secret(secret, Algorithm::Hs256, &options).unwrap();
    inspect(token, Some(Keys::One(&key)), &lenient(), now())
}

#[test]
fn a_secret_from_documentation_is_found_with_and_without_the_key() {
    let known: [&[u8]; 4] = [
        b"your-256-bit-secret",
        b"a-string-secret-at-least-256-bits-long",
        b"secret",
        b"changeme",
    ];
    for secret in known {
        let token = signed_with(secret);
        let without_key = inspect(&token, None, &lenient(), now());
        assert_eq!(findings(&without_key), ["known-secret"]);
        assert!(!without_key.is_valid(), "found is not verified");
        let found = findings(&with_secret(&token, secret));
        assert_eq!(found.iter().filter(|id| **id == "known-secret").count(), 1);
    }
    // RFC 7515 appendix A.1
    let token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkz\
        ODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1g\
        FWFOEjXk";
    assert_eq!(
        findings(&inspect(token, None, &lenient(), now()))[0],
        "known-secret"
    );
    assert_eq!(
        findings(&report(&signed_with(b"nobody knows this"), &lenient())),
        NOTHING
    );
}

#[test]
fn a_weak_secret() {
    let short = b"\x9a\x01\xf3\x44\x8b\x2c\x77\xd0\x15\xee";
    assert_eq!(
        findings(&with_secret(&signed_with(short), short)),
        ["short-secret"]
    );
    let counting: Vec<u8> = (0..32).collect();
    for predictable in [&[7; 32][..], b"0123456789abcdef0123456789abcdef", &counting] {
        let report = with_secret(&signed_with(predictable), predictable);
        assert_eq!(findings(&report), ["predictable-secret"]);
    }
    let random = b"\x9a\x01\xf3\x44\x8b\x2c\x77\xd0\x15\xee\x60\xb8\x3f\x5a\xc6\x92\
        \x0d\xa7\x51\xfc\x28\x83\xbe\x1b\x74\xe9\x36\xcb\x4f\x68\x90\x05";
    assert_eq!(
        findings(&with_secret(&signed_with(random), random)),
        NOTHING
    );
    let in_hex = b"9a01f3448b2c77d015ee60b83f5ac6920da751fc2883be1b74e936cb4f689005";
    assert_eq!(
        findings(&with_secret(&signed_with(in_hex), in_hex)),
        NOTHING
    );
}

#[test]
fn a_short_modulus() {
    let suffix = [0xc5; 126];
    let import = |n: &[u8]| {
        let jwk = format!(r#"{{"kty":"RSA","n":"{}","e":"AQAB"}}"#, encode(n));
        let jwk = edge_jwt::Jwk::from_json(jwk).unwrap();
        let options = ImportOptions::new().allow_weak_key(true);
        VerifyingKey::from_jwk(&jwk, Algorithm::Rs256, &options).unwrap()
    };
    let found = |n: &[u8]| {
        let key = import(n);
        let token = sign_text(&format!(
            "{}.{}",
            encode(r#"{"alg":"RS256","typ":"JWT"}"#),
            encode(good_payload())
        ));
        findings(&inspect(&token, Some(Keys::One(&key)), &lenient(), now()))
    };
    let short = [&[0xc7, 0x01][..], &suffix].concat();
    assert_eq!(found(&short), ["short-modulus"]);
    let long = [&short[..], &short].concat();
    assert_eq!(found(&long), NOTHING);
}

#[test]
fn a_finding_says_what_it_is_about_and_where_to_read_on_and_shows_no_value() {
    let canary = "canary-7f3a";
    let payload = format!(r#"{{"email":"{canary}@a.example","password":"{canary}"}}"#);
    let token = signed(format!(r#"{{"alg":"HS256","kid":"../{canary}"}}"#), payload);
    let report = report(&token, &lenient());
    let email = report
        .findings()
        .iter()
        .find(|f| f.id() == "personal-data")
        .unwrap();
    assert_eq!(email.subject(), &FindingSubject::Claim("email".into()));
    assert_eq!(email.severity(), Severity::Note);
    let kid = report
        .findings()
        .iter()
        .find(|f| f.id() == "kid-injection")
        .unwrap();
    assert_eq!(kid.subject(), &FindingSubject::Parameter("kid".into()));
    for finding in report.findings() {
        assert!(!finding.message().contains(canary));
        assert!(
            finding
                .reference()
                .starts_with("https://www.rfc-editor.org/rfc/rfc")
        );
        assert!(finding.reference().contains("#section-"));
    }
}

#[test]
fn tokens_in_the_shape_of_real_providers_have_the_findings_they_deserve() {
    let graver_than_notes = |header: &str, payload: &str| -> Vec<&'static str> {
        report(&signed(header, payload), &lenient())
            .findings()
            .iter()
            .filter(|finding| finding.severity() > Severity::Note)
            .map(|finding| finding.id())
            .collect()
    };
    let google = format!(
        r#"{{"iss":"https://accounts.google.com","azp":"1234987819200.apps.googleusercontent.com","aud":"1234987819200.apps.googleusercontent.com","sub":"110169484474386276334","at_hash":"HK6E_P6Dh8Y93mRNtsDB1Q","hd":"example.com","email":"jsmith@example.com","email_verified":true,"iat":{NOW},"exp":{},"nonce":"0394852-3190485-2490358"}}"#,
        NOW + 3600.0
    );
    let kid = r#"{"alg":"RS256","kid":"5962e7a059c7f5c0c0d56cbad51fe64ceeca67c6","typ":"JWT"}"#;
    assert_eq!(graver_than_notes(kid, &google), NOTHING);
    let entra = format!(
        r#"{{"aud":"api://6e74172b-be56-4843-9ff4-e66a39bb12e3","iss":"https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/","iat":{NOW},"nbf":{NOW},"exp":{},"acr":"1","aio":"AXQAi/8IAAAAtAaZLo3ChMif6KOnttRB7eBq4/DccQzjcJGxPYy/C3jDaNGxXd6wNIIVGRghNRnwJ1lOcAnNZcjvkoyrFxCttv33140RioOFJ4bCCGVuoCag1uOTT22222gHwLPYQ/uf79QX+0KIijdrmp69RctzmQ==","amr":["wia"],"appid":"6e74172b-be56-4843-9ff4-e66a39bb12e3","appidacr":"0","name":"Abe Lincoln","oid":"690222be-ff1a-4d56-abd1-7e4f7d38e474","rh":"I","scp":"user_impersonation","sub":"HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ","tid":"72f988bf-86f1-41af-91ab-2d7cd011db47","unique_name":"abeli@example.com","uti":"fqiBqXLPj0eQa82S-IYFAA","ver":"1.0"}}"#,
        NOW + 3599.0
    );
    assert_eq!(graver_than_notes(kid, &entra), NOTHING);
    let cognito = format!(
        r#"{{"sub":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","device_key":"aaaaaaaa-bbbb","cognito:groups":["admin"],"token_use":"access","scope":"aws.cognito.signin.user.admin","auth_time":1562190524,"iss":"https://cognito-idp.us-west-2.amazonaws.com/us-west-2_example","exp":{},"iat":{NOW},"jti":"aaaaaaaa","client_id":"57cbishk4j24pabc1234567890","username":"janedoe@example.com"}}"#,
        NOW + 3600.0
    );
    let header = r#"{"kid":"1234example=","alg":"RS256"}"#;
    // Cognito's access tokens name no audience.
    assert_eq!(graver_than_notes(header, &cognito), ["aud-missing"]);
    let auth0 = format!(
        r#"{{"iss":"https://tenant.auth0.com/","sub":"auth0|5c1f2e9a","aud":["https://api.example","https://tenant.auth0.com/userinfo"],"iat":{NOW},"exp":{},"azp":"my_client_id","scope":"openid profile"}}"#,
        NOW + 86400.0
    );
    assert_eq!(graver_than_notes(kid, &auth0), ["long-lifetime"]);
}
