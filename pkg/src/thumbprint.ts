/** `calculateJwkThumbprint`: a name for a key that follows from the key alone. */
import { checkedText, isPlainObject } from './arguments.js';
import { misuse } from './errors.js';
import { jsonText } from './json-text.js';
import type { Jwk } from './types.js';
import * as wasm from './wasm.js';

/**
 * Calculates the thumbprint of a JWK, in base64url. Only the members that make up the public key
 * count; `kid`, `use`, private members and all others do not.
 *
 * @param jwk - The key, as an object or as JSON text.
 * @param digestAlgorithm - Defaults to `'sha256'`.
 * @throws JoseError
 * - `ERR_JWK_INVALID` when a member that counts is missing or of the wrong type.
 * - `ERR_JOSE_NOT_SUPPORTED` when the key type is not known here.
 * - `ERR_API_MISUSE` when an argument is wrong.
 * @see https://www.rfc-editor.org/rfc/rfc7638#section-3
 *
 * @example
 * ```ts
 * const bound = payload.cnf.jkt === calculateJwkThumbprint(proofHeader.jwk);
 * ```
 */
export function calculateJwkThumbprint(
  jwk: Jwk | string,
  digestAlgorithm: 'sha256' | 'sha384' | 'sha512' = 'sha256',
): string {
  const hash = checkedText(digestAlgorithm, 'the digest algorithm');
  let text: string;
  if (typeof jwk === 'string') text = checkedText(jwk, 'the JWK');
  else if (isPlainObject(jwk)) text = jsonText(jwk, 'the JWK');
  else throw misuse('a JWK must be an object or JSON text');
  return wasm.call(() => wasm.calculateJwkThumbprint(text, hash));
}
