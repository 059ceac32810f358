//! Reports as JSON: the objects that they are made of.

use alloc::vec;
use alloc::vec::Vec;

use crate::error::Hint;
use crate::json::{Object, Value};

/// The members of an object, whose names are all different.
pub(super) type Members<'n> = Vec<(&'n str, Value)>;

pub(super) fn object(members: Members<'_>) -> Value {
    let members = members
        .into_iter()
        .map(|(name, value)| (name.into(), value))
        .collect();
    Value::Object(Object::from_members(members).unwrap_or_default())
}

pub(super) fn hints(hints: &[Hint]) -> Value {
    let hints: Vec<Value> = hints
        .iter()
        .map(|hint| {
            object(vec![
                ("id", hint.id().into()),
                ("message", hint.message().into()),
            ])
        })
        .collect();
    hints.into()
}
