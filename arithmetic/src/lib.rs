//! The arithmetic of signatures: the public operations of RSA, ECDSA and Ed25519.
//!
//! It is what [edge-jwt](https://docs.rs/edge-jwt) verifies with, and a crate of its own so that it can be
//! read, tested and optimised by itself. Nothing public is generic, for the same reason: a generic function
//! is compiled where it is called.
//!
//! It takes **variable time**, which shows nothing: signature, message and public key are all known. The
//! two functions called `public_key_of` meet a secret, and say how they keep it.
//!
//! Paddings, hashes and rules about keys are none of its business. A program that verifies tokens wants
//! edge-jwt.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs, unreachable_pub)]
// A verifier that panics takes every later request down with it (in wasm: the whole instance).
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::panic_in_result_fn,
    clippy::string_slice,
    clippy::todo,
    clippy::unreachable,
    clippy::unwrap_used
)]
// `core` and `alloc` first: the crate is no_std.
#![deny(
    clippy::alloc_instead_of_core,
    clippy::missing_errors_doc,
    clippy::std_instead_of_alloc,
    clippy::std_instead_of_core
)]

extern crate alloc;

#[cfg(any(feature = "ecdsa", feature = "ed25519"))]
mod curve;
#[cfg(feature = "ecdsa")]
pub mod ecdsa;
#[cfg(feature = "ed25519")]
pub mod ed25519;
#[cfg(feature = "rsa")]
pub mod rsa;
