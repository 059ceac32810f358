//! Names in messages. A caller's names may come from a file or a form, and a message may end up in a log.

use edge_jwt::error::ApiMisuse;
use edge_jwt::{DpopValidation, ErrorCode, IdToken, Limits, Validation};

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

#[test]
fn a_refused_setting_is_told_by_the_method_that_was_called() {
    let id_token = || IdToken::new(["client"]).unwrap();
    let refused = [
        (Validation::new().jwt_id("").unwrap_err(), "jwt_id"),
        (Validation::new().token_type("").unwrap_err(), "token_type"),
        (
            Validation::new().max_lifetime_seconds(-1.0).unwrap_err(),
            "max_lifetime_seconds",
        ),
        (Validation::new().claim("role", [""]).unwrap_err(), "claim"),
        (id_token().code("").unwrap_err(), "code"),
        (
            id_token().trusted_audiences([""; 0]).unwrap_err(),
            "trusted_audiences",
        ),
        (
            Validation::new().id_token(id_token()).unwrap_err(),
            "issuer",
        ),
        (Limits::new().with_json_depth(0).unwrap_err(), "json_depth"),
        (
            DpopValidation::new("GET", "https://a.example/")
                .and_then(|proof| proof.nonces([""; 0]))
                .unwrap_err(),
            "nonces",
        ),
    ];
    for (error, name) in refused {
        let message = error.to_string();
        assert!(
            message.contains(&format!("{name} must be ")),
            "{message}: {name}"
        );
    }
}
