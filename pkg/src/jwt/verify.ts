/** `verify`: a signed JWT in, its claims out, or an error. */
import { checkedToken } from '../checks/arguments.js';
import { coreOptions, takeNowSeconds } from '../checks/core-options.js';
import { CompiledOptions } from '../core/compiled-options.js';
import type { JwkSet } from '../jwk-set/jwk-set.js';
import { checkedKeyOrSet, handleOf } from '../jwk-set/key-argument.js';
import { Policy } from '../core/policy.js';
import type { VerifyOptions } from './options.js';
import type { JwtPayload } from './payload.js';
import type { VerifiedJwt } from './verified-jwt.js';
import type { VerifyingKey } from '../key/verifying-key.js';

const compiled = new CompiledOptions((options) => new Policy(options));

/**
 * Verifies a signed JWT: its form, its header, its signature and then its claims, in this order.
 * The first failure is thrown; nothing about the claims is decided before the signature held.
 *
 * `exp` is required unless `requiredClaims` says otherwise, and a token with `aud` needs the
 * `audience` option.
 *
 * @typeParam P - What the caller knows about the payload. It is taken on trust, not checked.
 * @param token - The token, in compact serialization, as text or as bytes (ASCII).
 * @param key - The key, or a set from which the token's `kid` and `alg` choose.
 * @param options - See {@link VerifyOptions}. Times are seconds since the epoch.
 * @throws JoseError
 * - `ERR_JOSE_LIMIT_EXCEEDED` when the token, its header or its nesting is beyond a limit.
 * - `ERR_JWS_INVALID` when it is not three segments of strict base64url, its header is not a strict
 *   JSON object, or a header parameter is malformed.
 * - `ERR_JOSE_NOT_SUPPORTED` when a critical header parameter is not understood.
 * - `ERR_JOSE_ALG_NOT_ALLOWED` when its `alg` is not among `algorithms`; `none` never is.
 * - `ERR_JOSE_KEY_MISMATCH` when its `alg` is not the one the key is bound to.
 * - `ERR_JWKS_NO_MATCHING_KEY`, `ERR_JWKS_MULTIPLE_MATCHING_KEYS` when a set has no key for it, or
 *   several.
 * - `ERR_JWS_SIGNATURE_VERIFICATION_FAILED` when the signature does not hold.
 * - `ERR_JWT_INVALID` when the payload is not a strict JSON object.
 * - `ERR_API_MISUSE` when an argument or an option is wrong.
 * @throws JwtClaimError `ERR_JWT_EXPIRED`, `ERR_JWT_NOT_YET_VALID`, or
 * `ERR_JWT_CLAIM_VALIDATION_FAILED` with the `claim` and the `reason`.
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-7.2
 *
 * @example
 * ```ts
 * const { payload } = verify(token, key, {
 *   issuer: 'https://issuer.example',
 *   audience: 'https://api.example',
 *   clockTolerance: '30s',
 * });
 * ```
 */
export function verify<P = JwtPayload>(
  token: string | Uint8Array,
  key: VerifyingKey | JwkSet,
  options?: VerifyOptions,
): VerifiedJwt<P> {
  const keyOrSet = checkedKeyOrSet(key);
  const checked = coreOptions(options);
  const text = checkedToken(token, checked);
  const nowSeconds = takeNowSeconds(checked);
  // Before the options: a key that is gone is the plainer mistake.
  handleOf(keyOrSet);
  const verified = compiled.use(checked, (policy) => policy.verify(text, keyOrSet, nowSeconds));
  const { payload, protectedHeader } = verified;
  return { payload: payload as P, protectedHeader, key: verified.key };
}
