//! The JOSE header of a JWS ([RFC 7515 §4](https://www.rfc-editor.org/rfc/rfc7515#section-4)).

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::{Limits, SignaturePolicy};
use crate::error::{CritFault, Error, JsonFault, JwsFault, LimitFault, Malformed, Unsupported};
use crate::json::{self, Object, Value, has_repeated};

/// The parameters RFC 7515 §4.1 and RFC 7518 §4 define, which `crit` must not name.
const REGISTERED: [&str; 18] = [
    "alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit", "epk",
    "apu", "apv", "iv", "tag", "p2s", "p2c",
];

/// A protected header: a JSON object with an `alg`, its registered parameters of the right types. A clone
/// costs nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct JwsHeader(Arc<Content>);

#[derive(Debug, PartialEq)]
struct Content {
    text: String,
    parameters: Object,
}

impl JwsHeader {
    pub(super) fn parse(bytes: Vec<u8>, limits: &Limits) -> Result<Self, Error> {
        let read = json::parse_owned(bytes, limits.json_depth());
        let (value, text) = read.map_err(|fault| match fault {
            JsonFault::TooDeep { limit } => Error::Limit(LimitFault::JsonDepth { limit }),
            fault => invalid(JwsFault::HeaderJson(fault)),
        })?;
        let Value::Object(parameters) = value else {
            return Err(invalid(JwsFault::HeaderNotObject));
        };
        check_types(&parameters)?;
        Ok(Self(Arc::new(Content { text, parameters })))
    }

    /// `alg`, as the token writes it: any string at all, until it is checked.
    #[must_use]
    pub fn algorithm(&self) -> &str {
        self.string("alg").unwrap_or_default()
    }

    /// `kid`: a hint which key to use, under the sender's control.
    #[must_use]
    pub fn key_id(&self) -> Option<&str> {
        self.string("kid")
    }

    /// `typ`: the media type of the whole token.
    #[must_use]
    pub fn token_type(&self) -> Option<&str> {
        self.string("typ")
    }

    /// All parameters.
    #[must_use]
    pub fn parameters(&self) -> &Object {
        &self.0.parameters
    }

    /// The JSON text, as it was signed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    pub(crate) fn into_text(self) -> String {
        match Arc::try_unwrap(self.0) {
            Ok(content) => content.text,
            Err(shared) => shared.text.clone(),
        }
    }

    fn string(&self, name: &str) -> Option<&str> {
        self.parameters().get(name).and_then(Value::as_str)
    }

    /// RFC 7515 §4.1.11 and RFC 7797 §7: every critical extension is understood, and the payload is
    /// encoded.
    pub(crate) fn check_critical(&self, policy: &SignaturePolicy) -> Result<(), Error> {
        if self
            .parameters()
            .get("b64")
            .is_some_and(|b64| *b64 != Value::Bool(true))
        {
            return Err(Error::Unsupported(Unsupported::UnencodedPayload));
        }
        let Some(crit) = self.parameters().get("crit") else {
            return Ok(());
        };
        let broken = |fault| invalid(JwsFault::Crit(fault));
        let names = crit
            .as_strings()
            .filter(|names| !names.is_empty())
            .ok_or_else(|| broken(CritFault::NotNonEmptyStrings))?;
        if has_repeated(names.clone()) {
            return Err(broken(CritFault::Repeated));
        }
        for name in names {
            if REGISTERED.contains(&name) {
                return Err(broken(CritFault::Registered));
            }
            if !self.parameters().contains(name) {
                return Err(broken(CritFault::Absent));
            }
            if !policy
                .understood_critical
                .iter()
                .any(|understood| understood == name)
            {
                return Err(Error::Unsupported(Unsupported::CriticalParameter));
            }
        }
        Ok(())
    }
}

/// RFC 7515 §4.1: `alg` is required, and a parameter that is there has its type.
fn check_types(parameters: &Object) -> Result<(), Error> {
    const STRINGS: [&str; 8] = ["alg", "kid", "typ", "cty", "jku", "x5u", "x5t", "x5t#S256"];
    let wrong = |name, expected| Err(invalid(JwsFault::HeaderParameter { name, expected }));
    if !parameters.contains("alg") {
        return wrong("alg", "there, and a string");
    }
    for name in STRINGS {
        if !matches!(parameters.get(name), None | Some(Value::String(_))) {
            return wrong(name, "a string");
        }
    }
    if !matches!(parameters.get("jwk"), None | Some(Value::Object(_))) {
        return wrong("jwk", "a JSON object");
    }
    if parameters
        .get("x5c")
        .is_some_and(|x5c| x5c.as_strings().is_none())
    {
        return wrong("x5c", "an array of strings");
    }
    Ok(())
}

fn invalid(fault: JwsFault) -> Error {
    Error::Malformed(Malformed::Jws(fault))
}
