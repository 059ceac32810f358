/** The one token of a request (RFC 6750 §2.1, RFC 9449 §7.1). */
import type { Own } from '../checks/record.js';
import { member } from '../checks/arguments.js';
import { pattern } from '../checks/checks.js';
import { readOptions } from '../checks/options.js';
import { isInstance, misuse } from '../errors.js';
import { dpopOption } from './dpop.js';
import type { DpopOptions, CheckedDpopOptions } from './dpop.js';
import { fieldOf } from './request-like.js';
import type { PresentedToken, RequestLike } from './request-like.js';

/** Where the token is, and what the answers say. */
export interface RequestOptions {
  /** Take the token from the cookie of this name, and only from there. */
  readonly cookie?: string;
  /**
   * Take the token from the header field of this name, where it stands without a scheme, and only from
   * there, as proxies pass it on: `Cf-Access-Jwt-Assertion`, `X-Amzn-Oidc-Data`.
   */
  readonly header?: string;
  /** The `realm` of `WWW-Authenticate`. */
  readonly realm?: string;
  /**
   * Ask for the proof that the sender has the key that the token is bound to. Without it the scheme
   * `DPoP` is unknown.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9449#section-7
   */
  readonly dpop?: DpopOptions;
}

/** RFC 6750 §2.1: the scheme in any case, one or more spaces, a token68 (RFC 9110 §11.2). */
const CREDENTIALS = /^(bearer|dpop) +([A-Za-z0-9._~+/-]+=*)$/i;
const KNOWN_SCHEME = /^(?:bearer|dpop)(?: |$)/i;
const TOKEN68 = /^[A-Za-z0-9._~+/-]+=*$/;
const REALM = /^[ !#-[\]-~]+$/;
/** RFC 9110 §5.6.2: what names of header fields and cookies are made of. */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const EXPECTED = 'a string that can stand in its header';

/** @internal */
export type CheckedRequestOptions = Own<
  Omit<RequestOptions, 'dpop'> & { readonly dpop?: CheckedDpopOptions }
>;

/** @internal */
export function readRequestOptions(options: unknown): CheckedRequestOptions {
  const values: CheckedRequestOptions = readOptions(options, {
    cookie: pattern(NAME, EXPECTED),
    header: pattern(NAME, EXPECTED),
    realm: pattern(REALM, EXPECTED),
    dpop: dpopOption,
  });
  const hasPlace = 'cookie' in values || 'header' in values;
  if ('cookie' in values && 'header' in values) throw misuse('give either cookie or header');
  if ('dpop' in values && hasPlace) {
    throw misuse('with dpop, the token is in the header Authorization');
  }
  return values;
}

const MESSAGES = {
  none: 'the request has no token',
  invalid_request: 'the request must have exactly one token, in its form',
  preflight: 'the request is a CORS preflight, which never has a token',
};

/** A request without exactly one token. */
export class NoToken extends Error {
  constructor(readonly problem: keyof typeof MESSAGES) {
    super(MESSAGES[problem]);
  }
}

/**
 * The token of `request`.
 *
 * @internal
 */
export function tokenOf(request: RequestLike, options: CheckedRequestOptions): PresentedToken {
  try {
    return presentedBy(request, options);
  } catch (error) {
    const hasNone = isInstance(error, NoToken) && error.problem === 'none';
    throw hasNone && isPreflight(request) ? new NoToken('preflight') : error;
  }
}

/**
 * Whether a browser asks if it may send the request that has the token.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
function isPreflight(request: RequestLike): boolean {
  return (
    member(request, 'method') === 'OPTIONS' &&
    fieldOf(request, 'origin') !== null &&
    fieldOf(request, 'access-control-request-method') !== null &&
    fieldOf(request, 'authorization') === null
  );
}

function presentedBy(
  request: RequestLike,
  { cookie, header, dpop }: CheckedRequestOptions,
): PresentedToken {
  const field = (name: string) => fieldOf(request, name);
  if (cookie !== undefined) return bearer(tokenOfCookie(field('cookie'), cookie));
  if (header !== undefined) return bearer(tokenOfField(field(header)));
  const presented = tokenOfAuthorization(field('authorization'), dpop !== undefined);
  // Where every token has to be bound to a key, one that is sent without its proof is none.
  if (presented.scheme === 'Bearer' && dpop?.required === true) throw new NoToken('none');
  return presented;
}

const bearer = (token: string): PresentedToken => ({ token, scheme: 'Bearer' });

function tokenOfAuthorization(field: string | null, knowsDpop: boolean): PresentedToken {
  const [, scheme = '', token] = CREDENTIALS.exec(field ?? '') ?? [];
  const isDpop = scheme.toLowerCase() === 'dpop';
  if (token !== undefined && (knowsDpop || !isDpop)) {
    return { token, scheme: isDpop ? 'DPoP' : 'Bearer' };
  }
  // Several header fields of the name arrive as one, with a comma, which no token has.
  const isMalformed = field !== null && (KNOWN_SCHEME.test(field) || field.includes(','));
  throw new NoToken(isMalformed && !isDpop ? 'invalid_request' : 'none');
}

function tokenOfField(field: string | null): string {
  if (field === null || field === '') throw new NoToken('none');
  if (TOKEN68.test(field)) return field;
  throw new NoToken('invalid_request');
}

function tokenOfCookie(field: string | null, name: string): string {
  const values = (field ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [token, ...others] = values;
  // Two cookies of one name: one of them may have been planted from a neighbouring domain.
  if (others.length > 0) throw new NoToken('invalid_request');
  if (token === undefined || token === '') throw new NoToken('none');
  return token;
}
