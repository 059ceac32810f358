//! EdDSA on Ed25519 ([RFC 8037 §3.1](https://www.rfc-editor.org/rfc/rfc8037#section-3.1),
//! [RFC 8032 §5.1.7](https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7)).
//!
//! The strict profile: S below the group's order, A and R canonical and not of small order, the
//! equation without the cofactor. Of several valid readings of RFC 8032 this one leaves a signature
//! no second spelling.

#[cfg(not(feature = "rustcrypto"))]
mod own;
#[cfg(feature = "rustcrypto")]
mod rustcrypto;

use crate::error::{Error, KeyMaterialFault, Malformed};

#[cfg(not(feature = "rustcrypto"))]
pub(super) use own::{Key, public_key_of};
#[cfg(feature = "rustcrypto")]
pub(super) use rustcrypto::{Key, public_key_of};

impl Key {
    pub(super) fn new(x: &[u8]) -> Result<Self, Error> {
        <&[u8; 32]>::try_from(x)
            .ok()
            .and_then(Self::from_bytes)
            .ok_or(Error::Malformed(Malformed::KeyMaterial(
                KeyMaterialFault::Point,
            )))
    }
}
