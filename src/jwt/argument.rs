//! Strings that a caller expects of a token.

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{ApiMisuse, Error};

/// An empty expectation is a configuration that did not arrive, never a wish.
pub(super) fn non_empty(name: &'static str, value: impl Into<String>) -> Result<String, Error> {
    let value = value.into();
    if value.is_empty() {
        let expected = "a string that is not empty";
        return Err(Error::ApiMisuse(ApiMisuse::Argument { name, expected }));
    }
    Ok(value)
}

pub(super) fn non_empty_list<S: Into<String>>(
    name: &'static str,
    values: impl IntoIterator<Item = S>,
) -> Result<Vec<String>, Error> {
    let values = values
        .into_iter()
        .map(|value| non_empty(name, value))
        .collect::<Result<Vec<String>, Error>>()?;
    if values.is_empty() {
        let expected = "a list of at least one string";
        return Err(Error::ApiMisuse(ApiMisuse::Argument { name, expected }));
    }
    Ok(values)
}
