/** The one token of a request (RFC 6750 §2.1, RFC 9449 §7.1). */
import { record } from '../checks/record.js';
import type { Own } from '../checks/record.js';
import { checkedOptions, member, membersOf, noSuchOption } from '../checks/arguments.js';
import { isInstance, misuse } from '../errors.js';
import { checkedDpopOptions } from './dpop.js';
import type { DpopOptions } from './dpop.js';

/**
 * The part of a `Request` that is looked at. DPoP needs `method` and `url`; without `method` no request is a
 * CORS preflight.
 */
export interface RequestLike {
  readonly headers: { get(name: string): string | null };
  readonly method?: string;
  readonly url?: string;
}

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

/** A token, and the scheme by which it was presented. */
export interface PresentedToken {
  readonly token: string;
  readonly scheme: 'Bearer' | 'DPoP';
}

/** RFC 6750 §2.1: the scheme in any case, one or more spaces, a token68 (RFC 9110 §11.2). */
const CREDENTIALS = /^(bearer|dpop) +([A-Za-z0-9._~+/-]+=*)$/i;
const KNOWN_SCHEME = /^(?:bearer|dpop)(?: |$)/i;
const TOKEN68 = /^[A-Za-z0-9._~+/-]+=*$/;
const REALM = /^[ !#-[\]-~]+$/;
/** RFC 9110 §5.6.2: what names of header fields and cookies are made of. */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const FORMS = record<Record<string, RegExp>>({ cookie: NAME, header: NAME, realm: REALM });

/** @internal */
export type RequestSettings = Own<
  Omit<RequestOptions, 'dpop'> & { readonly dpop?: Own<DpopOptions> }
>;

/** @internal */
export function checkedRequestOptions(options: unknown): RequestSettings {
  // Out first: a replay store is no plain value, and the check on options would refuse it.
  const members = membersOf(options === undefined ? {} : options, 'options');
  const { dpop, ...rest } = members;
  const values = checkedOptions(rest) ?? record();
  for (const [name, value] of Object.entries(values)) {
    const form = FORMS[name];
    if (form === undefined) throw noSuchOption(name);
    if (typeof value !== 'string' || !form.test(value)) {
      throw misuse(`the option ${name} must be a string that can stand in its header`);
    }
  }
  if ('cookie' in values && 'header' in values) throw misuse('give either cookie or header');
  if (!('dpop' in members)) return values as RequestSettings;
  if ('cookie' in values || 'header' in values) {
    throw misuse('with dpop, the token is in the header Authorization');
  }
  return record({ ...values, dpop: checkedDpopOptions(dpop) });
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
export function tokenOf(request: RequestLike, options: RequestSettings): PresentedToken {
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

function presentedBy(
  request: RequestLike,
  { cookie, header, dpop }: RequestSettings,
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
