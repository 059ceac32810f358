//! JWKs on their way out.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Jwk, KeyMaterial, KeyNames};
use crate::json::{self, Object, Value};
use crate::jwa::Algorithm;

impl Jwk {
    /// The JWK of a key that verifies: its algorithm, its `kid`, and `use` `sig`.
    pub(crate) fn for_verifying(
        material: KeyMaterial,
        algorithm: Algorithm,
        key_id: Option<&str>,
    ) -> Self {
        Self {
            algorithm: Some(algorithm.name().to_owned()),
            names: KeyNames {
                key_id: key_id.map(ToOwned::to_owned),
                ..KeyNames::default()
            },
            public_key_use: Some("sig".to_owned()),
            key_operations: None,
            material,
            is_private: false,
        }
    }

    /// The JWK as JSON text without whitespace: `kty` and the members that make the key, then `alg`,
    /// `kid`, `use` and `key_ops` where it has them. Other members of the text it was read from,
    /// private ones above all, were not read and are not written; the `k` of a shared secret is.
    ///
    /// ```
    /// use edge_jwt::Jwk;
    ///
    /// let jwk = Jwk::from_json(r#"{"kty":"OKP","crv":"Ed25519","d":"AAAA","kid":"2026-11",
    ///     "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#)?;
    /// assert_eq!(
    ///     jwk.to_json(),
    ///     r#"{"crv":"Ed25519","kty":"OKP","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","kid":"2026-11"}"#,
    /// );
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut members = self.key_members();
        let metadata = [
            ("alg", self.algorithm()),
            ("kid", self.key_id()),
            ("use", self.public_key_use()),
        ];
        members.extend(
            metadata
                .into_iter()
                .filter_map(|(name, value)| Some((name.to_owned(), value?.into()))),
        );
        if let Some(operations) = self.key_operations() {
            let operations: Vec<Value> = operations.iter().map(|op| op.as_str().into()).collect();
            members.push(("key_ops".to_owned(), Value::Array(operations)));
        }
        json::to_text(&Value::Object(
            Object::from_members(members).unwrap_or_default(),
        ))
    }
}
