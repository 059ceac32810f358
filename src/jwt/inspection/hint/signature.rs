//! Hints about signatures that do not hold.

use alloc::vec::Vec;

use crate::advice::Hint;
use crate::advice::hint::{
    GRAPH_TOKEN, SECRET_DECODED, SECRET_IS_BASE64, SECRET_IS_BASE64URL, SECRET_IS_HEX,
    SECRET_WITHOUT_WHITESPACE, SECRET_WRONG_EITHER_WAY, SIGNATURE_DER, SIGNATURE_LENGTH,
};
use crate::json::Value;
use crate::jwa::KeyType;
use crate::jws::{JwsHeader, UnverifiedJws};
use crate::key::{Misreading, VerifyingKey};

/// Hints about the signature of `jws`, which is none by `key`.
pub(in super::super) fn hints(jws: &UnverifiedJws<'_>, key: &VerifyingKey) -> Vec<Hint> {
    let signature = jws.signature();
    let of_secret = match key.misreading(jws.signing_input().as_bytes(), signature) {
        Some(Misreading::Base64) => Some(SECRET_IS_BASE64),
        Some(Misreading::Base64url) => Some(SECRET_IS_BASE64URL),
        Some(Misreading::Hex) => Some(SECRET_IS_HEX),
        Some(Misreading::Whitespace) => Some(SECRET_WITHOUT_WHITESPACE),
        Some(Misreading::Decoded) => Some(SECRET_DECODED),
        None => match key.encoding_of_secret_by_looks() {
            Some(Misreading::Base64 | Misreading::Base64url | Misreading::Hex) => {
                Some(SECRET_WRONG_EITHER_WAY)
            }
            Some(Misreading::Whitespace | Misreading::Decoded) | None => None,
        },
    };
    let of_signature = match key.algorithm().signature_length() {
        Some(length) if length != signature.len() => Some(
            if key.algorithm().key_type() == KeyType::Ec && is_der(signature) {
                SIGNATURE_DER
            } else {
                SIGNATURE_LENGTH
            },
        ),
        _ => None,
    };
    let of_graph = is_of_graph(jws.header()).then_some(GRAPH_TOKEN);
    let of_both = of_secret.into_iter().chain(of_signature);
    of_both.chain(of_graph).collect()
}

/// Microsoft Entra ID signs a header with the hash of the nonce and sends the nonce itself. RFC 7515 has
/// no parameter of this name.
fn is_of_graph(header: &JwsHeader) -> bool {
    matches!(header.parameters().get("nonce"), Some(Value::String(_)))
}

/// Whether it begins as a SEQUENCE that spans all of it and starts with an INTEGER (RFC 3279 §2.2.3).
fn is_der(signature: &[u8]) -> bool {
    match signature {
        [0x30, 0x81, length, rest @ ..] | [0x30, length, rest @ ..] => {
            usize::from(*length) == rest.len() && rest.first() == Some(&0x02)
        }
        _ => false,
    }
}
