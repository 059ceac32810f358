//! What key material is, and how it is written down.

use crate::key::encoding::Structure;

/// How key material is written down.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum KeyFormat {
    /// JSON text.
    Json,
    /// PEM text (RFC 7468).
    Pem,
    /// DER bytes (ITU-T X.690).
    Der,
    /// Any other text.
    Text,
    /// Any other bytes.
    Bytes,
}

/// What key material is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum KeyKind {
    /// A JWK (RFC 7517 §4).
    Jwk,
    /// A JWK Set (RFC 7517 §5), or keys in PEM by their `kid`.
    JwkSet,
    /// SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).
    Spki,
    /// RSAPublicKey (RFC 8017 appendix A.1.1).
    Pkcs1PublicKey,
    /// RSAPrivateKey (RFC 8017 appendix A.1.2).
    Pkcs1PrivateKey,
    /// PrivateKeyInfo (RFC 5208 §5, RFC 5958 §2).
    Pkcs8,
    /// EncryptedPrivateKeyInfo (RFC 5958 §3).
    EncryptedPkcs8,
    /// ECPrivateKey (RFC 5915 §3).
    Sec1,
    /// An X.509 certificate (RFC 5280 §4.1).
    Certificate,
    /// A key in one of the formats of SSH.
    Ssh,
    /// A bare public key: 32 bytes of Ed25519, or a point (SEC 1 §2.3.3).
    RawPublicKey,
    /// A shared secret, as far as can be told: anything that is not a key of another kind.
    Secret,
    /// None of these, though its beginning promises one.
    Unknown,
}

impl KeyFormat {
    /// The name as JavaScript sees it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Pem => "pem",
            Self::Der => "der",
            Self::Text => "text",
            Self::Bytes => "bytes",
        }
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

    /// The name as JavaScript sees it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jwk => "jwk",
            Self::JwkSet => "jwk-set",
            Self::Spki => "spki",
            Self::Pkcs1PublicKey => "pkcs1-public-key",
            Self::Pkcs1PrivateKey => "pkcs1-private-key",
            Self::Pkcs8 => "pkcs8",
            Self::EncryptedPkcs8 => "encrypted-pkcs8",
            Self::Sec1 => "sec1",
            Self::Certificate => "certificate",
            Self::Ssh => "ssh",
            Self::RawPublicKey => "raw-public-key",
            Self::Secret => "secret",
            Self::Unknown => "unknown",
        }
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
