/** What a verifier tells for audit logs: of tokens everything but the token. */
import { JoseError } from '../errors.js';
import type { JoseErrorCode } from '../errors.js';
import type { JwtPayload, VerifiedJwt } from '../types.js';

/**
 * A verification that ended. Of a refused token nothing is told that the token says: whoever sends
 * it would write into the log.
 */
export type VerificationEvent =
  | {
      readonly type: 'accepted';
      /** `kid` of the key that verified it. */
      readonly keyId?: string;
      /** `iss` */
      readonly issuer?: string;
      /** `jti` */
      readonly jwtId?: string;
      readonly durationMilliseconds: number;
    }
  | {
      readonly type: 'rejected';
      readonly code: JoseErrorCode;
      readonly durationMilliseconds: number;
    };

/** @internal */
export function accepted({ payload, key }: VerifiedJwt, since: number): VerificationEvent {
  const { iss, jti } = payload as JwtPayload;
  return {
    type: 'accepted',
    ...(key.keyId !== undefined && { keyId: key.keyId }),
    ...(typeof iss === 'string' && { issuer: iss }),
    ...(typeof jti === 'string' && { jwtId: jti }),
    durationMilliseconds: performance.now() - since,
  };
}

/**
 * The event of a refusal; nothing of what is no refusal but an accident in the caller's functions.
 *
 * @internal
 */
export function rejected(error: unknown, since: number): VerificationEvent | undefined {
  if (!(error instanceof JoseError)) return undefined;
  return {
    type: 'rejected',
    code: error.code,
    durationMilliseconds: performance.now() - since,
  };
}
