/** Where a verifier's keys come from: given, loaded from elsewhere, or chosen for each token. */
import { misuse } from '../errors.js';
import { JwkSet } from '../jwk-set.js';
import { checkedKeyOrSet } from '../key-argument.js';
import type { JwsHeader } from '../types.js';
import { VerifyingKey } from '../verifying-key.js';

/** Lets work go on after an answer was sent, as a Worker's `ExecutionContext` does. */
export interface WaitUntil {
  waitUntil?(promise: Promise<unknown>): void;
}

/** A key set that is loaded and renewed by itself, as `createRemoteJwkSet` makes it. */
export interface LoadingJwkSet {
  /** The keys to be used now, if there are any. */
  readonly jwkSet: JwkSet | undefined;
  /** The keys to be used for a token with this header, loaded if need be. */
  keysFor(header: { kid?: string; alg?: string }, context?: WaitUntil): Promise<JwkSet>;
}

/**
 * Chooses the keys for a token by its header, which nobody has verified: for looking keys up by
 * name, never for taking them from it.
 */
export type KeyResolver = (
  unverifiedHeader: JwsHeader,
) => VerifyingKey | JwkSet | Promise<VerifyingKey | JwkSet>;

/** What `createVerifier` takes as `keys`. */
export type VerifierKeys = VerifyingKey | JwkSet | LoadingJwkSet | KeyResolver;

/** @internal */
export function checkedKeys(keys: unknown): VerifierKeys {
  if (typeof keys === 'function') return keys as KeyResolver;
  return isLoading(keys) ? keys : checkedKeyOrSet(keys);
}

/**
 * The keys for a token, or a promise of them. Without `context` nobody can wait, so that a set that
 * is loaded elsewhere gives what it has.
 *
 * @internal
 */
export function keysFor(
  keys: VerifierKeys,
  header: () => JwsHeader,
  context: WaitUntil | undefined,
): unknown {
  if (typeof keys === 'function') return keys(header());
  if (!isLoading(keys)) return keys;
  if (context !== undefined) return keys.keysFor(header(), context);
  if (keys.jwkSet !== undefined) return keys.jwkSet;
  throw misuse('the key set has not been loaded yet: await its refresh(), or use verifyAsync');
}

function isLoading(value: unknown): value is LoadingJwkSet {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as LoadingJwkSet).keysFor === 'function'
  );
}
