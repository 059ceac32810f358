/** `decode`: what a token says, with nothing verified. */
import { checkedToken } from '../checks/arguments.js';
import { coreOptions } from '../checks/core-options.js';
import { CompiledOptions } from '../core/compiled-options.js';
import { JwsPolicy } from '../core/jws-policy.js';
import type { DecodeOptions } from '../jws/options.js';
import type { DecodedJwt } from './decoded-jwt.js';
import type { JwtPayload } from './payload.js';

const compiled = new CompiledOptions((options) => JwsPolicy.forDecode(options));

/**
 * Decodes a JWT and checks nothing but its form: anyone can write a token that this accepts. For
 * showing a token, never for a decision about access; that takes `verify`.
 *
 * @typeParam P - What the caller expects of the payload. It is taken on trust, not checked.
 * @param token - The token, in compact serialization, as text or as bytes (ASCII).
 * @param options - See {@link DecodeOptions}.
 * @throws JoseError
 * - `ERR_JOSE_LIMIT_EXCEEDED` when the token, its header or its nesting is beyond a limit.
 * - `ERR_JWS_INVALID` when it is not three segments of strict base64url, or its header is not a
 *   strict JSON object or has a parameter of the wrong type.
 * - `ERR_JWT_INVALID` when its payload is not a strict JSON object.
 * - `ERR_API_MISUSE` when an argument or an option is wrong.
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-7.2
 *
 * @example
 * ```ts
 * const { payload } = decode(token);
 * const unverifiedExpiry = new Date((payload.exp ?? 0) * 1000);
 * ```
 */
export function decode<P = JwtPayload>(
  token: string | Uint8Array,
  options?: DecodeOptions,
): DecodedJwt<P> {
  const checked = coreOptions(options);
  const text = checkedToken(token, checked);
  return compiled.use(checked, (policy) => policy.decode<P>(text));
}
