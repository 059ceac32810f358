//! Everything that can go wrong, by phase and fault.
//!
//! A message says what was expected, what was found and, where there is one, the remedy. It never
//! holds token text, key bytes, or the value of a claim; a claim's value is in
//! [`ClaimFault::actual`], which exists only after the signature held.

mod claim;
mod code;
mod crypto;
mod encoding;
mod key;
mod malformed;
mod plain;
mod quoted;

use alloc::string::String;
use core::fmt;

pub use claim::{ClaimFault, ClaimReason};
pub use code::ErrorCode;
pub use crypto::CryptoFault;
pub use encoding::{Base64urlFault, JsonFault};
pub use key::{KeyFault, KeyMismatch, KeyWeakness, NoMatchingKey};
pub use malformed::{
    CritFault, JwkFault, JwkSetFault, JwsFault, JwtFault, KeyMaterialFault, Malformed, PemFault,
    Segment,
};
use plain::Plain;
use quoted::Quoted;

/// Why a token, a key or a call was refused.
///
/// Programs decide by [`code`](Self::code), people read the message, and the variants hold the
/// details for those who want them.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A token, JWK, JWK Set or key is not well-formed.
    Malformed(Malformed),
    /// The token's `alg` is not allowed here.
    Algorithm(AlgorithmFault),
    /// The key does not fit.
    Key(KeyFault),
    /// The signature does not belong to this token and key. Deliberately without a reason.
    Signature,
    /// The signature held, but a claim (or the `typ` header parameter) is not as required.
    Claim(ClaimFault),
    /// The input is larger than allowed.
    Limit(LimitFault),
    /// A part of the standards that this build does not implement.
    Unsupported(Unsupported),
    /// A signer does not sign.
    Crypto(CryptoFault),
    /// The calling code is wrong, whatever the token.
    ApiMisuse(ApiMisuse),
}

/// Why an algorithm is refused (RFC 8725 §3.1).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum AlgorithmFault {
    /// `none`, in any spelling: an unsecured JWT.
    None,
    /// Any other name that is not on the list of allowed algorithms.
    NotAllowed,
}

/// Which limit was exceeded.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum LimitFault {
    /// The token has more than `limit` characters.
    TokenLength {
        /// The limit.
        limit: usize,
    },
    /// The JOSE header has more than `limit` bytes.
    HeaderLength {
        /// The limit.
        limit: usize,
    },
    /// JSON is nested deeper than `limit` levels.
    JsonDepth {
        /// The limit.
        limit: usize,
    },
    /// Key material has more than `limit` bytes.
    KeyLength {
        /// The limit.
        limit: usize,
    },
    /// A JWK Set has more than `limit` members.
    SetMembers {
        /// The limit.
        limit: usize,
    },
    /// An RSA modulus has more than `limit` bits.
    ModulusLength {
        /// The limit.
        limit: usize,
    },
}

/// What this build does not implement.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Unsupported {
    /// A `crit` header parameter names an extension the caller does not understand
    /// (RFC 7515 §4.1.11).
    CriticalParameter,
    /// The header holds `b64` other than `true` (RFC 7797), which a JWT must not.
    UnencodedPayload,
    /// Five segments: a JWE (RFC 7516).
    Encrypted,
    /// A JWK of a key type (`kty`) that no supported algorithm uses.
    KeyType,
    /// A JWK or public key on a curve that no supported algorithm uses.
    Curve,
    /// A JWK whose `alg` is not a supported signature algorithm.
    JwkAlgorithm,
    /// Key material in a format that is not read.
    KeyFormat {
        /// What it is.
        found: &'static str,
        /// What to do instead.
        remedy: &'static str,
    },
    /// The algorithm's cargo feature is switched off in this build.
    AlgorithmNotCompiled {
        /// The algorithm's name.
        algorithm: &'static str,
    },
}

/// What the calling code does wrong.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ApiMisuse {
    /// An argument has a value that it cannot have.
    Argument {
        /// The argument, or the method that sets it.
        name: &'static str,
        /// What it can be.
        expected: &'static str,
    },
    /// What was set before, or was not set, does not go together with this.
    Combination {
        /// The method that sets it.
        name: &'static str,
        /// What it must be.
        expected: &'static str,
    },
    /// In JavaScript: an option of this name does not exist.
    UnknownOption {
        /// The name, as the calling code wrote it.
        name: String,
    },
    /// In JavaScript: an option has a value that it cannot have.
    #[cfg(feature = "wasm")]
    Option {
        /// The option.
        name: &'static str,
        /// What it can be.
        expected: &'static str,
    },
}

impl Error {
    /// The stable code: what programs compare, the same in Rust and JavaScript.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Malformed(Malformed::Jws(_)) => ErrorCode::JwsInvalid,
            Self::Malformed(Malformed::Jwt(_)) => ErrorCode::JwtInvalid,
            Self::Malformed(Malformed::Jwk(_)) => ErrorCode::JwkInvalid,
            Self::Malformed(Malformed::JwkSet(_)) => ErrorCode::JwksInvalid,
            Self::Malformed(Malformed::KeyMaterial(_)) => ErrorCode::JoseKeyInvalid,
            Self::Algorithm(_) => ErrorCode::JoseAlgNotAllowed,
            Self::Key(KeyFault::Mismatch(_)) => ErrorCode::JoseKeyMismatch,
            Self::Key(KeyFault::TooWeak(_)) => ErrorCode::JoseKeyTooWeak,
            Self::Key(KeyFault::NoMatchingKey(_)) => ErrorCode::JwksNoMatchingKey,
            Self::Key(KeyFault::MultipleMatchingKeys) => ErrorCode::JwksMultipleMatchingKeys,
            Self::Signature => ErrorCode::JwsSignatureVerificationFailed,
            Self::Claim(fault) => fault.code(),
            Self::Limit(_) => ErrorCode::JoseLimitExceeded,
            Self::Unsupported(_) => ErrorCode::JoseNotSupported,
            Self::Crypto(_) => ErrorCode::CryptoOperation,
            Self::ApiMisuse(_) => ErrorCode::ApiMisuse,
        }
    }
}

impl core::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(fault) => fault.fmt(f),
            Self::Algorithm(fault) => fault.fmt(f),
            Self::Key(fault) => fault.fmt(f),
            Self::Signature => f.write_str("the signature does not belong to this token and key"),
            Self::Claim(fault) => fault.fmt(f),
            Self::Limit(fault) => fault.fmt(f),
            Self::Unsupported(fault) => fault.fmt(f),
            Self::Crypto(fault) => fault.fmt(f),
            Self::ApiMisuse(fault) => fault.fmt(f),
        }
    }
}

impl fmt::Display for AlgorithmFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "the token is unsecured (alg \"none\"), which is never accepted",
            Self::NotAllowed => "the token's \"alg\" is not one of the allowed algorithms",
        })
    }
}

impl fmt::Display for LimitFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TokenLength { limit } => write!(f, "the token is longer than {limit} characters"),
            Self::HeaderLength { limit } => {
                write!(f, "the token's header is longer than {limit} bytes")
            }
            Self::JsonDepth { limit } => write!(f, "the JSON is nested deeper than {limit} levels"),
            Self::KeyLength { limit } => write!(f, "the key material is longer than {limit} bytes"),
            Self::SetMembers { limit } => write!(f, "the key set has more than {limit} members"),
            Self::ModulusLength { limit } => {
                write!(f, "the RSA modulus is longer than {limit} bits")
            }
        }
    }
}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CriticalParameter => f.write_str(
                "the header's \"crit\" names an extension that is not understood here; \
                 allow it only if your code processes it",
            ),
            Self::UnencodedPayload => f.write_str(
                "the header's \"b64\" is not true; unencoded payloads are not supported",
            ),
            Self::Encrypted => {
                f.write_str("the token has five segments: it is encrypted (JWE), not supported")
            }
            Self::KeyType => f.write_str("the JWK's \"kty\" is none of oct, RSA, EC and OKP"),
            Self::Curve => {
                f.write_str("the key's curve is none of P-256, P-384, P-521 and Ed25519")
            }
            Self::JwkAlgorithm => {
                f.write_str("the JWK's \"alg\" is not a supported signature algorithm")
            }
            Self::KeyFormat { found, remedy } => {
                let (found, remedy) = (Plain(found), Plain(remedy));
                write!(f, "{found} is not supported; {remedy}")
            }
            Self::AlgorithmNotCompiled { algorithm } => {
                write!(f, "{} is not compiled into this build", Plain(algorithm))
            }
        }
    }
}

impl fmt::Display for ApiMisuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownOption { name } => {
                write!(f, "there is no option called {}", Quoted(name))
            }
            #[cfg(feature = "wasm")]
            Self::Option { name, expected } => {
                let (name, expected) = (Plain(name), Plain(expected));
                write!(f, "the option {name} must be {expected}")
            }
            Self::Argument { name, expected } => {
                let (name, expected) = (Plain(name), Plain(expected));
                write!(f, "the argument {name} must be {expected}")
            }
            Self::Combination { name, expected } => {
                let (name, expected) = (Plain(name), Plain(expected));
                write!(f, "{name} must be {expected}")
            }
        }
    }
}
