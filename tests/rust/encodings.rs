//! Base64url and JSON: one spelling per value (RFC 7515 §2, RFC 7519 §4, RFC 8725 §3.14).

use edge_jwt::base64url::encode;
use edge_jwt::json::{JsonFault, MAX_DEPTH, parse, to_text};
use edge_jwt::{Error, ErrorCode, SignaturePolicy};

use crate::support::{assert_refused, lenient, sign_text, signed, verify, with_payload};

#[test]
fn no_segment_may_be_spelled_in_any_other_way() {
    let header = encode(r#"{"alg":"HS256"}"#);
    let payload = encode(r#"{"a":"??>"}"#);
    let good = sign_text(&format!("{header}.{payload}"));
    verify(&good, &lenient()).unwrap();
    let segments: Vec<&str> = good.split('.').collect();
    let strange = [
        " ", "\t", "\n", "\r", "\0", "=", "==", "+", "/", "é", "\u{feff}", "{", "\"", "~",
    ];
    for place in 0..3 {
        for addition in strange {
            let segment = segments[place];
            for spelled in [
                format!("{segment}{addition}"),
                format!("{addition}{segment}"),
                format!("{}{addition}{}", &segment[..4], &segment[4..]),
            ] {
                let mut changed: Vec<&str> = segments.clone();
                changed[place] = &spelled;
                let token = changed.join(".");
                assert_refused(verify(&token, &lenient()), ErrorCode::JwsInvalid, &token);
                // Nor where the signature covers the strange spelling.
                if place < 2 {
                    let token = sign_text(&changed[..2].join("."));
                    assert_refused(verify(&token, &lenient()), ErrorCode::JwsInvalid, &token);
                }
            }
        }
    }
}

#[test]
fn trailing_bits_must_be_zero() {
    // "e30" is {}, and so would be "e31", "e32" and "e33".
    for payload in ["e31", "e32", "e33", "e30A", "e3"] {
        let token = sign_text(&format!("eyJhbGciOiJIUzI1NiJ9.{payload}"));
        assert!(verify(&token, &lenient()).is_err(), "{payload}");
    }
    verify(&sign_text("eyJhbGciOiJIUzI1NiJ9.e30"), &lenient()).unwrap();
}

#[test]
fn padding_is_accepted_only_by_name_and_only_where_it_is_right() {
    use edge_jwt::base64url::Padding;
    let token = sign_text("eyJhbGciOiJIUzI1NiJ9.e30=");
    let (signing_input, signature) = token.rsplit_once('.').unwrap();
    let padded = format!("{signing_input}.{signature}=");
    assert_refused(verify(&padded, &lenient()), ErrorCode::JwsInvalid, &padded);
    let accepting = || lenient().signature(SignaturePolicy::new().padding(Padding::Accepted));
    verify(&padded, &accepting()).unwrap();
    verify(&token, &accepting()).unwrap();
    for wrong in [
        format!("{padded}="),
        sign_text("eyJhbGciOiJIUzI1NiJ9.e30=="),
    ] {
        assert_refused(verify(&wrong, &accepting()), ErrorCode::JwsInvalid, &wrong);
    }
}

#[test]
fn rfc4648_3_2_padding_is_none_or_the_right_one_in_both_alphabets() {
    use edge_jwt::base64url::{Base64urlFault, Padding, decode, decode_plain_base64};
    for length in 0..=9 {
        let bytes = vec![7; length];
        let text = encode(&bytes);
        for marks in 0..=5 {
            let padded = format!("{text}{}", "=".repeat(marks));
            let is_right =
                marks == 0 || (marks < 3 && padded.len().is_multiple_of(4) && length > 0);
            let expected = if is_right {
                Ok(bytes.clone())
            } else {
                Err(Base64urlFault::Padding)
            };
            assert_eq!(decode(&padded, Padding::Accepted), expected, "{padded}");
            assert_eq!(decode_plain_base64(&padded), expected, "{padded}");
        }
    }
}

#[test]
fn rfc7519_4_duplicate_names_are_refused_at_any_depth_and_however_escaped() {
    for payload in [
        r#"{"exp":1,"exp":9999999999}"#,
        r#"{"exp":9999999999,"\u0065xp":1}"#,
        r#"{"a":{"b":1,"b":1}}"#,
        r#"{"a":[{"b":[{"c":null,"c":null}]}]}"#,
        r#"{"":1,"":2}"#,
    ] {
        let token = with_payload(payload);
        assert_refused(verify(&token, &lenient()), ErrorCode::JwtInvalid, &token);
    }
    for header in [
        r#"{"alg":"none","alg":"HS256"}"#,
        r#"{"alg":"HS256","\u0061lg":"none"}"#,
        r#"{"alg":"HS256","kid":"a","kid":"b"}"#,
    ] {
        let token = signed(header, "{}");
        assert_refused(verify(&token, &lenient()), ErrorCode::JwsInvalid, &token);
    }
    // Names that differ in anything are different names.
    verify(
        &with_payload(r#"{"exp ":1,"Exp":1,"\u00e9":1,"e\u0301":1}"#),
        &lenient(),
    )
    .unwrap();
}

#[test]
fn rfc7519_4_two_equal_names_are_found_among_few_and_among_many_wherever_they_stand() {
    let object = |names: &[usize]| {
        let members: Vec<String> = names.iter().map(|name| format!(r#""{name}":0"#)).collect();
        format!("{{{}}}", members.join(","))
    };
    for count in 1..40 {
        let mut names: Vec<usize> = (0..count).rev().collect();
        assert!(parse(object(&names).as_bytes(), 1).is_ok(), "{count}");
        for (first, second) in (0..count).flat_map(|i| (0..i).map(move |j| (j, i))) {
            let own = names[second];
            names[second] = names[first];
            let parsed = parse(object(&names).as_bytes(), 1);
            assert!(
                matches!(parsed, Err(JsonFault::DuplicateMember { .. })),
                "{count} {first} {second}"
            );
            names[second] = own;
        }
    }
}

#[test]
fn rfc8725_3_7_header_and_claims_are_utf8_without_byte_order_mark() {
    let good = br#"{"alg":"HS256"}"#;
    let utf16: Vec<u8> = good.iter().flat_map(|&byte| [byte, 0]).collect();
    let bad: [&[u8]; 5] = [
        b"\xEF\xBB\xBF{\"alg\":\"HS256\"}",
        b"{\"alg\":\"HS256\",\"a\":\"\xFF\"}",
        b"{\"alg\":\"HS256\",\"a\":\"\xC0\xAF\"}",
        b"{\"alg\":\"HS256\",\"a\":\"\xED\xA0\x80\"}",
        &utf16,
    ];
    for text in bad {
        let token = signed(text, "{}");
        assert_refused(verify(&token, &lenient()), ErrorCode::JwsInvalid, &token);
        let token = with_payload(text);
        assert_refused(verify(&token, &lenient()), ErrorCode::JwtInvalid, &token);
    }
}

#[test]
fn a_payload_must_be_one_json_object() {
    for payload in [
        "",
        " ",
        "[]",
        "null",
        "1",
        "true",
        r#""{}""#,
        "{}{}",
        "{} x",
        "{}\0",
        "{",
        r#"{"a"}"#,
        r#"{"a":1,}"#,
        r#"{a:1}"#,
        r#"{'a':1}"#,
        r#"{"a":01}"#,
        r#"{"a":+1}"#,
        r#"{"a":.5}"#,
        r#"{"a":1.}"#,
        r#"{"a":NaN}"#,
        r#"{"a":Infinity}"#,
        r#"{"a":-Infinity}"#,
        r#"{"a":0x10}"#,
        r#"{"a":1e400}"#,
        r#"{"a":-1e400}"#,
        r#"{"a":"\ud800"}"#,
        r#"{"a":"\udc00"}"#,
        r#"{"a":"\x41"}"#,
        "{\"a\":\"\u{1}\"}",
        "{\"a\":\"\n\"}",
        "/**/{}",
        "{}//",
        "{\u{a0}}",
        r#"{"a":[1,]}"#,
        r#"{"a":[,1]}"#,
        r#"{"a":tru}"#,
        r#"{"a":nul}"#,
        r#"{"a" 1}"#,
    ] {
        let token = with_payload(payload);
        assert_refused(verify(&token, &lenient()), ErrorCode::JwtInvalid, &token);
    }
    for payload in [
        "{}",
        " \t\r\n{ } \n",
        r#"{"a":"\ud83d\ude00 \u0000 é"}"#,
        r#"{"a":-0.0e-10}"#,
    ] {
        verify(&with_payload(payload), &lenient())
            .unwrap_or_else(|error| panic!("{payload}: {error}"));
    }
}

#[test]
fn nesting_is_bounded_and_the_stack_with_it() {
    let nested = |levels: usize| format!(r#"{{"a":{}{}}}"#, "[".repeat(levels), "]".repeat(levels));
    verify(&with_payload(nested(63)), &lenient()).unwrap();
    for levels in [64, 126, 127, 128, 1000, 90_000] {
        let token = with_payload(nested(levels));
        assert_refused(
            verify(&token, &lenient()),
            ErrorCode::JoseLimitExceeded,
            &token,
        );
    }
    let objects = |levels: usize| format!("{}1{}", r#"{"a":"#.repeat(levels), "}".repeat(levels));
    verify(&with_payload(objects(64)), &lenient()).unwrap();
    let token = with_payload(objects(65));
    assert_refused(
        verify(&token, &lenient()),
        ErrorCode::JoseLimitExceeded,
        &token,
    );
    assert_eq!(
        parse(&b"[".repeat(1000), 1000),
        Err(JsonFault::TooDeep { limit: MAX_DEPTH })
    );
}

#[test]
fn claims_read_into_a_type_of_the_callers_or_say_that_they_do_not_fit() {
    #[derive(serde::Deserialize)]
    struct Mine {
        roles: Vec<String>,
    }
    let token = with_payload(r#"{"roles":["a","b"]}"#);
    let jwt = verify(&token, &lenient()).unwrap();
    assert_eq!(
        jwt.claims().deserialize::<Mine>().unwrap().roles,
        ["a", "b"]
    );
    let jwt = verify(&with_payload(r#"{"roles":"secret"}"#), &lenient()).unwrap();
    let error: Error = jwt.claims().deserialize::<Mine>().err().unwrap();
    assert_eq!(error.code(), ErrorCode::JwtInvalid);
    assert!(!error.to_string().contains("secret"));
}

#[test]
fn rfc8259_what_is_written_is_read_as_it_was() {
    const TEXTS: [&str; 5] = [
        r#"{"null":null,"bools":[true,false],"empty":[{},[],""]}"#,
        "[0,-1,18446744073709551615,-9223372036854775808]",
        "[1.0,-0.0,0.1,1763769600.5,1e300,5e-324]",
        r#"["\"\\\b\f\n\r\t\u0001","ä€𝄞\u007f/"]"#,
        r#"{"\"":{"b":[[1],[2,3]]},"a":"b"}"#,
    ];
    for text in TEXTS {
        let value = parse(text.as_bytes(), 10).unwrap();
        let written = to_text(&value);
        assert_eq!(parse(written.as_bytes(), 10), Ok(value), "{written}");
        assert_eq!(written, text.replace("\\u007f", "\u{7f}"));
    }
}
