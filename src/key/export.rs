//! Public keys on their way out, for a JWK Set or another library. Shared secrets stay.

use alloc::string::String;

use super::{VerifyingKey, encoding};
use crate::error::{ApiMisuse, Error};
use crate::jwk::{Jwk, KeyMaterial};

impl VerifyingKey {
    /// The public key as a JWK with `alg`, `use` `sig` and, where it has one, `kid`; whatever form it
    /// was imported from.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for a shared secret, which is never given out again.
    ///
    /// ```
    /// use edge_jwt::{Algorithm, ImportOptions, VerifyingKey};
    ///
    /// let pem = "-----BEGIN PUBLIC KEY-----\n\
    ///     MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n\
    ///     -----END PUBLIC KEY-----\n";
    /// let options = ImportOptions::new().key_id("2026-11");
    /// let jwk = VerifyingKey::from_pem(pem, Algorithm::Ed25519, &options)?.to_jwk()?;
    /// assert_eq!(
    ///     jwk.to_json(),
    ///     r#"{"crv":"Ed25519","kty":"OKP","x":"Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE","alg":"Ed25519","kid":"2026-11","use":"sig"}"#,
    /// );
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn to_jwk(&self) -> Result<Jwk, Error> {
        let material = self.public_material()?;
        Ok(Jwk::for_verifying(material, self.algorithm, self.key_id()))
    }

    /// The public key as PEM with the label `PUBLIC KEY` (RFC 7468 §13): 64 characters a line, each
    /// line ended by a line feed.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for a shared secret.
    ///
    /// ```
    /// use edge_jwt::{Algorithm, ImportOptions, VerifyingKey};
    ///
    /// let secret = VerifyingKey::from_secret(&[7; 32], Algorithm::Hs256, &ImportOptions::new())?;
    /// assert_eq!(secret.to_pem().unwrap_err().code().as_str(), "ERR_API_MISUSE");
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn to_pem(&self) -> Result<String, Error> {
        encoding::material_to_pem(&self.public_material()?).ok_or_else(not_public)
    }

    fn public_material(&self) -> Result<KeyMaterial, Error> {
        self.prepared.public_material().ok_or_else(not_public)
    }
}

fn not_public() -> Error {
    Error::ApiMisuse(ApiMisuse::Argument {
        name: "key",
        expected: "a public key: shared secrets are not exported",
    })
}
