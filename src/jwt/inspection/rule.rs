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
    message: "the token is unsecured: anybody can write such a token",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.2",
};

pub(super) static KNOWN_SECRET: Rule = Rule {
    id: "known-secret",
    severity: Severity::Error,
    message: "the secret stands in public documentation: anyone can forge this token",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.5",
};

pub(super) static SHORT_SECRET: Rule = Rule {
    id: "short-secret",
    severity: Severity::Error,
    message: "the secret is shorter than the hash of its algorithm, and may be guessed",
    reference: "https://www.rfc-editor.org/rfc/rfc7518#section-3.2",
};

pub(super) static PREDICTABLE_SECRET: Rule = Rule {
    id: "predictable-secret",
    severity: Severity::Warning,
    message: "the secret repeats itself or counts: take random bytes",
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
    message: "the header brings a key of its own: whoever trusts it trusts the sender, whoever that \
              is",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.10",
};

pub(super) static PRIVATE_KEY_IN_HEADER: Rule = Rule {
    id: "private-key-in-header",
    severity: Severity::Error,
    message: "the key in the header is a private key or a shared secret: it is no secret any more",
    reference: "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.3",
};

pub(super) static URL_IN_HEADER: Rule = Rule {
    id: "url-in-header",
    severity: Severity::Warning,
    message: "the header names a URL: whoever fetches it fetches what the sender likes",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.10",
};

pub(super) static KID_INJECTION: Rule = Rule {
    id: "kid-injection",
    severity: Severity::Error,
    message: "the kid looks like an attack on whoever uses it in a path, a query or a command",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.10",
};

pub(super) static KID_URL: Rule = Rule {
    id: "kid-url",
    severity: Severity::Warning,
    message: "the kid is a URL: it is a name, and must not be fetched",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.10",
};

pub(super) static KID_LONG: Rule = Rule {
    id: "kid-long",
    severity: Severity::Warning,
    message: "the kid is longer than 256 characters, which no name of a key has to be",
    reference: "https://www.rfc-editor.org/rfc/rfc7515#section-4.1.4",
};

pub(super) static TYP_MISSING: Rule = Rule {
    id: "typ-missing",
    severity: Severity::Note,
    message: "the header has no typ, by which tokens of one kind are told from those of another",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.11",
};

pub(super) static HEADER_PARAMETER_TYPE: Rule = Rule {
    id: "header-parameter-type",
    severity: Severity::Warning,
    message: "the header parameter is registered with another JSON type: some readers refuse the \
              token, others ignore the parameter",
    reference: "https://www.rfc-editor.org/rfc/rfc7515#section-4.1",
};

pub(super) static NESTED_TOKEN: Rule = Rule {
    id: "nested-token",
    severity: Severity::Note,
    message: "the payload is said to be a token itself, to be verified in its turn",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-5.2",
};

pub(super) static ENCRYPTED_TOKEN: Rule = Rule {
    id: "encrypted-token",
    severity: Severity::Note,
    message: "the token is encrypted: nothing but its header can be read without the recipient's key",
    reference: "https://www.rfc-editor.org/rfc/rfc7516#section-3",
};

pub(super) static EXP_MISSING: Rule = Rule {
    id: "exp-missing",
    severity: Severity::Warning,
    message: "the token has no exp and never expires",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4",
};

pub(super) static IAT_MISSING: Rule = Rule {
    id: "iat-missing",
    severity: Severity::Note,
    message: "the token has no iat, so that its age cannot be told",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.6",
};

pub(super) static AUD_MISSING: Rule = Rule {
    id: "aud-missing",
    severity: Severity::Warning,
    message: "the token has no aud: one service can use it at another",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.9",
};

pub(super) static ISS_MISSING: Rule = Rule {
    id: "iss-missing",
    severity: Severity::Warning,
    message: "the token has no iss: which keys are for it cannot be told",
    reference: "https://www.rfc-editor.org/rfc/rfc8725#section-3.8",
};

pub(super) static LONG_LIFETIME: Rule = Rule {
    id: "long-lifetime",
    severity: Severity::Warning,
    message: "the token lives longer than an hour, and so does the harm when it is stolen",
    reference: "https://www.rfc-editor.org/rfc/rfc6750#section-5.3",
};

pub(super) static TIME_IN_MILLISECONDS: Rule = Rule {
    id: "time-in-milliseconds",
    severity: Severity::Error,
    message: "the time is in milliseconds, where the claims count in seconds",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-2",
};

pub(super) static LARGE_INTEGER: Rule = Rule {
    id: "large-integer",
    severity: Severity::Warning,
    message: "an integer in it is beyond 2^53 - 1: JavaScript rounds it, so that two IDs may become \
              one; send it as a string",
    reference: "https://www.rfc-editor.org/rfc/rfc7493#section-2.2",
};

pub(super) static PERSONAL_DATA: Rule = Rule {
    id: "personal-data",
    severity: Severity::Note,
    message: "the claim looks like personal data, which everybody who sees the token can read",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-12",
};

pub(super) static CARD_NUMBER: Rule = Rule {
    id: "card-number",
    severity: Severity::Warning,
    message: "the claim looks like the number of a payment card, which everybody who sees the token \
              can read",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-12",
};

pub(super) static SECRET_IN_CLAIM: Rule = Rule {
    id: "secret-in-claim",
    severity: Severity::Error,
    message: "the claim looks like a secret, which everybody who sees the token can read",
    reference: "https://www.rfc-editor.org/rfc/rfc7519#section-12",
};
