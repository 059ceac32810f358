//! An options object, read by name.

use alloc::string::String;
use alloc::vec::Vec;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use super::value::{Duration, OneOrMore, OptionValue, Scalar};
use crate::base64url::Padding;
use crate::error::{ApiMisuse, Error};
use crate::jwa::Algorithm;
use crate::jws::{HEADER_LENGTH, JSON_DEPTH, Limits, SignaturePolicy, TOKEN_LENGTH};
use crate::jwt::{AGE, Required, TOLERANCE};
use crate::key::ImportOptions;

/// One option: its name, and what it can be.
pub(super) type Known = (&'static str, &'static str);

pub(super) const STRING: &str = "a string";
pub(super) const STRINGS: &str = "an array of strings";
pub(super) const ONE_OR_MORE: &str = "a string or an array of strings";
pub(super) const BOOLEAN: &str = "true or false";

pub(super) const ALGORITHMS: Known = ("algorithms", STRINGS);
pub(super) const CRIT: Known = ("crit", STRINGS);
pub(super) const ACCEPT_PADDING: Known = ("acceptPadding", BOOLEAN);
pub(super) const TRY_ALL_MATCHING_KEYS: Known = ("tryAllMatchingKeys", BOOLEAN);
pub(super) const LIMITS: Known = ("limits", "an object");
pub(super) const ALLOW_WEAK_KEY: Known = ("allowWeakKey", BOOLEAN);
pub(super) const KEY_ID: Known = ("keyId", STRING);
pub(super) const CLOCK_TOLERANCE: Known = ("clockTolerance", TOLERANCE);
pub(super) const MAX_TOKEN_AGE: Known = ("maxTokenAge", AGE);
pub(super) const ANY: Known = ("any", ONE_OR_MORE);
pub(super) const ALL: Known = ("all", ONE_OR_MORE);
pub(super) const PATH: Known = ("path", STRING);
pub(super) const ACCESS_TOKEN: Known = ("accessToken", STRING);

/// An options object whose names are all known.
pub(super) struct Options(Option<Object>);

impl Options {
    /// `undefined`, or an object with no other names than `known`.
    pub(super) fn new(value: &JsValue, known: &[Known]) -> Result<Self, Error> {
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
    pub(super) fn value(&self, (name, expected): Known) -> Result<Option<JsValue>, Error> {
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
    pub(super) fn get<T: OptionValue>(&self, known: Known) -> Result<Option<T>, Error> {
        let (name, expected) = known;
        let misuse = || Error::ApiMisuse(ApiMisuse::Option { name, expected });
        match self.value(known)? {
            None => Ok(None),
            Some(value) => T::from_js(&value).map(Some).ok_or_else(misuse),
        }
    }

    /// A rule about names, whose object form has no other members than `members`.
    pub(super) fn required(
        &self,
        known: Known,
        members: &[Known],
    ) -> Result<Option<(Option<String>, Required)>, Error> {
        let (name, expected) = known;
        let misuse = Error::ApiMisuse(ApiMisuse::Option { name, expected });
        let Some(value) = self.value(known)? else {
            return Ok(None);
        };
        if let Some(names) = OneOrMore::<String>::from_js(&value) {
            return Ok(Some((None, Required::all(names.into_vec())?)));
        }
        if !value.is_object() || Array::is_array(&value) {
            return Err(misuse);
        }
        let rule = Self::new(&value, members)?;
        let required = match (rule.get::<OneOrMore>(ANY)?, rule.get::<OneOrMore>(ALL)?) {
            (Some(names), None) => Required::any(names.into_vec())?,
            (None, Some(names)) => Required::all(names.into_vec())?,
            _ => return Err(misuse),
        };
        Ok(Some((rule.get(PATH)?, required)))
    }

    pub(super) fn algorithms(&self) -> Result<Option<Vec<Algorithm>>, Error> {
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

    /// A duration in seconds.
    pub(super) fn seconds(&self, known: Known) -> Result<Option<f64>, Error> {
        let duration = self.get::<Duration>(known)?;
        Ok(duration.map(|duration| duration.seconds()))
    }

    /// Names, and the value or values of each.
    pub(super) fn expected_values(
        &self,
        known: Known,
    ) -> Result<Vec<(String, Vec<Scalar>)>, Error> {
        let (name, expected) = known;
        let misuse = || Error::ApiMisuse(ApiMisuse::Option { name, expected });
        let Some(value) = self.value(known)? else {
            return Ok(Vec::new());
        };
        if !value.is_object() || Array::is_array(&value) {
            return Err(misuse());
        }
        Object::entries(value.unchecked_ref())
            .iter()
            .map(|entry| {
                let entry: &Array = entry.unchecked_ref();
                let name = String::from_js(&entry.get(0))?;
                let values: OneOrMore<Scalar> = OneOrMore::from_js(&entry.get(1))?;
                Some((name, values.into_vec()))
            })
            .collect::<Option<_>>()
            .ok_or_else(misuse)
    }

    pub(super) fn limits(&self) -> Result<Limits, Error> {
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
            limits = limits.with_token_length(characters)?;
        }
        if let Some(bytes) = given.whole_number(HEADER_LENGTH)? {
            limits = limits.with_header_length(bytes)?;
        }
        if let Some(levels) = given.whole_number(JSON_DEPTH)? {
            limits = limits.with_json_depth(levels)?;
        }
        Ok(limits)
    }

    pub(super) fn whole_number(&self, known: Known) -> Result<Option<usize>, Error> {
        let (name, expected) = known;
        let misuse = Error::ApiMisuse(ApiMisuse::Option { name, expected });
        self.get::<f64>(known)?
            .map(|number| whole_number(number).ok_or(misuse))
            .transpose()
    }

    pub(super) fn signature_policy(&self) -> Result<SignaturePolicy, Error> {
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
        if let Some(try_all) = self.get(TRY_ALL_MATCHING_KEYS)? {
            policy = policy.try_all_matching_keys(try_all);
        }
        Ok(policy)
    }

    pub(super) fn import_options(&self) -> Result<ImportOptions, Error> {
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
    let in_range = (0.0..=f64::from(u32::MAX)).contains(&number);
    (in_range && f64::from(number as u32) == number).then_some(number as usize)
}
