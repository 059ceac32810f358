//! The arithmetic of the elliptic curves, for the verification of signatures
//! ([FIPS 186-5 §6.4.2](https://doi.org/10.6028/NIST.FIPS.186-5),
//! [SP 800-186 §3.2.1](https://doi.org/10.6028/NIST.SP.800-186)).
//!
//! It takes **variable time**, which shows nothing: signature, message and public key are all known.
//! The one function that meets a secret is in `uniform`, and its head says how it keeps it.
//!
//! Limbs of 28 or 29 bits with products of 64 bits are what WebAssembly computes fastest, and the same
//! code runs natively, so that native tests cover it.

mod base;
mod comb;
mod constant;
#[cfg(feature = "es")]
pub(super) mod ecdsa;
#[cfg(feature = "eddsa")]
pub(super) mod ed25519;
#[cfg(feature = "eddsa")]
mod edwards;
mod group;
mod integer;
mod inverse;
#[cfg(feature = "es")]
mod jacobian;
mod modulus;
mod naf;
#[cfg(test)]
mod numbers;
#[cfg(feature = "es")]
mod p256;
#[cfg(feature = "es")]
mod p384;
#[cfg(feature = "es")]
mod p521;
mod residue;
mod rows;
#[cfg(feature = "es")]
mod uniform;
