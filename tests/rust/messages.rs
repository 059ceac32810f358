//! Names in messages. A caller's names may come from a file or a form, and a message may end up in a log.

use edge_jwt::error::ApiMisuse;
use edge_jwt::{ErrorCode, Validation};

use crate::support::{assert_refused, verify, with_payload};

/// What a message shows of the name of a claim.
fn shown(name: &str) -> String {
    let token = with_payload("{}");
    let validation = Validation::new()
        .required_claims([name])
        .audience_unchecked();
    let error = assert_refused(
        verify(&token, &validation),
        ErrorCode::JwtClaimValidationFailed,
        &token,
    );
    let message = error.to_string();
    let rest = message.strip_prefix("the token has no ").unwrap();
    rest.strip_suffix(", which is required").unwrap().to_owned()
}

#[test]
fn a_name_stands_as_it_is_between_quotation_marks() {
    for name in [
        "sub",
        "https://issuer.example/größe",
        "役割",
        "cognito:groups",
    ] {
        assert_eq!(shown(name), format!("\"{name}\""));
    }
}

#[test]
fn quotation_marks_and_backslashes_of_a_name_are_escaped() {
    assert_eq!(shown(r#"a"b\c"#), r#""a\"b\\c""#);
}

#[test]
fn nothing_in_a_name_ends_a_line_hides_or_turns_the_writing_around() {
    assert_eq!(
        shown("a\nb\r\0\u{7f}\u{85}"),
        r#""a\u{a}b\u{d}\u{0}\u{7f}\u{85}""#
    );
    for character in [
        '\u{ad}',
        '\u{61c}',
        '\u{200b}',
        '\u{200f}',
        '\u{2028}',
        '\u{202e}',
        '\u{2066}',
        '\u{feff}',
        '\u{e0041}',
    ] {
        let text = shown(&format!("a{character}"));
        assert!(text.is_ascii(), "{text}");
    }
}

#[test]
fn an_unknown_option_is_quoted_too() {
    let misuse = ApiMisuse::UnknownOption {
        name: "isuer\n".to_owned(),
    };
    assert_eq!(
        misuse.to_string(),
        r#"there is no option called "isuer\u{a}""#
    );
}

#[test]
fn a_name_without_end_is_cut_off() {
    let misuse = ApiMisuse::UnknownOption {
        name: "n".repeat(1_000_000),
    };
    assert_eq!(
        misuse.to_string(),
        format!(r#"there is no option called "{}""#, "n".repeat(48))
    );
}
