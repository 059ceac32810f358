/** The one token of a request (RFC 6750 §2.1), and the answer to those who have no good one (§3). */
import { checkedOptions } from '../arguments.js';
import type { OptionValues } from '../arguments.js';
import { JoseError, JwtClaimError, misuse } from '../errors.js';
import type { JoseErrorCode } from '../errors.js';

/** The part of a `Request` that is looked at. */
export interface RequestLike {
  readonly headers: { get(name: string): string | null };
}

/** The runtime's `Response`, where its types are known. */
export type ResponseOfRuntime = typeof globalThis extends { Response: { prototype: infer R } }
  ? R
  : object;

/** What in a request was not right (RFC 6750 §3.1), or no token at all. */
type Problem = 'none' | 'invalid_request' | 'invalid_token' | 'insufficient_scope' | 'unavailable';

const STATUS: Record<Problem, number> = {
  none: 401,
  invalid_request: 400,
  invalid_token: 401,
  insufficient_scope: 403,
  unavailable: 503,
};

/** A fault of the calling code or its surroundings is not answered but thrown. */
const NOT_THE_CLIENTS: readonly JoseErrorCode[] = ['ERR_API_MISUSE', 'ERR_WASM_UNAVAILABLE'];
/** No keys could be had: nothing is known of the token, and it may be good. */
const UNAVAILABLE: readonly JoseErrorCode[] = [
  'ERR_JWKS_FETCH_FAILED',
  'ERR_JWKS_INVALID',
  'ERR_JWKS_TIMEOUT',
];

/** RFC 6750 §2.1: the scheme in any case, one or more spaces, a token68 (RFC 9110 §11.2). */
const BEARER = /^bearer +([A-Za-z0-9._~+/-]+=*)$/i;
const BEARER_SCHEME = /^bearer(?: |$)/i;
const REALM = /^[ !#-[\]-~]+$/;
const COOKIE_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Where the token is, and what the answers say. */
export interface BearerOptions {
  /** Take the token from the cookie of this name, and only from there. */
  readonly cookie?: string;
  /** The `realm` of `WWW-Authenticate`. */
  readonly realm?: string;
}

/** @internal */
export function checkedBearerOptions(options: unknown): BearerOptions {
  const values: OptionValues = checkedOptions(options) ?? {};
  const forms: Record<string, RegExp> = { cookie: COOKIE_NAME, realm: REALM };
  for (const [name, value] of Object.entries(values)) {
    const form = forms[name];
    if (form === undefined) throw misuse(`there is no option called ${JSON.stringify(name)}`);
    if (typeof value !== 'string' || !form.test(value)) {
      throw misuse(`the option ${name} must be a string that can stand in its header`);
    }
  }
  return values;
}

/** A request without exactly one token. */
class NoToken extends Error {
  constructor(readonly problem: 'none' | 'invalid_request') {
    super(problem);
  }
}

/**
 * The token of `request`.
 *
 * @internal
 */
export function tokenOf(request: RequestLike, { cookie }: BearerOptions): string {
  return cookie === undefined
    ? tokenOfAuthorization(request.headers.get('authorization'))
    : tokenOfCookie(request.headers.get('cookie'), cookie);
}

function tokenOfAuthorization(header: string | null): string {
  // Several headers of the name arrive as one, with a comma, which no token has.
  const token = header === null ? undefined : BEARER.exec(header)?.[1];
  if (token !== undefined) return token;
  const isBearer = header !== null && (BEARER_SCHEME.test(header) || header.includes(','));
  throw new NoToken(isBearer ? 'invalid_request' : 'none');
}

function tokenOfCookie(header: string | null, name: string): string {
  const values = (header ?? '')
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

/**
 * The answer to a request that was refused with `error`; what is not the client's doing is thrown.
 *
 * It tells the client what RFC 6750 §3.1 has a word for, and an attacker nothing more.
 *
 * @internal
 */
export function answerTo(
  error: unknown,
  { realm }: BearerOptions,
  scopes: Scopes,
): ResponseOfRuntime {
  const problem = problemOf(error, scopes);
  const parameters = [
    ...(realm === undefined ? [] : [`realm="${realm}"`]),
    ...(problem === 'none' ? [] : [`error="${problem}"`]),
    ...(problem === 'insufficient_scope' && scopes.names.length > 0
      ? [`scope="${scopes.names.join(' ')}"`]
      : []),
  ];
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (problem === 'unavailable') headers.set('Retry-After', '5');
  else headers.set('WWW-Authenticate', ['Bearer', parameters.join(', ')].join(' ').trim());
  return new Response(null, { status: STATUS[problem], headers });
}

/** What a verifier asks for beyond a good token. */
export interface Scopes {
  /** The scopes, to be named in the answer. */
  readonly names: readonly string[];
  /** The claims in which scopes and roles stand. */
  readonly claims: readonly string[];
}

function problemOf(error: unknown, { claims }: Scopes): Problem {
  if (error instanceof NoToken) return error.problem;
  if (!(error instanceof JoseError) || NOT_THE_CLIENTS.includes(error.code)) throw error;
  if (UNAVAILABLE.includes(error.code)) return 'unavailable';
  const lacksScope =
    error instanceof JwtClaimError &&
    claims.includes(error.claim) &&
    (error.reason === 'missing' || error.reason === 'mismatch');
  return lacksScope ? 'insufficient_scope' : 'invalid_token';
}
