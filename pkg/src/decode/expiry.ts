/** When a token expires, and whether it has: for pages that show that or fetch a new token in time. */
import { own } from '../checks/record.js';
import type { DecodeOptions } from '../jws/options.js';
import { decoded } from './decode.js';
import { readDecodeOptions, readExpiryOptions } from './options.js';
import type { CheckedDecodeOptions, IsExpiredOptions } from './options.js';

/**
 * When the token expires, by its `exp`; undefined where it names no time that a `Date` can be. Nothing is verified.
 *
 * @param token - The token, in compact serialization, as text.
 * @throws JoseError As `decode`.
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4
 *
 * @example
 * ```ts
 * const renewAt = expiresAt(token)?.getTime() ?? Infinity;
 * ```
 */
export function expiresAt(token: string, options?: DecodeOptions): Date | undefined {
  const date = new Date(expiryOf(token, readDecodeOptions(options)) ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/**
 * Whether the token has expired. One without `exp` never does; one whose `exp` is no number has, because no verifier
 * accepts it. Nothing is verified: for showing and scheduling, never for a decision about access.
 *
 * @param token - The token, in compact serialization, as text.
 * @param options - See {@link IsExpiredOptions}.
 * @throws JoseError As `decode`.
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4
 */
export function isExpired(token: string, options?: IsExpiredOptions): boolean {
  const checked = readExpiryOptions(options);
  const expiry = expiryOf(token, checked);
  // As the core compares: at `exp` itself the token is no longer accepted.
  return expiry !== undefined && !(checked.currentDate - checked.clockTolerance < expiry);
}

/** In milliseconds since the epoch; NaN for what is no number. */
function expiryOf(token: unknown, options: CheckedDecodeOptions): number | undefined {
  const exp = own(decoded<object>(token, options).payload, 'exp');
  if (exp === undefined) return undefined;
  return typeof exp === 'number' ? exp * 1000 : NaN;
}
