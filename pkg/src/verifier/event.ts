/** What a verifier tells for audit logs: of tokens everything but the token. */
import { isInstance, JoseError } from '../errors.js';
import type { JoseErrorCode } from '../contract.js';
import { own } from '../checks/record.js';
import type { JwtPayload } from '../jwt/payload.js';
import type { VerifyingKey } from '../key/verifying-key.js';

/**
 * What happened. The event of a rejected token contains nothing that the token says, because its sender could then
 * write into the log.
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
    }
  | {
      /** The WebAssembly module had stopped and was started again: keys with secrets have to be imported again. */
      readonly type: 'module-restarted';
      /** What stopped it. */
      readonly cause: unknown;
    };

/**
 * `payload` is the token's, not what a schema made of it.
 *
 * @internal
 */
export function accepted(payload: JwtPayload, key: VerifyingKey, since: number): VerificationEvent {
  const [keyId, iss, jti] = [own(key, 'keyId'), own(payload, 'iss'), own(payload, 'jti')];
  return {
    type: 'accepted',
    ...(keyId !== undefined && { keyId }),
    ...(typeof iss === 'string' && { issuer: iss }),
    ...(typeof jti === 'string' && { jwtId: jti }),
    durationMilliseconds: performance.now() - since,
  };
}

/**
 * The event of a refusal; none of what is thrown that is no error of this package.
 *
 * @internal
 */
export function rejected(error: unknown, since: number): VerificationEvent | undefined {
  if (!isInstance(error, JoseError)) return undefined;
  return {
    type: 'rejected',
    code: error.code,
    durationMilliseconds: performance.now() - since,
  };
}
