/**
 * What assertions of a client and of a service account have in common (RFC 7523).
 *
 * @internal
 */
import { durationInSeconds, pattern } from '../checks/checks.js';
import { HOUR, SECOND } from '../checks/duration.js';
import type { Check } from '../checks/options.js';

/** RFC 7515 §7.1. */
const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * An assertion on its way into a request.
 *
 * @internal
 */
export function checkedAssertion(value: unknown): string {
  return pattern(COMPACT_JWS, 'a signed token')(value, 'the assertion');
}

/**
 * How long an assertion holds, in seconds. Longer than an hour is refused here, because Google refuses
 * it later and to others it is of no use.
 *
 * @internal
 */
export const lifetime: Check<number> = (value, what) =>
  durationInSeconds(SECOND, HOUR)(value, what);
