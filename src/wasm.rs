//! The JavaScript bindings: the only code that knows a `JsValue`.
//!
//! They hold no rule of their own. Text is measured before it is copied into the module's memory,
//! options cross once, payloads go back as the text that was verified, and every refusal is thrown
//! as a plain object with its `code`, which the npm package turns into its error classes.
#![expect(
    unreachable_pub,
    reason = "what is exported to JavaScript must be `pub`"
)]

mod argument;
mod fault;
mod inspection;
mod key_inspection;
mod keys;
mod known_header;
mod members;
mod options;
#[cfg(feature = "wasm2js")]
mod pending;
#[cfg(target_feature = "simd128")]
mod stack;
mod token_buffer;
mod verify;
mod webcrypto;
