/**
 * How long a store keeps a key set that is no longer fresh, for the day on which the issuer cannot
 * be reached.
 *
 * @internal
 */
import { DAY, SECOND } from '../../../checks/duration.js';
import type { StoredJwkSet } from '../stored-jwk-set.js';

/** Workers KV takes nothing shorter. */
const LEAST = 60;

/**
 * Whole seconds from now.
 *
 * @internal
 */
export function secondsToKeep({ expiresAt }: Pick<StoredJwkSet, 'expiresAt'>): number {
  return Math.max(LEAST, Math.ceil((expiresAt + DAY - Date.now()) / SECOND));
}
