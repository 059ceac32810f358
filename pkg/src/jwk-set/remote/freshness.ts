/**
 * How long a response is fresh (RFC 9111 §4.2, for a private cache).
 *
 * `Expires` is not read, and neither is `s-maxage`, which is for shared caches.
 *
 * @internal
 */
import { DAY, MINUTE, SECOND } from '../../checks/duration.js';
import type { DownloadedDocument } from './http.js';

/** Below, a publisher's word would make every request wait for the network. */
const LEAST = MINUTE;

/**
 * Above, a key that was withdrawn would be believed for too long.
 *
 * @internal
 */
export const LONGEST_FRESHNESS = DAY;

/**
 * The freshness lifetime of a response in milliseconds: what it says itself, within bounds, or
 * `otherwise` when it says nothing.
 *
 * @internal
 */
export function freshnessOf({ cacheControl, age }: DownloadedDocument, otherwise: number): number {
  const directives = cacheControl
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim());
  if (directives.includes('no-store') || directives.includes('no-cache')) return LEAST;
  const ages = directives
    .filter((directive) => /^max-age\b/.test(directive))
    .map((directive) => /^max-age="?(\d+)"?$/.exec(directive)?.at(1));
  if (ages.length === 0) return otherwise;
  // What cannot be read is taken for the shortest (§4.2.1), and so is the shorter of two.
  const lifetime =
    SECOND * ages.reduce((least, age) => Math.min(least, Number(age ?? 0)), Infinity);
  // How long a cache on the way has held the response (§5.1).
  const elapsed = /^\d+$/.test(age) ? Number(age) * SECOND : 0;
  return Math.min(Math.max(lifetime - elapsed, LEAST), LONGEST_FRESHNESS);
}
