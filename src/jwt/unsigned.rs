//! A JWT that waits for its signature
//! ([RFC 7519 §7.1](https://www.rfc-editor.org/rfc/rfc7519#section-7.1)).

use super::Claims;
use crate::error::{ApiMisuse, Error};
use crate::jwa::Algorithm;
use crate::jws::{Limits, Unsigned};

/// Registered claims, as the messages name them.
const DATES: [(&str, &str); 3] = [
    ("exp", "claims.exp"),
    ("nbf", "claims.nbf"),
    ("iat", "claims.iat"),
];
const STRINGS: [(&str, &str); 3] = [
    ("iss", "claims.iss"),
    ("sub", "claims.sub"),
    ("jti", "claims.jti"),
];

/// A JWT of `claims`, the JSON text of a claims set, and `header`, that of the parameters beside `alg`;
/// the order of both is kept. Whoever has the key signs its signing input.
///
/// # Errors
///
/// - Everything [`Unsigned::new`] answers.
/// - `ERR_JWT_INVALID` when the claims are no strict JSON object.
/// - `ERR_API_MISUSE` when a registered claim has not the type that RFC 7519 §4.1 gives it: nobody would
///   accept the token.
///
/// ```
/// use edge_jwt::{Algorithm, ImportOptions, NumericDate, Validation, VerifyingKey, unsigned, verify};
///
/// let key = VerifyingKey::from_secret(&[7; 32], Algorithm::Hs256, &ImportOptions::new())?;
/// let claims = r#"{"iss":"https://issuer.example/","exp":1763773200}"#;
/// let token = unsigned(Algorithm::Hs256, r#"{"typ":"JWT"}"#, claims)?.sign_with_secret(&key)?;
///
/// let now = NumericDate::from_seconds(1_763_769_600.0).unwrap();
/// let jwt = verify(&token, &key, &Validation::new(), now)?;
/// assert_eq!(jwt.claims().text(), claims);
/// # Ok::<(), edge_jwt::Error>(())
/// ```
pub fn unsigned(algorithm: Algorithm, header: &str, claims: &str) -> Result<Unsigned, Error> {
    let parsed = Claims::parse_to_depth(claims.into(), Limits::default().json_depth())?;
    let misuse = |name, expected| Err(Error::ApiMisuse(ApiMisuse::Argument { name, expected }));
    for (claim, argument) in DATES {
        if parsed.get(claim).is_some() && parsed.numeric_date(claim).is_none() {
            return misuse(argument, "a finite number of seconds");
        }
    }
    for (claim, argument) in STRINGS {
        if parsed.get(claim).is_some() && parsed.string(claim).is_none() {
            return misuse(argument, "a string");
        }
    }
    if parsed.get("aud").is_some() && parsed.audience().is_none() {
        return misuse("claims.aud", "a string or an array of strings");
    }
    Unsigned::new(algorithm, header, claims.as_bytes())
}
