//! Options: one plain object, crossing once, every name known.
//!
//! An unknown name is refused, because a misspelt `audiance` must not silently check nothing; and so
//! is a known one whose value is `undefined`, because that is how a missing environment variable
//! arrives.
//!
//! JavaScript's names are here and nowhere below. What a method of the core refuses is told by the name of the
//! option.

mod dpop;
mod import;
mod profile;
mod reader;
mod requirement;
mod signature;
mod validation;
mod value;

pub(super) use dpop::dpop;
pub(super) use import::{bytes_import, jwk_import, jwk_set_import, text_import};
pub(super) use signature::{form_policy, signature_policy};
pub(super) use validation::validation;
