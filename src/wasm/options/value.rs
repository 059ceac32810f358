//! The values that options have, read as they are: what a value is, JavaScript says.

use alloc::string::String;
use alloc::vec::Vec;

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::json::{Number, Value};

/// What an option can be read as.
pub(super) trait OptionValue: Sized {
    /// `None` where it is something else.
    fn from_js(value: &JsValue) -> Option<Self>;
}

impl OptionValue for bool {
    fn from_js(value: &JsValue) -> Option<Self> {
        value.as_bool()
    }
}

impl OptionValue for f64 {
    fn from_js(value: &JsValue) -> Option<Self> {
        value.as_f64()
    }
}

/// A whole number; what is beyond 32 bits is far beyond any limit that makes sense.
impl OptionValue for usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked before"
    )]
    fn from_js(value: &JsValue) -> Option<Self> {
        let number = value.as_f64()?;
        let in_range = (0.0..=f64::from(u32::MAX)).contains(&number);
        (in_range && f64::from(number as u32) == number).then_some(number as Self)
    }
}

impl OptionValue for String {
    fn from_js(value: &JsValue) -> Option<Self> {
        value.as_string()
    }
}

impl<T: OptionValue> OptionValue for Vec<T> {
    fn from_js(value: &JsValue) -> Option<Self> {
        let array: &Array = value.dyn_ref()?;
        array.iter().map(|element| T::from_js(&element)).collect()
    }
}

/// One value, or several.
pub(super) struct OneOrMore<T = String>(Vec<T>);

impl<T> OneOrMore<T> {
    pub(super) fn into_vec(self) -> Vec<T> {
        self.0
    }
}

impl<T: OptionValue> OptionValue for OneOrMore<T> {
    fn from_js(value: &JsValue) -> Option<Self> {
        let values = match T::from_js(value) {
            Some(value) => [value].into(),
            None => Vec::from_js(value)?,
        };
        Some(Self(values))
    }
}

/// A value that a claim or a header parameter may be held to.
pub(super) enum Scalar {
    Bool(bool),
    Number(f64),
    Text(String),
}

impl OptionValue for Scalar {
    fn from_js(value: &JsValue) -> Option<Self> {
        let boolean = || bool::from_js(value).map(Self::Bool);
        let number = || f64::from_js(value).map(Self::Number);
        let text = || String::from_js(value).map(Self::Text);
        boolean().or_else(number).or_else(text)
    }
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

/// Names, and the value or values of each.
pub(super) fn expected_values(value: &JsValue) -> Option<Vec<(String, Vec<Scalar>)>> {
    if !value.is_object() || Array::is_array(value) {
        return None;
    }
    Object::entries(value.unchecked_ref())
        .iter()
        .map(|entry| {
            let entry: &Array = entry.unchecked_ref();
            let name = String::from_js(&entry.get(0))?;
            let values: OneOrMore<Scalar> = OneOrMore::from_js(&entry.get(1))?;
            Some((name, values.into_vec()))
        })
        .collect()
}

/// Seconds, as a number or in words.
pub(super) struct Duration(f64);

impl Duration {
    pub(super) fn seconds(&self) -> f64 {
        self.0
    }
}

impl OptionValue for Duration {
    fn from_js(value: &JsValue) -> Option<Self> {
        let seconds = match String::from_js(value) {
            Some(text) => seconds_of(&text)?,
            None => f64::from_js(value)?,
        };
        Some(Self(seconds))
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
    let digits = number.as_bytes();
    let is_plain = digits
        .iter()
        .all(|byte| byte.is_ascii_digit() || *byte == b'.');
    let ends = [digits.first()?, digits.last()?];
    if !is_plain || ends.contains(&&b'.') {
        return None;
    }
    // JavaScript knows how to read a number; the tables of a second reader would be 10 KB.
    let number = JsValue::from_str(number).unchecked_into_f64();
    (!number.is_nan()).then_some(number * unit)
}
