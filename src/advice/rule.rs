//! The rules that tokens and keys are checked against beyond what makes them valid, one row each: the name, which is
//! stable, how much a breach matters, the section of the RFC, and the sentence.

use super::hint::Hint;

/// Defines a static for each row, and the list of all.
macro_rules! rules {
    ($($NAME:ident = $id:literal, $severity:ident, $section:literal, $message:literal;)+) => {
        $(pub(crate) static $NAME: Rule = Rule {
            hint: Hint { id: $id, message: $message },
            severity: Severity::$severity,
            reference: concat!("https://www.rfc-editor.org/rfc/", $section),
        };)+

        /// Every rule.
        #[cfg(test)]
        pub(crate) static ALL: [&Rule; [$($id),+].len()] = [$(&$NAME),+];
    };
}

/// A rule, whose breach is a finding, and may be a hint as well.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Rule {
    hint: Hint,
    severity: Severity,
    reference: &'static str,
}

named! {
    /// How much a finding matters.
    #[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
    pub enum Severity, fn as_str {
        /// Worth knowing, and often meant so.
        Note = "note",
        /// Against what the standards advise.
        Warning = "warning",
        /// A mistake, or a danger to whoever relies on the token.
        Error = "error",
    }
}

impl Rule {
    /// Its name and its sentence.
    pub(crate) const fn hint(&self) -> Hint {
        self.hint
    }

    /// How much a breach matters.
    pub(crate) const fn severity(&self) -> Severity {
        self.severity
    }

    /// The section of the RFC, as a URL.
    pub(crate) const fn reference(&self) -> &'static str {
        self.reference
    }
}

rules! {
    ALG_NONE = "alg-none", Error, "rfc8725#section-3.2",
        "the token is unsecured (alg: none): anyone could have written it";
    KNOWN_SECRET = "known-secret", Error, "rfc8725#section-3.5",
        "this secret appears in public documentation: anyone can sign with it";
    SHORT_SECRET = "short-secret", Error, "rfc7518#section-3.2",
        "the secret is shorter than the hash of its algorithm (32, 48 or 64 bytes), and may be guessed";
    PREDICTABLE_SECRET = "predictable-secret", Warning, "rfc8725#section-3.5",
        "the secret repeats itself or counts up: use random bytes";
    SHORT_MODULUS = "short-modulus", Error, "rfc7518#section-3.3",
        "the RSA modulus is shorter than 2048 bits, which is too weak to rely on";
    KEY_IN_HEADER = "key-in-header", Warning, "rfc8725#section-3.10",
        "the header contains a key: trusting it means trusting whoever sent the token";
    PRIVATE_KEY_IN_HEADER = "private-key-in-header", Error, "rfc7515#section-4.1.3",
        "the header contains a private key or a shared secret: everyone who has the token has it";
    URL_IN_HEADER = "url-in-header", Warning, "rfc8725#section-3.10",
        "the header names a URL: fetching it fetches whatever the sender chose";
    KID_INJECTION = "kid-injection", Error, "rfc8725#section-3.10",
        "the kid looks like an attack on code that puts it into a path, a query or a command";
    KID_URL = "kid-url", Warning, "rfc8725#section-3.10",
        "the kid is a URL: it is only a name, and must not be fetched";
    KID_LONG = "kid-long", Warning, "rfc7515#section-4.1.4",
        "the kid is longer than 256 characters, which no key name needs";
    TYP_MISSING = "typ-missing", Note, "rfc8725#section-3.11",
        "no typ header: other kinds of token could be mistaken for this one";
    HEADER_PARAMETER_TYPE = "header-parameter-type", Warning, "rfc7515#section-4.1",
        "the header parameter has the wrong JSON type: some readers reject the token, others ignore the \
         parameter";
    NESTED_TOKEN = "nested-token", Note, "rfc7519#section-5.2",
        "the header says that the payload is a token itself, which has to be verified too";
    ENCRYPTED_TOKEN = "encrypted-token", Note, "rfc7516#section-3",
        "the token is encrypted: without the recipient's key, only its header can be read";
    EXP_MISSING = "exp-missing", Warning, "rfc7519#section-4.1.4",
        "no exp: the token never expires";
    IAT_MISSING = "iat-missing", Note, "rfc7519#section-4.1.6",
        "no iat: the age of the token is unknown";
    AUD_MISSING = "aud-missing", Warning, "rfc8725#section-3.9",
        "no audience (aud): a service that receives the token could replay it elsewhere";
    ISS_MISSING = "iss-missing", Warning, "rfc8725#section-3.8",
        "no issuer (iss): a verifier cannot know whose keys to use";
    LONG_LIFETIME = "long-lifetime", Warning, "rfc6750#section-5.3",
        "valid for more than an hour: a stolen token stays usable that long";
    TIME_IN_MILLISECONDS = "time-in-milliseconds", Error, "rfc7519#section-2",
        "the time is in milliseconds, but claims count in seconds";
    LARGE_INTEGER = "large-integer", Warning, "rfc7493#section-2.2",
        "it contains an integer beyond 2^53 - 1: JavaScript rounds it, so that two IDs may become one; send \
         it as a string";
    PERSONAL_DATA = "personal-data", Note, "rfc7519#section-12",
        "the claim looks like personal data, which everyone who has the token can read";
    CARD_NUMBER = "card-number", Warning, "rfc7519#section-12",
        "the claim looks like a payment card number, which everyone who has the token can read";
    SECRET_IN_CLAIM = "secret-in-claim", Error, "rfc7519#section-12",
        "the claim looks like a secret, which everyone who has the token can read";
}
