/**
 * Names that the core and the package share. Written by `npm run contract` from the tables in Rust.
 */

/** Every {@link Curve}. */
export const CURVES = ['P-256', 'P-384', 'P-521', 'Ed25519'] as const;

/**
 * The `crv` of a JWK that is understood.
 */
export type Curve = (typeof CURVES)[number];

/** Every {@link KeyType}. */
export const KEY_TYPES = ['oct', 'RSA', 'EC', 'OKP'] as const;

/**
 * The `kty` of a JWK that is understood.
 */
export type KeyType = (typeof KEY_TYPES)[number];

/** Every {@link Algorithm}. */
export const ALGORITHMS = [
  'HS256',
  'HS384',
  'HS512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
] as const;

/**
 * The signature algorithms that this package verifies. A key is bound to one of them, and a token
 * must name exactly that one. `EdDSA` and `Ed25519` are two names of one algorithm.
 *
 * - `HS256`: HMAC with SHA-256.
 * - `HS384`: HMAC with SHA-384.
 * - `HS512`: HMAC with SHA-512.
 * - `RS256`: RSASSA-PKCS1-v1_5 with SHA-256.
 * - `RS384`: RSASSA-PKCS1-v1_5 with SHA-384.
 * - `RS512`: RSASSA-PKCS1-v1_5 with SHA-512.
 * - `PS256`: RSASSA-PSS with SHA-256, MGF1 with SHA-256, a salt of 32 bytes.
 * - `PS384`: RSASSA-PSS with SHA-384, MGF1 with SHA-384, a salt of 48 bytes.
 * - `PS512`: RSASSA-PSS with SHA-512, MGF1 with SHA-512, a salt of 64 bytes.
 * - `ES256`: ECDSA on P-256 with SHA-256.
 * - `ES384`: ECDSA on P-384 with SHA-384.
 * - `ES512`: ECDSA on P-521 with SHA-512.
 * - `EdDSA`: EdDSA on the key's curve, which is always Ed25519 here; deprecated by RFC 9864.
 * - `Ed25519`: EdDSA on Ed25519, the fully specified name.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-3.1
 * @see https://www.rfc-editor.org/rfc/rfc8037#section-3.1
 * @see https://www.rfc-editor.org/rfc/rfc9864#section-2.2
 */
export type Algorithm = (typeof ALGORITHMS)[number];

/** Every {@link KeyFormat}. */
export const KEY_FORMATS = ['json', 'pem', 'der', 'text', 'bytes'] as const;

/**
 * How key material is written down.
 */
export type KeyFormat = (typeof KEY_FORMATS)[number];

/** Every {@link KeyKind}. */
export const KEY_KINDS = [
  'jwk',
  'jwk-set',
  'spki',
  'pkcs1-public-key',
  'pkcs1-private-key',
  'pkcs8',
  'encrypted-pkcs8',
  'sec1',
  'certificate',
  'ssh',
  'raw-public-key',
  'secret',
  'unknown',
] as const;

/**
 * What key material is.
 *
 * - `jwk`: A JWK (RFC 7517 §4).
 * - `jwk-set`: A JWK Set (RFC 7517 §5), or keys in PEM by their `kid`.
 * - `spki`: SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).
 * - `pkcs1-public-key`: RSAPublicKey (RFC 8017 appendix A.1.1).
 * - `pkcs1-private-key`: RSAPrivateKey (RFC 8017 appendix A.1.2).
 * - `pkcs8`: PrivateKeyInfo (RFC 5208 §5, RFC 5958 §2).
 * - `encrypted-pkcs8`: EncryptedPrivateKeyInfo (RFC 5958 §3).
 * - `sec1`: ECPrivateKey (RFC 5915 §3).
 * - `certificate`: An X.509 certificate (RFC 5280 §4.1).
 * - `ssh`: A key in one of the formats of SSH.
 * - `raw-public-key`: A bare public key: 32 bytes of Ed25519, or a point (SEC 1 §2.3.3).
 * - `secret`: A shared secret, as far as can be told: anything that is not a key of another kind.
 * - `unknown`: None of these, though its beginning promises one.
 */
export type KeyKind = (typeof KEY_KINDS)[number];

/**
 * Bytes of a signature; null for RSA, whose signatures are as long as the modulus.
 */
export const SIGNATURE_LENGTHS = {
  HS256: 32,
  HS384: 48,
  HS512: 64,
  RS256: null,
  RS384: null,
  RS512: null,
  PS256: null,
  PS384: null,
  PS512: null,
  ES256: 64,
  ES384: 96,
  ES512: 132,
  EdDSA: 64,
  Ed25519: 64,
} as const;

/** Every {@link JoseErrorCode}. */
export const ERROR_CODES = [
  'ERR_API_MISUSE',
  'ERR_CALLBACK_FAILED',
  'ERR_CRYPTO_OPERATION',
  'ERR_CRYPTO_UNAVAILABLE',
  'ERR_JOSE_ALG_NOT_ALLOWED',
  'ERR_JOSE_KEY_INVALID',
  'ERR_JOSE_KEY_MISMATCH',
  'ERR_JOSE_KEY_TOO_WEAK',
  'ERR_JOSE_LIMIT_EXCEEDED',
  'ERR_JOSE_NOT_SUPPORTED',
  'ERR_JWKS_FETCH_FAILED',
  'ERR_JWKS_INVALID',
  'ERR_JWKS_MULTIPLE_MATCHING_KEYS',
  'ERR_JWKS_NO_MATCHING_KEY',
  'ERR_JWKS_TIMEOUT',
  'ERR_JWK_INVALID',
  'ERR_JWS_INVALID',
  'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  'ERR_JWT_CLAIM_VALIDATION_FAILED',
  'ERR_JWT_EXPIRED',
  'ERR_JWT_INVALID',
  'ERR_JWT_NOT_YET_VALID',
  'ERR_JWT_REPLAYED',
  'ERR_JWT_REVOKED',
  'ERR_WASM_UNAVAILABLE',
] as const;

/**
 * Every code that a `JoseError` can have.
 *
 * - `ERR_API_MISUSE`: The calling code is wrong: an unknown option, a value of the wrong type, a
 *   disposed key.
 * - `ERR_CALLBACK_FAILED`: A function that you gave threw (`cause` is what), or answered what it
 *   must not answer.
 * - `ERR_CRYPTO_OPERATION`: A signer did not sign, or Web Crypto refused to import, sign or export;
 *   `cause` is its reason.
 * - `ERR_CRYPTO_UNAVAILABLE`: There is no Web Crypto to sign with (a page needs https or
 *   localhost), or it lacks the algorithm.
 * - `ERR_JOSE_ALG_NOT_ALLOWED`: The token's `alg` is not on the list. `none` never is.
 * - `ERR_JOSE_KEY_INVALID`: PEM, DER, text or bytes that are not a well-formed key.
 * - `ERR_JOSE_KEY_MISMATCH`: Key and algorithm do not belong together, or a key was offered as a
 *   secret.
 * - `ERR_JOSE_KEY_TOO_WEAK`: A key below the floor of its algorithm.
 * - `ERR_JOSE_LIMIT_EXCEEDED`: An input larger or more deeply nested than its limit; a denylist or
 *   replay store that is full.
 * - `ERR_JOSE_NOT_SUPPORTED`: A part of the standards that is not implemented: a `crit` extension,
 *   JWE, a key type.
 * - `ERR_JWKS_FETCH_FAILED`: A key set could not be fetched: network, redirect, status, size, or
 *   metadata of another issuer.
 * - `ERR_JWKS_INVALID`: Not a JWK Set, or one that must not be used: private keys, secrets mixed
 *   with public keys.
 * - `ERR_JWKS_MULTIPLE_MATCHING_KEYS`: Several keys of the set fit the token.
 * - `ERR_JWKS_NO_MATCHING_KEY`: No key of the set fits the token.
 * - `ERR_JWKS_TIMEOUT`: A key set did not arrive within the timeout.
 * - `ERR_JWK_INVALID`: Not a well-formed JWK.
 * - `ERR_JWS_INVALID`: Not a well-formed token: segments, base64url, header.
 * - `ERR_JWS_SIGNATURE_VERIFICATION_FAILED`: The signature does not belong to this token and key.
 * - `ERR_JWT_CLAIM_VALIDATION_FAILED`: A claim is missing, malformed, or not the expected one. A
 *   claim error.
 * - `ERR_JWT_EXPIRED`: The token has expired (`exp`), or is older than allowed (`iat`). A claim
 *   error.
 * - `ERR_JWT_INVALID`: The payload is not a strict JSON object.
 * - `ERR_JWT_NOT_YET_VALID`: The token is not valid yet (`nbf` is in the future). A claim error.
 * - `ERR_JWT_REPLAYED`: A proof of possession (DPoP) was used before.
 * - `ERR_JWT_REVOKED`: The token was revoked: `isRevoked` said so.
 * - `ERR_WASM_UNAVAILABLE`: The WebAssembly module cannot run here, or stopped; the message says
 *   why, and what to do.
 */
export type JoseErrorCode = (typeof ERROR_CODES)[number];

/** Every {@link ClaimFailureReason}. */
export const CLAIM_REASONS = ['missing', 'invalid', 'mismatch', 'check_failed'] as const;

/**
 * Why a claim was refused: it is not there, it has the wrong type, it is not the value asked for,
 * or a rule about it (such as the clock) does not hold.
 */
export type ClaimFailureReason = (typeof CLAIM_REASONS)[number];

/** Every {@link CheckName}. */
export const CHECK_NAMES = [
  'options',
  'form',
  'crit',
  'algorithm',
  'key',
  'signature',
  'payload',
  'typ',
  'required',
  'iss',
  'sub',
  'aud',
  'jti',
  'nonce',
  'iat',
  'nbf',
  'exp',
  'max_token_age',
  'max_lifetime',
  'reject_before',
  'scopes',
  'roles',
  'header',
  'claims',
  'kind',
  'azp',
  'client_id',
  'auth_time',
  'acr',
  'at_hash',
  'c_hash',
  'events',
  'sid',
  'module',
] as const;

/**
 * What a check of `inspect` looks at.
 *
 * - `options`: Options: whether the caller's wishes make sense.
 * - `form`: Size limits and form: three segments, base64url, a header that is an object.
 * - `crit`: `crit`, and `b64`.
 * - `algorithm`: `alg` is an allowed algorithm.
 * - `key`: A key fits.
 * - `signature`: The signature.
 * - `payload`: The payload is a claims set.
 * - `typ`: `typ`.
 * - `required`: The claims that are required by name.
 * - `iss`: `iss`.
 * - `sub`: `sub`.
 * - `aud`: `aud`.
 * - `jti`: `jti`.
 * - `nonce`: `nonce`.
 * - `iat`: `iat`.
 * - `nbf`: `nbf`.
 * - `exp`: `exp`.
 * - `max_token_age`: The age of the token, from `iat`.
 * - `max_lifetime`: The time between `iat` and `exp`.
 * - `reject_before`: The earliest `iat`.
 * - `scopes`: The required scopes.
 * - `roles`: The required roles.
 * - `header`: The header parameters that must have certain values.
 * - `claims`: The claims that must have certain values.
 * - `kind`: Whether the token is of another kind than the profile's.
 * - `azp`: `azp` of an ID token.
 * - `client_id`: `client_id` of an access token.
 * - `auth_time`: `auth_time`.
 * - `acr`: `acr`.
 * - `at_hash`: `at_hash` of an ID token.
 * - `c_hash`: `c_hash` of an ID token.
 * - `events`: `events` of a logout token.
 * - `sid`: `sid` of a logout token.
 * - `module`: WebAssembly, where the module could not be started.
 */
export type CheckName = (typeof CHECK_NAMES)[number];

/** Every {@link HintId}. */
export const HINT_IDS = [
  'surrounding-whitespace',
  'whitespace-inside',
  'surrounding-quotes',
  'authorization-header',
  'bearer-prefix',
  'url-parameter',
  'cookie-pair',
  'sd-jwt',
  'base64-padding',
  'base64-alphabet',
  'json-serialization',
  'signature-missing',
  'algorithm-case',
  'hmac-token-public-key',
  'public-key-token-secret',
  'other-key-type',
  'same-key-type',
  'kid-not-in-set',
  'kid-skipped',
  'kid-other-algorithm',
  'kid-missing',
  'no-key-for-algorithm',
  'algorithms-needed',
  'empty-key-set',
  'secret-is-base64',
  'secret-is-base64url',
  'secret-is-hex',
  'secret-without-whitespace',
  'secret-decoded',
  'secret-wrong-either-way',
  'signature-der',
  'signature-length',
  'graph-token',
  'exp-in-milliseconds',
  'nbf-in-milliseconds',
  'iat-in-milliseconds',
  'loose-type',
  'time-is-text',
  'clock-skew',
  'differs-by-trailing-slash',
  'differs-by-case',
  'differs-by-scheme',
  'differs-by-whitespace',
  'pkcs1',
  'private-key',
  'certificate-not-validated',
  'jwk-set',
  'algorithm-needed',
  'pem-lines-missing',
  'key-as-secret',
  'secret-as-key',
  'encoding-needed',
  'secret-looks-base64',
  'secret-looks-base64url',
  'secret-looks-hex',
  'secret-whitespace',
] as const;

/**
 * The id of a hint.
 */
export type HintId = (typeof HINT_IDS)[number];

/** Every {@link FindingId}. */
export const FINDING_IDS = [
  'alg-none',
  'known-secret',
  'short-secret',
  'predictable-secret',
  'short-modulus',
  'key-in-header',
  'private-key-in-header',
  'url-in-header',
  'kid-injection',
  'kid-url',
  'kid-long',
  'typ-missing',
  'header-parameter-type',
  'nested-token',
  'encrypted-token',
  'exp-missing',
  'iat-missing',
  'aud-missing',
  'iss-missing',
  'long-lifetime',
  'time-in-milliseconds',
  'large-integer',
  'personal-data',
  'card-number',
  'secret-in-claim',
] as const;

/**
 * The id of a finding, which can be a hint as well.
 */
export type FindingId = (typeof FINDING_IDS)[number];

/** Every {@link Severity}. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;

/**
 * How much a finding matters. `error`: a mistake, or a danger to whoever relies on the token.
 * `warning`: against what the standards advise. `note`: worth knowing, and often meant so.
 */
export type Severity = (typeof SEVERITIES)[number];

/**
 * How large a token may be where the options do not say it.
 */
export const DEFAULT_LIMITS = { tokenLength: 262144, headerLength: 8192, jsonDepth: 64 } as const;
