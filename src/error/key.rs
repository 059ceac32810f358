//! Keys that are well-formed and yet do not do.

use alloc::boxed::Box;
use core::fmt;

use super::Error;
use super::plain::Plain;

/// Why a key does not do.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum KeyFault {
    /// Key and algorithm do not belong together.
    Mismatch(KeyMismatch),
    /// The key is below the floor of its algorithm.
    TooWeak(KeyWeakness),
    /// No key of the set fits the token's `alg` and `kid`.
    NoMatchingKey(NoMatchingKey),
    /// Several keys of the set fit the token's `alg` and `kid`.
    MultipleMatchingKeys,
}

/// What a set without a key for the token has beside its keys.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct NoMatchingKey {
    /// How many of its members were left out when it was imported.
    pub skipped: usize,
    /// Why the member with the token's `kid` was left out, if it is one of them.
    pub reason: Option<Box<Error>>,
}

/// How key and algorithm do not belong together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum KeyMismatch {
    /// The token's `alg` is not the one algorithm the key was imported for.
    TokenAlgorithm {
        /// The key's algorithm.
        key: &'static str,
    },
    /// The key's type is not the algorithm's.
    KeyType {
        /// The algorithm.
        algorithm: &'static str,
        /// The `kty` it needs.
        expected: &'static str,
    },
    /// The key's curve is not the algorithm's.
    Curve {
        /// The algorithm.
        algorithm: &'static str,
    },
    /// The JWK's `alg` is not the algorithm it was to be imported for, or not on the list.
    JwkAlgorithm,
    /// The key names no algorithm, and neither does the caller; or, for a single key, names several.
    AlgorithmNotDetermined,
    /// The JWK's `use` is not `sig`.
    Use,
    /// The JWK's `key_ops` do not include `verify`.
    KeyOps,
    /// The JWK belongs to another issuer than the token's `iss`.
    Issuer,
    /// The key is not the one that the token is bound to (RFC 7800 §3.1 `cnf`).
    Confirmation,
    /// The text or bytes of a public or private key were given as HMAC secret: the way algorithm
    /// confusion starts (RFC 8725 §2.1).
    KeyAsSecret,
}

/// How a key is weak.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum KeyWeakness {
    /// The secret is empty.
    EmptySecret,
    /// The secret is shorter than the hash (RFC 7518 §3.2).
    ShortSecret {
        /// The algorithm.
        algorithm: &'static str,
        /// Its floor.
        minimum_bytes: usize,
    },
    /// The RSA modulus is too short (RFC 7518 §3.3).
    ShortModulus {
        /// The floor that held here.
        minimum_bits: usize,
    },
    /// The RSA modulus is even.
    EvenModulus,
    /// The RSA exponent is not an odd number from 3 to 2³² − 1.
    Exponent,
    /// The RSA modulus has the fingerprint of the ROCA weakness (CVE-2017-15361).
    Roca,
}

impl fmt::Display for KeyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mismatch(mismatch) => mismatch.fmt(f),
            Self::TooWeak(weakness) => weakness.fmt(f),
            Self::NoMatchingKey(fault) => fault.fmt(f),
            Self::MultipleMatchingKeys => f.write_str(
                "several keys of the set fit the token, which names none by \"kid\" or \"x5t\": give each \
                 key a \"kid\", or ask for all matching keys to be tried",
            ),
        }
    }
}

impl fmt::Display for NoMatchingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no key of the set fits the token's \"alg\" and \"kid\"")?;
        match self.skipped {
            0 => Ok(()),
            1 => f.write_str("; 1 member of the set was left out"),
            several => write!(f, "; {several} members of the set were left out"),
        }?;
        match &self.reason {
            Some(reason) => write!(f, ", the one of this \"kid\" because {reason}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for KeyMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TokenAlgorithm { key } => {
                let key = Plain(key);
                write!(
                    f,
                    "the key is for {key} alone, and the token names another \"alg\""
                )
            }
            Self::KeyType {
                algorithm,
                expected,
            } => {
                let (algorithm, expected) = (Plain(algorithm), Plain(expected));
                write!(f, "{algorithm} needs a key of type {expected}")
            }
            Self::Curve { algorithm } => {
                write!(f, "the key is not on the curve of {}", Plain(algorithm))
            }
            Self::JwkAlgorithm => f.write_str("the JWK's \"alg\" is not the algorithm asked for"),
            Self::AlgorithmNotDetermined => {
                f.write_str("the key names no algorithm: name the algorithms that you accept")
            }
            Self::Use => f.write_str("the JWK's \"use\" is not \"sig\""),
            Self::KeyOps => f.write_str("the JWK's \"key_ops\" do not include \"verify\""),
            Self::Issuer => {
                f.write_str("the key belongs to another issuer than the token's \"iss\"")
            }
            Self::Confirmation => f.write_str("the key is not the one that the token is bound to"),
            Self::KeyAsSecret => f.write_str(
                "the secret is the text or the bytes of a key; import it for the key's own \
                 algorithm instead",
            ),
        }
    }
}

impl fmt::Display for KeyWeakness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptySecret => f.write_str("the secret is empty"),
            Self::ShortSecret {
                algorithm,
                minimum_bytes,
            } => {
                let algorithm = Plain(algorithm);
                write!(
                    f,
                    "{algorithm} needs a secret of at least {minimum_bytes} bytes"
                )
            }
            Self::ShortModulus { minimum_bits } => {
                write!(f, "the RSA modulus must have at least {minimum_bits} bits")
            }
            Self::EvenModulus => f.write_str("the RSA modulus is even"),
            Self::Exponent => {
                f.write_str("the RSA exponent must be odd, at least 3 and less than 2^32")
            }
            Self::Roca => f.write_str(
                "the RSA modulus has the ROCA weakness (CVE-2017-15361); replace the key",
            ),
        }
    }
}
