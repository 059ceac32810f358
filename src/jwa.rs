//! The signature algorithms and their facts
//! ([RFC 7518 §3](https://www.rfc-editor.org/rfc/rfc7518#section-3),
//! [RFC 8037](https://www.rfc-editor.org/rfc/rfc8037),
//! [RFC 9864](https://www.rfc-editor.org/rfc/rfc9864)).
//!
//! `none` is not here, and so nothing above can name it.

use core::fmt;

/// A signature or MAC algorithm, by its JOSE name.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Algorithm {
    /// HMAC with SHA-256.
    Hs256,
    /// HMAC with SHA-384.
    Hs384,
    /// HMAC with SHA-512.
    Hs512,
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// RSASSA-PKCS1-v1_5 with SHA-384.
    Rs384,
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    Rs512,
    /// RSASSA-PSS with SHA-256, MGF1 with SHA-256, a salt of 32 bytes.
    Ps256,
    /// RSASSA-PSS with SHA-384, MGF1 with SHA-384, a salt of 48 bytes.
    Ps384,
    /// RSASSA-PSS with SHA-512, MGF1 with SHA-512, a salt of 64 bytes.
    Ps512,
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// ECDSA on P-384 with SHA-384.
    Es384,
    /// ECDSA on P-521 with SHA-512.
    Es512,
    /// EdDSA on the key's curve, which is always Ed25519 here; deprecated by RFC 9864.
    EdDsa,
    /// EdDSA on Ed25519, the fully specified name.
    Ed25519,
}

/// The `kty` of a JWK.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum KeyType {
    /// `oct`: a shared secret (RFC 7518 §6.4).
    Oct,
    /// `RSA` (RFC 7518 §6.3).
    Rsa,
    /// `EC`: a point on a Weierstrass curve (RFC 7518 §6.2).
    Ec,
    /// `OKP`: an octet key pair (RFC 8037 §2).
    Okp,
}

/// The `crv` of a JWK.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Curve {
    /// NIST P-256, secp256r1.
    P256,
    /// NIST P-384, secp384r1.
    P384,
    /// NIST P-521, secp521r1.
    P521,
    /// Edwards25519 as RFC 8032 §5.1 uses it.
    Ed25519,
}

/// The hash an algorithm is used with.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Hash {
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

impl Algorithm {
    /// Every algorithm.
    pub const ALL: [Self; 14] = [
        Self::Hs256,
        Self::Hs384,
        Self::Hs512,
        Self::Rs256,
        Self::Rs384,
        Self::Rs512,
        Self::Ps256,
        Self::Ps384,
        Self::Ps512,
        Self::Es256,
        Self::Es384,
        Self::Es512,
        Self::EdDsa,
        Self::Ed25519,
    ];

    /// The algorithm with exactly this name; case matters (RFC 7515 §4.1.1).
    ///
    /// ```
    /// use edge_jwt::Algorithm;
    ///
    /// assert_eq!(Algorithm::from_name("ES256"), Some(Algorithm::Es256));
    /// assert_eq!(Algorithm::from_name("es256"), None);
    /// assert_eq!(Algorithm::from_name("none"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|algorithm| algorithm.name() == name)
    }

    /// Its JOSE name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hs256 => "HS256",
            Self::Hs384 => "HS384",
            Self::Hs512 => "HS512",
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Rs512 => "RS512",
            Self::Ps256 => "PS256",
            Self::Ps384 => "PS384",
            Self::Ps512 => "PS512",
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::Es512 => "ES512",
            Self::EdDsa => "EdDSA",
            Self::Ed25519 => "Ed25519",
        }
    }

    /// The type of its keys.
    #[must_use]
    pub const fn key_type(self) -> KeyType {
        match self {
            Self::Hs256 | Self::Hs384 | Self::Hs512 => KeyType::Oct,
            Self::Rs256 | Self::Rs384 | Self::Rs512 | Self::Ps256 | Self::Ps384 | Self::Ps512 => {
                KeyType::Rsa
            }
            Self::Es256 | Self::Es384 | Self::Es512 => KeyType::Ec,
            Self::EdDsa | Self::Ed25519 => KeyType::Okp,
        }
    }

    /// The curve of its keys, where they have one.
    #[must_use]
    pub const fn curve(self) -> Option<Curve> {
        match self {
            Self::Es256 => Some(Curve::P256),
            Self::Es384 => Some(Curve::P384),
            Self::Es512 => Some(Curve::P521),
            Self::EdDsa | Self::Ed25519 => Some(Curve::Ed25519),
            _ => None,
        }
    }

    /// Its hash.
    #[must_use]
    pub const fn hash(self) -> Hash {
        match self {
            Self::Hs256 | Self::Rs256 | Self::Ps256 | Self::Es256 => Hash::Sha256,
            Self::Hs384 | Self::Rs384 | Self::Ps384 | Self::Es384 => Hash::Sha384,
            Self::Hs512 | Self::Rs512 | Self::Ps512 | Self::Es512 | Self::EdDsa | Self::Ed25519 => {
                Hash::Sha512
            }
        }
    }
}

impl Algorithm {
    /// Bytes of a signature; `None` for RSA, whose signatures are as long as the modulus.
    #[must_use]
    pub const fn signature_length(self) -> Option<usize> {
        match (self.key_type(), self.curve()) {
            (KeyType::Oct, _) => Some(self.hash().length()),
            (KeyType::Rsa, _) => None,
            // r and s (RFC 7518 §3.4), or R and S (RFC 8032 §5.1.6).
            (KeyType::Ec | KeyType::Okp, Some(curve)) => {
                Some(curve.coordinate_length().saturating_mul(2))
            }
            (KeyType::Ec | KeyType::Okp, None) => None,
        }
    }
}

impl KeyType {
    /// The key type with exactly this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Oct, Self::Rsa, Self::Ec, Self::Okp]
            .into_iter()
            .find(|kty| kty.name() == name)
    }

    /// Its JOSE name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Oct => "oct",
            Self::Rsa => "RSA",
            Self::Ec => "EC",
            Self::Okp => "OKP",
        }
    }

    /// Whether signer and verifier share the key.
    #[must_use]
    pub const fn is_symmetric(self) -> bool {
        matches!(self, Self::Oct)
    }
}

impl Curve {
    /// The curve with exactly this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::P256, Self::P384, Self::P521, Self::Ed25519]
            .into_iter()
            .find(|curve| curve.name() == name)
    }

    /// Its JOSE name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::P256 => "P-256",
            Self::P384 => "P-384",
            Self::P521 => "P-521",
            Self::Ed25519 => "Ed25519",
        }
    }

    /// Bytes of one coordinate, and of each half of a signature.
    #[must_use]
    pub const fn coordinate_length(self) -> usize {
        match self {
            Self::P256 | Self::Ed25519 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }
}

impl Hash {
    /// Its name, as FIPS 180-4 writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        }
    }

    /// Bytes of a digest.
    #[must_use]
    pub const fn length(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
