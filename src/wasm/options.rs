//! Options: one plain object, crossing once, every name known.
//!
//! An unknown name is refused, because a misspelt `audiance` must not silently check nothing; and so
//! is a known one whose value is `undefined`, because that is how a missing environment variable
//! arrives.

use alloc::string::String;
use alloc::vec::Vec;

use js_sys::{Array, Object, Reflect};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::base64url::Padding;
use crate::error::{ApiMisuse, Error};
use crate::jwa::Algorithm;
use crate::jws::{Limits, SignaturePolicy};
use crate::jwt::{ClaimPath, Required, Validation};
use crate::key::{ImportOptions, SecretEncoding};
use crate::numeric_date::NumericDate;

/// One option: its name, and what it can be.
type Known = (&'static str, &'static str);

const STRING: &str = "a string";
const STRINGS: &str = "an array of strings";
const ONE_OR_MORE: &str = "a string or an array of strings";
const BOOLEAN: &str = "true or false";
const LIMIT: &str = "an integer, not negative";
const DURATION: &str = "a number of seconds, or a string such as \"5s\", \"2m\", \"1h\" or \"1d\"";

const REQUIRED: &str = "a string, an array of strings, or an object with any or all of them";

const ALGORITHMS: Known = ("algorithms", STRINGS);
const CRIT: Known = ("crit", STRINGS);
const ACCEPT_PADDING: Known = ("acceptPadding", BOOLEAN);
const LIMITS: Known = ("limits", "an object");
const ALLOW_WEAK_KEY: Known = ("allowWeakKey", BOOLEAN);
const KEY_ID: Known = ("keyId", STRING);

/// One string, or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn into_vec(self) -> Vec<String> {
        match self {
            Self::One(text) => [text].into(),
            Self::More(texts) => texts,
        }
    }
}

/// Names that are required: one, all of a list, or as `any` or `all` say; with the `path` of the claim.
#[derive(Deserialize)]
#[serde(untagged)]
enum RequiredNames {
    All(OneOrMore),
    Rule(RequiredRule),
}

#[derive(Deserialize)]
struct RequiredRule {
    any: Option<OneOrMore>,
    all: Option<OneOrMore>,
    path: Option<String>,
}

impl RequiredNames {
    /// The path of the claim, where one is given, and the rule.
    fn into_rule(self, misuse: Error) -> Result<(Option<String>, Required), Error> {
        let rule = match self {
            Self::All(names) => RequiredRule {
                any: None,
                all: Some(names),
                path: None,
            },
            Self::Rule(rule) => rule,
        };
        match (rule.any, rule.all) {
            (Some(names), None) => Ok((rule.path, Required::any(names.into_vec())?)),
            (None, Some(names)) => Ok((rule.path, Required::all(names.into_vec())?)),
            _ => Err(misuse),
        }
    }
}

/// Seconds, as a number or in words.
#[derive(Deserialize)]
#[serde(untagged)]
enum Duration {
    Seconds(f64),
    Text(String),
}

impl Duration {
    fn seconds(&self, name: &'static str) -> Result<f64, Error> {
        match self {
            Self::Seconds(seconds) => Some(*seconds),
            Self::Text(text) => seconds_of(text),
        }
        .ok_or(Error::ApiMisuse(ApiMisuse::Option {
            name,
            expected: DURATION,
        }))
    }
}

/// A decimal number and its unit: s, m, h or d.
fn seconds_of(text: &str) -> Option<f64> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let unit = match unit {
        "s" => 1.0,
        "m" => 60.0,
        "h" => 3600.0,
        "d" => 86400.0,
        _ => return None,
    };
    let is_plain = number
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    number
        .parse::<f64>()
        .ok()
        .filter(|_| is_plain)
        .map(|number| number * unit)
}

/// An options object whose names are all known.
struct Options(Option<Object>);

impl Options {
    /// `undefined`, or an object with no other names than `known`.
    fn new(value: &JsValue, known: &[Known]) -> Result<Self, Error> {
        if value.is_undefined() {
            return Ok(Self(None));
        }
        let expected = "an object, or left out";
        let misuse = Error::ApiMisuse(ApiMisuse::Argument {
            name: "options",
            expected,
        });
        if !value.is_object() || Array::is_array(value) {
            return Err(misuse);
        }
        let object: &Object = value.unchecked_ref();
        for name in Object::keys(object).iter() {
            let name = name.as_string().unwrap_or_default();
            if !known.iter().any(|(known, _)| *known == name) {
                return Err(Error::ApiMisuse(ApiMisuse::UnknownOption { name }));
            }
        }
        Ok(Self(Some(object.clone())))
    }

    /// The value of an option, if it is given.
    fn value(&self, (name, expected): Known) -> Result<Option<JsValue>, Error> {
        let Some(object) = &self.0 else {
            return Ok(None);
        };
        let key = JsValue::from_str(name);
        if !Object::has_own(object, &key) {
            return Ok(None);
        }
        match Reflect::get(object, &key) {
            Ok(value) if !value.is_undefined() => Ok(Some(value)),
            _ => Err(Error::ApiMisuse(ApiMisuse::Option { name, expected })),
        }
    }

    /// An option, if it is given, as a `T`; `null` is none.
    fn get<T: DeserializeOwned>(&self, known: Known) -> Result<Option<T>, Error> {
        let (name, expected) = known;
        let misuse = || Error::ApiMisuse(ApiMisuse::Option { name, expected });
        match self.value(known)? {
            None => Ok(None),
            Some(value) if value.is_null() => Err(misuse()),
            Some(value) => serde_wasm_bindgen::from_value(value)
                .map(Some)
                .map_err(|_| misuse()),
        }
    }

    /// A rule about names, whose object form has no other members than `members`.
    fn required(
        &self,
        known: Known,
        members: &[Known],
    ) -> Result<Option<(Option<String>, Required)>, Error> {
        let (name, expected) = known;
        let Some(value) = self.value(known)? else {
            return Ok(None);
        };
        if value.is_object() && !Array::is_array(&value) {
            Self::new(&value, members)?;
        }
        let misuse = Error::ApiMisuse(ApiMisuse::Option { name, expected });
        match self.get::<RequiredNames>(known)? {
            Some(names) => names.into_rule(misuse).map(Some),
            None => Ok(None),
        }
    }

    fn algorithms(&self) -> Result<Option<Vec<Algorithm>>, Error> {
        let (name, _) = ALGORITHMS;
        let expected = "an array of supported algorithms' names, such as [\"ES256\"]";
        let Some(names) = self.get::<Vec<String>>(ALGORITHMS)? else {
            return Ok(None);
        };
        names
            .iter()
            .map(|algorithm| Algorithm::from_name(algorithm))
            .collect::<Option<Vec<Algorithm>>>()
            .map(Some)
            .ok_or(Error::ApiMisuse(ApiMisuse::Option { name, expected }))
    }

    fn limits(&self) -> Result<Limits, Error> {
        const TOKEN_LENGTH: Known = ("tokenLength", LIMIT);
        const HEADER_LENGTH: Known = ("headerLength", LIMIT);
        const JSON_DEPTH: Known = ("jsonDepth", LIMIT);

        let mut limits = Limits::default();
        let Some(value) = self.value(LIMITS)? else {
            return Ok(limits);
        };
        let (name, expected) = LIMITS;
        if !value.is_object() {
            return Err(Error::ApiMisuse(ApiMisuse::Option { name, expected }));
        }
        let given = Self::new(&value, &[TOKEN_LENGTH, HEADER_LENGTH, JSON_DEPTH])?;
        if let Some(characters) = given.whole_number(TOKEN_LENGTH)? {
            limits = limits.with_token_length(characters);
        }
        if let Some(bytes) = given.whole_number(HEADER_LENGTH)? {
            limits = limits.with_header_length(bytes);
        }
        if let Some(levels) = given.whole_number(JSON_DEPTH)? {
            limits = limits.with_json_depth(levels)?;
        }
        Ok(limits)
    }

    fn whole_number(&self, known: Known) -> Result<Option<usize>, Error> {
        let (name, expected) = known;
        let misuse = Error::ApiMisuse(ApiMisuse::Option { name, expected });
        self.get::<f64>(known)?
            .map(|number| whole_number(number).ok_or(misuse))
            .transpose()
    }

    fn signature_policy(&self) -> Result<SignaturePolicy, Error> {
        let mut policy = SignaturePolicy::new().limits(self.limits()?);
        if let Some(algorithms) = self.algorithms()? {
            policy = policy.algorithms(algorithms)?;
        }
        if let Some(names) = self.get::<Vec<String>>(CRIT)? {
            policy = policy.understood_critical(names);
        }
        if self.get::<bool>(ACCEPT_PADDING)? == Some(true) {
            policy = policy.padding(Padding::Accepted);
        }
        Ok(policy)
    }

    fn import_options(&self) -> Result<ImportOptions, Error> {
        let mut import = ImportOptions::new();
        if let Some(algorithms) = self.algorithms()? {
            import = import.algorithms(algorithms);
        }
        if let Some(allow_weak_key) = self.get(ALLOW_WEAK_KEY)? {
            import = import.allow_weak_key(allow_weak_key);
        }
        if let Some(key_id) = self.get::<String>(KEY_ID)? {
            import = import.key_id(key_id);
        }
        Ok(import)
    }
}

/// The largest integers a double holds exactly are far beyond any limit that makes sense.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked before"
)]
fn whole_number(number: f64) -> Option<usize> {
    let fits = (0.0..=f64::from(u32::MAX)).contains(&number) && number.fract() == 0.0;
    fits.then_some(number as usize)
}

/// The options of `verify` and `inspect`.
pub(super) fn validation(value: &JsValue) -> Result<Validation, Error> {
    const ISSUER: Known = ("issuer", ONE_OR_MORE);
    const AUDIENCE: Known = ("audience", "a string, an array of strings, or null");
    const SUBJECT: Known = ("subject", STRING);
    const JWT_ID: Known = ("jwtId", STRING);
    const NONCE: Known = ("nonce", STRING);
    const TYP: Known = ("typ", STRING);
    const CLOCK_TOLERANCE: Known = ("clockTolerance", DURATION);
    const MAX_TOKEN_AGE: Known = ("maxTokenAge", DURATION);
    const REQUIRED_CLAIMS: Known = ("requiredClaims", STRINGS);
    const MAX_LIFETIME: Known = ("maxLifetime", DURATION);
    const REJECT_BEFORE: Known = ("rejectBefore", "a valid Date, or seconds since the epoch");
    const REQUIRED_SCOPES: Known = ("requiredScopes", REQUIRED);
    const REQUIRED_ROLES: Known = ("requiredRoles", REQUIRED);
    const ANY: Known = ("any", ONE_OR_MORE);
    const ALL: Known = ("all", ONE_OR_MORE);
    const PATH: Known = ("path", STRING);

    let options = Options::new(
        value,
        &[
            ALGORITHMS,
            CRIT,
            ACCEPT_PADDING,
            LIMITS,
            ISSUER,
            AUDIENCE,
            SUBJECT,
            JWT_ID,
            NONCE,
            TYP,
            CLOCK_TOLERANCE,
            MAX_TOKEN_AGE,
            REQUIRED_CLAIMS,
            MAX_LIFETIME,
            REJECT_BEFORE,
            REQUIRED_SCOPES,
            REQUIRED_ROLES,
        ],
    )?;
    let mut validation = Validation::new().signature(options.signature_policy()?);
    if let Some(issuer) = options.get::<OneOrMore>(ISSUER)? {
        validation = validation.issuers(issuer.into_vec())?;
    }
    if options
        .value(AUDIENCE)?
        .is_some_and(|audience| audience.is_null())
    {
        validation = validation.audience_unchecked();
    } else if let Some(audience) = options.get::<OneOrMore>(AUDIENCE)? {
        validation = validation.audiences(audience.into_vec())?;
    }
    if let Some(subject) = options.get::<String>(SUBJECT)? {
        validation = validation.subject(subject)?;
    }
    if let Some(jwt_id) = options.get::<String>(JWT_ID)? {
        validation = validation.jwt_id(jwt_id)?;
    }
    if let Some(nonce) = options.get::<String>(NONCE)? {
        validation = validation.nonce(nonce)?;
    }
    if let Some(typ) = options.get::<String>(TYP)? {
        validation = validation.token_type(typ)?;
    }
    if let Some(names) = options.get::<Vec<String>>(REQUIRED_CLAIMS)? {
        validation = validation.required_claims(names);
    }
    if let Some(tolerance) = options.get::<Duration>(CLOCK_TOLERANCE)? {
        let seconds = tolerance.seconds(CLOCK_TOLERANCE.0)?;
        validation = validation.clock_tolerance_seconds(seconds)?;
    }
    if let Some(max_age) = options.get::<Duration>(MAX_TOKEN_AGE)? {
        validation = validation.max_token_age_seconds(max_age.seconds(MAX_TOKEN_AGE.0)?)?;
    }
    if let Some(max_lifetime) = options.get::<Duration>(MAX_LIFETIME)? {
        validation = validation.max_lifetime_seconds(max_lifetime.seconds(MAX_LIFETIME.0)?)?;
    }
    if let Some(earliest) = options.get::<f64>(REJECT_BEFORE)? {
        let (name, expected) = REJECT_BEFORE;
        let earliest = NumericDate::from_seconds(earliest)
            .ok_or(Error::ApiMisuse(ApiMisuse::Option { name, expected }))?;
        validation = validation.reject_before(earliest);
    }
    if let Some((_, scopes)) = options.required(REQUIRED_SCOPES, &[ANY, ALL])? {
        validation = validation.required_scopes(scopes);
    }
    if let Some((path, roles)) = options.required(REQUIRED_ROLES, &[ANY, ALL, PATH])? {
        let path = ClaimPath::from(path.as_deref().unwrap_or("roles"));
        validation = validation.required_roles(path, roles);
    }
    Ok(validation)
}

/// The options of `compactVerify`.
pub(super) fn signature_policy(value: &JsValue) -> Result<SignaturePolicy, Error> {
    Options::new(value, &[ALGORITHMS, CRIT, ACCEPT_PADDING, LIMITS])?.signature_policy()
}

/// The options of `decode`.
pub(super) fn form_policy(value: &JsValue) -> Result<SignaturePolicy, Error> {
    Options::new(value, &[ACCEPT_PADDING, LIMITS])?.signature_policy()
}

/// The options of `importJwk`.
pub(super) fn jwk_import(value: &JsValue) -> Result<ImportOptions, Error> {
    Options::new(value, &[ALGORITHMS, ALLOW_WEAK_KEY, KEY_ID])?.import_options()
}

/// The options of `importJwkSet`.
pub(super) fn jwk_set_import(value: &JsValue) -> Result<ImportOptions, Error> {
    Options::new(value, &[ALGORITHMS, ALLOW_WEAK_KEY])?.import_options()
}

/// The options of `importBytes`.
pub(super) fn bytes_import(value: &JsValue) -> Result<ImportOptions, Error> {
    Options::new(value, &[ALLOW_WEAK_KEY, KEY_ID])?.import_options()
}

/// The options of `importText`, and how a secret is written.
pub(super) fn text_import(
    value: &JsValue,
) -> Result<(ImportOptions, Option<SecretEncoding>), Error> {
    const ENCODING: Known = ("encoding", "utf8, base64, base64url or hex");

    let options = Options::new(value, &[ALLOW_WEAK_KEY, KEY_ID, ENCODING])?;
    let encoding = match options.get::<String>(ENCODING)?.as_deref() {
        None => None,
        Some("utf8") => Some(SecretEncoding::Utf8),
        Some("base64") => Some(SecretEncoding::Base64),
        Some("base64url") => Some(SecretEncoding::Base64url),
        Some("hex") => Some(SecretEncoding::Hex),
        Some(_) => {
            let (name, expected) = ENCODING;
            return Err(Error::ApiMisuse(ApiMisuse::Option { name, expected }));
        }
    };
    Ok((options.import_options()?, encoding))
}
