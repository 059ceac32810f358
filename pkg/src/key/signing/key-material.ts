/**
 * Key material for Web Crypto: a private key or a secret in one of the forms it imports, and the key
 * that verifies.
 *
 * The public part goes through `importKey` first, so that a key that signs has met every floor of a key
 * that verifies.
 *
 * @internal
 */
import { record } from '../../checks/record.js';
import type { Own } from '../../checks/record.js';
import { bytesOf, checkedText, isPlainObject } from '../../checks/arguments.js';
import { isInstance, JoseError, misuse } from '../../errors.js';
import { importKey } from '../import-key.js';
import { jsonText } from '../../checks/json-text.js';
import type { Algorithm } from '../../contract.js';
import type { ImportKeyOptions } from '../import-options.js';
import { textOfUtf8 } from '../../checks/utf8.js';
import type { VerifyingKey } from '../verifying-key.js';
import * as wasm from '../../core/wasm.js';
import { isSymmetric } from '../web-crypto.js';
import { privateMembers, withoutKeyOps } from './private-jwk.js';
import { withPublicPart } from './public-part.js';
import { bytesOfBase64url, secretBytes } from './secret-bytes.js';

/** @internal */
export type KeyMaterial = { readonly verifyingKey: VerifyingKey } & (
  | { readonly format: 'jwk'; readonly data: Own<JsonWebKey> }
  | { readonly format: 'pkcs8' | 'raw'; readonly data: Uint8Array }
);

type CheckedOptions = Own<Pick<ImportKeyOptions, 'allowWeakKey' | 'keyId' | 'encoding'>>;

/** @internal */
export function keyMaterial(
  material: unknown,
  alg: Algorithm | undefined,
  options: CheckedOptions,
): KeyMaterial {
  if (typeof material === 'string') return materialOfText(material, alg, options);
  const bytes = bytesOf(material);
  if (bytes !== undefined) return materialOfBytes(bytes.slice(), alg, options);
  if (!isPlainObject(material)) {
    throw misuse('a key must be a JWK object, text, a Uint8Array, an ArrayBuffer or a CryptoKey');
  }
  return materialOfJwk(jsonText(material, 'the JWK'), alg, options);
}

function materialOfText(
  material: string,
  alg: Algorithm | undefined,
  options: CheckedOptions,
): KeyMaterial {
  const text = checkedText(material, 'the key');
  if (alg !== undefined && isSymmetric(alg)) {
    const verifyingKey = importKey(text, alg, options);
    return { verifyingKey, format: 'raw', data: secretBytes(text, options.encoding) };
  }
  // As importKey tells them apart; the algorithm has said that this is no secret.
  if (alg === undefined || isJson(text)) return materialOfJwk(text, alg, options);
  return materialOfPkcs8(text, alg, options);
}

/** Of P-521, in bytes. */
const LONGEST_BARE_KEY = 66;

const isJson = (text: string) => /^[ \t\r\n]*\{/.test(text);

function materialOfBytes(
  bytes: Uint8Array,
  alg: Algorithm | undefined,
  options: CheckedOptions,
): KeyMaterial {
  if (alg === undefined) throw misuse('a key given as bytes needs an algorithm');
  if (isSymmetric(alg)) {
    return { verifyingKey: importKey(bytes, alg, options), format: 'raw', data: bytes };
  }
  // A file that was read without an encoding: neither DER nor a bare key is JSON.
  const text = bytes.length > LONGEST_BARE_KEY ? textOfUtf8(bytes) : undefined;
  return text !== undefined && isJson(text)
    ? materialOfJwk(text, alg, options)
    : materialOfPkcs8(bytes, alg, options);
}

/** PEM, DER or a bare private key: the core computes a public part that is not there. */
function materialOfPkcs8(
  material: string | Uint8Array,
  alg: Algorithm,
  options: CheckedOptions,
): KeyMaterial {
  const data = wasm.call(() => wasm.privateKeyToPkcs8(material, alg));
  try {
    return { verifyingKey: importKey(data, alg, options), format: 'pkcs8', data };
  } catch (error) {
    data.fill(0);
    throw error;
  }
}

function materialOfJwk(
  given: string,
  alg: Algorithm | undefined,
  options: CheckedOptions,
): KeyMaterial {
  const text = withPublicPart(given, alg);
  // Reads the text by the strict rules, so that JSON.parse finds in it what the core finds.
  wasm.call(() => wasm.calculateJwkThumbprint(text, 'sha256'));
  const jwk = record<Record<string, unknown>>(JSON.parse(text));
  const verifyingKey = importKey(withoutKeyOps(jwk), alg, options);
  const { algorithm } = verifyingKey;
  if (isSymmetric(algorithm)) {
    return { verifyingKey, format: 'raw', data: bytesOfBase64url(jwk['k'] as string) };
  }
  const data = privateMembers(jwk, algorithm);
  if (data.kty !== 'OKP') return { verifyingKey, format: 'jwk', data };
  // WebKit refuses a JWK of Ed25519 that says what it is used for.
  return { verifyingKey, format: 'pkcs8', data: pkcs8OfNumber(data.d!, algorithm) };
}

function pkcs8OfNumber(d: string, alg: Algorithm): Uint8Array {
  const number = bytesOfBase64url(d);
  try {
    return wasm.call(() => wasm.privateKeyToPkcs8(number, alg));
  } catch (error) {
    throw isInstance(error, JoseError) && error.code === 'ERR_JOSE_KEY_INVALID' ? damaged() : error;
  } finally {
    number.fill(0);
  }
}

/**
 * The public part is well-formed.
 *
 * @internal
 */
export function damaged(): JoseError {
  return new JoseError(
    'ERR_JOSE_KEY_MISMATCH',
    'the private part of the key is damaged, or does not belong to its public part',
  );
}
