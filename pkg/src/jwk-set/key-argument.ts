/**
 * The second argument of the verifying functions: a key or a set of keys, of this very package.
 *
 * @internal
 */
import type { Handle } from '../core/handle.js';
import type * as wasm from '../core/wasm.js';
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
 * The handle of either.
 *
 * @throws JoseError `ERR_API_MISUSE` when it was disposed of.
 * @internal
 */
export function handleOf(keyOrSet: VerifyingKey | JwkSet): Handle<wasm.KeysHandle> {
  return VerifyingKey.is(keyOrSet) ? VerifyingKey.handleOf(keyOrSet) : JwkSet.handleOf(keyOrSet);
}

/**
 * The key that verified: itself, or the one of the set that the core names by its index.
 *
 * @internal
 */
export function keyAt(keyOrSet: VerifyingKey | JwkSet, index: number): VerifyingKey {
  return VerifyingKey.is(keyOrSet) ? keyOrSet : JwkSet.keyAt(keyOrSet, index);
}
