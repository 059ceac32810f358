//! JWK thumbprints ([RFC 7638](https://www.rfc-editor.org/rfc/rfc7638)), also as URIs
//! ([RFC 9278](https://www.rfc-editor.org/rfc/rfc9278)).

use alloc::string::String;

use sha2::{Digest as _, Sha256, Sha384, Sha512};

use crate::base64url::encode;
use crate::jwa::Hash;
use crate::jwk::Jwk;

impl Jwk {
    /// The thumbprint of the key, base64url-encoded: equal for equal keys, whatever their metadata.
    /// SHA-256 is the usual hash.
    ///
    /// ```
    /// use edge_jwt::{Jwk, jwa::Hash};
    ///
    /// let jwk = Jwk::from_json(r#"{"kty":"OKP","crv":"Ed25519",
    ///     "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#)?;
    /// // RFC 8037 appendix A.3
    /// assert_eq!(jwk.thumbprint(Hash::Sha256), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    #[must_use]
    pub fn thumbprint(&self, hash: Hash) -> String {
        let input = self.thumbprint_input();
        match hash {
            Hash::Sha256 => encode(Sha256::digest(input)),
            Hash::Sha384 => encode(Sha384::digest(input)),
            Hash::Sha512 => encode(Sha512::digest(input)),
        }
    }

    /// The thumbprint as a URI (RFC 9278 §3), for `sub`, `kid` and wherever else a key is meant and
    /// a URI is wanted. The hash has the name that the IANA registry of RFC 6920 §9.4 gives it.
    ///
    /// ```
    /// use edge_jwt::{Jwk, jwa::Hash};
    ///
    /// let jwk = Jwk::from_json(r#"{"kty":"OKP","crv":"Ed25519",
    ///     "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#)?;
    /// assert_eq!(
    ///     jwk.thumbprint_uri(Hash::Sha256),
    ///     "urn:ietf:params:oauth:jwk-thumbprint:sha-256:kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
    /// );
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    #[must_use]
    pub fn thumbprint_uri(&self, hash: Hash) -> String {
        let name = match hash {
            Hash::Sha256 => "sha-256",
            Hash::Sha384 => "sha-384",
            Hash::Sha512 => "sha-512",
        };
        let thumbprint = self.thumbprint(hash);
        [
            "urn:ietf:params:oauth:jwk-thumbprint:",
            name,
            ":",
            &thumbprint,
        ]
        .concat()
    }
}
