/**
 * The errors of the network, written so that they can be logged.
 *
 * @internal
 */
import { JoseError } from '../../errors.js';

/** More of a path than this tells nobody anything. */
const LONGEST_PLACE = 120;

/**
 * Where something is, for a message: without the query, which may hold a secret.
 *
 * @internal
 */
export function placeOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`.slice(0, LONGEST_PLACE);
}

/** @internal */
export function fetchFailed(message: string, cause?: unknown): JoseError {
  const options = cause === undefined ? undefined : { cause };
  return new JoseError('ERR_JWKS_FETCH_FAILED', message, options);
}
