/**
 * A key set from elsewhere, imported, with what is known about its age.
 *
 * @internal
 */
import { JoseError } from '../../errors.js';
import { importJwkSet, JwkSet } from '../jwk-set.js';
import type { CheckedOptions } from './options.js';

/**
 * Times are milliseconds since the epoch.
 *
 * @internal
 */
export interface Lifetime {
  readonly fetchedAt: number;
  readonly expiresAt: number;
}

/** @internal */
export interface LoadedJwkSet extends Lifetime {
  readonly jwkSet: JwkSet;
  readonly text: string;
  readonly jwksUri: string | undefined;
}

/**
 * Imports what the network, a store or the caller gave, by one set of rules. A secret that was
 * published is none, so a set of shared secrets is refused like one of private keys.
 *
 * @internal
 */
export function importFetched(text: string, options: CheckedOptions): JwkSet {
  const jwkSet = importJwkSet(text, options.imported);
  if (!JwkSet.holdsSecrets(jwkSet)) return jwkSet;
  throw new JoseError('ERR_JWKS_INVALID', 'a key set that is fetched must hold no shared secret');
}

/** @internal */
export function isFresh({ fetchedAt, expiresAt }: Lifetime, now: number): boolean {
  // Also with a clock that was set back, which would keep keys fresh until it caught up.
  return now >= fetchedAt && now < expiresAt;
}

/** @internal */
export function isUsable({ expiresAt }: Lifetime, now: number, maxStale: number): boolean {
  return now < expiresAt + maxStale;
}
