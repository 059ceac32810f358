//! The header alone: of a signed token, of an encrypted one, and of one whose payload is anything.

use edge_jwt::base64url::encode;
use edge_jwt::{ErrorCode, Limits, SignaturePolicy, decode_protected_header};

fn of(token: &str) -> Result<String, ErrorCode> {
    let header = decode_protected_header(token, &SignaturePolicy::new());
    header
        .map(|header| header.text().to_owned())
        .map_err(|error| error.code())
}

#[test]
fn rfc7516_a_1_the_header_of_an_encrypted_token_is_read() {
    let header = "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ";
    let jwe = format!(
        "{header}.OKOawDo13gRp2ojaHV7LFpZcgV7T6DVZKTyKOMTYUmKoTCVJRgckCL9kiMT03JGe.48V1_ALb6US04U3b.5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6ji.XFBoMYUZodetZdvTiFvSkQ"
    );
    assert_eq!(
        of(&jwe).as_deref(),
        Ok(r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#)
    );
    // `dir` has no encrypted key.
    assert!(of(&format!("{header}..AAAA.AAAA.AAAA")).is_ok());
}

#[test]
fn nothing_but_alg_has_to_have_a_type() {
    for header in [
        r#"{"alg":""}"#,
        r#"{"alg":"none"}"#,
        r#"{"alg":"HS256","kid":7,"typ":null,"jwk":"x","x5c":1,"crit":[],"b64":false}"#,
        r#" {"enc":1,"alg":"dir"} "#,
    ] {
        let segment = encode(header);
        for token in [
            format!("{segment}.bm8gSlNPTg.AAAA"),
            format!("{segment}..AAAA"),
            format!("{segment}.é=.é"),
        ] {
            assert_eq!(of(&token).as_deref(), Ok(header));
        }
    }
    for header in [
        "{}",
        r#"{"alg":null}"#,
        r#"{"alg":1}"#,
        r#"{"alg":["HS256"]}"#,
        r#"{"alg":"HS256","alg":"HS256"}"#,
        r#"{"alg":"HS256"},"#,
        r#"["alg"]"#,
        "null",
        "",
        "\u{feff}{\"alg\":\"HS256\"}",
    ] {
        let token = format!("{}.e30.AAAA", encode(header));
        assert_eq!(of(&token), Err(ErrorCode::JwsInvalid), "{header}");
    }
}

#[test]
fn three_segments_or_five_the_first_in_strict_base64url() {
    let header = encode(r#"{"alg":"HS256"}"#);
    for (segments, is_token) in [
        (1, false),
        (2, false),
        (3, true),
        (4, false),
        (5, true),
        (6, false),
    ] {
        let token = format!("{header}{}", ".e30".repeat(segments - 1));
        assert_eq!(of(&token).is_ok(), is_token, "{segments}");
    }
    for segment in [
        format!("{header}="),
        format!("{header} "),
        format!("{header}A"),
        header.replace('J', "+"),
        String::new(),
    ] {
        assert_eq!(
            of(&format!("{segment}.e30.AAAA")),
            Err(ErrorCode::JwsInvalid)
        );
    }
}

#[test]
fn the_limits_are_those_of_every_token() {
    let refused = |token: &str, limits: Limits| {
        let policy = SignaturePolicy::new().limits(limits);
        decode_protected_header(token, &policy).unwrap_err().code()
    };
    let limit = ErrorCode::JoseLimitExceeded;
    let token = format!("{}.e30.AAAA", encode(r#"{"alg":"HS256","a":[[]]}"#));
    let length = token.len();
    assert!(of(&token).is_ok());
    assert_eq!(
        refused(&token, Limits::new().with_token_length(length - 1).unwrap()),
        limit
    );
    assert_eq!(
        refused(&token, Limits::new().with_header_length(20).unwrap()),
        limit
    );
    assert_eq!(
        refused(&token, Limits::new().with_json_depth(2).unwrap()),
        limit
    );
}
