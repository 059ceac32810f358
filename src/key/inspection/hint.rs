//! The hints about key material. Their names are stable.

use crate::error::Hint;

pub(super) const PKCS1: Hint = Hint::new(
    "pkcs1",
    "this is PKCS#1, which few other libraries read: `openssl rsa -RSAPublicKey_in -in key.pem \
     -pubout` writes the public key as SPKI",
);
pub(super) const PRIVATE_KEY: Hint = Hint::new(
    "private-key",
    "this is a private key: verifying needs only the public half",
);
pub(super) const CERTIFICATE: Hint = Hint::new(
    "certificate-not-validated",
    "this is a certificate: its public key is used, and its dates, chain and signature are not \
     checked",
);
pub(super) const JWK_SET: Hint = Hint::new(
    "jwk-set",
    "this is a JWK Set, not one key: import it as a set, and the token's kid chooses",
);
pub(super) const ALGORITHM_NEEDED: Hint = Hint::new(
    "algorithm-needed",
    "the key does not name its algorithm: name the one that the issuer uses",
);
pub(super) const PEM_LINES_MISSING: Hint = Hint::new(
    "pem-lines-missing",
    "this is base64 of a key in DER: decode it to bytes, or put the BEGIN and END lines of PEM \
     around it",
);
pub(super) const KEY_AS_SECRET: Hint = Hint::new(
    "key-as-secret",
    "this is a key, not a shared secret: import it for an algorithm of its own type",
);
pub(super) const SECRET_AS_KEY: Hint = Hint::new(
    "secret-as-key",
    "this looks like a shared secret, but the algorithm needs a public key of the issuer",
);
pub(super) const ENCODING_NEEDED: Hint = Hint::new(
    "encoding-needed",
    "a secret that is text needs an encoding: utf8, base64, base64url or hex",
);
pub(super) const LOOKS_BASE64: Hint = Hint::new(
    "secret-looks-base64",
    "the secret looks base64-encoded: if its issuer decodes it, the verifier has to as well",
);
pub(super) const LOOKS_BASE64URL: Hint = Hint::new(
    "secret-looks-base64url",
    "the secret looks base64url-encoded: if its issuer decodes it, the verifier has to as well",
);
pub(super) const LOOKS_HEX: Hint = Hint::new(
    "secret-looks-hex",
    "the secret looks like hexadecimal digits: if its issuer decodes it, the verifier has to as well",
);
pub(super) const WHITESPACE: Hint = Hint::new(
    "secret-whitespace",
    "the secret begins or ends with whitespace, perhaps a line break, which counts",
);
pub(super) const KNOWN_SECRET: Hint = Hint::new(
    "known-secret",
    "this secret appears in public documentation: anyone can sign with it",
);
pub(super) const SHORT_SECRET: Hint = Hint::new(
    "short-secret",
    "the secret is shorter than the hash of its algorithm: 32, 48 or 64 bytes",
);
pub(super) const PREDICTABLE_SECRET: Hint = Hint::new(
    "predictable-secret",
    "the secret repeats itself or counts up: use random bytes",
);
pub(super) const SHORT_MODULUS: Hint = Hint::new(
    "short-modulus",
    "the RSA modulus is shorter than 2048 bits, which is too weak to rely on",
);
