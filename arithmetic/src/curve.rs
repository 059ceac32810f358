//! What all elliptic curves have in common: numbers modulo a prime, and multiples of points
//! ([SP 800-186 §3.2.1](https://doi.org/10.6028/NIST.SP.800-186)).
//!
//! Limbs of 28 or 29 bits with products of 64 bits are what WebAssembly computes fastest, and the same
//! code runs natively, so that native tests cover it.

pub(crate) mod base;
mod comb;
pub(crate) mod constant;
pub(crate) mod group;
pub(crate) mod integer;
mod inverse;
pub(crate) mod modulus;
mod naf;
pub(crate) mod prime;
pub(crate) mod residue;
pub(crate) mod rows;
