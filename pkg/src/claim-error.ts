/** What this package throws about a claim. */
import { isObject, own, record } from './checks/record.js';
import type { ClaimFailureReason, JoseErrorCode } from './contract.js';
import { JoseError, malformed } from './errors.js';

/**
 * A claim was refused. The signature had held by then, so the claim's value may be shown.
 *
 * Its code is `ERR_JWT_CLAIM_VALIDATION_FAILED`, `ERR_JWT_EXPIRED` or `ERR_JWT_NOT_YET_VALID`.
 */
export class JwtClaimError extends JoseError {
  static {
    Object.defineProperty(
      this.prototype,
      'name',
      record({ value: 'JwtClaimError', configurable: true }),
    );
  }

  /** Name of the claim, for instance `aud`; `typ` for the header parameter of that name. */
  readonly claim: string;

  /** What was wrong with it. */
  readonly reason: ClaimFailureReason;

  /** What the caller asked for, where there is such a thing. Times are seconds since the epoch. */
  declare readonly expected?: unknown;

  /** What the token says, where it says anything. Times are seconds since the epoch. */
  declare readonly actual?: unknown;

  constructor(code: JoseErrorCode, message: string, details: ClaimFailure) {
    if (!isObject(details)) throw malformed();
    super(code, message);
    this.claim = details.claim;
    this.reason = details.reason;
    const expected = own(details, 'expected');
    const actual = own(details, 'actual');
    if (expected !== undefined) this.expected = expected;
    if (actual !== undefined) this.actual = actual;
  }
}

/** What a {@link JwtClaimError} knows beyond its code and message. */
export interface ClaimFailure {
  readonly claim: string;
  readonly reason: ClaimFailureReason;
  readonly expected?: unknown;
  readonly actual?: unknown;
}
