/** The data people hand in and get back, and the options. Every member links its definition. */
import type { ClaimFailureReason, JoseErrorCode } from './errors.js';
import type { VerifyingKey } from './key/verifying-key.js';

/**
 * The signature algorithms this package verifies.
 *
 * `EdDSA` and `Ed25519` are two names of one algorithm; a key is bound to one of them, and a token
 * must name exactly that one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-3.1
 * @see https://www.rfc-editor.org/rfc/rfc8037#section-3.1
 * @see https://www.rfc-editor.org/rfc/rfc9864#section-2.2
 */
export type Algorithm =
  | 'HS256'
  | 'HS384'
  | 'HS512'
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'EdDSA'
  | 'Ed25519';

/**
 * The JOSE header of a token.
 *
 * `jku`, `jwk`, `x5u` and `x5c` are shown for what they are: the sender's word. Nothing here
 * follows or trusts them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1
 */
export interface JwsHeader {
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.1 */
  alg: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.2 */
  jku?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.3 */
  jwk?: Jwk;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.4 */
  kid?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.5 */
  x5u?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.6 */
  x5c?: string[];
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.7 */
  x5t?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.8 */
  'x5t#S256'?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.9 */
  typ?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.10 */
  cty?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11 */
  crit?: string[];
  [parameter: string]: unknown;
}

/**
 * The header of a token that `decodeProtectedHeader` was given, signed or encrypted. Only `alg` is checked:
 * the other parameters are what the token says, of any type.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7516#section-4.1
 */
export interface ProtectedHeader {
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.1 */
  alg: string;
  /** Of an encrypted token (JWE). @see https://www.rfc-editor.org/rfc/rfc7516#section-4.1.2 */
  enc?: unknown;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.4 */
  kid?: unknown;
  /** @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.9 */
  typ?: unknown;
  [parameter: string]: unknown;
}

/**
 * The claims set of a token. The registered claims have these types in every token that `verify`
 * lets through, whether or not an option asks about them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1
 */
export interface JwtPayload {
  /** Issuer. @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.1 */
  iss?: string;
  /** Subject. @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.2 */
  sub?: string;
  /** Audience. @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3 */
  aud?: string | string[];
  /**
   * Expiration time, seconds since the epoch.
   *
   * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4
   */
  exp?: number;
  /**
   * Not before, seconds since the epoch.
   *
   * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.5
   */
  nbf?: number;
  /**
   * Issued at, seconds since the epoch.
   *
   * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.6
   */
  iat?: number;
  /** JWT ID. @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.7 */
  jti?: string;
  [claim: string]: unknown;
}

/**
 * A JSON Web Key. What Web Crypto's `exportKey('jwk', …)` and `jose`'s `exportJWK` return fits.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-4
 */
export interface Jwk {
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.1 */
  readonly kty?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.2 */
  readonly use?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.3 */
  readonly key_ops?: readonly string[];
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.4 */
  readonly alg?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.5 */
  readonly kid?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.6 */
  readonly x5u?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.7 */
  readonly x5c?: readonly string[];
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.8 */
  readonly x5t?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7517#section-4.9 */
  readonly 'x5t#S256'?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.2.1.1 */
  readonly crv?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.2.1.2 */
  readonly x?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.2.1.3 */
  readonly y?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.1.1 */
  readonly n?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.1.2 */
  readonly e?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.4.1 */
  readonly k?: string;
}

/**
 * A JSON Web Key with its private members, or a shared secret.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-9.2
 */
export interface PrivateJwk extends Jwk {
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.2.2.1 */
  readonly d?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2.2 */
  readonly p?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2.3 */
  readonly q?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2.4 */
  readonly dp?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2.5 */
  readonly dq?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2.6 */
  readonly qi?: string;
}

/**
 * A JWK Set, as an authorization server publishes it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
export interface JwkSetInput {
  readonly keys: readonly Jwk[];
}

/** Keys or certificates in PEM by their `kid`, as Google publishes those of Firebase and of its accounts. */
export interface PemByKeyId {
  readonly [keyId: string]: string;
}

/** How much is read at most: integers from 1. All are checked before memory is taken for what they measure. */
export interface Limits {
  /**
   * Characters of the whole token, 16,777,216 at most. Reading one takes up to 80 times as much memory,
   * and that of WebAssembly never shrinks. Defaults to 262,144.
   */
  readonly tokenLength?: number;
  /** Bytes of the decoded header, 1,048,576 at most. Defaults to 8,192. */
  readonly headerLength?: number;
  /** Levels of nested arrays and objects in header and payload, from 1 to 100. Defaults to 64. */
  readonly jsonDepth?: number;
}

/** Options of `decode`. */
export interface DecodeOptions {
  readonly limits?: Limits;
  /**
   * Accept base64url segments that are padded with `=` as RFC 4648 §3.2 has it, against RFC 7515 §2. For the
   * tokens of AWS Application Load Balancers, which are made so. Defaults to false.
   */
  readonly acceptPadding?: boolean;
}

/** The values that a claim or a header parameter may have. */
export type ExpectedValue = string | number | boolean | readonly (string | number | boolean)[];

/** Options of `compactVerify`. */
export interface CompactVerifyOptions extends DecodeOptions {
  /**
   * The `alg` values a token may name. Defaults to the algorithm the key is bound to. Keys of a set that name
   * no algorithm, as Microsoft Entra publishes them, are for those of this list, and for none without it.
   */
  readonly algorithms?: readonly Algorithm[];
  /**
   * Names of critical header parameters that the caller handles. Any other critical parameter is
   * refused. Defaults to none.
   *
   * @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11
   */
  readonly crit?: readonly string[];
  /**
   * Whether, when several keys of a set fit the token's `alg` and `kid`, each of them is tried, up to 16.
   * That costs a verification each. Defaults to false: such a token is refused.
   */
  readonly tryAllMatchingKeys?: boolean;
}

/**
 * All of some names, or any one of them. The `path` of roles is a claim's name, such as
 * `cognito:groups`; where there is no such claim, its full stops are steps: `realm_access.roles`.
 */
export type RequiredNames =
  { readonly all: string | readonly string[] } | { readonly any: string | readonly string[] };

/**
 * Options of `verify` and `inspect`. An option that is not known by name is an error: a misspelt
 * `audiance` must not silently check nothing. Strings compare exactly.
 */
export interface VerifyOptions extends CompactVerifyOptions {
  /** `iss` must be this, or one of these. Defaults to no check. */
  readonly issuer?: string | readonly string[];
  /**
   * The tenants whose tokens are accepted, where `issuer` has `{tenantid}` in place of the tenant, as
   * Microsoft Entra's has: `tid` must be one of them, and `iss` that tenant's issuer. A key that says
   * whose it is (`issuer` in the JWK) must be that issuer's too.
   *
   * @see https://learn.microsoft.com/en-us/entra/identity-platform/claims-validation
   */
  readonly tenants?: readonly string[];
  /**
   * `aud` must name this, or one of these. A token that has `aud` is refused unless this is given;
   * `null` says on purpose that it is not looked at.
   */
  readonly audience?: string | readonly string[] | null;
  /** `sub` must be this. Defaults to no check. */
  readonly subject?: string;
  /** `jti` must be this. Defaults to no check. */
  readonly jwtId?: string;
  /** `nonce` must be this. Defaults to no check. */
  readonly nonce?: string;
  /**
   * The header's `typ` must be this media type; case and a leading `application/` do not count.
   * Defaults to no check.
   */
  readonly typ?: string;
  /**
   * Allowance for clocks that differ: seconds, or text such as `'30s'`, `'2m'`. At most 1 hour: milliseconds in
   * place of seconds would switch `exp` off. Defaults to 0.
   */
  readonly clockTolerance?: number | string;
  /**
   * How long ago `iat` may be: seconds, or a text such as `'10m'`, `'1h'`, `'1d'`. At most 36,500 days. Makes `iat`
   * required. Defaults to no limit.
   */
  readonly maxTokenAge?: number | string;
  /**
   * Accept registered claims of other types than RFC 7519 §4.1 gives them, as some issuers write them:
   * `null` is as if the claim were not there, and a number in the place of a string (`iss`, `sub`, `aud`,
   * `jti`) is compared by its digits. Times stay numbers. The payload is what the token says, so that
   * `payload.sub` may be a number then. Defaults to false.
   */
  readonly acceptLooseTypes?: boolean;
  /** Claims that must be there. Defaults to `['exp']`; `[]` accepts tokens that never expire. */
  readonly requiredClaims?: readonly string[];
  /**
   * How far `exp` may lie after `iat`: seconds, or a text such as `'1h'`. At most 36,500 days. Makes both required.
   * Defaults to no limit.
   */
  readonly maxLifetime?: number | string;
  /**
   * The earliest `iat`, as a Date or in seconds since the epoch, up to the year 9999: whatever was issued before,
   * say before a breach, is refused. Makes `iat` required. Defaults to no limit.
   */
  readonly rejectBefore?: Date | number;
  /**
   * Scopes that `scope` or `scp` must grant, each of them a string with spaces between the scopes or
   * an array. A list means all of them. Defaults to none.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9068#section-2.2.3
   */
  readonly requiredScopes?: string | readonly string[] | RequiredNames;
  /**
   * Roles that a claim must grant, a string or an array of strings. The claim is `roles`, or the one
   * at `path`. A list means all of them. Defaults to none.
   */
  readonly requiredRoles?:
    string | readonly string[] | (RequiredNames & { readonly path?: string });
  /**
   * How long ago `auth_time` may be, when the user was authenticated: seconds, or a text such as `'1h'`. At most
   * 36,500 days.
   * Makes `auth_time` required. Defaults to no limit.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9470
   */
  readonly maxAuthenticationAge?: number | string;
  /** `acr` must be this, or one of these: how the user was authenticated. Defaults to no check. */
  readonly acr?: string | readonly string[];
  /** Claims that must have exactly the value, or one of the values, given here. Defaults to none. */
  readonly claims?: Readonly<Record<string, ExpectedValue>>;
  /** Header parameters that must have exactly the value, or one of the values. Defaults to none. */
  readonly header?: Readonly<Record<string, ExpectedValue>>;
  /**
   * The kind of token: an access token of RFC 9068, an ID token, or a logout token, as
   * `verifyAccessToken`, `verifyIdToken` and `verifyLogoutToken` have it. Defaults to any.
   */
  readonly profile?: 'access_token' | 'id_token' | 'logout_token';
  /**
   * With `profile`: the client, or its several names. `aud` of an ID token or a logout token must name
   * one of them, and `client_id` of an access token, where this may be left out, must be one.
   */
  readonly clientId?: string | readonly string[];
  /**
   * With `profile: 'id_token'`: what `azp` may be when it is there. Defaults to `clientId`. Another one
   * is right where one client gets tokens for another, as a phone's app does for its server.
   */
  readonly authorizedParty?: string | readonly string[];
  /** With `profile: 'id_token'`: what `aud` may name beside the client. Defaults to nothing. */
  readonly trustedAudiences?: readonly string[];
  /**
   * With `profile: 'id_token'`: the access token that came with it. Makes `at_hash` required. Defaults
   * to no check.
   */
  readonly accessToken?: string;
  /**
   * With `profile: 'id_token'`: the authorization code that came with it. Makes `c_hash` required.
   * Defaults to no check.
   */
  readonly code?: string;
  /** The time to check against. Defaults to the system clock. */
  readonly currentDate?: Date;
}

/** Options of `importKey`. */
export interface ImportKeyOptions {
  /**
   * For a JWK without `alg` when no algorithm is passed: the algorithms the caller would accept.
   * One of them, and only one, must fit the key.
   */
  readonly algorithms?: readonly Algorithm[];
  /**
   * Take a key below the floor of its algorithm (a secret shorter than the hash, RSA below 2048
   * bits). For legacy peers. Defaults to false.
   */
  readonly allowWeakKey?: boolean;
  /** The key ID, where the material has none or another one. */
  readonly keyId?: string;
  /** How a shared secret given as text is to be read. Required for HS256, HS384, HS512 and text. */
  readonly encoding?: 'utf8' | 'base64' | 'base64url' | 'hex';
}

/** Options of `importJwkSet`. */
export interface ImportJwkSetOptions {
  /**
   * The algorithms that keys may have. A key without `alg` becomes one for each of these that fits its type;
   * one with another `alg` is left out. Defaults to any for keys with `alg`, and for those without to the
   * `algorithms` of the verification.
   */
  readonly algorithms?: readonly Algorithm[];
  /** Take keys below the floor of their algorithm. Defaults to false. */
  readonly allowWeakKey?: boolean;
}

/** A member of a JWK Set that was left out, and why. */
export interface SkippedJwk {
  /** Its place in the `keys` array, from 0. */
  readonly index: number;
  /** Its `kid`, where it has one. */
  readonly keyId?: string;
  readonly code: JoseErrorCode;
  readonly message: string;
}

/** What `decode` returns. Nothing about it has been verified. */
export interface DecodedJwt<P = JwtPayload> {
  protectedHeader: JwsHeader;
  payload: P;
  signature: Uint8Array;
}

/** What `verify` returns. */
export interface VerifiedJwt<P = JwtPayload> {
  payload: P;
  protectedHeader: JwsHeader;
  /** The key whose signature held. */
  key: VerifyingKey;
}

/** What `compactVerify` returns. */
export interface VerifiedJws {
  payload: Uint8Array;
  protectedHeader: JwsHeader;
  /** The key whose signature held. */
  key: VerifyingKey;
}

/**
 * What may be behind a failure, and what to do about it. A guess for people: nothing hangs on it, and
 * nothing of the token or the key is in it.
 */
export interface Hint {
  /** Its stable name, such as `secret-is-base64`: words with hyphens. */
  id: string;
  /** One sentence for people. */
  message: string;
}

/** One check that `inspect` made. */
export interface Check {
  /**
   * What was looked at: `options`, `form`, `crit`, `algorithm`, `key`, `signature`, `payload`,
   * `typ`, `required`, `iss`, `sub`, `aud`, `jti`, `nonce`, `iat`, `nbf`, `exp`, `max_token_age`,
   * `max_lifetime`, `reject_before`, `auth_time`, `acr`, `scopes`, `roles`, `header`, `claims`, and
   * with a profile `kind`, `azp`, `client_id`, `at_hash`, `c_hash`, `events`, `sid`;
   * or `module`, when WebAssembly itself was not to be had.
   */
  name: string;
  /** `skipped` when nothing asked for it or an earlier failure left nothing to look at. */
  status: 'passed' | 'failed' | 'skipped';
  /** With `failed`: what `verify` would throw. */
  code?: JoseErrorCode;
  message?: string;
  claim?: string;
  reason?: ClaimFailureReason;
  /** What was asked for. Of the check `key`: the key's `alg`, or the `kid` values of the set. */
  expected?: unknown;
  /** What the token says. Of the check `key`: its `alg`, or its `kid`. */
  actual?: unknown;
  /** By how many seconds a time misses, not counting `clockTolerance`. Never negative. */
  secondsOff?: number;
  /** Of the checks `form` and `payload`: the segment with the fault, or the `token` as a whole. */
  segment?: 'header' | 'payload' | 'signature' | 'token';
  /**
   * Where the fault is: the number of a character of the whole token, from 0; or line and column, from
   * 1 and in bytes, of the JSON text that the segment decodes to.
   */
  position?: { offset: number } | { line: number; column: number };
  /** What may be behind it. Also where the check passed: an `exp` in milliseconds is far off. */
  hints: Hint[];
}

/** Something questionable about a token, whether or not it is valid. */
export interface Finding {
  /** Its stable name, such as `alg-none`: words with hyphens. */
  id: string;
  /**
   * `error`: a mistake, or a danger to whoever relies on the token. `warning`: against what the
   * standards advise. `note`: worth knowing, and often meant so.
   */
  severity: 'error' | 'warning' | 'note';
  /** One sentence for people, in which there is nothing of the token. */
  message: string;
  /** The name of the claim that it is about, and never its value. */
  claim?: string;
  /** The name of the header parameter that it is about. */
  parameter?: string;
  /** The section of the standards that it goes back to. */
  reference: string;
}

/** A segment of a token, by what it should be. */
export interface TokenSegment {
  /**
   * `header`, `payload`, `signature`; for an encrypted token `header`, `encryptedKey`, `iv`,
   * `ciphertext`, `tag`; `unknown` beyond.
   */
  name:
    'header' | 'payload' | 'signature' | 'encryptedKey' | 'iv' | 'ciphertext' | 'tag' | 'unknown';
  /** Its characters. */
  length: number;
}

/** What `inspect` returns. Whatever the token is, `checks`, `findings` and `segments` are there. */
export interface Inspection {
  /** Whether `verify` would accept the token with the same key and options. */
  valid: boolean;
  /** Every check, in the order of `verify`. */
  checks: Check[];
  /** What is questionable about the token, whether or not it is valid, with and without a key. */
  findings: Finding[];
  /** The segments of the token, without what was pasted with it; six at most. */
  segments: TokenSegment[];
  /** The header, where it could be read. Unverified unless `valid`. */
  protectedHeader?: JwsHeader;
  /** The text of a header that is no strict JSON object. */
  protectedHeaderText?: string;
  /** The payload, where it could be read. Unverified unless `valid`. */
  payload?: JwtPayload;
  /** The text of a payload that is no strict JSON object. */
  payloadText?: string;
}

/** What `inspectKey` returns. */
export interface KeyInspection {
  /**
   * Whether `importKey` (or `importJwkSet`) would take the material: for the algorithm that was asked
   * about, or, without one, for any. A secret that is text counts as its UTF-8 bytes.
   */
  valid: boolean;
  /** How the material is written down. */
  format: 'json' | 'pem' | 'der' | 'text' | 'bytes';
  /** What it is; `secret` is everything that is not a key of another kind. */
  kind:
    | 'jwk'
    | 'jwk-set'
    | 'spki'
    | 'pkcs1-public-key'
    | 'pkcs1-private-key'
    | 'pkcs8'
    | 'encrypted-pkcs8'
    | 'sec1'
    | 'certificate'
    | 'ssh'
    | 'raw-public-key'
    | 'secret'
    | 'unknown';
  /** Whether it holds a private key or a shared secret: what must not be passed on. */
  isSecret: boolean;
  /** The algorithms it fits, weak or not. */
  algorithms: Algorithm[];
  /** What may be behind the error, and what else is worth knowing. */
  hints: Hint[];
  /** Why it cannot be imported: what `importKey` would throw. */
  error?: { code: JoseErrorCode; message: string };
}
