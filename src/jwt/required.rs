//! Scopes and roles: which of them a token must grant, and where it says so.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{ApiMisuse, Error};
use crate::json::{Object, Value};

/// Scopes or roles that are required: all of them, or any one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Required {
    names: Vec<String>,
    all: bool,
}

impl Required {
    /// Every one of `names`.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty name: it would require nothing.
    pub fn all<S: Into<String>>(names: impl IntoIterator<Item = S>) -> Result<Self, Error> {
        Self::new(names, true)
    }

    /// At least one of `names`.
    ///
    /// # Errors
    ///
    /// As [`all`](Self::all).
    pub fn any<S: Into<String>>(names: impl IntoIterator<Item = S>) -> Result<Self, Error> {
        Self::new(names, false)
    }

    fn new<S: Into<String>>(names: impl IntoIterator<Item = S>, all: bool) -> Result<Self, Error> {
        let names: Vec<String> = names.into_iter().map(Into::into).collect();
        if names.is_empty() || names.iter().any(String::is_empty) {
            return Err(Error::ApiMisuse(ApiMisuse::Argument {
                name: "names",
                expected: "a list of at least one string, none of them empty",
            }));
        }
        Ok(Self { names, all })
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether `granted` is enough. Names are compared exactly.
    pub(super) fn is_met_by(&self, granted: &[&str]) -> bool {
        let is_granted = |name: &String| granted.contains(&name.as_str());
        if self.all {
            self.names.iter().all(is_granted)
        } else {
            self.names.iter().any(is_granted)
        }
    }
}

/// Where in the claims set a claim is: its name, or the names on the way to it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClaimPath {
    name: String,
    steps: Vec<String>,
}

impl From<&str> for ClaimPath {
    /// The claim called exactly `path`, such as `cognito:groups` or `https://example.com/roles`; where
    /// there is none, the one that is found by taking the full stops for steps, such as
    /// `realm_access.roles`.
    fn from(path: &str) -> Self {
        Self {
            name: path.into(),
            steps: path.split('.').map(ToOwned::to_owned).collect(),
        }
    }
}

impl ClaimPath {
    /// The path as it was written.
    pub(super) fn as_str(&self) -> &str {
        &self.name
    }

    pub(super) fn find<'c>(&self, claims: &'c Object) -> Option<&'c Value> {
        claims.get(&self.name).or_else(|| {
            let (last, way) = self.steps.split_last()?;
            way.iter()
                .try_fold(claims, |object, step| object.get(step)?.as_object())?
                .get(last)
        })
    }
}
