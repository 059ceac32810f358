//! The options that say of which kind the token is, and those that only one kind has.

use alloc::string::String;
use alloc::vec::Vec;

use super::reader::{Known, ONE_OR_MORE, Options, STRING, STRINGS, misuse, named};
use super::value::OneOrMore;
use crate::error::Error;
use crate::jwt::{AccessToken, IdToken, LogoutToken, Validation};

pub(super) const PROFILE: Known = ("profile", "access_token, id_token or logout_token");

const CLIENT_ID: Known = ("clientId", ONE_OR_MORE);
const AUTHORIZED_PARTY: Known = ("authorizedParty", ONE_OR_MORE);
const TRUSTED_AUDIENCES: Known = ("trustedAudiences", STRINGS);
const ACCESS_TOKEN: Known = ("accessToken", STRING);
const CODE: Known = ("code", STRING);

/// The options that make no sense without a profile.
pub(super) const OF_PROFILES: [Known; 5] = [
    CLIENT_ID,
    AUTHORIZED_PARTY,
    TRUSTED_AUDIENCES,
    ACCESS_TOKEN,
    CODE,
];

/// `validation`, and what its kind of token is asked beyond it.
pub(super) fn profile(options: &Options, validation: Validation) -> Result<Validation, Error> {
    let (allowed, validation): (&[Known], _) = match options.get::<String>(PROFILE)?.as_deref() {
        None => (&[], Ok(validation)),
        Some("access_token") => (&[CLIENT_ID], access_token(options, validation)),
        Some("id_token") => (&OF_PROFILES, id_token(options, validation)),
        Some("logout_token") => (&[CLIENT_ID], logout_token(options, validation)),
        Some(_) => return Err(misuse(PROFILE)),
    };
    for known in OF_PROFILES {
        if !allowed.contains(&known) && options.value(known)?.is_some() {
            return Err(misuse((known.0, "left out: the profile does not have it")));
        }
    }
    validation.map_err(|error| named(error, PROFILE))
}

fn access_token(options: &Options, validation: Validation) -> Result<Validation, Error> {
    let mut access_token = AccessToken::new();
    if let Some(client_ids) = options.get::<OneOrMore>(CLIENT_ID)? {
        access_token = of(CLIENT_ID, access_token.client_ids(client_ids.into_vec()))?;
    }
    validation.access_token(access_token)
}

fn id_token(options: &Options, validation: Validation) -> Result<Validation, Error> {
    let mut id_token = of(CLIENT_ID, IdToken::new(client_ids(options)?))?;
    if let Some(parties) = options.get::<OneOrMore>(AUTHORIZED_PARTY)? {
        let parties = parties.into_vec();
        id_token = of(AUTHORIZED_PARTY, id_token.authorized_parties(parties))?;
    }
    if let Some(audiences) = options.get::<Vec<String>>(TRUSTED_AUDIENCES)? {
        id_token = of(TRUSTED_AUDIENCES, id_token.trusted_audiences(audiences))?;
    }
    if let Some(access_token) = options.get::<String>(ACCESS_TOKEN)? {
        id_token = of(ACCESS_TOKEN, id_token.access_token(access_token))?;
    }
    if let Some(code) = options.get::<String>(CODE)? {
        id_token = of(CODE, id_token.code(code))?;
    }
    validation.id_token(id_token)
}

fn logout_token(options: &Options, validation: Validation) -> Result<Validation, Error> {
    let logout_token = of(CLIENT_ID, LogoutToken::new(client_ids(options)?))?;
    validation.logout_token(logout_token)
}

/// The client that a token is for. None is as much a mistake as an empty one.
fn client_ids(options: &Options) -> Result<Vec<String>, Error> {
    let client_ids = options.get::<OneOrMore>(CLIENT_ID)?;
    Ok(client_ids.map(OneOrMore::into_vec).unwrap_or_default())
}

/// What a method of the core gives for an option.
fn of<T>(known: Known, result: Result<T, Error>) -> Result<T, Error> {
    result.map_err(|error| named(error, known))
}
