//! Secrets that everybody knows, because documentation, tutorials and tools show them.

/// The list is short on purpose: it is tried on tokens, and it is no dictionary for guessing.
pub(in super::super) const KNOWN_SECRETS: [&[u8]; 31] = [
    // jwt.io
    b"your-256-bit-secret",
    b"your-384-bit-secret",
    b"your-512-bit-secret",
    b"a-string-secret-at-least-256-bits-long",
    b"a-valid-string-secret-that-is-at-least-384-bits-long",
    b"a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long",
    // RFC 7515 appendix A.1
    b"\x03\x23\x35\x4b\x2b\x0f\xa5\xbc\x83\x7e\x06\x65\x77\x7b\xa6\x8f\
      \x5a\xb3\x28\xe6\xf0\x54\xc9\x28\xa9\x0f\x84\xb2\xd2\x50\x2e\xbf\
      \xd3\xfb\x5a\x92\xd2\x06\x47\xef\x96\x8a\xb4\xc3\x77\x62\x3d\x22\
      \x3d\x2e\x21\x72\x05\x2e\x4f\x08\xc0\xcd\x9a\xf5\x67\xd0\x80\xa3",
    // the documentation of libraries and services
    b"cc7e0d44fd473002f1c42167459001140ec6389b7353f8088f4d9a95f2f596f2",
    b"super-secret-jwt-token-with-at-least-32-characters-long",
    b"shhhhh",
    b"shhhhhhared-secret",
    b"keyboard cat",
    b"mySecretKey",
    b"your_jwt_secret",
    b"your-secret-key",
    b"your_secret_key",
    b"my-secret-key",
    b"my_secret_key",
    b"secret",
    b"secretkey",
    b"secret-key",
    b"secret_key",
    b"supersecret",
    b"super-secret",
    b"mysecret",
    b"jwtsecret",
    b"jwt-secret",
    b"jwt_secret",
    b"password",
    b"changeme",
    b"test",
];
