//! The seam: a prepared key, a signing input and a signature go in, a verdict comes out.
//!
//! Everything above knows this type alone, and everything below (one file for each family) can be
//! replaced without its notice. A family's file has a `Key` with two functions: `new`, which holds
//! the floors of RFC 7518, and `verify`, which never fails in any other way than `false`.

use alloc::vec::Vec;

use crate::error::{Error, Unsupported};
use crate::jwa::Algorithm;
use crate::jwk::KeyMaterial;

/// A key in the form its arithmetic wants.
pub(super) enum PreparedKey {
    #[cfg(feature = "hs")]
    Hmac(super::hmac::Key),
    #[cfg(feature = "rs")]
    Rsa(super::rsa::Key),
    #[cfg(feature = "es")]
    Ecdsa(super::ecdsa::Key),
    #[cfg(feature = "eddsa")]
    EdDsa(super::eddsa::Key),
}

impl PreparedKey {
    /// Prepares `material`, whose type and curve are those of `algorithm`.
    #[cfg_attr(
        not(any(feature = "hs", feature = "rs")),
        expect(
            unused_variables,
            reason = "no family with an escape for weak keys is compiled in"
        )
    )]
    pub(super) fn new(
        material: &KeyMaterial,
        algorithm: Algorithm,
        allow_weak_key: bool,
    ) -> Result<Self, Error> {
        match material {
            #[cfg(feature = "hs")]
            KeyMaterial::Secret { k } => {
                super::hmac::Key::new(k, algorithm, allow_weak_key).map(Self::Hmac)
            }
            #[cfg(feature = "rs")]
            KeyMaterial::Rsa { n, e } => super::rsa::Key::new(n, e, allow_weak_key).map(Self::Rsa),
            #[cfg(feature = "es")]
            KeyMaterial::Ec { curve, x, y } => {
                super::ecdsa::Key::new(*curve, x, y).map(Self::Ecdsa)
            }
            #[cfg(feature = "eddsa")]
            KeyMaterial::Okp { x, .. } => super::eddsa::Key::new(x).map(Self::EdDsa),
            #[allow(
                unreachable_patterns,
                reason = "reachable when a family is not compiled in"
            )]
            _ => {
                let algorithm = algorithm.name();
                Err(Error::Unsupported(Unsupported::AlgorithmNotCompiled {
                    algorithm,
                }))
            }
        }
    }

    /// Whether `signature` is one over `signing_input`; `algorithm` is the one that the key is bound to.
    #[cfg_attr(
        not(all(feature = "rs", any(feature = "hs", feature = "es", feature = "eddsa"))),
        allow(
            unused_variables,
            reason = "some families ask for less, and without one no key exists"
        )
    )]
    pub(super) fn verify(
        &self,
        algorithm: Algorithm,
        signing_input: &[u8],
        signature: &[u8],
    ) -> bool {
        match *self {
            #[cfg(feature = "hs")]
            Self::Hmac(ref key) => key.verify(signing_input, signature),
            #[cfg(feature = "rs")]
            Self::Rsa(ref key) => key.verify(algorithm, signing_input, signature),
            #[cfg(feature = "es")]
            Self::Ecdsa(ref key) => key.verify(signing_input, signature),
            #[cfg(feature = "eddsa")]
            Self::EdDsa(ref key) => key.verify(signing_input, signature),
        }
    }

    /// The tag over `signing_input`, by a shared secret.
    #[cfg_attr(
        not(feature = "hs"),
        expect(unused_variables, reason = "no family with secrets is compiled in")
    )]
    pub(super) fn authenticate(&self, signing_input: &[u8]) -> Option<Vec<u8>> {
        match *self {
            #[cfg(feature = "hs")]
            Self::Hmac(ref key) => Some(key.authenticate(signing_input)),
            #[allow(
                unreachable_patterns,
                reason = "reachable when other families are compiled in"
            )]
            _ => None,
        }
    }

    /// The bytes of a shared secret.
    pub(super) fn secret(&self) -> Option<&[u8]> {
        match *self {
            #[cfg(feature = "hs")]
            Self::Hmac(ref key) => Some(key.secret()),
            #[allow(
                unreachable_patterns,
                reason = "reachable when other families are compiled in"
            )]
            _ => None,
        }
    }

    /// Whether it is an RSA key that only `allow_weak_key` let in.
    pub(super) fn has_short_modulus(&self) -> bool {
        match *self {
            #[cfg(feature = "rs")]
            Self::Rsa(ref key) => key.has_short_modulus(),
            #[allow(
                unreachable_patterns,
                reason = "reachable when other families are compiled in"
            )]
            _ => false,
        }
    }

    /// Whether both were prepared from one key.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self.secret(), other.secret()) {
            (None, None) => self.public_material() == other.public_material(),
            (one, other) => one == other,
        }
    }

    /// The public key it was prepared from; a secret is not given back.
    pub(super) fn public_material(&self) -> Option<KeyMaterial> {
        match *self {
            #[cfg(feature = "hs")]
            Self::Hmac(_) => None,
            #[cfg(feature = "rs")]
            Self::Rsa(ref key) => {
                let (n, e) = key.n_and_e();
                Some(KeyMaterial::Rsa { n, e })
            }
            #[cfg(feature = "es")]
            Self::Ecdsa(ref key) => {
                let (x, y) = key.coordinates()?;
                let curve = key.curve();
                Some(KeyMaterial::Ec { curve, x, y })
            }
            #[cfg(feature = "eddsa")]
            Self::EdDsa(ref key) => Some(KeyMaterial::Okp {
                curve: crate::jwa::Curve::Ed25519,
                x: key.x().to_vec(),
            }),
        }
    }
}
