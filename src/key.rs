//! Keys that verify, each bound to one algorithm for life
//! ([RFC 8725 §3.1](https://www.rfc-editor.org/rfc/rfc8725#section-3.1)).
//!
//! Whatever form a key comes in, it passes one gate: its type, curve, use and strength are held to
//! the algorithm it is imported for. Nothing guesses from text whether it is a public key or a
//! secret: the algorithm says so, and a secret that looks like a key is refused.

mod digest;
#[cfg(feature = "es")]
mod ecdsa;
#[cfg(feature = "eddsa")]
mod eddsa;
mod encoding;
mod export;
#[cfg(feature = "hs")]
mod hmac;
mod inspection;
mod options;
mod prepared;
#[cfg(feature = "rs")]
mod roca;
#[cfg(feature = "rs")]
mod rsa;
mod secret;
mod set;
mod thumbprint;

use alloc::borrow::ToOwned;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use zeroize::Zeroizing;

use crate::error::{
    Error, JwkFault, KeyFault, KeyMaterialFault, KeyMismatch, LimitFault, Malformed, Unsupported,
};
use crate::jwa::Algorithm;
use crate::jwk::{Jwk, KeyMaterial, KeyNames, MAX_JWK_LENGTH};

pub(crate) use digest::{half_hash, sha256};
#[cfg(feature = "wasm")]
pub(crate) use encoding::{is_pem, is_text_of_key};
pub use encoding::{pkcs8_from_der, pkcs8_from_pem, pkcs8_from_raw_private_key};
#[cfg(feature = "wasm")]
pub(crate) use inspection::MAX_INSPECTED_SET_LENGTH;
pub use inspection::{KeyFormat, KeyInspection, KeyKind};
pub use options::ImportOptions;
use prepared::PreparedKey;
pub use secret::SecretEncoding;
pub(crate) use secret::{Misreading, Weakness, holds_with_known_secret};
pub use set::{KeyReference, SkippedJwk, VerifyingKeySet};

/// A key that verifies signatures of exactly one algorithm, prepared once and used often.
///
/// It has no `Clone`, and shows neither its bytes nor its secret.
pub struct VerifyingKey {
    algorithm: Algorithm,
    names: KeyNames,
    /// What takes time and memory, shared by the algorithms of one public key.
    prepared: Arc<PreparedKey>,
}

impl VerifyingKey {
    /// A key from a JWK (RFC 7517). A private part is not read.
    ///
    /// The algorithm is `algorithm`, or the JWK's own `alg`, or the only one of
    /// [`ImportOptions::algorithms`] that fits the JWK's type; where several of these speak, they
    /// must agree.
    ///
    /// # Errors
    ///
    /// - `ERR_JOSE_KEY_MISMATCH` when no single algorithm follows, or `kty`, `crv`, `use` or
    ///   `key_ops` do not fit it.
    /// - `ERR_JOSE_KEY_TOO_WEAK` below the algorithm's floor, see [`ImportOptions`].
    /// - `ERR_JWK_INVALID` when the coordinates are no point of the curve.
    /// - `ERR_JOSE_NOT_SUPPORTED` for an `alg` that is no signature algorithm or not compiled in.
    ///
    /// ```
    /// use edge_jwt::{Algorithm, ImportOptions, Jwk, VerifyingKey};
    ///
    /// let jwk = Jwk::from_json(r#"{"kty":"OKP","crv":"Ed25519",
    ///     "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#)?;
    /// let key = VerifyingKey::from_jwk(&jwk, Algorithm::EdDsa, &ImportOptions::new())?;
    /// assert_eq!(key.algorithm(), Algorithm::EdDsa);
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn from_jwk(
        jwk: &Jwk,
        algorithm: impl Into<Option<Algorithm>>,
        options: &ImportOptions,
    ) -> Result<Self, Error> {
        refuse_other_purpose(jwk)?;
        let algorithm = algorithm_of(jwk, algorithm.into(), options)?;
        let mut names = jwk.names().clone();
        if options.key_id.is_some() {
            names.key_id.clone_from(&options.key_id);
        }
        match Self::from_material(jwk.material(), algorithm, names, options) {
            Err(Error::Malformed(Malformed::KeyMaterial(KeyMaterialFault::Point))) => {
                Err(Error::Malformed(Malformed::Jwk(JwkFault::Point)))
            }
            key => key,
        }
    }

    /// A public key from PEM (RFC 7468), as text or as the bytes of a file: one block with one of these
    /// labels.
    ///
    /// - `PUBLIC KEY`: SubjectPublicKeyInfo (RFC 5280 §4.1.2.7);
    /// - `RSA PUBLIC KEY`: PKCS#1 (RFC 8017 appendix A.1.1);
    /// - `CERTIFICATE`: the key of an X.509 certificate (RFC 5280 §4.1). The certificate is **not
    ///   validated**: neither its dates nor its usages, its chain or its signature are looked at. That
    ///   the key in it is the right one is for the caller to know;
    /// - `PRIVATE KEY` (PKCS#8, RFC 5958), `EC PRIVATE KEY` (SEC 1, RFC 5915), `RSA PRIVATE KEY`
    ///   (PKCS#1): the public part of it, which stands there or else is computed. Copies of the private
    ///   part are zeroized and none is kept. A public key is all that is needed here, though, and a
    ///   private one has no business where tokens are verified.
    ///
    /// # Errors
    ///
    /// - `ERR_JOSE_KEY_INVALID` when the text is not PEM, has several blocks, or its content is not what the
    ///   label says.
    /// - `ERR_JOSE_NOT_SUPPORTED` for other labels and key types, encrypted keys, and RSA keys of type
    ///   id-RSASSA-PSS (RFC 4055), whose parameters could contradict the algorithm.
    /// - `ERR_JOSE_KEY_MISMATCH` and `ERR_JOSE_KEY_TOO_WEAK` as for [`from_jwk`](Self::from_jwk).
    ///
    /// ```
    /// use edge_jwt::{Algorithm, ImportOptions, VerifyingKey};
    ///
    /// // RFC 8410 §10.3, and the public key that §10.1 has for it
    /// let private_key = "-----BEGIN PRIVATE KEY-----\n\
    ///     MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n\
    ///     -----END PRIVATE KEY-----\n";
    /// let key = VerifyingKey::from_pem(private_key, Algorithm::EdDsa, &ImportOptions::new())?;
    /// assert_eq!(key.to_pem()?, "-----BEGIN PUBLIC KEY-----\n\
    ///     MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n\
    ///     -----END PUBLIC KEY-----\n");
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn from_pem(
        pem: impl AsRef<[u8]>,
        algorithm: Algorithm,
        options: &ImportOptions,
    ) -> Result<Self, Error> {
        let pem = pem.as_ref();
        refuse_too_long(pem.len())?;
        let material = encoding::pem_to_material(pem)?;
        Self::from_material(&material, algorithm, options.names(), options)
    }

    /// A public key from DER: of the structures that [`from_pem`](Self::from_pem) reads, the one that
    /// the types of its first elements say. No two of them begin alike.
    ///
    /// # Errors
    ///
    /// As [`from_pem`](Self::from_pem).
    ///
    /// ```
    /// use edge_jwt::{Algorithm, ImportOptions, VerifyingKey, base64url};
    ///
    /// // RFC 8410 §10.1, without the lines around it
    /// let der = base64url::decode_plain_base64(
    ///     "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
    /// )
    /// .unwrap();
    /// VerifyingKey::from_der(&der, Algorithm::Ed25519, &ImportOptions::new())?;
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn from_der(
        der: &[u8],
        algorithm: Algorithm,
        options: &ImportOptions,
    ) -> Result<Self, Error> {
        refuse_too_long(der.len())?;
        let material = encoding::der_to_material(der)?;
        Self::from_material(&material, algorithm, options.names(), options)
    }

    /// A public key from its bare bytes: 32 for Ed25519 (RFC 8032 §5.1.5); a point for ES256, ES384
    /// and ES512 (SEC 1 §2.3.3: `04`, x, y, or compressed: `02` or `03`, x). RSA keys have no such
    /// form.
    ///
    /// # Errors
    ///
    /// - `ERR_JOSE_KEY_INVALID` when length or point are not the algorithm's.
    /// - `ERR_JOSE_KEY_MISMATCH` for RSA and HMAC algorithms.
    pub fn from_raw_public_key(
        bytes: &[u8],
        algorithm: Algorithm,
        options: &ImportOptions,
    ) -> Result<Self, Error> {
        let material = encoding::raw_to_material(bytes, algorithm)?;
        Self::from_material(&material, algorithm, options.names(), options)
    }

    /// A shared secret for HS256, HS384 or HS512, as its bytes.
    ///
    /// # Errors
    ///
    /// - `ERR_JOSE_KEY_TOO_WEAK` when it is empty or shorter than the hash (RFC 7518 §3.2).
    /// - `ERR_JOSE_KEY_MISMATCH` when the algorithm is not an HMAC, or the bytes are those of a
    ///   PEM, DER, JWK, JWK Set or SSH key.
    ///
    /// ```
    /// use edge_jwt::{Algorithm, ImportOptions, VerifyingKey};
    ///
    /// let options = ImportOptions::new();
    /// assert!(VerifyingKey::from_secret(&[7; 32], Algorithm::Hs256, &options).is_ok());
    /// assert!(VerifyingKey::from_secret(b"password", Algorithm::Hs256, &options).is_err());
    /// ```
    pub fn from_secret(
        secret: &[u8],
        algorithm: Algorithm,
        options: &ImportOptions,
    ) -> Result<Self, Error> {
        let material = KeyMaterial::Secret {
            k: Zeroizing::new(secret.to_owned()),
        };
        Self::from_material(&material, algorithm, options.names(), options)
    }

    /// The gate: every constructor ends here.
    fn from_material(
        material: &KeyMaterial,
        algorithm: Algorithm,
        names: KeyNames,
        options: &ImportOptions,
    ) -> Result<Self, Error> {
        let guard = match material {
            KeyMaterial::Secret { k } if material.fits(algorithm) => secret::refuse_key(k),
            _ => Ok(()),
        };
        Self::from_guarded(material, guard, algorithm, names, options)
    }

    /// As [`from_material`](Self::from_material), with what [`secret::refuse_key`] has said of a secret.
    fn from_guarded(
        material: &KeyMaterial,
        guard: Result<(), Error>,
        algorithm: Algorithm,
        names: KeyNames,
        options: &ImportOptions,
    ) -> Result<Self, Error> {
        let (name, key_type) = (algorithm.name(), algorithm.key_type());
        if material.key_type() != key_type {
            return Err(mismatch(KeyMismatch::KeyType {
                algorithm: name,
                expected: key_type.name(),
            }));
        }
        if !material.fits(algorithm) {
            return Err(mismatch(KeyMismatch::Curve { algorithm: name }));
        }
        guard?;
        Ok(Self {
            algorithm,
            names,
            prepared: PreparedKey::new(material, algorithm, options.allow_weak_key)?.into(),
        })
    }

    /// The one algorithm it verifies.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// Its `kid`, if it has one.
    #[must_use]
    pub fn key_id(&self) -> Option<&str> {
        self.names.key_id.as_deref()
    }

    /// The issuer that its JWK says it belongs to, if it says so.
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.names.issuer.as_deref()
    }

    /// The same public key for another algorithm of its type; a secret has to be prepared for each.
    fn for_other(&self, algorithm: Algorithm) -> Option<Self> {
        if algorithm.key_type().is_symmetric() {
            return None;
        }
        Some(Self {
            algorithm,
            names: self.names.clone(),
            prepared: Arc::clone(&self.prepared),
        })
    }

    /// Whether both are one key for one algorithm, whatever they are called.
    fn is_same_key(&self, other: &Self) -> bool {
        self.algorithm == other.algorithm && self.prepared.is_same(&other.prepared)
    }

    /// Whether the token means the certificate of this key.
    fn has_thumbprint(&self, token: KeyReference<'_>) -> bool {
        (token.x5t_s256.is_some() && token.x5t_s256 == self.names.x5t_s256.as_deref())
            || (token.x5t.is_some() && token.x5t == self.names.x5t.as_deref())
    }

    /// The tag over `signing_input` by a shared secret; `None` for every other key.
    pub(crate) fn authenticate(&self, signing_input: &[u8]) -> Option<Vec<u8>> {
        self.prepared.authenticate(signing_input)
    }

    /// Verifies a bare signature over `signing_input`. Tokens have [`verify`](crate::verify): this
    /// is for other serializations, and checks nothing but the signature.
    ///
    /// # Errors
    ///
    /// `ERR_JWS_SIGNATURE_VERIFICATION_FAILED`, whatever the reason.
    pub fn verify_signature(&self, signing_input: &[u8], signature: &[u8]) -> Result<(), Error> {
        if self
            .prepared
            .verify(self.algorithm, signing_input, signature)
        {
            Ok(())
        } else {
            Err(Error::Signature)
        }
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifyingKey")
            .field("algorithm", &self.algorithm)
            .field("key_id", &self.names.key_id)
            .finish_non_exhaustive()
    }
}

fn mismatch(mismatch: KeyMismatch) -> Error {
    Error::Key(KeyFault::Mismatch(mismatch))
}

fn refuse_too_long(length: usize) -> Result<(), Error> {
    if length > MAX_JWK_LENGTH {
        return Err(Error::Limit(LimitFault::KeyLength {
            limit: MAX_JWK_LENGTH,
        }));
    }
    Ok(())
}

/// RFC 7517 §4.2, §4.3: a key says what it is for, and verifying must be among it.
fn refuse_other_purpose(jwk: &Jwk) -> Result<(), Error> {
    if jwk
        .public_key_use()
        .is_some_and(|public_key_use| public_key_use != "sig")
    {
        return Err(mismatch(KeyMismatch::Use));
    }
    if jwk
        .key_operations()
        .is_some_and(|operations| !operations.iter().any(|op| op == "verify"))
    {
        return Err(mismatch(KeyMismatch::KeyOps));
    }
    Ok(())
}

/// The one algorithm that the caller and the JWK agree on.
fn algorithm_of(
    jwk: &Jwk,
    asked_for: Option<Algorithm>,
    options: &ImportOptions,
) -> Result<Algorithm, Error> {
    let stated = match jwk.algorithm() {
        Some(name) => {
            Some(Algorithm::from_name(name).ok_or(Error::Unsupported(Unsupported::JwkAlgorithm))?)
        }
        None => None,
    };
    let listed = |algorithm: &Algorithm| {
        options.algorithms.is_empty() || options.algorithms.contains(algorithm)
    };
    match (stated, asked_for) {
        (Some(stated), Some(asked_for)) if stated != asked_for => {
            Err(mismatch(KeyMismatch::JwkAlgorithm))
        }
        (Some(algorithm), _) | (None, Some(algorithm)) if listed(&algorithm) => Ok(algorithm),
        (Some(_), _) | (None, Some(_)) => Err(mismatch(KeyMismatch::JwkAlgorithm)),
        (None, None) => {
            let fits = |algorithm: &&Algorithm| jwk.material().fits(**algorithm);
            let mut fitting = options.algorithms.iter().filter(fits);
            match (fitting.next(), fitting.next()) {
                (Some(&only), None) => Ok(only),
                _ => Err(mismatch(KeyMismatch::AlgorithmNotDetermined)),
            }
        }
    }
}
