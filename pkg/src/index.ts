/** The whole public surface. */
export { decode } from './decode.js';
export { importKey } from './import-key.js';
export { VerifyingKey } from './verifying-key.js';
export { importJwkSet, JwkSet } from './jwk-set.js';
export { verify } from './verify.js';
export { compactVerify } from './compact-verify.js';
export { inspect } from './inspect.js';
export { calculateJwkThumbprint } from './thumbprint.js';
export { JoseError, JwtClaimError } from './errors.js';
export type { ClaimFailure, ClaimFailureReason, JoseErrorCode } from './errors.js';
export type {
  Algorithm,
  Check,
  CompactVerifyOptions,
  DecodedJwt,
  DecodeOptions,
  ImportJwkSetOptions,
  ImportKeyOptions,
  Inspection,
  Jwk,
  JwkSetInput,
  JwsHeader,
  JwtPayload,
  Limits,
  SkippedJwk,
  VerifiedJws,
  VerifiedJwt,
  VerifyOptions,
} from './types.js';
