//! The hints, one row each: the name, which is stable, and the sentence.

use core::fmt;

/// Defines a constant for each row, and the list of all.
macro_rules! hints {
    ($($NAME:ident = $id:literal, $message:literal;)+) => {
        $(pub(crate) const $NAME: Hint = Hint { id: $id, message: $message };)+

        /// Every hint that is no finding.
        #[cfg(test)]
        pub(crate) const ALL: [Hint; [$($id),+].len()] = [$($NAME),+];
    };
}

/// A guess at what may be behind a failure, and what to do about it. It helps people and decides nothing, and it
/// never holds any of the token or the key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Hint {
    pub(super) id: &'static str,
    pub(super) message: &'static str,
}

impl Hint {
    /// Its stable name: words with hyphens.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.id
    }

    /// One sentence for people.
    #[must_use]
    pub const fn message(self) -> &'static str {
        self.message
    }
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

hints! {
    // What is around the token.
    SURROUNDING_WHITESPACE = "surrounding-whitespace",
        "there is whitespace around the token: pass the token alone";
    WHITESPACE_INSIDE = "whitespace-inside",
        "there is whitespace inside the token, as when a long line was wrapped: remove it";
    SURROUNDING_QUOTES = "surrounding-quotes",
        "there are quotes or other marks around the token: pass the token alone";
    AUTHORIZATION_HEADER = "authorization-header",
        "this is a whole Authorization header: pass the token alone";
    BEARER_PREFIX = "bearer-prefix",
        "the text begins with Bearer or DPoP: pass what follows it";
    URL_PARAMETER = "url-parameter",
        "the token is a parameter of this URL: pass its value alone";
    COOKIE_PAIR = "cookie-pair",
        "the token is the value of a cookie: pass what follows the equals sign";
    SD_JWT = "sd-jwt",
        "this is an SD-JWT (RFC 9901): only the part before the first ~ is a signed token; the disclosures \
         and the key-binding JWT after it are not verified here";

    // The form of the token itself.
    BASE64_PADDING = "base64-padding",
        "a segment is padded with =, which JWS forbids; the tokens of AWS Application Load Balancers are: \
         accept padding for those alone";
    BASE64_ALPHABET = "base64-alphabet",
        "a segment contains + or /: it is base64, but JWS uses base64url with - and _";
    JSON_SERIALIZATION = "json-serialization",
        "this is the JSON serialization of JWS or JWE: a JSON Web Token uses the compact one, with dots \
         between its segments";
    SIGNATURE_MISSING = "signature-missing",
        "there are two segments, but a signed token has three: the signature may have been cut off";

    // The algorithm and the key.
    ALGORITHM_CASE = "algorithm-case",
        "the alg differs from a supported one only in upper and lower case, which count";
    SHARED_SECRET_FOR_PUBLIC_KEY = "hmac-token-public-key",
        "the header names HMAC with a shared secret, but the key is a public key: it is the wrong key, or \
         someone wants the public key to be used as a secret";
    PUBLIC_KEY_FOR_SHARED_SECRET = "public-key-token-secret",
        "the header names a public-key algorithm, but the key is a shared secret: use the public key of the \
         issuer";
    OTHER_KEY_TYPE = "other-key-type",
        "the header's algorithm needs a key of another type or curve than this one";
    SAME_KEY_TYPE = "same-key-type",
        "the key is of the right type and was imported for another algorithm: if the issuer uses the one in \
         the header, import the key for that one";
    KID_NOT_IN_SET = "kid-not-in-set",
        "no key of the set has the token's kid: the key may have been rotated, or the set belongs to another \
         issuer";
    KID_SKIPPED = "kid-skipped",
        "the set has a key with this kid that cannot be used: the set's skipped keys say why";
    KID_OTHER_ALGORITHM = "kid-other-algorithm",
        "the set has a key with this kid, but for another algorithm than the header's";
    KID_MISSING = "kid-missing",
        "the token has no kid, and several keys of the set fit its algorithm";
    NO_KEY_FOR_ALGORITHM = "no-key-for-algorithm",
        "no key of the set is for the header's algorithm";
    ALGORITHMS_NEEDED = "algorithms-needed",
        "the key does not name its algorithm: list the algorithms that you accept";
    EMPTY_KEY_SET = "empty-key-set",
        "the set has no key that can be used";

    // The signature.
    SECRET_IS_BASE64 = "secret-is-base64",
        "the secret is base64-encoded: decoded, it verifies this token";
    SECRET_IS_BASE64URL = "secret-is-base64url",
        "the secret is base64url-encoded: decoded, it verifies this token";
    SECRET_IS_HEX = "secret-is-hex",
        "the secret is written in hexadecimal digits: decoded, it verifies this token";
    SECRET_WITHOUT_WHITESPACE = "secret-without-whitespace",
        "without the whitespace around it, a line break perhaps, the secret verifies this token";
    SECRET_DECODED = "secret-decoded",
        "the issuer uses the secret as text: not decoded, it verifies this token (encoding utf8)";
    SECRET_WRONG_EITHER_WAY = "secret-wrong-either-way",
        "the secret looks encoded, but neither as text nor decoded does it verify this token";
    SIGNATURE_DER = "signature-der",
        "the signature is in DER, as many tools write it: JWS uses the two numbers r and s, each as long as \
         the curve's field";
    SIGNATURE_LENGTH = "signature-length",
        "the signature has the wrong length for this algorithm: the token may be truncated";
    GRAPH_TOKEN = "graph-token",
        "access tokens for Microsoft Graph have a nonce in the header, and only Graph can verify them: \
         request a token for your own API (scope api://...)";

    // The claims.
    EXP_IN_MILLISECONDS = "exp-in-milliseconds",
        "exp is in milliseconds, but claims count in seconds: divide by 1000 where the token is made";
    NBF_IN_MILLISECONDS = "nbf-in-milliseconds",
        "nbf is in milliseconds, but claims count in seconds: divide by 1000 where the token is made";
    IAT_IN_MILLISECONDS = "iat-in-milliseconds",
        "iat is in milliseconds, but claims count in seconds: divide by 1000 where the token is made";
    LOOSE_TYPE = "loose-type",
        "the claim is null, or a number where a string belongs: accept loose types to take it";
    TIME_IS_TEXT = "time-is-text",
        "the time is a string, but must be a JSON number of seconds since 1970";
    CLOCK_SKEW = "clock-skew",
        "the time is off by five minutes or less: synchronise the clocks, or set a clock tolerance";
    TRAILING_SLASH = "differs-by-trailing-slash",
        "it differs from the expected value only by a slash at the end, which counts";
    LETTER_CASE = "differs-by-case",
        "it differs from the expected value only in upper and lower case, which count";
    URL_SCHEME = "differs-by-scheme",
        "it differs from the expected value only by http or https at the beginning, which counts";
    DIFFERS_BY_WHITESPACE = "differs-by-whitespace",
        "it differs from the expected value only by whitespace around it, which counts";

    // Key material.
    PKCS1 = "pkcs1",
        "this is PKCS#1, which few other libraries read: `openssl rsa -RSAPublicKey_in -in key.pem -pubout` \
         writes the public key as SPKI";
    PRIVATE_KEY = "private-key",
        "this is a private key: verifying needs only the public half";
    CERTIFICATE = "certificate-not-validated",
        "this is a certificate: its public key is used, and its dates, chain and signature are not checked";
    JWK_SET = "jwk-set",
        "this is a JWK Set, not one key: import it as a set, and the token's kid chooses";
    ALGORITHM_NEEDED = "algorithm-needed",
        "the key does not name its algorithm: name the one that the issuer uses";
    PEM_LINES_MISSING = "pem-lines-missing",
        "this is base64 of a key in DER: decode it to bytes, or put the BEGIN and END lines of PEM around it";
    KEY_AS_SECRET = "key-as-secret",
        "this is a key, not a shared secret: import it for an algorithm of its own type";
    SECRET_AS_KEY = "secret-as-key",
        "this looks like a shared secret, but the algorithm needs a public key of the issuer";
    ENCODING_NEEDED = "encoding-needed",
        "a secret that is text needs an encoding: utf8, base64, base64url or hex";
    SECRET_LOOKS_BASE64 = "secret-looks-base64",
        "the secret looks base64-encoded: if its issuer decodes it, the verifier has to as well";
    SECRET_LOOKS_BASE64URL = "secret-looks-base64url",
        "the secret looks base64url-encoded: if its issuer decodes it, the verifier has to as well";
    SECRET_LOOKS_HEX = "secret-looks-hex",
        "the secret looks like hexadecimal digits: if its issuer decodes it, the verifier has to as well";
    SECRET_WHITESPACE = "secret-whitespace",
        "the secret begins or ends with whitespace, perhaps a line break, which counts";
}
