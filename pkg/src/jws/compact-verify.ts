/** `compactVerify`: a JWS whose payload is any bytes. */
import { checkedToken } from '../checks/arguments.js';
import { coreOptions } from '../checks/core-options.js';
import { CompiledOptions } from '../core/compiled-options.js';
import { JwsPolicy } from '../core/jws-policy.js';
import type { JwkSet } from '../jwk-set/jwk-set.js';
import { checkedKeyOrSet } from '../jwk-set/key-argument.js';
import type { CompactVerifyOptions } from './options.js';
import type { VerifiedJws } from './verified-jws.js';
import type { VerifyingKey } from '../key/verifying-key.js';

const compiled = new CompiledOptions((options) => JwsPolicy.forVerify(options));

/**
 * Verifies a JWS in compact serialization whose payload is not a claims set. For a JWT use
 * `verify`: this looks at no claim, so an expired token passes.
 *
 * @param jws - The JWS, as text or as bytes (ASCII).
 * @param key - The key, or a set from which the header's `kid` and `alg` choose.
 * @param options - See {@link CompactVerifyOptions}.
 * @throws JoseError
 * - `ERR_JOSE_LIMIT_EXCEEDED` when the JWS, its header or its nesting is beyond a limit.
 * - `ERR_JWS_INVALID` when it is not three segments of strict base64url, its header is not a strict
 *   JSON object, or a header parameter is malformed.
 * - `ERR_JOSE_NOT_SUPPORTED` when a critical header parameter is not understood.
 * - `ERR_JOSE_ALG_NOT_ALLOWED` when its `alg` is not among `algorithms`; `none` never is.
 * - `ERR_JOSE_KEY_MISMATCH` when its `alg` is not the one the key is bound to.
 * - `ERR_JWKS_NO_MATCHING_KEY`, `ERR_JWKS_MULTIPLE_MATCHING_KEYS` when a set has no key for it, or
 *   several.
 * - `ERR_JWS_SIGNATURE_VERIFICATION_FAILED` when the signature does not hold.
 * - `ERR_API_MISUSE` when an argument or an option is wrong.
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-5.2
 *
 * @example
 * ```ts
 * const { payload } = compactVerify(jws, key);
 * const text = new TextDecoder().decode(payload);
 * ```
 */
export function compactVerify(
  jws: string | Uint8Array,
  key: VerifyingKey | JwkSet,
  options?: CompactVerifyOptions,
): VerifiedJws {
  const keyOrSet = checkedKeyOrSet(key);
  const checked = coreOptions(options);
  const text = checkedToken(jws, checked);
  return compiled.use(checked, (policy) => policy.verify(text, keyOrSet));
}
