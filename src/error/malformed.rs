//! Inputs that are not well-formed: tokens, JWKs, JWK Sets, keys.

use core::fmt;

use super::plain::Plain;
use super::quoted::Quoted;
use super::{Base64urlFault, JsonFault};

/// What is not well-formed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Malformed {
    /// The token, as a JWS (RFC 7515).
    Jws(JwsFault),
    /// The token's payload, as a claims set (RFC 7519).
    Jwt(JwtFault),
    /// A JWK (RFC 7517).
    Jwk(JwkFault),
    /// A JWK Set (RFC 7517 §5).
    JwkSet(JwkSetFault),
    /// PEM, DER or raw bytes of a key.
    KeyMaterial(KeyMaterialFault),
}

/// One of the three segments of the JWS compact serialization.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Segment {
    /// The first: the JWS Protected Header.
    Header,
    /// The second: the JWS Payload.
    Payload,
    /// The third: the JWS Signature.
    Signature,
}

/// Why a token is not a JWS in compact serialization.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum JwsFault {
    /// The number of segments is not three.
    SegmentCount,
    /// A segment is not base64url.
    Encoding {
        /// Which.
        segment: Segment,
        /// Why.
        fault: Base64urlFault,
    },
    /// The header is not strict JSON.
    HeaderJson(JsonFault),
    /// The header is JSON, but not an object.
    HeaderNotObject,
    /// A header parameter is missing or of the wrong type.
    HeaderParameter {
        /// The parameter.
        name: &'static str,
        /// What it must be.
        expected: &'static str,
    },
    /// `crit` breaks a rule of RFC 7515 §4.1.11.
    Crit(CritFault),
}

/// Which rule of RFC 7515 §4.1.11 `crit` breaks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum CritFault {
    /// It is not a non-empty array of strings.
    NotNonEmptyStrings,
    /// It has a name twice.
    Repeated,
    /// It has the name of a parameter that RFC 7515 or RFC 7518 defines.
    Registered,
    /// It has a name that is not in the header.
    Absent,
}

/// Why a payload is not a claims set.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum JwtFault {
    /// It is not strict JSON.
    Json(JsonFault),
    /// It is JSON, but not an object.
    NotObject,
    /// It is an object, but not of the shape that the caller's type has.
    Shape,
}

/// Why a text is not a JWK.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum JwkFault {
    /// It is not strict JSON.
    Json(JsonFault),
    /// It is JSON, but not an object.
    NotObject,
    /// A member is missing or of the wrong type or length.
    Member {
        /// The member.
        name: &'static str,
        /// What it must be.
        expected: &'static str,
    },
    /// A member is not base64url.
    Encoding {
        /// The member.
        name: &'static str,
        /// Why.
        fault: Base64urlFault,
    },
    /// The coordinates are not a point of the curve.
    Point,
}

/// Why a text is not a JWK Set that can be used.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum JwkSetFault {
    /// It is not strict JSON.
    Json(JsonFault),
    /// It is JSON, but neither an object with an array `keys` nor one with keys in PEM.
    NoKeys,
    /// Shared secrets and public keys are mixed.
    MixedSymmetry,
    /// A key of the set holds its private part.
    PrivateKey,
}

/// Why PEM, DER, text or raw bytes are not a key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum KeyMaterialFault {
    /// Not one block of PEM (RFC 7468).
    Pem(PemFault),
    /// Not the DER of a key or a certificate, or of another one than the PEM label says.
    Der,
    /// Neither DER nor as many bytes as a raw public key has.
    RawLength,
    /// The bytes are not a point of the curve.
    Point,
    /// A public key where a private one is needed.
    NotPrivate,
    /// The text is not in the encoding that the caller named.
    TextEncoding,
}

/// Why a text is not one block of PEM (RFC 7468 §3).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum PemFault {
    /// There is no `-----BEGIN …-----`.
    NoBlock,
    /// There is no `-----END …-----` with the label of the beginning.
    NoEnd,
    /// What is between the two is not base64.
    Base64,
    /// There are several blocks that may be the key.
    SeveralBlocks,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Jws(fault) => fault.fmt(f),
            Self::Jwt(fault) => fault.fmt(f),
            Self::Jwk(fault) => fault.fmt(f),
            Self::JwkSet(fault) => fault.fmt(f),
            Self::KeyMaterial(fault) => fault.fmt(f),
        }
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Header => "header",
            Self::Payload => "payload",
            Self::Signature => "signature",
        })
    }
}

impl fmt::Display for JwsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SegmentCount => f.write_str("the token must be three segments separated by dots"),
            Self::Encoding { segment, fault } => {
                write!(
                    f,
                    "the token's {segment} must be base64url, but has {fault}"
                )
            }
            Self::HeaderJson(fault) => {
                write!(f, "the token's header must be strict JSON, but has {fault}")
            }
            Self::HeaderNotObject => f.write_str("the token's header must be a JSON object"),
            Self::HeaderParameter { name, expected } => {
                let name = Quoted(name);
                write!(f, "the header parameter {name} must be {}", Plain(expected))
            }
            Self::Crit(fault) => f.write_str(match fault {
                CritFault::NotNonEmptyStrings => {
                    "the header parameter \"crit\" must be an array of at least one string"
                }
                CritFault::Repeated => "the header parameter \"crit\" must name nothing twice",
                CritFault::Registered => {
                    "the header parameter \"crit\" must not name what RFC 7515 or RFC 7518 define"
                }
                CritFault::Absent => {
                    "the header parameter \"crit\" must name only what is in the header"
                }
            }),
        }
    }
}

impl fmt::Display for JwtFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(fault) => {
                write!(
                    f,
                    "the token's payload must be strict JSON, but has {fault}"
                )
            }
            Self::NotObject => f.write_str("the token's payload must be a JSON object"),
            Self::Shape => f.write_str("the claims do not have the shape of the type asked for"),
        }
    }
}

impl fmt::Display for JwkFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(fault) => write!(f, "the JWK must be strict JSON, but has {fault}"),
            Self::NotObject => f.write_str("the JWK must be a JSON object"),
            Self::Member { name, expected } => {
                let name = Quoted(name);
                write!(f, "the JWK's {name} must be {}", Plain(expected))
            }
            Self::Encoding { name, fault } => {
                let name = Quoted(name);
                write!(f, "the JWK's {name} must be base64url, but has {fault}")
            }
            Self::Point => f.write_str("the JWK's coordinates must be a point of its curve"),
        }
    }
}

impl fmt::Display for JwkSetFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(fault) => write!(f, "the JWK Set must be strict JSON, but has {fault}"),
            Self::NoKeys => f.write_str(
                "the JWK Set must be an object with an array \"keys\", or with PEM by \"kid\"",
            ),
            Self::MixedSymmetry => {
                f.write_str("the JWK Set must not mix shared secrets with public keys")
            }
            Self::PrivateKey => {
                f.write_str("the JWK Set must not hold private keys; publish the public parts only")
            }
        }
    }
}

impl fmt::Display for KeyMaterialFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pem(fault) => fault.fmt(f),
            Self::Der => f.write_str(
                "the key must be the DER of a public key, a certificate or a private key; \
                 in PEM, of what its label says",
            ),
            Self::RawLength => {
                f.write_str("the key must be DER, or as many bytes as a raw public key has")
            }
            Self::Point => f.write_str("the key's bytes must be a point of its curve"),
            Self::NotPrivate => {
                f.write_str("the key must be a private one, to sign with; this one is public")
            }
            Self::TextEncoding => f.write_str("the secret must be in the encoding that was named"),
        }
    }
}

impl fmt::Display for PemFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoBlock => {
                "the key must be PEM: base64 between \"-----BEGIN …-----\" and \"-----END …-----\""
            }
            Self::NoEnd => {
                "the PEM must end with \"-----END …-----\" and the label it begins with; \
                 was it cut off?"
            }
            Self::Base64 => "the PEM must be base64 between its first and its last line",
            Self::SeveralBlocks => "the PEM must hold one key, but has several blocks",
        })
    }
}
