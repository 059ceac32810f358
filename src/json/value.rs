//! A JSON value held in memory: what [`parse`](super::parse) gives back.

use alloc::collections::BinaryHeap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::double;

/// A JSON value. Members of objects keep their order and have unique names.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A finite number
    Number(Number),
    /// A string of Unicode scalar values
    String(String),
    /// An array
    Array(Vec<Self>),
    /// An object
    Object(Object),
}

impl Value {
    /// The string, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The number as a double, if it is one.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number.as_f64()),
            _ => None,
        }
    }

    /// The number, if it is an integer between 0 and 2⁶⁴ − 1.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Number(Number(Repr::Unsigned(value))) => Some(*value),
            _ => None,
        }
    }

    /// The elements, if it is an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(elements) => Some(elements),
            _ => None,
        }
    }

    /// The object, if it is one.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The strings of an array that holds nothing else.
    #[must_use]
    pub fn as_strings(&self) -> Option<Vec<&str>> {
        self.as_array()?.iter().map(Self::as_str).collect()
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Value {
    fn from(elements: Vec<T>) -> Self {
        Self::Array(elements.into_iter().map(Into::into).collect())
    }
}

/// A finite JSON number: exact when it is an integer of 64 bits, the nearest double otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(Repr);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Repr {
    Unsigned(u64),
    Negative(i64),
    Double(f64),
}

impl Number {
    /// `value`, unless it is not finite.
    #[must_use]
    pub fn from_f64(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self(Repr::Double(value)))
    }

    /// The nearest double.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "a NumericDate is a double in every peer"
    )]
    pub fn as_f64(self) -> f64 {
        match self.0 {
            Repr::Unsigned(value) => value as f64,
            Repr::Negative(value) => value as f64,
            Repr::Double(value) => value,
        }
    }
}

/// As JSON spells it, in as few digits as tell it from all others.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Unsigned(value) => value.fmt(f),
            Repr::Negative(value) => value.fmt(f),
            Repr::Double(value) => double::write(*value, f),
        }
    }
}

impl From<u64> for Number {
    fn from(value: u64) -> Self {
        Self(Repr::Unsigned(value))
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(u64::try_from(value).map_or(Repr::Negative(value), Repr::Unsigned))
    }
}

/// A JSON object: members in the order of the text, names unique.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(Vec<(String, Value)>);

impl Object {
    /// An object of `members`; `None` when two have one name.
    #[must_use]
    pub fn from_members(members: Vec<(String, Value)>) -> Option<Self> {
        let names = members.iter().map(|(name, _)| name.as_str()).collect();
        (!has_repeated(names)).then_some(Self(members))
    }

    /// The value of the member called exactly `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0
            .iter()
            .find(|(member, _)| member == name)
            .map(|(_, value)| value)
    }

    /// Whether there is a member called exactly `name`.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The members in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

/// So many names are compared sooner, each with each, than sorted.
const FEW_NAMES: usize = 16;

/// Whether two of `names` are the same.
pub(crate) fn has_repeated(names: Vec<&str>) -> bool {
    if names.len() <= FEW_NAMES {
        let mut rest = names.as_slice();
        while let [name, others @ ..] = rest {
            if others.contains(name) {
                return true;
            }
            rest = others;
        }
        return false;
    }
    // Sorting keeps this below quadratic time however many names an attacker sends.
    let names = sorted(names);
    names.windows(2).any(|pair| pair.first() == pair.last())
}

/// By a heap, whose code is a tenth of what `sort` brings along.
pub(crate) fn sorted(names: Vec<&str>) -> Vec<&str> {
    BinaryHeap::from(names).into_sorted_vec()
}
