/** The part of a request that a verifier reads. */
import { member } from '../checks/arguments.js';
import { misuse } from '../errors.js';

/**
 * The part of a `Request` that is looked at. DPoP needs `method` and `url`; without `method` no request is a
 * CORS preflight.
 */
export interface RequestLike {
  readonly headers: { get(name: string): string | null };
  readonly method?: string;
  readonly url?: string;
}

/** A token, and the scheme by which it was presented. */
export interface PresentedToken {
  readonly token: string;
  readonly scheme: 'Bearer' | 'DPoP';
}

/**
 * A field of the request's header; null where it has none, for which a Map has undefined.
 *
 * @internal
 */
export function fieldOf(request: RequestLike, name: string): string | null {
  const headers = member(request, 'headers') as RequestLike['headers'];
  if (typeof member(headers, 'get') !== 'function') {
    throw misuse('the request must have headers, with a method get');
  }
  const value: unknown = headers.get(name) ?? null;
  if (value === null || typeof value === 'string') return value;
  throw misuse('what headers.get of the request gives must be a string or null');
}
