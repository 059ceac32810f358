/** `calculateJwkThumbprint` and its URI: a name for a key that follows from the key alone. */
import { checkedText, isPlainObject } from '../checks/arguments.js';
import { misuse } from '../errors.js';
import { jsonText } from '../checks/json-text.js';
import type { Jwk } from './jwk.js';
import * as wasm from '../core/wasm.js';

type DigestAlgorithm = 'sha256' | 'sha384' | 'sha512';

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
  digestAlgorithm: DigestAlgorithm = 'sha256',
): string {
  const hash = checkedText(digestAlgorithm, 'the digest algorithm');
  const text = textOf(jwk);
  return wasm.call(() => wasm.calculateJwkThumbprint(text, hash));
}

/**
 * Calculates the thumbprint of a JWK as a URI, which names the hash with it:
 * `urn:ietf:params:oauth:jwk-thumbprint:sha-256:…`.
 *
 * @param jwk - The key, as an object or as JSON text.
 * @param digestAlgorithm - Defaults to `'sha256'`. In the URI it has the name that RFC 9278 gives it.
 * @throws JoseError As {@link calculateJwkThumbprint}.
 * @see https://www.rfc-editor.org/rfc/rfc9278#section-3
 *
 * @example
 * ```ts
 * const selfIssued = payload.sub === calculateJwkThumbprintUri(payload.sub_jwk);
 * ```
 */
export function calculateJwkThumbprintUri(
  jwk: Jwk | string,
  digestAlgorithm: DigestAlgorithm = 'sha256',
): string {
  const hash = checkedText(digestAlgorithm, 'the digest algorithm');
  const text = textOf(jwk);
  return wasm.call(() => wasm.calculateJwkThumbprintUri(text, hash));
}

function textOf(jwk: unknown): string {
  if (typeof jwk === 'string') return checkedText(jwk, 'the JWK');
  if (isPlainObject(jwk)) return jsonText(jwk, 'the JWK');
  throw misuse('a JWK must be an object or JSON text');
}
