//! The hints about tokens. Their names are stable; the files below say when each is given.

pub(super) mod claim;
pub(super) mod form;
pub(super) mod key;
pub(super) mod signature;

use crate::error::Hint;

// What is around the token.
pub(super) const SURROUNDING_WHITESPACE: Hint = Hint::new(
    "surrounding-whitespace",
    "there is whitespace around the token: pass the token alone",
);
pub(super) const WHITESPACE_INSIDE: Hint = Hint::new(
    "whitespace-inside",
    "there is whitespace inside the token, as when a long line was wrapped: remove it",
);
pub(super) const SURROUNDING_QUOTES: Hint = Hint::new(
    "surrounding-quotes",
    "there are quotes or other marks around the token: pass the token alone",
);
pub(super) const AUTHORIZATION_HEADER: Hint = Hint::new(
    "authorization-header",
    "this is a whole Authorization header: pass the token alone",
);
pub(super) const BEARER_PREFIX: Hint = Hint::new(
    "bearer-prefix",
    "the text begins with Bearer or DPoP: pass what follows it",
);
pub(super) const URL_PARAMETER: Hint = Hint::new(
    "url-parameter",
    "the token is a parameter of this URL: pass its value alone",
);
pub(super) const COOKIE_PAIR: Hint = Hint::new(
    "cookie-pair",
    "the token is the value of a cookie: pass what follows the equals sign",
);
pub(super) const SD_JWT: Hint = Hint::new(
    "sd-jwt",
    "this is an SD-JWT (RFC 9901): only the part before the first ~ is a signed token; the \
     disclosures and the key-binding JWT after it are not verified here",
);

// The form of the token itself.
pub(super) const BASE64_PADDING: Hint = Hint::new(
    "base64-padding",
    "a segment is padded with =, which JWS forbids; the option acceptPadding takes such tokens of \
     AWS Application Load Balancers",
);
pub(super) const BASE64_ALPHABET: Hint = Hint::new(
    "base64-alphabet",
    "a segment contains + or /: it is base64, but JWS uses base64url with - and _",
);
pub(super) const JSON_SERIALIZATION: Hint = Hint::new(
    "json-serialization",
    "this is the JSON serialization of JWS or JWE: a JSON Web Token uses the compact one, with dots \
     between its segments",
);
pub(super) const SIGNATURE_MISSING: Hint = Hint::new(
    "signature-missing",
    "there are two segments, but a signed token has three: the signature may have been cut off",
);
pub(super) const ENCRYPTED_TOKEN: Hint = Hint::new(
    "encrypted-token",
    "the token is encrypted: only its recipient can read its claims",
);

// The algorithm and the key.
pub(super) const ALGORITHM_CASE: Hint = Hint::new(
    "algorithm-case",
    "the alg differs from a supported one only in upper and lower case, which count",
);
pub(super) const SHARED_SECRET_FOR_PUBLIC_KEY: Hint = Hint::new(
    "hmac-token-public-key",
    "the header names HMAC with a shared secret, but the key is a public key: it is the wrong key, \
     or someone wants the public key to be used as a secret",
);
pub(super) const PUBLIC_KEY_FOR_SHARED_SECRET: Hint = Hint::new(
    "public-key-token-secret",
    "the header names a public-key algorithm, but the key is a shared secret: use the public key of \
     the issuer",
);
pub(super) const OTHER_KEY_TYPE: Hint = Hint::new(
    "other-key-type",
    "the header's algorithm needs a key of another type or curve than this one",
);
pub(super) const SAME_KEY_TYPE: Hint = Hint::new(
    "same-key-type",
    "the key is of the right type and was imported for another algorithm: if the issuer uses the one \
     in the header, import the key for that one",
);
pub(super) const KID_NOT_IN_SET: Hint = Hint::new(
    "kid-not-in-set",
    "no key of the set has the token's kid: the key may have been rotated, or the set belongs to \
     another issuer",
);
pub(super) const KID_SKIPPED: Hint = Hint::new(
    "kid-skipped",
    "the set has a key with this kid that cannot be used: the set's skipped keys say why",
);
pub(super) const KID_OTHER_ALGORITHM: Hint = Hint::new(
    "kid-other-algorithm",
    "the set has a key with this kid, but for another algorithm than the header's",
);
pub(super) const KID_MISSING: Hint = Hint::new(
    "kid-missing",
    "the token has no kid, and several keys of the set fit its algorithm",
);
pub(super) const NO_KEY_FOR_ALGORITHM: Hint = Hint::new(
    "no-key-for-algorithm",
    "no key of the set is for the header's algorithm",
);
pub(super) const ALGORITHMS_NEEDED: Hint = Hint::new(
    "algorithms-needed",
    "the key does not name its algorithm: list those that you accept in the option algorithms",
);
const EMPTY_KEY_SET: Hint = Hint::new("empty-key-set", "the set has no key that can be used");

// The signature.
pub(super) const SECRET_IS_BASE64: Hint = Hint::new(
    "secret-is-base64",
    "the secret is base64-encoded: decoded, it verifies this token",
);
pub(super) const SECRET_IS_BASE64URL: Hint = Hint::new(
    "secret-is-base64url",
    "the secret is base64url-encoded: decoded, it verifies this token",
);
pub(super) const SECRET_IS_HEX: Hint = Hint::new(
    "secret-is-hex",
    "the secret is written in hexadecimal digits: decoded, it verifies this token",
);
pub(super) const SECRET_WHITESPACE: Hint = Hint::new(
    "secret-whitespace",
    "the secret begins or ends with whitespace, a line break perhaps: without it, it verifies this \
     token",
);
pub(super) const SECRET_DECODED: Hint = Hint::new(
    "secret-decoded",
    "the issuer uses the secret as text: not decoded, it verifies this token (encoding utf8)",
);
pub(super) const SECRET_LOOKS_BASE64: Hint = Hint::new(
    "secret-looks-base64",
    "the secret looks base64-encoded, but neither as text nor decoded does it verify this token",
);
pub(super) const SECRET_LOOKS_HEX: Hint = Hint::new(
    "secret-looks-hex",
    "the secret looks like hexadecimal digits, but neither as text nor decoded does it verify this \
     token",
);
pub(super) const SIGNATURE_DER: Hint = Hint::new(
    "signature-der",
    "the signature is in DER, as many tools write it: JWS uses the two numbers r and s, each as \
     long as the curve's field",
);
pub(super) const SIGNATURE_LENGTH: Hint = Hint::new(
    "signature-length",
    "the signature has the wrong length for this algorithm: the token may be truncated",
);
pub(super) const GRAPH_TOKEN: Hint = Hint::new(
    "graph-token",
    "access tokens for Microsoft Graph have a nonce in the header, and only Graph can verify them: \
     request a token for your own API (scope api://...)",
);

// The claims.
pub(super) const EXP_IN_MILLISECONDS: Hint = Hint::new(
    "exp-in-milliseconds",
    "exp is in milliseconds, but claims count in seconds: divide by 1000 where the token is made",
);
pub(super) const NBF_IN_MILLISECONDS: Hint = Hint::new(
    "nbf-in-milliseconds",
    "nbf is in milliseconds, but claims count in seconds: divide by 1000 where the token is made",
);
pub(super) const IAT_IN_MILLISECONDS: Hint = Hint::new(
    "iat-in-milliseconds",
    "iat is in milliseconds, but claims count in seconds: divide by 1000 where the token is made",
);
pub(super) const LOOSE_TYPE: Hint = Hint::new(
    "loose-type",
    "the claim is null, or a number where a string belongs: acceptLooseTypes accepts it",
);
const TIME_IS_TEXT: Hint = Hint::new(
    "time-is-text",
    "the time is a string, but must be a JSON number of seconds since 1970",
);
pub(super) const CLOCK_SKEW: Hint = Hint::new(
    "clock-skew",
    "the time is off by five minutes or less: synchronise the clocks, or set clockTolerance",
);
pub(super) const TRAILING_SLASH: Hint = Hint::new(
    "differs-by-trailing-slash",
    "it differs from the expected value only by a slash at the end, which counts",
);
pub(super) const LETTER_CASE: Hint = Hint::new(
    "differs-by-case",
    "it differs from the expected value only in upper and lower case, which count",
);
pub(super) const URL_SCHEME: Hint = Hint::new(
    "differs-by-scheme",
    "it differs from the expected value only by http or https at the beginning, which counts",
);
pub(super) const WHITESPACE: Hint = Hint::new(
    "differs-by-whitespace",
    "it differs from the expected value only by whitespace around it, which counts",
);
