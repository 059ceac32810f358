//! ID tokens
//! ([OpenID Connect Core 1.0 §3.1.3.7](https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation)).

use alloc::string::String;
use alloc::vec::Vec;

use super::Profile;
use crate::error::Error;
use crate::jwa::Algorithm;
use crate::jwt::Validation;
use crate::jwt::check::{CheckName, ClaimCheck, Outcome, Subject, forbidden, missing};
use crate::jwt::validation::{non_empty, non_empty_list};
use crate::key::half_hash;

/// OpenID Connect Core 1.0 §2.
const REQUIRED: [&str; 5] = ["iss", "sub", "aud", "exp", "iat"];

/// The specification gives ID tokens no `typ`, and many have the general one.
const TOKEN_TYPES: &[&str] = &["JWT"];

pub(super) const CHECKS: [(CheckName, ClaimCheck); 4] = [
    (CheckName::Kind, kind),
    (CheckName::Azp, azp),
    (CheckName::AtHash, at_hash),
    (CheckName::CHash, c_hash),
];

/// An ID token for one client, for [`Validation::id_token`].
#[derive(Clone, Debug)]
pub struct IdToken {
    client_ids: Vec<String>,
    authorized_parties: Vec<String>,
    trusted_audiences: Vec<String>,
    access_token: Option<String>,
    code: Option<String>,
}

impl IdToken {
    /// An ID token for the client that has one of `client_ids`, of which one must be in `aud`.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn new<S: Into<String>>(client_ids: impl IntoIterator<Item = S>) -> Result<Self, Error> {
        let client_ids = non_empty_list("clientId", client_ids)?;
        Ok(Self {
            authorized_parties: client_ids.clone(),
            client_ids,
            trusted_audiences: Vec::new(),
            access_token: None,
            code: None,
        })
    }

    /// `azp` must be one of these when it is there. Defaults to the client IDs. Another one is right
    /// where one client gets tokens for another, as a phone's app does for its server.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn authorized_parties<S: Into<String>>(
        mut self,
        client_ids: impl IntoIterator<Item = S>,
    ) -> Result<Self, Error> {
        self.authorized_parties = non_empty_list("authorizedParty", client_ids)?;
        Ok(self)
    }

    /// What `aud` may name beside the client. Defaults to nothing: a token that is also for others
    /// can be used by them.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty list or an empty string in it.
    pub fn trusted_audiences<S: Into<String>>(
        mut self,
        audiences: impl IntoIterator<Item = S>,
    ) -> Result<Self, Error> {
        self.trusted_audiences = non_empty_list("trustedAudiences", audiences)?;
        Ok(self)
    }

    /// The access token that came with the ID token: `at_hash`, which then is required, must be its
    /// (OpenID Connect Core 1.0 §3.1.3.8, §3.2.2.9).
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn access_token(mut self, access_token: impl Into<String>) -> Result<Self, Error> {
        self.access_token = Some(non_empty("accessToken", access_token)?);
        Ok(self)
    }

    /// The authorization code that came with the ID token: `c_hash`, which then is required, must be
    /// its (OpenID Connect Core 1.0 §3.3.2.10).
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` for an empty string.
    pub fn code(mut self, code: impl Into<String>) -> Result<Self, Error> {
        self.code = Some(non_empty("code", code)?);
        Ok(self)
    }
}

impl Validation {
    /// Demands an ID token for a client (OpenID Connect Core 1.0 §3.1.3.7). `nonce`, the age of the
    /// authentication and `acr` are checked as they are for any token.
    ///
    /// # Errors
    ///
    /// `ERR_API_MISUSE` unless the issuer has been given before, and audience and `typ` have not: the
    /// client is the audience.
    ///
    /// ```
    /// use edge_jwt::{IdToken, Validation};
    ///
    /// let validation = Validation::new()
    ///     .issuer("https://issuer.example/")?
    ///     .nonce("n-0S6_WzA2Mj")?
    ///     .max_authentication_age_seconds(3600.0)?
    ///     .id_token(IdToken::new(["s6BhdRkqt3"])?)?;
    /// # Ok::<(), edge_jwt::Error>(())
    /// ```
    pub fn id_token(mut self, id_token: IdToken) -> Result<Self, Error> {
        self = self.for_client(id_token.client_ids.clone(), TOKEN_TYPES)?;
        self.trusted_audiences = Some(id_token.trusted_audiences.clone());
        self.require_claims(&REQUIRED);
        self.profile = Profile::Id(id_token);
        Ok(self)
    }
}

fn expected<'s>(subject: &'s Subject<'_>) -> Option<&'s IdToken> {
    match &subject.validation.profile {
        Profile::Id(expected) => Some(expected),
        Profile::Any | Profile::Access(_) | Profile::Logout => None,
    }
}

/// A logout token or any other security event (RFC 8417 §2.2) is not a login.
fn kind(subject: &Subject<'_>) -> Result<Outcome, Error> {
    match subject.claims.get("events") {
        Some(actual) => Err(forbidden("events", actual)),
        None => Ok(Outcome::Passed),
    }
}

/// Steps 4 and 5. Without `azp`, a token for several would not say whose it is.
fn azp(subject: &Subject<'_>) -> Result<Outcome, Error> {
    let Some(IdToken {
        authorized_parties, ..
    }) = expected(subject)
    else {
        return Ok(Outcome::NothingToCheck);
    };
    let is_for_several = subject.claims.audience().is_some_and(|aud| aud.len() > 1);
    if subject.claims.get("azp").is_none() && !is_for_several {
        return Ok(Outcome::NothingToCheck);
    }
    subject.string_claim("azp", authorized_parties)
}

fn at_hash(subject: &Subject<'_>) -> Result<Outcome, Error> {
    hash_claim(subject, "at_hash", |expected| {
        expected.access_token.as_deref()
    })
}

fn c_hash(subject: &Subject<'_>) -> Result<Outcome, Error> {
    hash_claim(subject, "c_hash", |expected| expected.code.as_deref())
}

/// The left half of the hash of `value`, by the hash of the token's own algorithm. An algorithm
/// nobody knows has no hash, and then nothing matches.
fn hash_claim(
    subject: &Subject<'_>,
    name: &str,
    value: fn(&IdToken) -> Option<&str>,
) -> Result<Outcome, Error> {
    let Some(value) = expected(subject).and_then(value) else {
        return Ok(Outcome::NothingToCheck);
    };
    match Algorithm::from_name(subject.header.algorithm()) {
        Some(algorithm) => subject.string_claim(name, &[half_hash(algorithm.hash(), value)]),
        None => Err(missing(name, None)),
    }
}
