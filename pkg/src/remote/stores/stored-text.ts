/**
 * A stored key set as text, measured before it is parsed.
 *
 * @internal
 */
import type { StoredJwkSet } from '../store.js';

/**
 * A key set is at most 1 MiB, in a few more characters.
 *
 * @internal
 */
export const LONGEST_STORED = 1_100_000;

/** @internal */
export function parsedStored(text: string): StoredJwkSet | undefined {
  return text.length > LONGEST_STORED ? undefined : JSON.parse(text);
}
