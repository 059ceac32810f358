//! The values that options have.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;

use super::reader::DURATION;
use crate::error::{ApiMisuse, Error};
use crate::json::{Number, Value};
use crate::jwt::Required;

/// One value, or several.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum OneOrMore<T = String> {
    One(T),
    More(Vec<T>),
}

impl<T> OneOrMore<T> {
    pub(super) fn into_vec(self) -> Vec<T> {
        match self {
            Self::One(value) => [value].into(),
            Self::More(values) => values,
        }
    }
}

/// A value that a claim or a header parameter may be held to.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Scalar {
    Bool(bool),
    Number(f64),
    Text(String),
}

impl From<Scalar> for Value {
    fn from(scalar: Scalar) -> Self {
        match scalar {
            Scalar::Bool(value) => value.into(),
            // Null is no value that can be expected, and so this is refused where values are checked.
            Scalar::Number(number) => Number::from_f64(number).map_or(Self::Null, Self::from),
            Scalar::Text(text) => text.into(),
        }
    }
}

/// Names that are required: one, all of a list, or as `any` or `all` say; with the `path` of the claim.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum RequiredNames {
    All(OneOrMore),
    Rule(RequiredRule),
}

#[derive(Deserialize)]
pub(super) struct RequiredRule {
    any: Option<OneOrMore>,
    all: Option<OneOrMore>,
    path: Option<String>,
}

impl RequiredNames {
    /// The path of the claim, where one is given, and the rule.
    pub(super) fn into_rule(self, misuse: Error) -> Result<(Option<String>, Required), Error> {
        let rule = match self {
            Self::All(names) => RequiredRule {
                any: None,
                all: Some(names),
                path: None,
            },
            Self::Rule(rule) => rule,
        };
        match (rule.any, rule.all) {
            (Some(names), None) => Ok((rule.path, Required::any(names.into_vec())?)),
            (None, Some(names)) => Ok((rule.path, Required::all(names.into_vec())?)),
            _ => Err(misuse),
        }
    }
}

/// Seconds, as a number or in words.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Duration {
    Seconds(f64),
    Text(String),
}

impl Duration {
    pub(super) fn seconds(&self, name: &'static str) -> Result<f64, Error> {
        match self {
            Self::Seconds(seconds) => Some(*seconds),
            Self::Text(text) => seconds_of(text),
        }
        .ok_or(Error::ApiMisuse(ApiMisuse::Option {
            name,
            expected: DURATION,
        }))
    }
}

/// A decimal number and its unit: s, m, h or d.
fn seconds_of(text: &str) -> Option<f64> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let unit = match unit {
        "s" => 1.0,
        "m" => 60.0,
        "h" => 3600.0,
        "d" => 86400.0,
        _ => return None,
    };
    let is_plain = number
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    number
        .parse::<f64>()
        .ok()
        .filter(|_| is_plain)
        .map(|number| number * unit)
}
