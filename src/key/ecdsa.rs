//! ECDSA on P-256, P-384 and P-521
//! ([RFC 7518 §3.4](https://www.rfc-editor.org/rfc/rfc7518#section-3.4)).
//!
//! A signature is r‖s, each as long as the curve's field and in 1..n−1; DER is refused. High s is
//! accepted: JOSE sets no rule, so a signature has two spellings and is nobody's identity.

#[cfg(not(feature = "rustcrypto"))]
mod own;
#[cfg(feature = "rustcrypto")]
mod rustcrypto;

use alloc::vec::Vec;

use crate::error::{Error, KeyMaterialFault, Malformed};
use crate::jwa::Curve;

#[cfg(not(feature = "rustcrypto"))]
pub(super) use own::{Key, decompress, public_key_of};
#[cfg(feature = "rustcrypto")]
pub(super) use rustcrypto::{Key, decompress, public_key_of};

/// x and y, each as long as the curve's field.
pub(super) type Coordinates = (Vec<u8>, Vec<u8>);

impl Key {
    /// `x` and `y` are as long as the curve's field.
    pub(super) fn new(curve: Curve, x: &[u8], y: &[u8]) -> Result<Self, Error> {
        Self::from_coordinates(curve, x, y).ok_or(Error::Malformed(Malformed::KeyMaterial(
            KeyMaterialFault::Point,
        )))
    }
}
