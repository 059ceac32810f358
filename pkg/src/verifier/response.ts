/** The answer to a request without a good token (RFC 6750 §3, RFC 9449 §7.1). */
import type { RuntimeResponse } from '../core/runtime-types.js';
import { record } from '../checks/record.js';
import type { Own } from '../checks/record.js';
import { PLAIN } from '../checks/arguments.js';
import { isFullStore } from '../checks/callback.js';
import { JwtClaimError } from '../claim-error.js';
import { isInstance, JoseError } from '../errors.js';
import type { JoseErrorCode } from '../contract.js';
import { NoProof, PROOF_ALGORITHMS } from './dpop.js';
import type { DpopOptions } from './dpop.js';
import { NoToken } from './request.js';
import type { CheckedRequestOptions } from './request.js';
import type { PresentedToken } from './request-like.js';

/** What in a request was not right (RFC 6750 §3.1, RFC 9449 §7.1), or no token at all. */
type Problem =
  | 'none'
  | 'preflight'
  | 'invalid_request'
  | 'invalid_token'
  | 'insufficient_scope'
  | 'invalid_dpop_proof'
  | 'use_dpop_nonce'
  | 'unavailable';

const STATUS: Record<Problem, number> = {
  none: 401,
  preflight: 204,
  invalid_request: 400,
  invalid_token: 401,
  insufficient_scope: 403,
  invalid_dpop_proof: 401,
  use_dpop_nonce: 401,
  unavailable: 503,
};

/** A fault of the calling code or its surroundings is not answered but thrown. */
const NOT_THE_CLIENTS: readonly JoseErrorCode[] = ['ERR_API_MISUSE', 'ERR_WASM_UNAVAILABLE'];
/** No keys could be had, or a function of the service failed: the token may be good. */
const UNAVAILABLE: readonly JoseErrorCode[] = [
  'ERR_CALLBACK_FAILED',
  'ERR_JWKS_FETCH_FAILED',
  'ERR_JWKS_INVALID',
  'ERR_JWKS_TIMEOUT',
];

/** What a verifier asks for beyond a good token. */
export interface Scopes {
  /** The scopes, to be named in the answer. */
  readonly names: readonly string[];
  /** The claims in which scopes and roles stand. */
  readonly claims: readonly string[];
}

/**
 * The answer to a request that was refused with `error`; what is not the client's doing is thrown.
 *
 * It tells the client what RFC 6750 §3.1 has a word for, and an attacker nothing more.
 *
 * @internal
 */
export function responseTo(
  error: unknown,
  options: CheckedRequestOptions,
  scopes: Scopes,
  presented: PresentedToken | undefined,
): RuntimeResponse {
  const problem = problemOf(error, scopes);
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (problem === 'unavailable') headers.set('Retry-After', '5');
  else if (problem !== 'preflight')
    headers.set('WWW-Authenticate', challenges(problem, options, scopes, presented).join(', '));
  const nonce = nonceOf(options.dpop);
  if (problem === 'use_dpop_nonce' && nonce !== undefined) headers.set('DPoP-Nonce', nonce);
  return new Response(null, record({ status: STATUS[problem], headers }));
}

/** One for each scheme that would do; the problem belongs to the one that was tried. */
function challenges(
  problem: Problem,
  { realm, dpop }: CheckedRequestOptions,
  scopes: Scopes,
  presented: PresentedToken | undefined,
): readonly string[] {
  const schemes: readonly PresentedToken['scheme'][] =
    dpop === undefined ? ['Bearer'] : dpop.required === true ? ['DPoP'] : ['DPoP', 'Bearer'];
  const tried = schemes.find((scheme) => scheme === presented?.scheme) ?? schemes[0]!;
  return schemes.map((scheme) => {
    const parameters = [
      ...(realm === undefined ? [] : [`realm="${realm}"`]),
      ...(scheme === tried && problem !== 'none' ? [`error="${problem}"`] : []),
      ...(scheme === tried && problem === 'insufficient_scope' && canBeTold(scopes)
        ? [`scope="${scopes.names.join(' ')}"`]
        : []),
      ...(scheme === 'DPoP' ? [`algs="${(dpop?.algorithms ?? PROOF_ALGORITHMS).join(' ')}"`] : []),
    ];
    return [scheme, parameters.join(', ')].join(' ').trim();
  });
}

/** A scope that cannot stand in a header is none by RFC 6749 §3.3, and is not told. */
function canBeTold({ names }: Scopes): boolean {
  return names.length > 0 && names.every((name) => PLAIN.test(name));
}

function problemOf(error: unknown, { claims }: Scopes): Problem {
  if (isInstance(error, NoToken)) return error.problem;
  if (isInstance(error, NoProof)) return error.wantsNonce ? 'use_dpop_nonce' : 'invalid_dpop_proof';
  if (!isInstance(error, JoseError) || NOT_THE_CLIENTS.includes(error.code)) throw error;
  if (UNAVAILABLE.includes(error.code) || isFullStore(error)) return 'unavailable';
  const lacksScope =
    error instanceof JwtClaimError &&
    claims.includes(error.claim) &&
    (error.reason === 'missing' || error.reason === 'mismatch');
  return lacksScope ? 'insufficient_scope' : 'invalid_token';
}

/** The nonce to give out: of several, the first. */
function nonceOf(dpop: Own<DpopOptions> | undefined): string | undefined {
  const nonce = dpop?.nonce;
  return typeof nonce === 'string' ? nonce : nonce?.at(0);
}
