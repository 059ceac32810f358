//! Arguments: what JavaScript hands over, checked before it is copied.

use alloc::string::String;
use alloc::vec::Vec;

use js_sys::{JsString, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use zeroize::Zeroizing;

use crate::error::{ApiMisuse, Error, LimitFault};
use crate::jwa::{Algorithm, Hash};
use crate::numeric_date::NumericDate;

/// The text of a key, unless it is longer than `limit` UTF-16 code units. Zeroized when dropped: it
/// may be a secret.
pub(super) fn key_text(value: &JsValue, limit: usize) -> Result<Zeroizing<String>, Error> {
    let misuse = || {
        Error::ApiMisuse(ApiMisuse::Argument {
            name: "material",
            expected: "a string",
        })
    };
    let text: &JsString = value.dyn_ref().ok_or_else(misuse)?;
    if exceeds(text.length(), limit) {
        return Err(Error::Limit(LimitFault::KeyLength { limit }));
    }
    value.as_string().map(Zeroizing::new).ok_or_else(misuse)
}

/// The bytes of a key, unless they are more than `limit`. Zeroized when dropped: they may be a secret.
pub(super) fn key_bytes(bytes: &Uint8Array, limit: usize) -> Result<Zeroizing<Vec<u8>>, Error> {
    if exceeds(bytes.length(), limit) {
        return Err(Error::Limit(LimitFault::KeyLength { limit }));
    }
    Ok(Zeroizing::new(bytes.to_vec()))
}

/// A length that does not fit into memory is too long.
fn exceeds(length: u32, limit: usize) -> bool {
    usize::try_from(length).map_or(true, |length| length > limit)
}

/// The time of a verification, in seconds since the epoch.
pub(super) fn now(seconds: f64) -> Result<NumericDate, Error> {
    NumericDate::from_seconds(seconds).ok_or(Error::ApiMisuse(ApiMisuse::Option {
        name: "currentDate",
        expected: "a valid Date, not before 1970",
    }))
}

/// An algorithm by its name.
pub(super) fn algorithm(name: &str) -> Result<Algorithm, Error> {
    Algorithm::from_name(name).ok_or(Error::ApiMisuse(ApiMisuse::Argument {
        name: "alg",
        expected: "the name of a supported algorithm, such as ES256",
    }))
}

/// A hash by the name that thumbprints give it.
pub(super) fn hash(name: &str) -> Result<Hash, Error> {
    match name {
        "sha256" => Ok(Hash::Sha256),
        "sha384" => Ok(Hash::Sha384),
        "sha512" => Ok(Hash::Sha512),
        _ => Err(Error::ApiMisuse(ApiMisuse::Argument {
            name: "digestAlgorithm",
            expected: "sha256, sha384 or sha512",
        })),
    }
}
