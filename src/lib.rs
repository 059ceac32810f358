//! JSON Web Tokens for browsers and edge runtimes: decoded strictly, verified synchronously, on
//! anything that runs Rust or WebAssembly.
//!
//! The way of a token is one direction only: bytes → size limits → three segments → strict
//! base64url → strict JSON header → `crit` → allowed algorithm → key → signature → strict JSON
//! claims → claim checks. Each step's output is a type that only that step can build
//! ([`UnverifiedJws`] → [`VerifiedJws`] → [`VerifiedJwt`]), the first failure wins, and nothing about
//! the claims is decided before the signature held.
//!
//! - A [`VerifyingKey`] is bound to one [`Algorithm`] when it is imported. `none` does not exist.
//! - `exp` is required, and a token with `aud` is refused until the caller says who it is.
//! - There is no clock and no network in here: `now` is an argument, keys in headers are data.
//! - Every refusal is an [`Error`] with a stable [`ErrorCode`] and a message that holds nothing of
//!   the token or the key.
//!
//! ```
//! use edge_jwt::{Algorithm, ImportOptions, Jwk, NumericDate, Validation, VerifyingKey, verify};
//!
//! // RFC 8037 appendix A: the key, and a token of which only the signing side is missing
//! let jwk = Jwk::from_json(r#"{"kty":"OKP","crv":"Ed25519",
//!     "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#)?;
//! let key = VerifyingKey::from_jwk(&jwk, Algorithm::EdDsa, &ImportOptions::new())?;
//!
//! let validation = Validation::new().issuer("https://issuer.example/")?;
//! let now = NumericDate::from_seconds(1_763_769_600.0).unwrap();
//! let refused = verify("eyJhbGciOiJFZERTQSJ9.e30.AAAA", &key, &validation, now).unwrap_err();
//! assert_eq!(refused.code().as_str(), "ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
//! # Ok::<(), edge_jwt::Error>(())
//! ```
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

#[macro_use]
mod named;

pub mod advice;
pub mod base64url;
#[cfg(test)]
mod contract;
pub mod error;
pub mod json;
pub mod jwa;
pub mod jwk;
pub mod jws;
pub mod jwt;
pub mod key;
pub mod numeric_date;
mod text;
#[cfg(feature = "wasm")]
mod wasm;

pub use advice::{Hint, Severity};
pub use error::{Error, ErrorCode};
pub use jwa::Algorithm;
pub use jwk::{Jwk, JwkSet};
pub use jws::{
    JwsHeader, Keys, Limits, SignaturePolicy, Unsigned, UnverifiedJws, VerifiedJws, compact_verify,
    decode_protected_header,
};
pub use jwt::{
    AccessToken, Audience, Check, CheckName, CheckStatus, ClaimPath, Claims, DpopValidation,
    Finding, FindingSubject, IdToken, Inspection, LogoutToken, Place, Position, Required,
    TokenSegment, UnverifiedJwt, Validation, Validity, VerifiedDpopProof, VerifiedJwt, decode,
    inspect, unsigned, verify, verify_dpop_proof,
};
pub use key::{
    ImportOptions, KeyFormat, KeyInspection, KeyKind, KeyReference, SecretEncoding, SkippedJwk,
    VerifyingKey, VerifyingKeySet,
};
pub use numeric_date::NumericDate;

/// Compiles the Rust examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
