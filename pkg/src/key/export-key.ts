/**
 * `exportJwk` and `exportPem`: public keys on their way out, and private ones that were made
 * extractable. The secret of a key that verifies stays where it is.
 */
import { record } from '../checks/record.js';
import { misuse } from '../errors.js';
import type { Handle } from '../core/handle.js';
import { pemOf } from './signing/pem.js';
import { SigningKey } from './signing-key.js';
import type { Jwk, PrivateJwk } from './jwk.js';
import { VerifyingKey } from './verifying-key.js';
import * as wasm from '../core/wasm.js';
import { isSymmetric, withSubtle } from './web-crypto.js';

/**
 * Exports a private key or a shared secret as a JWK: the members that make the key, `alg`,
 * `use: 'sig'` and, where it has one, `kid`.
 *
 * @param key - A key that was imported or generated with `extractable: true`.
 * @throws JoseError `ERR_API_MISUSE` when the key is not extractable, `ERR_CRYPTO_OPERATION` when Web
 * Crypto refuses. The Promise is rejected with it.
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-9.2
 *
 * @example
 * ```ts
 * const { signingKey } = await generateKeyPair('ES256', { extractable: true });
 * const privateJwk = await exportJwk(signingKey);
 * ```
 */
export function exportJwk(key: SigningKey): Promise<PrivateJwk>;
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
export function exportJwk(key: VerifyingKey): Jwk;
export function exportJwk(key: VerifyingKey | SigningKey): Jwk | Promise<PrivateJwk> {
  if (SigningKey.is(key)) return privateJwk(key);
  const handle = checkedHandle(key);
  return JSON.parse(wasm.call(() => handle.held().toJwk())) as Jwk;
}

/**
 * Exports a private key as PEM with the label `PRIVATE KEY` (PKCS#8), in lines like those of a public
 * key.
 *
 * @param key - A key that was imported or generated with `extractable: true`, and no shared secret.
 * @throws JoseError `ERR_API_MISUSE` when the key is not extractable or a shared secret,
 * `ERR_CRYPTO_OPERATION` when Web Crypto refuses. The Promise is rejected with it.
 * @see https://www.rfc-editor.org/rfc/rfc7468#section-10
 *
 * @example
 * ```ts
 * const { signingKey } = await generateKeyPair('RS256', { extractable: true });
 * const pem = await exportPem(signingKey);
 * ```
 */
export function exportPem(key: SigningKey): Promise<string>;
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
export function exportPem(key: VerifyingKey): string;
export function exportPem(key: VerifyingKey | SigningKey): string | Promise<string> {
  if (SigningKey.is(key)) return privatePem(key);
  const handle = checkedHandle(key);
  return wasm.call(() => handle.held().toPem());
}

async function privateJwk(key: SigningKey): Promise<PrivateJwk> {
  const { algorithm, keyId } = key;
  const cryptoKey = extractableKey(key);
  const jwk = await withSubtle(algorithm, (subtle) => subtle.exportKey('jwk', cryptoKey));
  // What Web Crypto says of itself is not about the key: its `alg` is another word for some, and
  // `key_ops` would keep others from taking the public members.
  const { key_ops: _operations, ext: _extractable, ...rest } = record(jwk);
  // Some runtimes name the members that the key does not have.
  const members = Object.entries(rest).filter(([, value]) => value !== undefined);
  const kid = keyId === undefined ? {} : { kid: keyId };
  return { ...(Object.fromEntries(members) as PrivateJwk), alg: algorithm, ...kid, use: 'sig' };
}

async function privatePem(key: SigningKey): Promise<string> {
  const { algorithm } = key;
  if (isSymmetric(algorithm)) throw misuse('a shared secret has no PEM: use exportJwk');
  const cryptoKey = extractableKey(key);
  const der = await withSubtle(algorithm, (subtle) => subtle.exportKey('pkcs8', cryptoKey));
  return pemOf('PRIVATE KEY', new Uint8Array(der));
}

function extractableKey(key: SigningKey): CryptoKey {
  if (key.extractable) return key.cryptoKey;
  throw misuse(
    'this key was not made to be given out: import or generate it with extractable: true',
  );
}

function checkedHandle(key: unknown): Handle<wasm.KeysHandle> {
  if (VerifyingKey.is(key)) return VerifyingKey.handleOf(key);
  throw misuse('the key must come from importKey or importJwkSet of this copy of the package');
}
