//! Strict JSON: the only door through which JSON text enters
//! ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259),
//! [RFC 7493](https://www.rfc-editor.org/rfc/rfc7493) for unique names).
//!
//! Refuses what parsers disagree about, because a token that two parsers read differently is an
//! attack: duplicate member names at any depth (RFC 7519 §4), a byte order mark, text that is not
//! UTF-8, lone surrogates, anything after the value, numbers outside the range of a double, and
//! nesting deeper than the caller allows.

mod double;
mod text;
mod value;

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::cell::Cell;
use core::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

pub use crate::error::JsonFault;
pub use text::to_text;
pub(crate) use value::has_repeated;
pub use value::{Number, Object, Value};

/// The deepest nesting that can be asked for; the parser underneath has a few more levels.
pub const MAX_DEPTH: usize = 100;

/// Parses `text` as one JSON value, nested at most `max_depth` levels ([`MAX_DEPTH`] at most).
///
/// # Errors
///
/// The first [`JsonFault`] met.
///
/// ```
/// use edge_jwt::json::{JsonFault, parse};
///
/// assert!(parse(br#"{"a":1,"b":[true]}"#, 2).is_ok());
/// assert!(matches!(parse(br#"{"a":1,"\u0061":2}"#, 2), Err(JsonFault::DuplicateMember { .. })));
/// assert_eq!(parse(b"[[[]]]", 2), Err(JsonFault::TooDeep { limit: 2 }));
/// ```
pub fn parse(text: &[u8], max_depth: usize) -> Result<Value, JsonFault> {
    if text.starts_with(b"\xEF\xBB\xBF") {
        return Err(JsonFault::ByteOrderMark);
    }
    let text = core::str::from_utf8(text).map_err(|_| JsonFault::NotUtf8)?;
    let limit = max_depth.min(MAX_DEPTH);
    let broken_rule = Cell::new(None);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    ValueSeed {
        levels_left: limit,
        broken_rule: &broken_rule,
    }
    .deserialize(&mut deserializer)
    .and_then(|value| deserializer.end().map(|()| value))
    .map_err(|error| {
        let (line, column) = (error.line(), error.column());
        match broken_rule.get() {
            Some(Rule::UniqueNames) => JsonFault::DuplicateMember { line, column },
            Some(Rule::Depth) => JsonFault::TooDeep { limit },
            None if error.is_eof() => JsonFault::UnexpectedEnd,
            None => JsonFault::Syntax { line, column },
        }
    })
}

/// Reads already checked JSON text into a type of the caller's.
///
/// # Errors
///
/// The reason in `serde`'s words when the text does not have the shape of `T`.
pub(crate) fn read_checked<T: de::DeserializeOwned>(text: &[u8]) -> Result<T, String> {
    serde_json::from_slice(text).map_err(|error| error.to_string())
}

/// The two rules that the grammar of JSON leaves open.
#[derive(Clone, Copy)]
enum Rule {
    UniqueNames,
    Depth,
}

struct ValueSeed<'a> {
    levels_left: usize,
    broken_rule: &'a Cell<Option<Rule>>,
}

impl ValueSeed<'_> {
    fn one_level_down<E: de::Error>(&self) -> Result<Self, E> {
        match self.levels_left.checked_sub(1) {
            Some(levels_left) => Ok(Self {
                levels_left,
                broken_rule: self.broken_rule,
            }),
            None => Err(self.breaks(Rule::Depth)),
        }
    }

    fn breaks<E: de::Error>(&self, rule: Rule) -> E {
        self.broken_rule.set(Some(rule));
        E::custom("")
    }
}

impl<'de> DeserializeSeed<'de> for ValueSeed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(Number::from(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(Number::from(value)))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut elements = Vec::new();
        let mut seed = self.one_level_down()?;
        while let Some(element) = access.next_element_seed(seed)? {
            elements.push(element);
            seed = self.one_level_down()?;
        }
        Ok(Value::Array(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut members = Vec::new();
        let _ = self.one_level_down::<A::Error>()?;
        while let Some(name) = access.next_key::<String>()? {
            let value = access.next_value_seed(self.one_level_down()?)?;
            members.push((name, value));
        }
        Object::from_members(members)
            .map(Value::Object)
            .ok_or_else(|| self.breaks(Rule::UniqueNames))
    }
}
