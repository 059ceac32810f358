/**
 * What assertions of a client and of a service account have in common (RFC 7523).
 *
 * @internal
 */
import { checkedPattern } from '../checks/arguments.js';
import { checkedDuration, HOUR, SECOND } from '../checks/duration.js';

/** RFC 7515 §7.1. */
const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * An assertion on its way into a request.
 *
 * @internal
 */
export function checkedAssertion(value: unknown): string {
  return checkedPattern(value, 'the assertion', COMPACT_JWS, 'a signed token');
}

/**
 * How long an assertion holds, in seconds. Longer than an hour is refused here, because Google refuses
 * it later and to others it is of no use.
 *
 * @internal
 */
export function checkedLifetime(value: unknown): number {
  return checkedDuration(value, 'expiresIn', { least: SECOND, most: HOUR }) / SECOND;
}
