//! The JOSE header of a JWS ([RFC 7515 §4](https://www.rfc-editor.org/rfc/rfc7515#section-4)).

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::critical::critical_names;
use super::{Limits, SignaturePolicy};
use crate::error::{Error, JsonFault, JwsFault, LimitFault, Malformed, Unsupported};
use crate::json::{self, Object, Value};
use crate::key::KeyReference;

/// A protected header: a JSON object with an `alg`. Its other parameters may be of any type; those of the
/// wrong one read as `None`. A clone costs nothing.
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
        // RFC 7515 §4.1.1. Of the others, whoever reads one looks at its type: what nobody reads may be of
        // any, and the signature covers it all the same.
        if parameters.get("alg").and_then(Value::as_str).is_none() {
            let (name, expected) = ("alg", "there, and a string");
            return Err(invalid(JwsFault::HeaderParameter { name, expected }));
        }
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

    /// What the header says of the key, for choosing one of a set.
    ///
    /// # Errors
    ///
    /// `ERR_JWS_INVALID` when `kid` is there and no string: it is looked at now.
    pub(super) fn key_reference(&self) -> Result<KeyReference<'_>, Error> {
        if !matches!(
            self.parameters().get("kid"),
            None | Some(Value::Null | Value::String(_))
        ) {
            let (name, expected) = ("kid", "a string");
            return Err(invalid(JwsFault::HeaderParameter { name, expected }));
        }
        Ok(KeyReference {
            key_id: self.key_id(),
            x5t: self.string("x5t"),
            x5t_s256: self.string("x5t#S256"),
        })
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

    /// RFC 7515 §4.1: every registered parameter has its type. For tokens that are made here.
    pub(super) fn check_types(&self) -> Result<(), Error> {
        match wrongly_typed(self.parameters()) {
            Some((name, expected)) => Err(invalid(JwsFault::HeaderParameter { name, expected })),
            None => Ok(()),
        }
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
        for name in critical_names(self.parameters())? {
            // RFC 7797 §6: here it is `true`, which is what everybody does without it.
            if name == "b64" {
                continue;
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

/// The registered parameters that are strings (RFC 7515 §4.1).
const STRINGS: [&str; 8] = ["alg", "kid", "typ", "cty", "jku", "x5u", "x5t", "x5t#S256"];

/// A registered parameter that is there and not of its type, and what it should be (RFC 7515 §4.1).
fn wrongly_typed(parameters: &Object) -> Option<(&'static str, &'static str)> {
    let is_wrong = |name: &&&str| !matches!(parameters.get(name), None | Some(Value::String(_)));
    if let Some(name) = STRINGS.iter().find(is_wrong) {
        return Some((name, "a string"));
    }
    if !matches!(parameters.get("jwk"), None | Some(Value::Object(_))) {
        return Some(("jwk", "a JSON object"));
    }
    let x5c = parameters.get("x5c")?;
    x5c.as_strings()
        .is_none()
        .then_some(("x5c", "an array of strings"))
}

fn invalid(fault: JwsFault) -> Error {
    Error::Malformed(Malformed::Jws(fault))
}
