//! The reader of JSON, held to `serde_json`: both accept the same texts and find the same in them, but for
//! what ours is stricter about.

use edge_jwt::json::{JsonFault, Value, parse};
use proptest::prelude::*;

/// Deeper than any text below.
const DEPTH: usize = 100;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn rfc8259_what_looks_like_json_is_read_as_the_oracle_reads_it(
        text in r#"[\[\]{}:,"a-c0-9.eE+\-\\u tfn]{0,24}"#
    ) {
        compare(&text)?;
    }

    #[test]
    fn rfc8259_json_is_read_as_the_oracle_reads_it(text in json()) {
        prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{text}");
        compare(&text)?;
    }

    #[test]
    fn rfc8259_json_with_one_thing_changed_is_read_as_the_oracle_reads_it(
        text in json(),
        place: prop::sample::Index,
        removed in 0_usize..3,
        added in r#"[\[\]{}:,"a0-9.eE+\-\\ud \n\x00é]{0,2}"#,
    ) {
        let mut characters: Vec<char> = text.chars().collect();
        let start = place.index(characters.len() + 1);
        let end = characters.len().min(start + removed);
        characters.splice(start..end, added.chars());
        compare(&String::from_iter(characters))?;
    }

    #[test]
    fn rfc8259_6_a_number_is_the_nearest_double(text in number()) {
        let value = parse(text.as_bytes(), DEPTH);
        let nearest: f64 = text.parse().unwrap();
        if nearest.is_finite() {
            prop_assert_eq!(value.unwrap().as_f64(), Some(nearest));
        } else {
            prop_assert!(value.is_err());
        }
    }
}

fn compare(text: &str) -> Result<(), TestCaseError> {
    let theirs = serde_json::from_str::<serde_json::Value>(text);
    match (parse(text.as_bytes(), DEPTH), theirs) {
        (Ok(ours), Ok(theirs)) => prop_assert!(is_same(&ours, &theirs), "{ours:?}, {theirs:?}"),
        (Err(JsonFault::DuplicateMember { .. }), Ok(_)) | (Err(_), Err(_)) => {}
        (ours, theirs) => prop_assert!(false, "{text:?}: {ours:?} against {theirs:?}"),
    }
    Ok(())
}

fn is_same(ours: &Value, theirs: &serde_json::Value) -> bool {
    match (ours, theirs) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(ours), serde_json::Value::Bool(theirs)) => ours == theirs,
        (Value::String(ours), serde_json::Value::String(theirs)) => ours == theirs,
        (Value::Array(ours), serde_json::Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| is_same(a, b))
        }
        (Value::Object(ours), serde_json::Value::Object(theirs)) => {
            let is_member = |(name, value)| theirs.get(name).is_some_and(|b| is_same(value, b));
            ours.iter().count() == theirs.len() && ours.iter().all(is_member)
        }
        (Value::Number(ours), serde_json::Value::Number(theirs)) => {
            let (ours, theirs) = (ours.as_f64(), theirs.as_f64().unwrap());
            // The oracle may be off by a few units in the last place of a double.
            (ours - theirs).abs() <= theirs.abs() * 1e-14
        }
        _ => false,
    }
}

fn number() -> impl Strategy<Value = String> {
    "-?(0|[1-9][0-9]{0,22})([.][0-9]{1,20})?([eE][+-]?[0-9]{1,3})?"
}

/// A text of JSON, spelled in many ways. Its numbers are within the range of a double.
fn json() -> impl Strategy<Value = String> {
    let number = "-?(0|[1-9][0-9]{0,20})([.][0-9]{1,4})?([eE][+-]?[0-9]{1,2})?";
    let string =
        r#""([ -!#-\[\]-~éß€𝄞]|\\["\\/bfnrt]|\\u[0-9a-cA-C][0-9a-fA-F]{3}|\\ud83d\\uDE00){0,6}""#;
    let leaf = prop_oneof!["null|true|false", number, string];
    let space = "[ \t\r\n]{0,2}";
    leaf.prop_recursive(5, 40, 6, move |inner| {
        let spaced = (space, inner, space).prop_map(|(a, value, b)| format!("{a}{value}{b}"));
        let name = (space, string, space).prop_map(|(a, name, b)| format!("{a}{name}{b}"));
        let member = (name, spaced.clone()).prop_map(|(name, value)| format!("{name}:{value}"));
        let list = |items: Vec<String>| items.join(",");
        prop_oneof![
            prop::collection::vec(spaced, 0..6).prop_map(move |items| format!("[{}]", list(items))),
            prop::collection::vec(member, 0..6)
                .prop_map(move |items| format!("{{{}}}", list(items))),
        ]
    })
}
