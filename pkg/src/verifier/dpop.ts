/** Tokens that are bound to a key, and the proof that the sender of a request has it (RFC 9449 §7). */
import { isList, own, record } from '../checks/record.js';
import type { Own } from '../checks/record.js';
import { member, PLAIN } from '../checks/arguments.js';
import { flag, oneOrMore, pattern } from '../checks/checks.js';
import { coreValue } from '../checks/core-options.js';
import { readOptions } from '../checks/options.js';
import type { Check } from '../checks/options.js';
import { isFullStore } from '../checks/callback.js';
import { JwtClaimError } from '../claim-error.js';
import { isInstance, JoseError, misuse } from '../errors.js';
import type { JoseErrorCode } from '../contract.js';
import type { JwtPayload } from '../jwt/payload.js';
import type { Algorithm } from '../contract.js';
import { replayStoreOption, verifyDpopProofAsync } from '../dpop/verify-dpop-proof.js';
import type { VerifiedDpopProof } from '../dpop/verified-dpop-proof.js';
import type { VerifyDpopProofOptions } from '../dpop/verify-dpop-proof.js';
import { fieldOf } from './request-like.js';
import type { PresentedToken, RequestLike } from './request-like.js';

/** How proofs are asked for. The other options are those of `verifyDpopProof`. */
export interface DpopOptions extends Omit<
  VerifyDpopProofOptions,
  'method' | 'url' | 'accessToken' | 'thumbprint' | 'currentDate'
> {
  /**
   * Whether every token has to be bound to a key. With `false`, tokens that are not may be sent as
   * `Bearer`; those that are, never. Defaults to true.
   */
  readonly required?: boolean;
  /** The URL of the request as the client sees it, behind a proxy. Defaults to the request's. */
  readonly url?: string;
}

/** @internal */
export type CheckedDpopOptions = Own<DpopOptions>;

/** All but those of shared secrets, which have no public part to show. */
export const PROOF_ALGORITHMS: readonly Algorithm[] = [
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
];
const NOT_OF_THE_PROOF: readonly JoseErrorCode[] = [
  'ERR_API_MISUSE',
  'ERR_CALLBACK_FAILED',
  'ERR_WASM_UNAVAILABLE',
];

/** A proof that does not hold; `cause` says why. */
export class NoProof extends Error {
  constructor(
    override readonly cause: JoseError,
    /** Whether a proof with one of the server's nonces would do. */
    readonly wantsNonce: boolean,
  ) {
    super('no proof');
  }
}

/** Both are told to clients, in the header of an answer. */
const proofAlgorithms: Check<readonly Algorithm[]> = (value, what) => {
  const isKnown = (name: unknown) => PROOF_ALGORITHMS.includes(name as Algorithm);
  if (isList(value) && value.every(isKnown)) return coreValue(value, what) as readonly Algorithm[];
  throw misuse(`${what} must be a list of algorithms of key pairs`);
};

/** @internal */
export const dpopOption: Check<CheckedDpopOptions> = (value, what) => {
  const { required = true, ...others } = readOptions(
    value,
    {
      required: flag,
      algorithms: proofAlgorithms,
      nonce: oneOrMore(pattern(PLAIN, 'text that can stand in a header')),
      replayStore: replayStoreOption,
      clockTolerance: coreValue,
      limits: coreValue,
      maxTokenAge: coreValue,
      url: coreValue,
    },
    what,
  );
  return record({ ...others, required }) as CheckedDpopOptions;
};

/**
 * Holds the request that `presented` came with to its token's binding; the proof, where there is one.
 *
 * @internal
 */
export async function proofOf(
  request: RequestLike,
  { token, scheme }: PresentedToken,
  payload: JwtPayload,
  options: CheckedDpopOptions,
  currentDate: Date,
): Promise<VerifiedDpopProof | undefined> {
  const thumbprint = thumbprintOf(payload);
  if (scheme === 'Bearer') {
    if (thumbprint === undefined) return undefined;
    // RFC 9449 §7.2: otherwise whoever steals it could leave the proof out.
    throw bindingFault('check_failed', 'the token is bound to a key, and came without its proof');
  }
  if (thumbprint === undefined) {
    throw bindingFault(
      'missing',
      'the token is not bound to a key (cnf.jkt), and came with a proof',
    );
  }
  const [method, url] = [member(request, 'method'), member(request, 'url')];
  const { required: _, ...others } = options;
  const rest = record(others);
  if (method === undefined || (url === undefined && rest.url === undefined)) {
    throw misuse('with dpop, the request needs its method and url');
  }
  const proof = fieldOf(request, 'dpop') ?? '';
  try {
    const expected = {
      method: method as string,
      url: url as string,
      ...rest,
      accessToken: token,
      thumbprint,
      currentDate,
    };
    return await verifyDpopProofAsync(proof, expected);
  } catch (error) {
    throw proofFault(error, 'nonce' in options);
  }
}

/** RFC 9449 §6.1. */
function thumbprintOf(payload: JwtPayload): string | undefined {
  const cnf = own(payload, 'cnf');
  const thumbprint = typeof cnf === 'object' && cnf !== null ? own(cnf, 'jkt') : undefined;
  return typeof thumbprint === 'string' && thumbprint !== '' ? thumbprint : undefined;
}

function bindingFault(reason: 'check_failed' | 'missing', message: string): JwtClaimError {
  const claim = 'cnf';
  return new JwtClaimError('ERR_JWT_CLAIM_VALIDATION_FAILED', message, { claim, reason });
}

function proofFault(error: unknown, hasNonce: boolean): unknown {
  if (!isInstance(error, JoseError) || NOT_OF_THE_PROOF.includes(error.code)) return error;
  if (isFullStore(error)) return error;
  const isAboutNonce = error instanceof JwtClaimError && error.claim === 'nonce';
  return new NoProof(error, hasNonce && isAboutNonce);
}
