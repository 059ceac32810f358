/** `decodeProtectedHeader`: what the header of a token says, with nothing verified. */
import { checkedToken } from '../checks/arguments.js';
import { coreOptions } from '../checks/core-options.js';
import { CompiledOptions } from '../core/compiled-options.js';
import { JwsPolicy } from '../core/jws-policy.js';
import type { ProtectedHeader } from './header.js';
import type { DecodeOptions } from './options.js';

const compiled = new CompiledOptions((options) => JwsPolicy.forDecode(options));

/**
 * Decodes the header alone: of a signed token, whatever its payload is, and of an encrypted one (JWE), which
 * `decode` refuses. Anyone can write a header that this accepts. It is for finding keys by `kid`, for logs and
 * for routing, never for a decision about access.
 *
 * Only `alg` has its type for certain; what else is in the header may be anything.
 *
 * @param token - The token, in compact serialization, as text or as bytes (ASCII).
 * @param options - See {@link DecodeOptions}.
 * @throws JoseError
 * - `ERR_JOSE_LIMIT_EXCEEDED` when the token, its header or its nesting is beyond a limit.
 * - `ERR_JWS_INVALID` when it is neither three nor five segments, or the first is not strict base64url of a
 *   strict JSON object in which `alg` is a string.
 * - `ERR_API_MISUSE` when an argument or an option is wrong.
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-4
 * @see https://www.rfc-editor.org/rfc/rfc7516#section-4
 *
 * @example
 * ```ts
 * const { alg, enc, kid } = decodeProtectedHeader(token);
 * const isEncrypted = enc !== undefined;
 * ```
 */
export function decodeProtectedHeader(
  token: string | Uint8Array,
  options?: DecodeOptions,
): ProtectedHeader {
  const checked = coreOptions(options);
  const text = checkedToken(token, checked);
  return compiled.use(checked, (policy) => policy.decodeProtectedHeader(text));
}
