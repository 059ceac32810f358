/**
 * Key material for Web Crypto: a private key or a secret in one of the forms it imports, and the key
 * that verifies.
 *
 * The public part goes through `importKey` first, so that a key that signs has met every floor of a key
 * that verifies.
 *
 * @internal
 */
import { bytesOf, checkedText, isPlainObject } from '../arguments.js';
import { misuse } from '../errors.js';
import { importKey } from '../import-key.js';
import { jsonText } from '../json-text.js';
import type { Algorithm, ImportKeyOptions } from '../types.js';
import type { VerifyingKey } from '../verifying-key.js';
import * as wasm from '../wasm.js';
import { isSymmetric } from '../web-crypto.js';
import { privateMembers, withoutKeyOps } from './private-jwk.js';
import { bytesOfBase64url, secretBytes } from './secret-bytes.js';

/** @internal */
export type KeyMaterial = { readonly verifyingKey: VerifyingKey } & (
  | { readonly format: 'jwk'; readonly data: JsonWebKey }
  | { readonly format: 'pkcs8' | 'raw'; readonly data: Uint8Array }
);

type Settings = Pick<ImportKeyOptions, 'keyId' | 'encoding'>;

/** @internal */
export function keyMaterial(
  material: unknown,
  alg: Algorithm | undefined,
  settings: Settings,
): KeyMaterial {
  if (typeof material === 'string') return materialOfText(material, alg, settings);
  const bytes = bytesOf(material);
  if (bytes !== undefined) return materialOfBytes(bytes.slice(), alg, settings);
  if (!isPlainObject(material)) {
    throw misuse('a key must be a JWK object, text, a Uint8Array, an ArrayBuffer or a CryptoKey');
  }
  return materialOfJwk(jsonText(material, 'the JWK'), alg, settings);
}

function materialOfText(
  material: string,
  alg: Algorithm | undefined,
  settings: Settings,
): KeyMaterial {
  const text = checkedText(material, 'the key');
  if (alg !== undefined && isSymmetric(alg)) {
    const verifyingKey = importKey(text, alg, settings);
    return { verifyingKey, format: 'raw', data: secretBytes(text, settings.encoding) };
  }
  // As importKey tells them apart; the algorithm has said that this is no secret.
  if (alg === undefined || text.startsWith('{')) return materialOfJwk(text, alg, settings);
  const verifyingKey = importKey(text, alg, settings);
  return { verifyingKey, format: 'pkcs8', data: pkcs8(text, alg) };
}

function materialOfBytes(
  bytes: Uint8Array,
  alg: Algorithm | undefined,
  settings: Settings,
): KeyMaterial {
  if (alg === undefined) throw misuse('a key given as bytes needs an algorithm');
  const verifyingKey = importKey(bytes, alg, settings);
  return isSymmetric(alg)
    ? { verifyingKey, format: 'raw', data: bytes }
    : { verifyingKey, format: 'pkcs8', data: pkcs8(bytes, alg) };
}

function materialOfJwk(text: string, alg: Algorithm | undefined, settings: Settings): KeyMaterial {
  // Reads the text by the strict rules, so that JSON.parse finds in it what the core finds.
  wasm.call(() => wasm.calculateJwkThumbprint(text, 'sha256'));
  const jwk = JSON.parse(text) as Record<string, unknown>;
  const verifyingKey = importKey(withoutKeyOps(jwk), alg, settings);
  if (!isSymmetric(verifyingKey.algorithm)) {
    return { verifyingKey, format: 'jwk', data: privateMembers(jwk) };
  }
  return { verifyingKey, format: 'raw', data: bytesOfBase64url(jwk['k'] as string) };
}

function pkcs8(material: string | Uint8Array, alg: Algorithm): Uint8Array {
  return wasm.call(() => wasm.privateKeyToPkcs8(material, alg));
}
