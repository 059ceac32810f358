//! The arithmetic against that of the RustCrypto crates.
//!
//! `cargo test --release --package edge-jwt-arithmetic -- --ignored --nocapture` compares more than a million cases of
//! each algorithm.

mod cases;
mod ecdsa;
mod ed25519;
mod numbers;
mod rsa;
