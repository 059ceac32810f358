//! The options that say of which kind the token is, and those that only one kind has.

use alloc::string::String;
use alloc::vec::Vec;

use super::reader::{ACCESS_TOKEN, Known, ONE_OR_MORE, Options, STRING, STRINGS};
use super::value::OneOrMore;
use crate::error::{ApiMisuse, Error};
use crate::jwt::{AccessToken, IdToken, LogoutToken, Validation};

pub(super) const PROFILE: Known = ("profile", "access_token, id_token or logout_token");

const CLIENT_ID: Known = ("clientId", ONE_OR_MORE);
const AUTHORIZED_PARTY: Known = ("authorizedParty", ONE_OR_MORE);
const TRUSTED_AUDIENCES: Known = ("trustedAudiences", STRINGS);
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
    let misuse = |(name, expected): Known| Error::ApiMisuse(ApiMisuse::Option { name, expected });
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
    validation
}

fn access_token(options: &Options, validation: Validation) -> Result<Validation, Error> {
    let mut access_token = AccessToken::new();
    if let Some(client_ids) = options.get::<OneOrMore>(CLIENT_ID)? {
        access_token = access_token.client_ids(client_ids.into_vec())?;
    }
    validation.access_token(access_token)
}

fn id_token(options: &Options, validation: Validation) -> Result<Validation, Error> {
    let mut id_token = IdToken::new(client_ids(options)?)?;
    if let Some(parties) = options.get::<OneOrMore>(AUTHORIZED_PARTY)? {
        id_token = id_token.authorized_parties(parties.into_vec())?;
    }
    if let Some(audiences) = options.get::<Vec<String>>(TRUSTED_AUDIENCES)? {
        id_token = id_token.trusted_audiences(audiences)?;
    }
    if let Some(access_token) = options.get::<String>(ACCESS_TOKEN)? {
        id_token = id_token.access_token(access_token)?;
    }
    if let Some(code) = options.get::<String>(CODE)? {
        id_token = id_token.code(code)?;
    }
    validation.id_token(id_token)
}

fn logout_token(options: &Options, validation: Validation) -> Result<Validation, Error> {
    validation.logout_token(LogoutToken::new(client_ids(options)?)?)
}

/// The client that a token is for. None is as much a mistake as an empty one.
fn client_ids(options: &Options) -> Result<Vec<String>, Error> {
    let client_ids = options.get::<OneOrMore>(CLIENT_ID)?;
    Ok(client_ids.map(OneOrMore::into_vec).unwrap_or_default())
}
