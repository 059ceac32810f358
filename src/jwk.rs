//! JSON Web Keys as data ([RFC 7517](https://www.rfc-editor.org/rfc/rfc7517)): what a JWK says,
//! strictly read, and not yet a key that verifies anything.
//!
//! Private members are noticed and not read.

mod export;
mod set;
mod thumbprint;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use crate::base64url::{self, Padding};
use crate::error::{Error, JsonFault, JwkFault, LimitFault, Malformed, Unsupported};
use crate::json::{self, Object, Value, has_repeated};
use crate::jwa::{Algorithm, Curve, KeyType};

pub use set::{JwkSet, JwkSetMember, MAX_JWK_SET_LENGTH, MAX_JWK_SET_MEMBERS};
pub(crate) use set::{parse_jwk_set, refuse_too_many};

/// The longest JWK that is read, in bytes: an RSA private key of 8192 bits takes about 7 KiB, a
/// chain of certificates a few more.
pub const MAX_JWK_LENGTH: usize = 64 * 1024;

/// The deepest nesting of JWKs and JWK Sets.
const MAX_JSON_DEPTH: usize = 16;

/// The members that only private keys have (RFC 7518 §6.2.2, §6.3.2; RFC 8037 §2; RFC 9964 §3).
const PRIVATE_MEMBERS: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "priv"];

/// A JSON Web Key: its metadata and its public part (or its secret, where there is one).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Jwk {
    algorithm: Option<String>,
    names: KeyNames,
    public_key_use: Option<String>,
    key_operations: Option<Vec<String>>,
    material: KeyMaterial,
    is_private: bool,
}

/// What tokens, and those who verify them, call a key by.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct KeyNames {
    pub(crate) key_id: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) x5t: Option<String>,
    pub(crate) x5t_s256: Option<String>,
}

/// The members that make the key, decoded (RFC 7518 §6, RFC 8037 §2).
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum KeyMaterial {
    /// `kty` `oct`
    Secret {
        /// `k`; zeroized when dropped
        k: Zeroizing<Vec<u8>>,
    },
    /// `kty` `RSA`
    Rsa {
        /// `n`: the modulus, big-endian without leading zeros
        n: Vec<u8>,
        /// `e`: the exponent, big-endian without leading zeros
        e: Vec<u8>,
    },
    /// `kty` `EC`
    Ec {
        /// `crv`
        curve: Curve,
        /// `x`, as long as the curve's field
        x: Vec<u8>,
        /// `y`, as long as the curve's field
        y: Vec<u8>,
    },
    /// `kty` `OKP`
    Okp {
        /// `crv`
        curve: Curve,
        /// `x`: the public key
        x: Vec<u8>,
    },
}

/// Shows the kind and never the bytes: a secret must not reach a log by `{:?}`.
impl core::fmt::Debug for KeyMaterial {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.key_type().name())
    }
}

impl KeyMaterial {
    /// The `kty` it belongs to.
    #[must_use]
    pub fn key_type(&self) -> KeyType {
        match self {
            Self::Secret { .. } => KeyType::Oct,
            Self::Rsa { .. } => KeyType::Rsa,
            Self::Ec { .. } => KeyType::Ec,
            Self::Okp { .. } => KeyType::Okp,
        }
    }

    /// Whether it is of the type and on the curve of `algorithm`.
    pub(crate) fn fits(&self, algorithm: Algorithm) -> bool {
        self.key_type() == algorithm.key_type() && self.curve() == algorithm.curve()
    }

    /// The `crv`, where there is one.
    #[must_use]
    pub fn curve(&self) -> Option<Curve> {
        match self {
            Self::Ec { curve, .. } | Self::Okp { curve, .. } => Some(*curve),
            Self::Secret { .. } | Self::Rsa { .. } => None,
        }
    }
}

impl Jwk {
    /// Reads a JWK from JSON text.
    ///
    /// # Errors
    ///
    /// - `ERR_JWK_INVALID` when the text is not strict JSON, a member is missing, of the wrong
    ///   type or length, or not base64url (RFC 7518 §6).
    /// - `ERR_JOSE_NOT_SUPPORTED` for a `kty` or `crv` that no supported algorithm uses.
    /// - `ERR_JOSE_LIMIT_EXCEEDED` beyond [`MAX_JWK_LENGTH`] bytes.
    ///
    /// ```
    /// use edge_jwt::Jwk;
    ///
    /// let jwk = Jwk::from_json(r#"{"kty":"OKP","crv":"Ed25519","kid":"2026-11",
    ///     "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#)?;
    /// assert_eq!(jwk.key_id(), Some("2026-11"));
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, Error> {
        let text = text.as_ref();
        if text.len() > MAX_JWK_LENGTH {
            return Err(Error::Limit(LimitFault::KeyLength {
                limit: MAX_JWK_LENGTH,
            }));
        }
        match parse_json(text, |fault| Malformed::Jwk(JwkFault::Json(fault)))? {
            Value::Object(object) => Self::from_object(&object),
            _ => Err(invalid(JwkFault::NotObject)),
        }
    }

    /// Reads a JWK from an already parsed object.
    ///
    /// # Errors
    ///
    /// As [`from_json`](Self::from_json).
    pub fn from_object(object: &Object) -> Result<Self, Error> {
        let kty = required_string(object, "kty")?;
        let kty = KeyType::from_name(kty).ok_or(Error::Unsupported(Unsupported::KeyType))?;
        Ok(Self {
            algorithm: optional_text(object, "alg")?,
            names: KeyNames {
                key_id: optional_text(object, "kid")?,
                issuer: text(object, "issuer"),
                x5t: text(object, "x5t"),
                x5t_s256: text(object, "x5t#S256"),
            },
            public_key_use: optional_text(object, "use")?,
            key_operations: key_operations(object)?,
            material: material(object, kty)?,
            is_private: holds_private_part(object),
        })
    }

    /// A key that is known by its name alone.
    pub(crate) fn named(key_id: &str, material: KeyMaterial) -> Self {
        Self {
            algorithm: None,
            names: KeyNames {
                key_id: Some(key_id.to_owned()),
                ..KeyNames::default()
            },
            public_key_use: None,
            key_operations: None,
            material,
            is_private: false,
        }
    }

    /// `alg`: the algorithm the key is meant for.
    #[must_use]
    pub fn algorithm(&self) -> Option<&str> {
        self.algorithm.as_deref()
    }

    /// `kid`: the name by which tokens refer to the key.
    #[must_use]
    pub fn key_id(&self) -> Option<&str> {
        self.names.key_id.as_deref()
    }

    /// `use`: `sig` or `enc`.
    #[must_use]
    pub fn public_key_use(&self) -> Option<&str> {
        self.public_key_use.as_deref()
    }

    /// `key_ops`: what the key may do.
    #[must_use]
    pub fn key_operations(&self) -> Option<&[String]> {
        self.key_operations.as_deref()
    }

    /// `issuer`: whose tokens it signs, where one set serves several issuers. Registered nowhere, but
    /// Microsoft's sets have it; `{tenantid}` in it stands for any tenant.
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.names.issuer.as_deref()
    }

    /// `x5t`: base64url of the SHA-1 of the key's certificate, as the set has it. `None` where it is no
    /// string: a key needs none.
    #[must_use]
    pub fn x5t(&self) -> Option<&str> {
        self.names.x5t.as_deref()
    }

    /// `x5t#S256`: base64url of the SHA-256 of the key's certificate, as the set has it. `None` where it is
    /// no string.
    #[must_use]
    pub fn x5t_s256(&self) -> Option<&str> {
        self.names.x5t_s256.as_deref()
    }

    pub(crate) fn names(&self) -> &KeyNames {
        &self.names
    }

    /// The key itself.
    #[must_use]
    pub fn material(&self) -> &KeyMaterial {
        &self.material
    }

    /// Whether the JWK holds a private part, which was not read.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.is_private
    }
}

pub(crate) fn holds_private_part(object: &Object) -> bool {
    PRIVATE_MEMBERS.iter().any(|name| object.contains(name))
}

fn parse_json(text: &[u8], malformed: fn(JsonFault) -> Malformed) -> Result<Value, Error> {
    json::parse(text, MAX_JSON_DEPTH).map_err(|fault| match fault {
        JsonFault::TooDeep { limit } => Error::Limit(LimitFault::JsonDepth { limit }),
        fault => Error::Malformed(malformed(fault)),
    })
}

fn invalid(fault: JwkFault) -> Error {
    Error::Malformed(Malformed::Jwk(fault))
}

fn optional_text(object: &Object, name: &'static str) -> Result<Option<String>, Error> {
    optional_string(object, name).map(|text| text.map(ToOwned::to_owned))
}

/// A member that nothing depends on, if it is a string.
fn text(object: &Object, name: &str) -> Option<String> {
    object.get(name)?.as_str().map(ToOwned::to_owned)
}

/// A member that may be left out, or null, as some programs write what they have not.
fn optional_string<'o>(object: &'o Object, name: &'static str) -> Result<Option<&'o str>, Error> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(invalid(JwkFault::Member {
            name,
            expected: "a string",
        })),
    }
}

fn required_string<'o>(object: &'o Object, name: &'static str) -> Result<&'o str, Error> {
    optional_string(object, name)?.ok_or_else(|| {
        invalid(JwkFault::Member {
            name,
            expected: "a string",
        })
    })
}

/// RFC 7517 §4.3: an array of strings, none of them twice.
fn key_operations(object: &Object) -> Result<Option<Vec<String>>, Error> {
    let value = match object.get("key_ops") {
        None | Some(Value::Null) => return Ok(None),
        Some(value) => value,
    };
    let expected = "an array of different strings";
    let fault = || {
        invalid(JwkFault::Member {
            name: "key_ops",
            expected,
        })
    };
    let operations = value.as_strings().ok_or_else(fault)?;
    if has_repeated(operations.clone()) {
        return Err(fault());
    }
    Ok(Some(
        operations.into_iter().map(ToOwned::to_owned).collect(),
    ))
}

fn material(object: &Object, kty: KeyType) -> Result<KeyMaterial, Error> {
    match kty {
        KeyType::Oct => Ok(KeyMaterial::Secret {
            k: Zeroizing::new(required_bytes(object, "k")?),
        }),
        KeyType::Rsa => Ok(KeyMaterial::Rsa {
            n: required_integer(object, "n")?,
            e: required_integer(object, "e")?,
        }),
        KeyType::Ec => {
            let curve = required_curve(object, &[Curve::P256, Curve::P384, Curve::P521])?;
            Ok(KeyMaterial::Ec {
                curve,
                x: required_coordinate(object, "x", curve)?,
                y: required_coordinate(object, "y", curve)?,
            })
        }
        KeyType::Okp => {
            let curve = required_curve(object, &[Curve::Ed25519])?;
            Ok(KeyMaterial::Okp {
                curve,
                x: required_coordinate(object, "x", curve)?,
            })
        }
    }
}

fn required_curve(object: &Object, of_this_type: &[Curve]) -> Result<Curve, Error> {
    Curve::from_name(required_string(object, "crv")?)
        .filter(|curve| of_this_type.contains(curve))
        .ok_or(Error::Unsupported(Unsupported::Curve))
}

fn required_bytes(object: &Object, name: &'static str) -> Result<Vec<u8>, Error> {
    base64url::decode(required_string(object, name)?, Padding::Refused)
        .map_err(|fault| invalid(JwkFault::Encoding { name, fault }))
}

/// RFC 7518 §2 "Base64urlUInt": big-endian, the fewest bytes, so no leading zero.
fn required_integer(object: &Object, name: &'static str) -> Result<Vec<u8>, Error> {
    let bytes = required_bytes(object, name)?;
    match bytes.first() {
        Some(&first) if first != 0 => Ok(bytes),
        _ => Err(invalid(JwkFault::Member {
            name,
            expected: "a positive integer without leading zero bytes",
        })),
    }
}

/// RFC 7518 §6.2.1.2: the full length of the field, leading zeros included.
fn required_coordinate(
    object: &Object,
    name: &'static str,
    curve: Curve,
) -> Result<Vec<u8>, Error> {
    let bytes = required_bytes(object, name)?;
    if bytes.len() == curve.coordinate_length() {
        Ok(bytes)
    } else {
        let expected = "exactly as long as the curve's field";
        Err(invalid(JwkFault::Member { name, expected }))
    }
}
