/** Key sets that outlive the process, and the interface of the place where they are kept. */
import type { JwkSetInput } from '../input.js';

/** A key set as it is kept and exported: plain data, for `JSON.stringify`. */
export interface StoredJwkSet {
  readonly jwks: JwkSetInput;
  /** When it was fetched: milliseconds since the epoch. */
  readonly fetchedAt: number;
  /** Until when it is fresh: milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Where it is from, where that is known. */
  readonly jwksUri?: string;
}

/**
 * Keeps key sets for other processes or isolates. Whoever can write to it decides which keys are
 * trusted. `memoryStore`, `cacheApiStore` and `kvStore` make one.
 *
 * What it gives is checked like what the network gives. When it fails, is slow or gives nonsense,
 * the network is asked instead.
 */
export interface JwkSetStore {
  /** `url` is the key set's, or that of the issuer's metadata. */
  get(url: string): Promise<StoredJwkSet | undefined>;
  put(url: string, value: StoredJwkSet): Promise<void>;
}

/**
 * The last time that a Date can have, in milliseconds since the epoch.
 *
 * @internal
 */
export const LATEST = 8.64e15;

/** @internal */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LATEST;
}
