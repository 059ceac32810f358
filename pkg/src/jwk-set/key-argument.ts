/**
 * The second argument of the verifying functions: a key or a set of keys, of this very package.
 *
 * @internal
 */
import { misuse } from '../errors.js';
import { JwkSet } from './jwk-set.js';
import { VerifyingKey } from '../key/verifying-key.js';

/** @internal */
export function isKeyOrSet(value: unknown): value is VerifyingKey | JwkSet {
  return VerifyingKey.is(value) || JwkSet.is(value);
}

/** @internal */
export function checkedKeyOrSet(value: unknown): VerifyingKey | JwkSet {
  if (isKeyOrSet(value)) return value;
  throw misuse(
    'the key must come from importKey or importJwkSet of this copy of the package; ' +
      'no key is ever taken from a token',
  );
}

/**
 * Throws where it was disposed of.
 *
 * @internal
 */
export function checkUndisposed(keyOrSet: VerifyingKey | JwkSet): void {
  if (VerifyingKey.is(keyOrSet)) VerifyingKey.handleOf(keyOrSet);
  else JwkSet.handleOf(keyOrSet);
}
