/** `exportJwk` and `exportPem`: public keys on their way out. Shared secrets stay where they are. */
import { misuse } from './errors.js';
import type { Jwk } from './types.js';
import { VerifyingKey } from './verifying-key.js';
import * as wasm from './wasm.js';

/**
 * Exports a public key as a JWK: `kty` and the members that make the key, `alg`, `use: 'sig'` and,
 * where it has one, `kid`. It does not matter in which form the key was imported.
 *
 * @param key - A key that `importKey` made, or one of a set's.
 * @throws JoseError `ERR_API_MISUSE` when the key is a shared secret, which is never given out again,
 * or is no key of this copy of the package, or was disposed of.
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-4
 *
 * @example
 * ```ts
 * const key = importKey(certificatePem, 'RS256', { keyId: '2026-11' });
 * const jwks = { keys: [exportJwk(key)] };
 * ```
 */
export function exportJwk(key: VerifyingKey): Jwk {
  const handle = checkedHandle(key);
  return JSON.parse(wasm.call(() => handle.toJwk())) as Jwk;
}

/**
 * Exports a public key as PEM with the label `PUBLIC KEY`: 64 characters a line, each line ended by a
 * line feed.
 *
 * @param key - A key that `importKey` made, or one of a set's.
 * @throws JoseError `ERR_API_MISUSE`, as {@link exportJwk}.
 * @see https://www.rfc-editor.org/rfc/rfc7468#section-13
 *
 * @example
 * ```ts
 * const pem = exportPem(importKey(jwk));
 * ```
 */
export function exportPem(key: VerifyingKey): string {
  const handle = checkedHandle(key);
  return wasm.call(() => handle.toPem());
}

function checkedHandle(key: unknown): wasm.KeyHandle {
  if (VerifyingKey.is(key)) return VerifyingKey.handleOf(key);
  throw misuse('the key must come from importKey or importJwkSet of this copy of the package');
}
