//! The signature algorithms and their facts
//! ([RFC 7518 §3](https://www.rfc-editor.org/rfc/rfc7518#section-3),
//! [RFC 8037](https://www.rfc-editor.org/rfc/rfc8037),
//! [RFC 9864](https://www.rfc-editor.org/rfc/rfc9864)).
//!
//! `none` is not here, and so nothing above can name it.

use core::fmt;

use Curve::{Ed25519, P256, P384, P521};
use Scheme::{Ecdsa, EdDsa, Hmac, RsaPkcs1V15, RsaPss};

/// Defines [`Algorithm`] and its facts: one row for each algorithm.
macro_rules! algorithms {
    ($($(#[doc = $what:literal])+ $Variant:ident = $name:literal, $scheme:expr, $hash:ident;)+) => {
        named! {
            /// A signature or MAC algorithm, by its JOSE name.
            #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
            pub enum Algorithm, fn name {
                $($(#[doc = $what])+ $Variant = $name,)+
            }
        }

        impl Algorithm {
            /// What is computed, and on which curve.
            pub(crate) const fn scheme(self) -> Scheme {
                match self {
                    $(Self::$Variant => $scheme,)+
                }
            }

            /// The type of its keys.
            #[must_use]
            pub const fn key_type(self) -> KeyType {
                match self {
                    $(Self::$Variant => const { $scheme.key_type() },)+
                }
            }

            /// The curve of its keys, where they have one.
            #[must_use]
            pub const fn curve(self) -> Option<Curve> {
                match self {
                    $(Self::$Variant => const { $scheme.curve() },)+
                }
            }

            /// Its hash.
            #[must_use]
            pub const fn hash(self) -> Hash {
                match self {
                    $(Self::$Variant => Hash::$hash,)+
                }
            }
        }
    };
}

algorithms! {
    /// HMAC with SHA-256.
    Hs256 = "HS256", Hmac, Sha256;
    /// HMAC with SHA-384.
    Hs384 = "HS384", Hmac, Sha384;
    /// HMAC with SHA-512.
    Hs512 = "HS512", Hmac, Sha512;
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256 = "RS256", RsaPkcs1V15, Sha256;
    /// RSASSA-PKCS1-v1_5 with SHA-384.
    Rs384 = "RS384", RsaPkcs1V15, Sha384;
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    Rs512 = "RS512", RsaPkcs1V15, Sha512;
    /// RSASSA-PSS with SHA-256, MGF1 with SHA-256, a salt of 32 bytes.
    Ps256 = "PS256", RsaPss, Sha256;
    /// RSASSA-PSS with SHA-384, MGF1 with SHA-384, a salt of 48 bytes.
    Ps384 = "PS384", RsaPss, Sha384;
    /// RSASSA-PSS with SHA-512, MGF1 with SHA-512, a salt of 64 bytes.
    Ps512 = "PS512", RsaPss, Sha512;
    /// ECDSA on P-256 with SHA-256.
    Es256 = "ES256", Ecdsa(P256), Sha256;
    /// ECDSA on P-384 with SHA-384.
    Es384 = "ES384", Ecdsa(P384), Sha384;
    /// ECDSA on P-521 with SHA-512.
    Es512 = "ES512", Ecdsa(P521), Sha512;
    /// EdDSA on the key's curve, which is always Ed25519 here; deprecated by RFC 9864.
    EdDsa = "EdDSA", EdDsa(Ed25519), Sha512;
    /// EdDSA on Ed25519, the fully specified name.
    Ed25519 = "Ed25519", EdDsa(Ed25519), Sha512;
}

named! {
    /// The `kty` of a JWK.
    #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
    pub enum KeyType, fn name {
        /// A shared secret (RFC 7518 §6.4).
        Oct = "oct",
        /// An RSA key (RFC 7518 §6.3).
        Rsa = "RSA",
        /// A point on a Weierstrass curve (RFC 7518 §6.2).
        Ec = "EC",
        /// An octet key pair (RFC 8037 §2).
        Okp = "OKP",
    }
}

named! {
    /// The `crv` of a JWK.
    #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
    pub enum Curve, fn name {
        /// NIST P-256, secp256r1.
        P256 = "P-256",
        /// NIST P-384, secp384r1.
        P384 = "P-384",
        /// NIST P-521, secp521r1.
        P521 = "P-521",
        /// Edwards25519 as RFC 8032 §5.1 uses it.
        Ed25519 = "Ed25519",
    }
}

named! {
    /// The hash an algorithm is used with; its name is the one of FIPS 180-4.
    #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
    pub enum Hash, fn name {
        /// SHA-256.
        Sha256 = "SHA-256",
        /// SHA-384.
        Sha384 = "SHA-384",
        /// SHA-512.
        Sha512 = "SHA-512",
    }
}

/// What an algorithm computes with its hash, and the curve that it computes on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Scheme {
    Hmac,
    RsaPkcs1V15,
    RsaPss,
    Ecdsa(Curve),
    EdDsa(Curve),
}

impl Scheme {
    const fn key_type(self) -> KeyType {
        match self {
            Hmac => KeyType::Oct,
            RsaPkcs1V15 | RsaPss => KeyType::Rsa,
            Ecdsa(_) => KeyType::Ec,
            EdDsa(_) => KeyType::Okp,
        }
    }

    const fn curve(self) -> Option<Curve> {
        match self {
            Ecdsa(curve) | EdDsa(curve) => Some(curve),
            Hmac | RsaPkcs1V15 | RsaPss => None,
        }
    }
}

/// Bits of an RSA modulus, at least (RFC 7518 §3.3, §3.5).
pub const MINIMUM_MODULUS_BITS: usize = 2048;

impl Algorithm {
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

    /// Bytes of a signature; `None` for RSA, whose signatures are as long as the modulus.
    #[must_use]
    pub const fn signature_length(self) -> Option<usize> {
        match self.scheme() {
            Hmac => Some(self.hash().length()),
            RsaPkcs1V15 | RsaPss => None,
            // r and s (RFC 7518 §3.4), or R and S (RFC 8032 §5.1.6).
            Ecdsa(curve) | EdDsa(curve) => Some(curve.coordinate_length().saturating_mul(2)),
        }
    }

    /// Bits of a secret or a modulus, at least; `None` where the curve decides.
    #[must_use]
    pub const fn minimum_key_bits(self) -> Option<usize> {
        match self.scheme() {
            Hmac => Some(self.hash().length().saturating_mul(8)),
            RsaPkcs1V15 | RsaPss => Some(MINIMUM_MODULUS_BITS),
            Ecdsa(_) | EdDsa(_) => None,
        }
    }
}

impl KeyType {
    /// The key type with exactly this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kty| kty.name() == name)
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
        Self::ALL.into_iter().find(|curve| curve.name() == name)
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
