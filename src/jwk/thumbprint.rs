//! The text whose hash is a JWK's thumbprint
//! ([RFC 7638 §3](https://www.rfc-editor.org/rfc/rfc7638#section-3)).

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Jwk, KeyMaterial};
use crate::base64url::encode;
use crate::json::{self, Object, Value};

impl Jwk {
    /// The JSON object of the required members alone, in the order of their names, without
    /// whitespace (RFC 7638 §3.2, RFC 8037 §2): hash it for the thumbprint.
    #[must_use]
    pub fn thumbprint_input(&self) -> String {
        let members = self.key_members();
        json::to_text(&Value::Object(
            Object::from_members(members).unwrap_or_default(),
        ))
    }

    /// `kty` and the members that make the key, in the order of their names.
    pub(super) fn key_members(&self) -> Vec<(String, Value)> {
        let kty = Value::from(self.material.key_type().name());
        let members = match &self.material {
            KeyMaterial::Secret { k } => vec![("k", encode(k).into()), ("kty", kty)],
            KeyMaterial::Rsa { n, e } => {
                vec![
                    ("e", encode(e).into()),
                    ("kty", kty),
                    ("n", encode(n).into()),
                ]
            }
            KeyMaterial::Ec { curve, x, y } => vec![
                ("crv", curve.name().into()),
                ("kty", kty),
                ("x", encode(x).into()),
                ("y", encode(y).into()),
            ],
            KeyMaterial::Okp { curve, x } => {
                vec![
                    ("crv", curve.name().into()),
                    ("kty", kty),
                    ("x", encode(x).into()),
                ]
            }
        };
        members
            .into_iter()
            .map(|(name, value)| (name.into(), value))
            .collect()
    }
}
