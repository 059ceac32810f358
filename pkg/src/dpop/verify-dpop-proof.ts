/** `verifyDpopProof`: that whoever sends a request has the key that the access token is bound to. */
import { checkedToken } from '../checks/arguments.js';
import { coreOptions, takeNowSeconds } from '../checks/core-options.js';
import { callbackThrew, drop, isThenable, wrongAnswer } from '../checks/callback.js';
import type { Callback } from '../checks/callback.js';
import { takeOptions } from '../checks/options.js';
import type { Check } from '../checks/options.js';
import { withMethods } from '../checks/methods.js';
import { JoseError, misuse } from '../errors.js';
import { verifiedProof } from '../core/dpop-policy.js';
import type { ReplayStore } from './replay-store.js';
import type { VerifiedDpopProof } from './verified-dpop-proof.js';
import type { Limits } from '../jws/options.js';
import type { Algorithm } from '../contract.js';

/** Options of `verifyDpopProof`. An option that is not known by name is an error. */
export interface VerifyDpopProofOptions {
  /** The method of the request, such as `GET`: `htm` must be it. */
  readonly method: string;
  /** The URL of the request, as the client sees it: `htu` must be it, but for query and fragment. */
  readonly url: string;
  /**
   * The access token that came with the proof: `ath` must be its hash. Needs `thumbprint`, because one
   * without the other proves nothing.
   */
  readonly accessToken?: string;
  /**
   * The thumbprint that the proof's key must have: `cnf.jkt` of the access token, after that was
   * verified. Defaults to no check, as for a first request for a token.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9449#section-6.1
   */
  readonly thumbprint?: string;
  /**
   * `nonce` must be this, or one of these, which this server gave out. Defaults to no check.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9449#section-9
   */
  readonly nonce?: string | readonly string[];
  /** The `alg` values a proof may name. Defaults to every one with a public key. */
  readonly algorithms?: readonly Algorithm[];
  /**
   * How long ago the proof may have been made: seconds, or a text such as `'60s'`. At most 36,500 days. Defaults
   * to 60.
   */
  readonly maxTokenAge?: number | string;
  /** Allowance for clocks that differ: seconds, or a text such as `'30s'`. At most 1 hour. Defaults to 30. */
  readonly clockTolerance?: number | string;
  /**
   * Where proofs that were seen are remembered, so that none is taken twice. Defaults to nowhere: then
   * a proof that was overheard can be used again while it is young.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9449#section-11.1
   */
  readonly replayStore?: ReplayStore;
  readonly limits?: Limits;
  /** The time to check against. Defaults to the system clock. */
  readonly currentDate?: Date;
}

/**
 * Verifies a DPoP proof (RFC 9449 §4.3). The key is the one that the proof brings; that it is the right
 * one shows by `thumbprint`.
 *
 * @param proof - The one `DPoP` header of the request.
 * @param options - See {@link VerifyDpopProofOptions}.
 * @throws JoseError
 * - `ERR_JWS_INVALID` when it is no well-formed token, or several, or has no public key in its header.
 * - `ERR_JOSE_ALG_NOT_ALLOWED`, `ERR_JWK_INVALID`, `ERR_JOSE_KEY_TOO_WEAK`, `ERR_JOSE_NOT_SUPPORTED`,
 *   `ERR_JOSE_LIMIT_EXCEEDED` as for any token and key.
 * - `ERR_JOSE_KEY_MISMATCH` when the key does not fit `alg`, or is not the one of `thumbprint`.
 * - `ERR_JWS_SIGNATURE_VERIFICATION_FAILED`, `ERR_JWT_INVALID`.
 * - `ERR_JWT_REPLAYED` when the replay store has seen it.
 * - `ERR_CALLBACK_FAILED` when the replay store throws, or answers neither true nor false.
 * - `ERR_API_MISUSE` when an argument or an option is wrong, or the replay store has to be waited for:
 *   use `verifyDpopProofAsync`.
 * @throws JwtClaimError `ERR_JWT_EXPIRED` when it is too old, `ERR_JWT_CLAIM_VALIDATION_FAILED` for
 * `typ`, `htm`, `htu`, `jti`, `iat`, `ath` and `nonce`.
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-4.3
 *
 * @example
 * ```ts
 * const { payload } = verify(accessToken, keys, { issuer, audience });
 * verifyDpopProof(request.headers.get('dpop') ?? '', {
 *   method: request.method,
 *   url: request.url,
 *   accessToken,
 *   thumbprint: payload.cnf.jkt,
 *   replayStore,
 * });
 * ```
 */
export function verifyDpopProof(
  proof: string | Uint8Array,
  options: VerifyDpopProofOptions,
): VerifiedDpopProof {
  const { verified, isNew } = verifyOnce(proof, options);
  return firstUse(verified, answerNow(isNew));
}

/**
 * As `verifyDpopProof`, with a replay store that has to be waited for.
 *
 * @throws JoseError, JwtClaimError - as `verifyDpopProof` does. What the store rejects with is
 * `ERR_CALLBACK_FAILED`, as if it had thrown it.
 */
export async function verifyDpopProofAsync(
  proof: string | Uint8Array,
  options: VerifyDpopProofOptions,
): Promise<VerifiedDpopProof> {
  const { verified, isNew } = verifyOnce(proof, options);
  return firstUse(verified, await answerLater(isNew));
}

const TAKE: Callback = {
  option: 'replayStore',
  expected: 'true or false',
  passedOn: ['ERR_JOSE_LIMIT_EXCEEDED'],
};

/** The proof, and the question whether it is new, which only proofs that hold are worth. */
function verifyOnce(
  proof: unknown,
  options: unknown,
): { verified: VerifiedDpopProof; isNew: () => unknown } {
  // Out first: a store is no plain value, and the core would refuse it.
  const [{ replayStore }, others] = takeOptions(options, { replayStore: replayStoreOption });
  const checked = coreOptions(others);
  const text = checkedToken(proof, checked);
  const nowSeconds = takeNowSeconds(checked);
  const verified = verifiedProof(text, checked, nowSeconds);
  const { replayId, expiresAt } = verified;
  return {
    verified,
    isNew: () => (replayStore === undefined ? true : replayStore.take(replayId, expiresAt)),
  };
}

/** @internal */
export const replayStoreOption: Check<ReplayStore> = (value, what) =>
  withMethods<ReplayStore>(value, what, ['take']);

function firstUse(verified: VerifiedDpopProof, isNew: unknown): VerifiedDpopProof {
  if (isNew === true) return verified;
  if (isNew === false) {
    throw new JoseError('ERR_JWT_REPLAYED', 'the proof has been used before');
  }
  throw wrongAnswer(TAKE, isNew);
}

function answerNow(isNew: () => unknown): unknown {
  let answer: unknown;
  let isLater: boolean;
  try {
    answer = isNew();
    isLater = isThenable(answer);
  } catch (thrown) {
    throw callbackThrew(TAKE, thrown);
  }
  if (!isLater) return answer;
  drop(answer as PromiseLike<unknown>);
  throw misuse('the replay store has to be waited for: use verifyDpopProofAsync');
}

async function answerLater(isNew: () => unknown): Promise<unknown> {
  try {
    return await isNew();
  } catch (thrown) {
    throw callbackThrew(TAKE, thrown);
  }
}
