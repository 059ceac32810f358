//! What the name of a claim says about its content.

use alloc::string::String;

use crate::advice::Rule;
use crate::advice::rule::{CARD_NUMBER, PERSONAL_DATA, SECRET_IN_CLAIM};

/// Without case, hyphens and underscores: `apiKey`, `api_key` and `API-KEY` are one name.
const OF_SECRETS: [&str; 16] = [
    "password",
    "passwd",
    "pwd",
    "passphrase",
    "passwordhash",
    "secret",
    "clientsecret",
    "secretkey",
    "apikey",
    "apisecret",
    "privatekey",
    "accesstoken",
    "refreshtoken",
    "accesskey",
    "credentials",
    "otpsecret",
];

const OF_CARDS: [&str; 5] = ["cardnumber", "creditcard", "ccnumber", "cvv", "cvc"];

/// The claims of OpenID Connect Core 1.0 §5.1 about a person, and what else is often seen.
const OF_PERSONS: [&str; 25] = [
    "name",
    "givenname",
    "familyname",
    "middlename",
    "nickname",
    "preferredusername",
    "firstname",
    "lastname",
    "fullname",
    "email",
    "emailaddress",
    "phone",
    "phonenumber",
    "mobile",
    "address",
    "streetaddress",
    "birthdate",
    "birthday",
    "dateofbirth",
    "dob",
    "gender",
    "ssn",
    "socialsecuritynumber",
    "passportnumber",
    "iban",
];

/// The rule that a claim of this name breaks.
pub(super) fn rule(name: &str) -> Option<&'static Rule> {
    // Some issuers write a URI or a prefix before the name proper.
    let plain: String = name
        .rsplit(['/', ':'])
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|character| !matches!(character, '_' | '-' | ' '))
        .map(|character| character.to_ascii_lowercase())
        .collect();
    let is_one_of = |names: &[&str]| names.contains(&plain.as_str());
    if is_one_of(&OF_SECRETS) {
        Some(&SECRET_IN_CLAIM)
    } else if is_one_of(&OF_CARDS) {
        Some(&CARD_NUMBER)
    } else if is_one_of(&OF_PERSONS) {
        Some(&PERSONAL_DATA)
    } else {
        None
    }
}
