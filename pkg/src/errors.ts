/**
 * What this package throws: two classes, and a code that says which fault it was.
 *
 * Codes that `jose` also has mean the same here, but for three that README.md lists. A message is for people
 * and may change; a code is for programs and does not.
 */
import { isObject, own, record } from './checks/record.js';

/**
 * Every code a {@link JoseError} can carry.
 *
 * - `ERR_JWS_INVALID`: not three strict base64url segments, a header that is not a strict JSON
 *   object, a header parameter of the wrong type, or a malformed `crit`.
 * - `ERR_JWT_INVALID`: the payload is not a strict JSON object.
 * - `ERR_JWK_INVALID`: not a well-formed JWK.
 * - `ERR_JWKS_INVALID`: not a JWK Set, or one that must not be trusted (duplicate `kid`, private
 *   members, symmetric keys mixed with asymmetric ones).
 * - `ERR_JOSE_KEY_INVALID`: PEM, DER or raw bytes that are not a well-formed key.
 * - `ERR_JOSE_KEY_MISMATCH`: the key does not fit the algorithm: the token names another one, the
 *   key's type, curve or use belongs to another one, or key text was offered as a shared secret.
 * - `ERR_JOSE_KEY_TOO_WEAK`: a key below the floor of its algorithm (`allowWeakKey` is the escape).
 * - `ERR_JOSE_ALG_NOT_ALLOWED`: the token's `alg` is outside the allow-list; every spelling of
 *   `none` always is.
 * - `ERR_JOSE_NOT_SUPPORTED`: something this package does not do: a critical extension, `b64`, a
 *   key type or an algorithm it does not know.
 * - `ERR_JOSE_LIMIT_EXCEEDED`: a token, a header, JSON nesting or a key set beyond its limit, or a denylist
 *   or replay store that is full.
 * - `ERR_JWS_SIGNATURE_VERIFICATION_FAILED`: the signature does not belong to this token and key.
 * - `ERR_JWT_EXPIRED`: `exp` has passed, or the token is older than `maxTokenAge`.
 * - `ERR_JWT_NOT_YET_VALID`: `nbf` has not come yet.
 * - `ERR_JWT_CLAIM_VALIDATION_FAILED`: any other claim that is missing, of the wrong type, or not
 *   what was asked for.
 * - `ERR_JWT_REVOKED`: the verifier's `isRevoked` said so.
 * - `ERR_JWT_REPLAYED`: a proof of possession was used before.
 * - `ERR_JWKS_NO_MATCHING_KEY`: no key of the set fits the token.
 * - `ERR_JWKS_MULTIPLE_MATCHING_KEYS`: several keys of the set fit and the token does not say
 *   which.
 * - `ERR_JWKS_TIMEOUT`: a key set did not arrive within the timeout.
 * - `ERR_JWKS_FETCH_FAILED`: a key set could not be fetched: the network, a redirect, a status other
 *   than 200, an answer that is too long, or metadata of another issuer.
 * - `ERR_CRYPTO_UNAVAILABLE`: there is no Web Crypto to sign with, or it lacks the algorithm.
 * - `ERR_CRYPTO_OPERATION`: Web Crypto refused; `cause` is its reason.
 * - `ERR_API_MISUSE`: an argument or an option that no token could make right.
 * - `ERR_CALLBACK_FAILED`: a function that you gave (`keys`, `issuers`, `isRevoked`, `schema`, `onEvent`, a
 *   replay store) threw, or answered what it must not answer; `cause` is what it threw.
 * - `ERR_WASM_UNAVAILABLE`: the WebAssembly module could not be started, or stopped; the message says
 *   why, and what to do about it.
 */
export type JoseErrorCode =
  | 'ERR_JWS_INVALID'
  | 'ERR_JWT_INVALID'
  | 'ERR_JWK_INVALID'
  | 'ERR_JWKS_INVALID'
  | 'ERR_JOSE_KEY_INVALID'
  | 'ERR_JOSE_ALG_NOT_ALLOWED'
  | 'ERR_JOSE_NOT_SUPPORTED'
  | 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'
  | 'ERR_JWT_EXPIRED'
  | 'ERR_JWT_NOT_YET_VALID'
  | 'ERR_JWT_CLAIM_VALIDATION_FAILED'
  | 'ERR_JWT_REPLAYED'
  | 'ERR_JWT_REVOKED'
  | 'ERR_JWKS_NO_MATCHING_KEY'
  | 'ERR_JWKS_MULTIPLE_MATCHING_KEYS'
  | 'ERR_JOSE_KEY_MISMATCH'
  | 'ERR_JOSE_KEY_TOO_WEAK'
  | 'ERR_JOSE_LIMIT_EXCEEDED'
  | 'ERR_JWKS_TIMEOUT'
  | 'ERR_JWKS_FETCH_FAILED'
  | 'ERR_CRYPTO_UNAVAILABLE'
  | 'ERR_CRYPTO_OPERATION'
  | 'ERR_API_MISUSE'
  | 'ERR_CALLBACK_FAILED'
  | 'ERR_WASM_UNAVAILABLE';

/**
 * Why a claim was refused: it is not there, it has the wrong type, it is not the value asked for,
 * or a rule about it (such as the clock) does not hold.
 */
export type ClaimFailureReason = 'missing' | 'invalid' | 'mismatch' | 'check_failed';

/**
 * The one class of error this package throws.
 *
 * The message never holds token text, key material, or, before the signature held, claim values.
 *
 * @example
 * ```ts
 * try {
 *   verify(token, key, { audience: 'https://api.example' });
 * } catch (error) {
 *   if (error instanceof JoseError && error.code === 'ERR_JWT_EXPIRED') refresh();
 *   else throw error;
 * }
 * ```
 */
export class JoseError extends Error {
  static {
    // On the prototype, as the built-in errors have it: an own property would be printed with
    // every error that is logged.
    Object.defineProperty(
      this.prototype,
      'name',
      record({ value: 'JoseError', configurable: true }),
    );
  }

  /** Which fault it was. Stable across releases. */
  readonly code: JoseErrorCode;

  /**
   * Of `ERR_JWKS_NO_MATCHING_KEY`: how many members of the set were left out when it was imported, see
   * `JwkSet.skipped`. If the one with the token's `kid` is among them, `cause` is why.
   */
  declare readonly skipped?: number;

  constructor(
    code: JoseErrorCode,
    message: string,
    options?: { cause?: unknown; skipped?: number },
  ) {
    if (typeof message === 'symbol' || !isObject(options ?? {})) throw malformed();
    const more = options && record(options);
    super(message, more);
    this.code = code;
    if (more?.skipped !== undefined) this.skipped = more.skipped;
  }
}

/**
 * A claim was refused. The signature had held by then, so the claim's value may be shown.
 *
 * Its code is `ERR_JWT_CLAIM_VALIDATION_FAILED`, `ERR_JWT_EXPIRED` or `ERR_JWT_NOT_YET_VALID`.
 */
export class JwtClaimError extends JoseError {
  static {
    Object.defineProperty(
      this.prototype,
      'name',
      record({ value: 'JwtClaimError', configurable: true }),
    );
  }

  /** Name of the claim, for instance `aud`; `typ` for the header parameter of that name. */
  readonly claim: string;

  /** What was wrong with it. */
  readonly reason: ClaimFailureReason;

  /** What the caller asked for, where there is such a thing. Times are seconds since the epoch. */
  declare readonly expected?: unknown;

  /** What the token says, where it says anything. Times are seconds since the epoch. */
  declare readonly actual?: unknown;

  constructor(code: JoseErrorCode, message: string, details: ClaimFailure) {
    if (!isObject(details)) throw malformed();
    super(code, message);
    this.claim = details.claim;
    this.reason = details.reason;
    const expected = own(details, 'expected');
    const actual = own(details, 'actual');
    if (expected !== undefined) this.expected = expected;
    if (actual !== undefined) this.actual = actual;
  }
}

/** What a {@link JwtClaimError} knows beyond its code and message. */
export interface ClaimFailure {
  readonly claim: string;
  readonly reason: ClaimFailureReason;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

/**
 * An argument or an option was wrong, whatever the token says.
 *
 * @internal
 */
export function misuse(message: string): JoseError {
  return new JoseError('ERR_API_MISUSE', message);
}

/**
/**
 * A method or a getter was called on what is not an object of its class, as after
 * `const { verify } = verifier`.
 *
 * @internal
 */
export function tornOff(): JoseError {
  return misuse('a method must be called on the object that it belongs to: verifier.verify(token)');
}

/**
 * `instanceof` for what somebody else may have thrown: of a Proxy it can throw.
 *
 * @internal
 */
export function isInstance<T>(value: unknown, of: { readonly prototype: T }): value is T {
  try {
    return value instanceof (of as unknown as new () => T);
  } catch {
    return false;
  }
}

/**
 * Whether an engine threw it because the stack is full. There is no error class for it: V8 has a SyntaxError for a
 * regular expression that it had no room to compile.
 *
 * @internal
 */
export function isStackFull(thrown: unknown): boolean {
  try {
    return (
      thrown instanceof Error && /call stack|too much recursion|Stack overflow/.test(thrown.message)
    );
  } catch {
    // A Proxy, or a getter.
    return false;
  }
}

function malformed(): JoseError {
  return misuse('an error has a code, a message that is text, and an object');
}

/**
 * What was thrown, as one of ours. Only a getter or a Proxy of the caller's can throw anything else, and
 * what it throws is not passed on. A full stack is: it says nothing about an argument.
 *
 * @internal
 */
export function errorOf(thrown: unknown): JoseError {
  if (isStackFull(thrown)) throw thrown;
  return isInstance(thrown, JoseError) ? thrown : misuse('an argument threw when it was read');
}
