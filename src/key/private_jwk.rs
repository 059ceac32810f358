//! Private JWKs on their way to a signer (RFC 7518 §6.2.2, RFC 8037 §2). Some programs write only the
//! private number of a key on a curve; its public part is computed.

use alloc::string::String;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::encoding::raw_private_to_material;
use super::refuse_too_long;
use crate::base64url::{self, Padding};
use crate::error::{Error, JwkFault, Malformed};
use crate::json::{Object, Value, to_text};
use crate::jwa::{Curve, KeyType};
use crate::jwk::{KeyMaterial, parse_jwk};

/// The text of a private JWK on a curve, with `x` and `y` where it lacks them. Any other JWK stays as it
/// is, and so does what it says: a public part that is there is not looked at.
///
/// # Errors
///
/// - `ERR_JWK_INVALID` when the text is not a strict JSON object, or `d` is no private key of the curve.
/// - `ERR_JOSE_LIMIT_EXCEEDED` beyond [`MAX_JWK_LENGTH`](crate::jwk::MAX_JWK_LENGTH) bytes.
///
/// ```
/// use edge_jwt::key::complete_private_jwk;
///
/// // RFC 8037 appendix A.1, without its "x"
/// let jwk = r#"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}"#;
/// let complete = complete_private_jwk(jwk)?;
/// assert!(complete.contains(r#""x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo""#));
/// # Ok::<(), edge_jwt::Error>(())
/// ```
pub fn complete_private_jwk(jwk: &str) -> Result<Zeroizing<String>, Error> {
    refuse_too_long(jwk.len())?;
    let object = parse_jwk(jwk.as_bytes())?;
    let missing = missing_members(&object)?;
    if missing.is_empty() {
        return Ok(Zeroizing::new(jwk.into()));
    }
    let present = object
        .iter()
        .map(|(name, value)| (name.into(), value.clone()));
    let members = present.chain(missing).collect();
    let complete = Object::from_members(members).unwrap_or_default();
    Ok(Zeroizing::new(to_text(&Value::Object(complete))))
}

/// The public members that the JWK lacks and that follow from its `d`.
fn missing_members(object: &Object) -> Result<Vec<(String, Value)>, Error> {
    let text = |name: &str| object.get(name).and_then(Value::as_str);
    let kty = text("kty").and_then(KeyType::from_name);
    let curve = text("crv").and_then(Curve::from_name);
    let (Some(KeyType::Ec | KeyType::Okp), Some(curve), Some(d)) = (kty, curve, text("d")) else {
        return Ok(Vec::new());
    };
    let names: &[&str] = match curve {
        Curve::Ed25519 => &["x"],
        Curve::P256 | Curve::P384 | Curve::P521 => &["x", "y"],
    };
    if names.iter().all(|name| object.contains(name)) {
        return Ok(Vec::new());
    }
    let name = "d";
    let fault = |fault| Error::Malformed(Malformed::Jwk(fault));
    let d = base64url::decode(d, Padding::Refused)
        .map(Zeroizing::new)
        .map_err(|reason| {
            fault(JwkFault::Encoding {
                name,
                fault: reason,
            })
        })?;
    let expected = "a private key of the curve";
    let coordinates = match raw_private_to_material(&d, curve) {
        Ok(KeyMaterial::Ec { x, y, .. }) => [Some(x), Some(y)],
        Ok(KeyMaterial::Okp { x, .. }) => [Some(x), None],
        Err(error @ Error::Unsupported(_)) => return Err(error),
        Ok(_) | Err(_) => return Err(fault(JwkFault::Member { name, expected })),
    };
    let computed = names.iter().zip(coordinates.into_iter().flatten());
    Ok(computed
        .filter(|(name, _)| !object.contains(name))
        .map(|(name, bytes)| ((*name).into(), base64url::encode(bytes).into()))
        .collect())
}
