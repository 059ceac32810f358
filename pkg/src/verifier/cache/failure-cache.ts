/**
 * Tokens that were refused, kept for a moment, so that a client that sends one again and again costs
 * next to nothing.
 *
 * Kept is what the token, the key and the rules alone decide, and what time cannot heal. That leaves
 * out what was refused for its keys, which may be renewed, and every claim that is looked at after the
 * clock: a little later there may be another reason. A hit takes what a hit on a verified token takes,
 * and makes an error of its own.
 *
 * @internal
 */
import { record } from '../../checks/record.js';
import { JwtClaimError } from '../../claim-error.js';
import { isInstance, JoseError } from '../../errors.js';
import type { JoseErrorCode } from '../../contract.js';
import type { ClaimFailure } from '../../claim-error.js';
import type { CheckedFailureCacheOptions } from './options.js';
import { LONGEST_TOKEN } from './token-cache.js';

interface Failure {
  readonly keys: object;
  readonly code: JoseErrorCode;
  readonly message: string;
  /** What a claim error says beyond that, as text: nobody can change it. */
  readonly claimFailure: string | undefined;
  /** From when on it is the reason, in seconds since the epoch. */
  readonly from: number;
  /** When it was put here, in milliseconds since the epoch. */
  readonly keptAt: number;
}

/** Refusals before any claim is looked at. Which of several keys fits is for the set to heal. */
const BEFORE_THE_CLAIMS: readonly JoseErrorCode[] = [
  'ERR_JOSE_ALG_NOT_ALLOWED',
  'ERR_JOSE_KEY_MISMATCH',
  'ERR_JOSE_LIMIT_EXCEEDED',
  'ERR_JOSE_NOT_SUPPORTED',
  'ERR_JWS_INVALID',
  'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  'ERR_JWT_INVALID',
];
/** Those that the core looks at before `nbf` and `exp`. */
const CLAIMS_BEFORE_THE_CLOCK = ['typ', 'iss', 'sub', 'aud', 'jti', 'nonce'];

/** @internal */
export class FailureCache {
  readonly #options: CheckedFailureCacheOptions;
  readonly #claimsAfterTheClock: readonly string[];
  /** In the order in which they came. */
  readonly #failures = new Map<string, Failure>();

  /** `scopeClaims` are those in which the rules look for scopes and roles. */
  constructor(options: CheckedFailureCacheOptions, scopeClaims: readonly string[]) {
    this.#options = options;
    this.#claimsAfterTheClock = scopeClaims;
  }

  /** The error that a verification now would end with, if that is known. */
  get(token: string, keys: object, nowSeconds: number): JoseError | undefined {
    const failure = this.#failures.get(token);
    if (failure === undefined || failure.keys !== keys) return undefined;
    const age = Date.now() - failure.keptAt;
    const isRecent = age >= 0 && age < this.#options.maxAgeMilliseconds;
    return isRecent && nowSeconds >= failure.from ? errorOf(failure, nowSeconds) : undefined;
  }

  /** Keeps what a verification at this time ended with, if it is of those that are kept. */
  set(token: string, keys: object, error: unknown, nowSeconds: number): void {
    if (token.length > LONGEST_TOKEN || !isInstance(error, JoseError)) return;
    if (!this.#isKept(error)) return;
    const { code, message } = error;
    const claimFailure =
      error instanceof JwtClaimError ? JSON.stringify(detailsOf(error)) : undefined;
    const from = code === 'ERR_JWT_EXPIRED' ? nowSeconds : 0;
    this.#failures.delete(token);
    this.#failures.set(token, { keys, code, message, claimFailure, from, keptAt: Date.now() });
    if (this.#failures.size <= this.#options.maxEntries) return;
    const [oldest] = this.#failures.keys();
    this.#failures.delete(oldest!);
  }

  clear(): void {
    this.#failures.clear();
  }

  #isKept(error: JoseError): boolean {
    if (!(error instanceof JwtClaimError)) return BEFORE_THE_CLAIMS.includes(error.code);
    // Of an old token `exp` may pass as well, which would then be the reason: `iat` is not kept.
    if (error.code === 'ERR_JWT_EXPIRED') return error.claim === 'exp';
    return (
      CLAIMS_BEFORE_THE_CLOCK.includes(error.claim) &&
      !this.#claimsAfterTheClock.includes(error.claim)
    );
  }
}

function detailsOf(error: JwtClaimError): ClaimFailure {
  const { claim, reason, expected, actual } = record(error);
  return { claim, reason, expected, actual };
}

function errorOf({ code, message, claimFailure }: Failure, nowSeconds: number): JoseError {
  if (claimFailure === undefined) return new JoseError(code, message);
  const details: ClaimFailure = JSON.parse(claimFailure);
  // With a token that has expired goes the time at which it was looked at.
  const current = code === 'ERR_JWT_EXPIRED' ? { ...details, expected: nowSeconds } : details;
  return new JwtClaimError(code, message, current);
}
