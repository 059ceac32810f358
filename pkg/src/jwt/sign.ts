/** `sign`: claims and a key, to a token. */
import { readSignOptions } from './sign/options.js';
import type { SignOptions } from './sign/options.js';
import { checkedSigningKey, signedToken } from './sign/token.js';
import type { SigningKey } from '../key/signing-key.js';
import type { JwtPayload } from './payload.js';

/**
 * Signs claims as a JWT in the compact serialization. The core writes what is signed, Web Crypto signs
 * it, and the core adds the signature after it has checked its length.
 *
 * The payload is the claims, in their order, and then those that options add. A value that
 * `JSON.stringify` would drop or change is refused: undefined, NaN, a Date, a Map, an object with
 * `toJSON`.
 *
 * @param claims - A plain object. Registered claims must have their types; times are seconds since the
 * epoch.
 * @param signingKey - The key, with its algorithm.
 * @param options - See {@link SignOptions}.
 * @returns The token.
 * @throws JoseError
 * - `ERR_API_MISUSE` when claims, key or an option are wrong, when something is said twice, or when
 *   `header` has `alg`, `kid`, `typ` or `b64`, or a `crit` that RFC 7515 §4.1.11 does not allow.
 * - `ERR_JWS_INVALID` when a parameter of `header` is of the wrong type.
 * - `ERR_JOSE_LIMIT_EXCEEDED` when the token is beyond a limit that `verify` has by default: 262,144
 *   characters, 8,192 bytes of header, 64 levels of JSON.
 * - `ERR_CRYPTO_UNAVAILABLE` when Web Crypto or the algorithm is not available.
 * - `ERR_CRYPTO_OPERATION` when Web Crypto refuses to sign; `cause` says why.
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-7.1
 *
 * @example
 * ```ts
 * const token = await sign({ sub: 'user-1', scope: 'read' }, signingKey, {
 *   issuer: 'https://issuer.example/',
 *   audience: 'https://api.example/',
 *   expiresIn: '15m',
 * });
 * ```
 */
export async function sign(
  claims: Readonly<JwtPayload>,
  signingKey: SigningKey,
  options?: SignOptions,
): Promise<string> {
  return signedToken(claims, checkedSigningKey(signingKey), readSignOptions(options));
}
