//! JSON on its way out ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)), without whitespace.
//!
//! Not by `serde_json`, which spells doubles with ten kilobytes of tables of its own. Its spelling of a
//! string is taken.

use alloc::string::{String, ToString as _};

use super::{Object, Value};

/// Writes `value` as JSON text without whitespace, members in their order.
#[must_use]
pub fn to_text(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => text.push_str(&number.to_string()),
        Value::String(string) => write_string(string, text),
        Value::Array(elements) => write_array(elements, text),
        Value::Object(object) => write_object(object, text),
    }
}

fn write_string(string: &str, text: &mut String) {
    // Every string has a spelling.
    text.push_str(&serde_json::to_string(string).unwrap_or_default());
}

fn write_array(elements: &[Value], text: &mut String) {
    text.push('[');
    for (index, element) in elements.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        write(element, text);
    }
    text.push(']');
}

fn write_object(object: &Object, text: &mut String) {
    text.push('{');
    for (index, (name, value)) in object.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        write_string(name, text);
        text.push(':');
        write(value, text);
    }
    text.push('}');
}
