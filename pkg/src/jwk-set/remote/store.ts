/** A place outside the process where key sets are kept, and the door to it. */
import { record } from '../../checks/record.js';
import { isPlainObject } from '../../checks/arguments.js';
import { jsonText } from '../../checks/json-text.js';
import type { JwkSetInput } from '../input.js';
import { Deadline } from './deadline.js';
import { LONGEST_FRESHNESS } from './freshness.js';
import { importFetched } from './loaded-jwk-set.js';
import type { Lifetime, LoadedJwkSet } from './loaded-jwk-set.js';
import type { JwksLocation } from './location.js';
import type { CheckedOptions } from './options.js';
import { mayBeFetched, parsedUrl } from './source.js';
import { isTime } from './stored-jwk-set.js';
import type { JwkSetStore, StoredJwkSet } from './stored-jwk-set.js';

/**
 * What the store has, however old.
 *
 * @internal
 */
export async function readStore(
  store: JwkSetStore,
  location: JwksLocation,
  options: CheckedOptions,
): Promise<LoadedJwkSet | undefined> {
  const deadline = new Deadline(options.timeout);
  try {
    // Called inside a function of its own: a store may also throw before it gives a promise.
    const value = await deadline.race((async () => store.get(location.storeKey))());
    return loadedFrom(value, location, options);
  } catch {
    return undefined;
  } finally {
    deadline.end();
  }
}

/**
 * Keeps a key set. Never fails.
 *
 * @internal
 */
export async function writeStore(
  store: JwkSetStore,
  location: JwksLocation,
  value: StoredJwkSet,
  options: CheckedOptions,
): Promise<void> {
  const deadline = new Deadline(options.timeout);
  try {
    await deadline.race((async () => store.put(location.storeKey, value))());
  } catch {
    // The keys are in memory all the same, and the next ones are put again.
  } finally {
    deadline.end();
  }
}

/** @internal */
export function storedFrom({ text, jwksUri, fetchedAt, expiresAt }: LoadedJwkSet): StoredJwkSet {
  const jwks: JwkSetInput = JSON.parse(text);
  return { jwks, fetchedAt, expiresAt, ...(jwksUri !== undefined && { jwksUri }) };
}

function loadedFrom(
  value: unknown,
  location: JwksLocation,
  options: CheckedOptions,
): LoadedJwkSet | undefined {
  if (!isPlainObject(value)) return undefined;
  const { jwks, fetchedAt, expiresAt, jwksUri } = record(value as Partial<StoredJwkSet>);
  if (!isTime(fetchedAt) || !isTime(expiresAt) || !isPlainObject(jwks)) return undefined;
  if (!isPlace(jwksUri, location, options)) return undefined;
  const text = jsonText(jwks, 'the stored key set');
  return {
    jwkSet: importFetched(text, options),
    text,
    jwksUri,
    ...withinBounds(fetchedAt, expiresAt),
  };
}

/**
 * Times that are another's word, kept from making keys live longer than any answer could.
 *
 * @internal
 */
export function withinBounds(fetchedAt: number, expiresAt: number): Lifetime {
  const since = Math.min(fetchedAt, Date.now());
  return { fetchedAt: since, expiresAt: Math.min(expiresAt, since + LONGEST_FRESHNESS) };
}

/** Of a key set whose URL the caller gave, nothing from elsewhere is taken. */
function isPlace(jwksUri: unknown, location: JwksLocation, options: CheckedOptions): boolean {
  if (jwksUri === undefined) return true;
  const url = typeof jwksUri === 'string' ? parsedUrl(jwksUri) : undefined;
  if (url === undefined || !mayBeFetched(url, options.allowInsecureLoopback)) return false;
  return location.storeKey !== location.url || location.url === jwksUri;
}
