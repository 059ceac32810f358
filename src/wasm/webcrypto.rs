//! Signing by the runtime's Web Crypto ([W3C](https://www.w3.org/TR/webcrypto-2/)): the core makes the
//! signing input, SubtleCrypto signs it, the core looks at what came back and attaches it.
//!
//! Private keys stay where they are, and may be such that nobody can take them out. SubtleCrypto is
//! handed in and not looked for: a module that can reach the global scope could reach the network.

use alloc::string::String;

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CryptoKey, SubtleCrypto};

use super::argument;
use crate::error::Error;
use crate::jwa::{Algorithm, KeyType};
use crate::jws::{self, Unsigned};
use crate::jwt::unsigned;

/// A token that waits for its signature.
#[wasm_bindgen]
pub struct UnsignedJwt(Unsigned);

#[wasm_bindgen]
impl UnsignedJwt {
    /// A token of `claims` and `header`, both JSON texts, for `alg`.
    ///
    /// # Errors
    ///
    /// See the package's `sign`.
    #[wasm_bindgen(constructor)]
    pub fn new(header: &str, claims: &str, alg: &str) -> Result<Self, Error> {
        unsigned(argument::algorithm(alg)?, header, claims).map(Self)
    }

    /// The promise of its signature's bytes, as an `ArrayBuffer`.
    pub fn sign(&self, key: &CryptoKey, subtle: &SubtleCrypto) -> Promise {
        let data = self.0.signing_input().as_bytes();
        promise(data, self.0.algorithm(), key, subtle)
    }

    /// The token.
    ///
    /// # Errors
    ///
    /// `ERR_CRYPTO_OPERATION` when `signature` has not the length of one.
    pub fn attach(&self, signature: &[u8]) -> Result<String, Error> {
        self.0.clone().attach(signature)
    }
}

/// The promise of a bare signature of `data`, as an `ArrayBuffer`.
///
/// # Errors
///
/// `ERR_API_MISUSE` when there is no algorithm `alg`.
#[wasm_bindgen(js_name = signBytes)]
pub fn sign_bytes(
    data: &[u8],
    alg: &str,
    key: &CryptoKey,
    subtle: &SubtleCrypto,
) -> Result<Promise, Error> {
    Ok(promise(data, argument::algorithm(alg)?, key, subtle))
}

/// Holds what a signer gave to the length of a signature for `alg`.
///
/// # Errors
///
/// `ERR_CRYPTO_OPERATION` when it has another.
#[wasm_bindgen(js_name = checkSignatureLength)]
pub fn check_signature_length(signature: &[u8], alg: &str) -> Result<(), Error> {
    jws::check_signature_length(argument::algorithm(alg)?, signature)
}

/// What SubtleCrypto throws instead of rejecting is a rejection too: the caller has one way to see it.
fn promise(data: &[u8], algorithm: Algorithm, key: &CryptoKey, subtle: &SubtleCrypto) -> Promise {
    subtle
        .sign_with_object_and_u8_array(&parameters(algorithm), key, data)
        .unwrap_or_else(|cause| Promise::reject(&cause))
}

/// What SubtleCrypto has to be told of the algorithm to sign or verify. The hash of HMAC and of RSA belongs
/// to the key there.
pub(super) fn parameters(algorithm: Algorithm) -> Object {
    // It inherits nothing: SubtleCrypto would read that too, and setting a new property cannot fail.
    let parameters = Object::create(JsValue::NULL.unchecked_ref());
    let set = |name: &str, value: &JsValue| {
        let _ = Reflect::set(&parameters, &name.into(), value);
    };
    let name = match algorithm.key_type() {
        KeyType::Oct => "HMAC",
        KeyType::Rsa if algorithm.name().starts_with("PS") => {
            // RFC 7518 §3.5: as long as the hash.
            set("saltLength", &algorithm.hash().length().into());
            "RSA-PSS"
        }
        KeyType::Rsa => "RSASSA-PKCS1-v1_5",
        KeyType::Ec => {
            set("hash", &algorithm.hash().name().into());
            "ECDSA"
        }
        KeyType::Okp => "Ed25519",
    };
    set("name", &name.into());
    parameters
}
