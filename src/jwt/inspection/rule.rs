//! The rules that tokens are held to beyond what makes them valid. Their names are stable.

use super::finding::Severity;

/// A rule.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Rule {
    pub(super) id: &'static str,
    pub(super) severity: Severity,
    pub(super) message: &'static str,
    pub(super) reference: &'static str,
}

pub(super) static ALG_NONE: Rule = Rule {
    id: "alg-none",
    severity: Severity::Error,
    message: "the token is unsecured (alg: none): anyone could have written it",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.2",
};

pub(super) static KNOWN_SECRET: Rule = Rule {
    id: "known-secret",
    severity: Severity::Error,
    message: "this secret appears in public documentation: anyone can forge this token",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.5",
};

pub(super) static SHORT_SECRET: Rule = Rule {
    id: "short-secret",
    severity: Severity::Error,
    message: "the secret is shorter than the hash of its algorithm and may be guessed",
    reference: "https://www.rfc-editor.org/rfc/rfc7518#section-3.2",
};

pub(super) static PREDICTABLE_SECRET: Rule = Rule {
    id: "predictable-secret",
    severity: Severity::Warning,
    message: "the secret repeats itself or counts up: use random bytes",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.5",
};

pub(super) static SHORT_MODULUS: Rule = Rule {
    id: "short-modulus",
    severity: Severity::Error,
    message: "the RSA modulus is shorter than 2048 bits",
    reference: "https://www.rfc-editor.org/rfc/rfc7518#section-3.3",
};

pub(super) static KEY_IN_HEADER: Rule = Rule {
    id: "key-in-header",
    severity: Severity::Warning,
    message: "the header contains a key: trusting it means trusting whoever sent the token",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.10",
};

pub(super) static PRIVATE_KEY_IN_HEADER: Rule = Rule {
    id: "private-key-in-header",
    severity: Severity::Error,
    message: "the header contains a private key or a shared secret: everyone who has the token has it",
    reference: "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.3",
};

pub(super) static URL_IN_HEADER: Rule = Rule {
    id: "url-in-header",
    severity: Severity::Warning,
    message: "the header names a URL: fetching it fetches whatever the sender chose",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.10",
};

pub(super) static KID_INJECTION: Rule = Rule {
    id: "kid-injection",
    severity: Severity::Error,
    message: "the kid looks like an attack on code that puts it into a path, a query or a command",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.10",
};

pub(super) static KID_URL: Rule = Rule {
    id: "kid-url",
    severity: Severity::Warning,
    message: "the kid is a URL: it is only a name, and must not be fetched",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.10",
};

pub(super) static KID_LONG: Rule = Rule {
    id: "kid-long",
    severity: Severity::Warning,
    message: "the kid is longer than 256 characters, which no key name needs",
    reference: "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.4",
};

pub(super) static TYP_MISSING: Rule = Rule {
    id: "typ-missing",
    severity: Severity::Note,
    message: "no typ header: other kinds of token could be mistaken for this one",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.11",
};

pub(super) static HEADER_PARAMETER_TYPE: Rule = Rule {
    id: "header-parameter-type",
    severity: Severity::Warning,
    message: "the header parameter has the wrong JSON type: some readers reject the token, others \
              ignore the parameter",
    reference: "https://www.rfc-editor.org/rfc/rfc7515#section-4.1",
};

pub(super) static NESTED_TOKEN: Rule = Rule {
    id: "nested-token",
    severity: Severity::Note,
    message: "the header says that the payload is a token itself, which has to be verified too",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-5.2",
};

pub(super) static ENCRYPTED_TOKEN: Rule = Rule {
    id: "encrypted-token",
    severity: Severity::Note,
    message: "the token is encrypted: without the recipient's key, only its header can be read",
    reference: "https://www.rfc-editor.org/rfc/rfc7516#section-3",
};

pub(super) static EXP_MISSING: Rule = Rule {
    id: "exp-missing",
    severity: Severity::Warning,
    message: "no exp: the token never expires",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4",
};

pub(super) static IAT_MISSING: Rule = Rule {
    id: "iat-missing",
    severity: Severity::Note,
    message: "no iat: the age of the token is unknown",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.6",
};

pub(super) static AUD_MISSING: Rule = Rule {
    id: "aud-missing",
    severity: Severity::Warning,
    message: "no audience (aud): a service that receives the token could replay it elsewhere",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.9",
};

pub(super) static ISS_MISSING: Rule = Rule {
    id: "iss-missing",
    severity: Severity::Warning,
    message: "no issuer (iss): a verifier cannot know whose keys to use",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.8",
};

pub(super) static LONG_LIFETIME: Rule = Rule {
    id: "long-lifetime",
    severity: Severity::Warning,
    message: "valid for more than an hour: a stolen token stays usable that long",
    reference: "https://www.rfc-editor.org/rfc/rfc6750#section-5.3",
};

pub(super) static TIME_IN_MILLISECONDS: Rule = Rule {
    id: "time-in-milliseconds",
    severity: Severity::Error,
    message: "the time is in milliseconds, but claims count in seconds",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-2",
};

pub(super) static LARGE_INTEGER: Rule = Rule {
    id: "large-integer",
    severity: Severity::Warning,
    message: "it contains an integer beyond 2^53 - 1: JavaScript rounds it, so that two IDs may \
              become one; send it as a string",
    reference: "https://www.rfc-editor.org/rfc/rfc7493#section-2.2",
};

pub(super) static PERSONAL_DATA: Rule = Rule {
    id: "personal-data",
    severity: Severity::Note,
    message: "the claim looks like personal data, which everyone who has the token can read",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-12",
};

pub(super) static CARD_NUMBER: Rule = Rule {
    id: "card-number",
    severity: Severity::Warning,
    message: "the claim looks like a payment card number, which everyone who has the token can read",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-12",
};

pub(super) static SECRET_IN_CLAIM: Rule = Rule {
    id: "secret-in-claim",
    severity: Severity::Error,
    message: "the claim looks like a secret, which everyone who has the token can read",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-12",
};
