//! Reports and errors as JSON: the objects that they are made of.

use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use crate::advice::Hint;
use crate::error::{Error, KeyFault, Unsupported};
use crate::json::{Number, Object, Value};

/// The members of an object, whose names are all different.
pub(super) type Members<'n> = Vec<(&'n str, Value)>;

pub(super) fn object(members: Members<'_>) -> Value {
    let members = members
        .into_iter()
        .map(|(name, value)| (name.into(), value))
        .collect();
    Value::Object(Object::from_members(members).unwrap_or_default())
}

pub(super) fn number(count: usize) -> Value {
    Value::Number(Number::from(u64::try_from(count).unwrap_or(u64::MAX)))
}

/// What an error says of itself.
pub(super) fn error(error: &Error) -> Members<'static> {
    let mut members: Members<'_> = vec![
        ("code", error.code().as_str().into()),
        ("message", message(error).into()),
    ];
    if let Error::Claim(fault) = error {
        members.push(("claim", fault.claim.as_str().into()));
        members.push(("reason", fault.reason.as_str().into()));
    }
    members
}

/// Its message, and the option that helps, which the core cannot name.
fn message(error: &Error) -> String {
    let mut message = error.to_string();
    let option = match error {
        Error::Key(KeyFault::MultipleMatchingKeys) => "tryAllMatchingKeys",
        Error::Unsupported(Unsupported::CriticalParameter) => "crit",
        _ => return message,
    };
    for part in [" (option ", option, ")"] {
        message.push_str(part);
    }
    message
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
