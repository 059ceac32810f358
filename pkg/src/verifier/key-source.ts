/** Where a verifier's keys come from: given, loaded from elsewhere, or chosen for each token. */
import type { WaitUntil } from '../core/runtime-types.js';
import { answerOf, readAnswer, wrongAnswer } from '../checks/callback.js';
import type { Callback } from '../checks/callback.js';
import { JoseError, misuse } from '../errors.js';
import { member } from '../checks/arguments.js';
import { isObject } from '../checks/record.js';
import { JwkSet } from '../jwk-set/jwk-set.js';
import { checkedKeyOrSet, handleOf, isKeyOrSet } from '../jwk-set/key-argument.js';
import type { JwsHeader } from '../jws/header.js';
import { VerifyingKey } from '../key/verifying-key.js';

/** A key set that is loaded and renewed by itself, as `createRemoteJwkSet` makes it. */
export interface LoadingJwkSet {
  /** The keys to be used now, if there are any. */
  readonly jwkSet: JwkSet | undefined;
  /** The keys to be used for a token with this header, loaded if need be. */
  keysFor(header: { kid?: string; alg?: string }, context?: WaitUntil): Promise<JwkSet>;
}

/**
 * Chooses the keys for a token by its header, which nobody has verified: for looking keys up by
 * name, never for taking them from it. `undefined` says that there is no such key, and the token is
 * refused with `ERR_JWKS_NO_MATCHING_KEY`.
 *
 * What it throws is `ERR_CALLBACK_FAILED`, with one exception: the errors of a key set that could not be had
 * (`ERR_JWKS_FETCH_FAILED`, `ERR_JWKS_INVALID`, `ERR_JWKS_TIMEOUT`, `ERR_JWKS_NO_MATCHING_KEY`,
 * `ERR_JOSE_LIMIT_EXCEEDED`) are passed on as they are. Any other answer is `ERR_CALLBACK_FAILED` too: a JWK, PEM
 * text, a key that was disposed of, a key of another copy of this package.
 *
 * @example
 * ```ts
 * const keys = new Map([['2026-11', importKey(publicKeyPem, 'ES256')]]);
 * const verifier = createVerifier({ keys: ({ kid }) => keys.get(kid ?? '') });
 * ```
 */
export type KeyResolver = (
  unverifiedHeader: JwsHeader,
) => VerifyingKey | JwkSet | undefined | Promise<VerifyingKey | JwkSet | undefined>;

/** What `createVerifier` takes as `keys`. */
export type VerifierKeys = VerifyingKey | JwkSet | LoadingJwkSet | KeyResolver;

/** @internal */
export function checkedKeys(keys: unknown): VerifierKeys {
  if (typeof keys === 'function') return keys as KeyResolver;
  return isLoading(keys) ? keys : checkedKeyOrSet(keys);
}

const KEYS: Callback = {
  option: 'keys',
  expected: 'a key or key set of this copy of the package, or undefined where there is none',
  passedOn: [
    'ERR_JOSE_LIMIT_EXCEEDED',
    'ERR_JWKS_FETCH_FAILED',
    'ERR_JWKS_INVALID',
    'ERR_JWKS_NO_MATCHING_KEY',
    'ERR_JWKS_TIMEOUT',
  ],
};

/**
 * The keys for a token. It may yield a promise, and the caller passes back what the promise resolves to.
 * Without `context` the caller cannot wait: a remote key set then gives the keys that it has loaded.
 *
 * @throws JoseError `ERR_JWKS_NO_MATCHING_KEY` when there are none, `ERR_CALLBACK_FAILED`, and what a key
 * set that is loaded throws.
 * @internal
 */
export function* keysFor(
  keys: LoadingJwkSet | KeyResolver,
  header: () => JwsHeader,
  context: WaitUntil | undefined,
): Generator<unknown, VerifyingKey | JwkSet, unknown> {
  const isResolver = typeof keys === 'function';
  const needsHeader = isResolver || context !== undefined;
  // Outside of the call: a header that cannot be read is the token's fault.
  const unverifiedHeader = needsHeader ? header() : undefined;
  const answer = yield* answerOf(KEYS, () => {
    if (unverifiedHeader === undefined) return (keys as LoadingJwkSet).jwkSet;
    return isResolver ? keys(unverifiedHeader) : keys.keysFor(unverifiedHeader, context);
  });
  if (answer === undefined) {
    if (!needsHeader) {
      throw misuse('the key set has not been loaded yet: await its refresh(), or use verifyAsync');
    }
    throw new JoseError('ERR_JWKS_NO_MATCHING_KEY', 'the option keys gave no key for the token');
  }
  if (!isKeyOrSet(answer)) throw wrongAnswer(KEYS, answer);
  readAnswer(KEYS, () => handleOf(answer));
  return answer;
}

function isLoading(value: unknown): value is LoadingJwkSet {
  return isObject(value) && typeof member(value, 'keysFor') === 'function';
}
