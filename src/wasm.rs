//! The JavaScript bindings: the only code that knows a `JsValue`.
//!
//! They hold no rule of their own, and have one convention. A token is written into the [buffer](token_buffer),
//! options cross once and are compiled, and a handle is a [key or a set](keys). A result is one JSON text, in which
//! header and payload are the texts that were decoded; bytes take the token's place in the buffer. An [`Error`] is
//! thrown as a plain object with its `code`, which the npm package turns into its error classes.
//!
//! [`Error`]: crate::error::Error
#![expect(
    unreachable_pub,
    reason = "what is exported to JavaScript must be `pub`"
)]

mod argument;
mod dpop_policy;
mod fault;
mod import;
mod jws_policy;
mod key_inspection;
mod keys;
mod known_header;
mod members;
mod options;
#[cfg(feature = "wasm2js")]
mod pending;
mod policy;
mod result_text;
#[cfg(target_feature = "simd128")]
mod stack;
mod thumbprint;
mod token_buffer;
mod webcrypto;
