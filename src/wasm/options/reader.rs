//! An options object, read by name.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use super::value::OptionValue;
use crate::error::{ApiMisuse, Error};

/// One option: its name, and what it can be.
pub(super) type Known = (&'static str, &'static str);

pub(super) const STRING: &str = "a string";
pub(super) const STRINGS: &str = "an array of strings";
pub(super) const ONE_OR_MORE: &str = "a string or an array of strings";
pub(super) const BOOLEAN: &str = "true or false";
pub(super) const TOLERANCE: &str = "from 0 to 3600 seconds, or a text such as '5m'";
pub(super) const AGE: &str = "from 0 to 3153600000 seconds, or a text such as '5m'";

pub(super) const DATE: &str = "a valid Date, or seconds since the epoch, from 0 to 253402300799";
pub(super) const EXPECTED_VALUES: &str = "an object of names, each with a string that is not empty, a finite number, \
                               true or false, or an array of at least one of them";

/// An options object whose names are all known.
pub(super) struct Options(Option<Object>);

impl Options {
    /// `undefined`, or an object with no other names than those of `known`.
    pub(super) fn new(value: &JsValue, known: &[Known]) -> Result<Self, Error> {
        if value.is_undefined() {
            return Ok(Self(None));
        }
        if !value.is_object() || Array::is_array(value) {
            return Err(Error::ApiMisuse(ApiMisuse::Argument {
                name: "options",
                expected: "an object, or left out",
            }));
        }
        let object: &Object = value.unchecked_ref();
        for name in Object::keys(object).iter() {
            let name = name.as_string().unwrap_or_default();
            if !known.iter().any(|(known, _)| *known == name) {
                return Err(Error::ApiMisuse(ApiMisuse::UnknownOption { name }));
            }
        }
        Ok(Self(Some(object.clone())))
    }

    /// The value of an option, if it is given; `undefined` is none.
    pub(super) fn value(&self, known: Known) -> Result<Option<JsValue>, Error> {
        let Some(object) = &self.0 else {
            return Ok(None);
        };
        let key = JsValue::from_str(known.0);
        if !Object::has_own(object, &key) {
            return Ok(None);
        }
        match Reflect::get(object, &key) {
            Ok(value) if !value.is_undefined() => Ok(Some(value)),
            _ => Err(misuse(known)),
        }
    }

    /// An option, if it is given, as a `T`.
    pub(super) fn get<T: OptionValue>(&self, known: Known) -> Result<Option<T>, Error> {
        match self.value(known)? {
            None => Ok(None),
            Some(value) => read(&value, known).map(Some),
        }
    }
}

/// The value of an option as a `T`.
pub(super) fn read<T: OptionValue>(value: &JsValue, known: Known) -> Result<T, Error> {
    T::from_js(value).ok_or_else(|| misuse(known))
}

/// The error for an option that is not what it can be.
pub(super) fn misuse((name, expected): Known) -> Error {
    Error::ApiMisuse(ApiMisuse::Option { name, expected })
}

/// The error of a method of the core, by the name of the option that it is about: `known`, unless it is another.
/// What the core expects is said, unless the option has more forms in JavaScript.
pub(super) fn named(error: Error, (name, forms): Known) -> Error {
    match error {
        Error::ApiMisuse(ApiMisuse::Argument { expected, .. }) => {
            let has_more_forms = [TOLERANCE, AGE, DATE, EXPECTED_VALUES].contains(&forms);
            misuse((name, if has_more_forms { forms } else { expected }))
        }
        Error::ApiMisuse(ApiMisuse::Combination { name, expected }) => {
            let name = match name {
                "token_type" => "typ",
                same => same,
            };
            misuse((name, expected))
        }
        other => other,
    }
}
