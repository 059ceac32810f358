//! What key material is, and how it is written down.

use crate::key::encoding::Structure;

named! {
    /// How key material is written down.
    #[derive(Clone, Copy, Debug, Eq, PartialEq)]
    #[non_exhaustive]
    pub enum KeyFormat, fn as_str {
        /// JSON text.
        Json = "json",
        /// PEM text (RFC 7468).
        Pem = "pem",
        /// DER bytes (ITU-T X.690).
        Der = "der",
        /// Any other text.
        Text = "text",
        /// Any other bytes.
        Bytes = "bytes",
    }
}

named! {
    /// What key material is.
    #[derive(Clone, Copy, Debug, Eq, PartialEq)]
    #[non_exhaustive]
    pub enum KeyKind, fn as_str {
        /// A JWK (RFC 7517 §4).
        Jwk = "jwk",
        /// A JWK Set (RFC 7517 §5), or keys in PEM by their `kid`.
        JwkSet = "jwk-set",
        /// SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).
        Spki = "spki",
        /// RSAPublicKey (RFC 8017 appendix A.1.1).
        Pkcs1PublicKey = "pkcs1-public-key",
        /// RSAPrivateKey (RFC 8017 appendix A.1.2).
        Pkcs1PrivateKey = "pkcs1-private-key",
        /// PrivateKeyInfo (RFC 5208 §5, RFC 5958 §2).
        Pkcs8 = "pkcs8",
        /// EncryptedPrivateKeyInfo (RFC 5958 §3).
        EncryptedPkcs8 = "encrypted-pkcs8",
        /// ECPrivateKey (RFC 5915 §3).
        Sec1 = "sec1",
        /// An X.509 certificate (RFC 5280 §4.1).
        Certificate = "certificate",
        /// A key in one of the formats of SSH.
        Ssh = "ssh",
        /// A bare public key: 32 bytes of Ed25519, or a point (SEC 1 §2.3.3).
        RawPublicKey = "raw-public-key",
        /// A shared secret, as far as can be told: anything that is not a key of another kind.
        Secret = "secret",
        /// None of these, though its beginning promises one.
        Unknown = "unknown",
    }
}

impl KeyKind {
    /// Whether it is a format of private keys.
    pub(super) const fn is_private(self) -> bool {
        matches!(
            self,
            Self::Pkcs1PrivateKey | Self::Pkcs8 | Self::EncryptedPkcs8 | Self::Sec1
        )
    }
}

impl From<Structure> for KeyKind {
    fn from(structure: Structure) -> Self {
        match structure {
            Structure::SubjectPublicKeyInfo => Self::Spki,
            Structure::Certificate => Self::Certificate,
            Structure::RsaPublicKey => Self::Pkcs1PublicKey,
            Structure::RsaPrivateKey => Self::Pkcs1PrivateKey,
            Structure::PrivateKeyInfo => Self::Pkcs8,
            Structure::EcPrivateKey => Self::Sec1,
            Structure::EncryptedPrivateKeyInfo => Self::EncryptedPkcs8,
        }
    }
}
