/** `importKey`: from what people have a key in, to a {@link VerifyingKey}. */
import { bytesOf, checkedText, isPlainObject } from '../checks/arguments.js';
import { coreOptions } from '../checks/core-options.js';
import type { CoreOptions } from '../checks/core-options.js';
import { misuse } from '../errors.js';
import { IMPORT_AGAIN } from '../core/handle.js';
import { jsonText } from '../checks/json-text.js';
import { own, record } from '../checks/record.js';
import type { Algorithm } from '../contract.js';
import type { ImportKeyOptions } from './import-options.js';
import type { Jwk } from './jwk.js';
import { VerifyingKey } from './verifying-key.js';
import * as wasm from '../core/wasm.js';
import { isSymmetric } from './web-crypto.js';

/**
 * Imports a key and binds it to one algorithm. Costs more than a verification: do it once.
 *
 * What the material is follows from the algorithm and its JavaScript type, never from a guess at its
 * content; what looks like a public key or a JWK is refused as a shared secret.
 *
 * - An object is a JWK, and so is text without an algorithm.
 * - Text for a public-key algorithm is a JWK, or PEM with one of the labels `PUBLIC KEY`,
 *   `RSA PUBLIC KEY`, `CERTIFICATE`, `PRIVATE KEY`, `EC PRIVATE KEY` and `RSA PRIVATE KEY`.
 *   White space in PEM carries nothing, nor do line breaks that are written out (`\n`), as environment
 *   variables have them; text around the block and `EC PARAMETERS` are passed over (RFC 7468 §3).
 * - Bytes for a public-key algorithm are the DER of one of these, the 32 bytes of an Ed25519 key, an
 *   elliptic-curve point, compressed or not, or those of a text as above.
 * - Bytes for an HMAC algorithm are the shared secret, and so is text, in the encoding that `encoding`
 *   names.
 *
 * Of a **certificate**, the public key is taken and nothing is validated: neither its dates nor its
 * usages, its chain or its signature. That it holds the right key is for you to know. Of a **private
 * key**, the public part is taken; copies of the rest are zeroized and none is kept. It has no business
 * where tokens are verified, though: better to hand over the public key.
 *
 * @param material - The key.
 * @param alg - The algorithm. May be left out for a JWK that has `alg`, or with `algorithms`.
 * @param options - See {@link ImportKeyOptions}.
 * @throws JoseError
 * - `ERR_JWK_INVALID` when a JWK is not well-formed. Private members are not read.
 * - `ERR_JOSE_KEY_INVALID` when PEM, DER or raw bytes are not a well-formed key, or when PEM holds
 *   something else than its label says, or more than one block.
 * - `ERR_JOSE_KEY_MISMATCH` when the key's type, curve, `alg`, `use` or `key_ops` does not fit the
 *   algorithm, when nothing says which algorithm it is for, and when key text is offered as a
 *   secret.
 * - `ERR_JOSE_KEY_TOO_WEAK` when a secret is shorter than the hash (32, 48, 64 bytes) or an RSA key
 *   has fewer than 2048 bits, an even modulus, or an exponent that is even, below 3 or above 2^32.
 * - `ERR_JOSE_NOT_SUPPORTED` when the key's type, curve, `alg` or format is not known here: encrypted
 *   private keys, keys of OpenSSH, id-RSASSA-PSS. The message says what to do.
 * - `ERR_JOSE_LIMIT_EXCEEDED` when the material is longer than 64 KiB, or an RSA modulus than 8192
 *   bits.
 * - `ERR_API_MISUSE` when an argument or an option has the wrong type or an unknown name.
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-4
 * @see https://www.rfc-editor.org/rfc/rfc8725#section-3.1
 *
 * @example
 * ```ts
 * const fromPem = importKey(pemText, 'RS256');
 * const fromCertificate = importKey(certificatePem, 'ES256', { keyId: '2026-11' });
 * const fromJwk = importKey({ kty: 'OKP', crv: 'Ed25519', x: '…', alg: 'EdDSA' });
 * const shared = importKey(process.env.SECRET, 'HS256', { encoding: 'base64url' });
 * ```
 */
export function importKey(
  material: Jwk | string | Uint8Array | ArrayBuffer,
  alg?: Algorithm,
  options?: ImportKeyOptions,
): VerifyingKey {
  const algorithm = alg === undefined ? undefined : checkedText(alg, 'the algorithm');
  const checked = coreOptions(options);
  const read = readMaterial(material, algorithm, checked);
  return wasm.call(() => {
    const held = read.imported();
    return VerifyingKey.from(held, (key) => again(key, held, read));
  });
}

/** Private members of a JWK (RFC 7518 §6), also where their names may be written with escapes; labels of PEM. */
const MAY_BE_PRIVATE = /"(?:d|p|q|dp|dq|qi|oth|k)"\s*:|\\|PRIVATE/;

interface Material {
  readonly text: string | undefined;
  readonly imported: () => wasm.KeysHandle;
}

function readMaterial(
  material: unknown,
  algorithm: string | undefined,
  options: CoreOptions | undefined,
): Material {
  if (typeof material === 'string') {
    const text = checkedText(material, 'the key');
    return algorithm === undefined
      ? { text, imported: () => wasm.importJwk(text, undefined, options) }
      : { text, imported: () => wasm.importText(text, algorithm, options) };
  }
  const bytes = bytesOf(material);
  if (bytes !== undefined) {
    if (algorithm === undefined) throw misuse('a key given as bytes needs an algorithm');
    return { text: undefined, imported: () => wasm.importBytes(bytes, algorithm, options) };
  }
  if (!isPlainObject(material)) {
    throw misuse('a key must be a JWK object, text, a Uint8Array or an ArrayBuffer');
  }
  const text = jsonText(material, 'the JWK');
  return { text, imported: () => wasm.importJwk(text, algorithm, options) };
}

/** How it is imported again: from its text, or, where that may be private, from the public key alone. */
function again(
  key: Pick<VerifyingKey, 'algorithm' | 'keyId'>,
  held: wasm.KeysHandle,
  { text, imported }: Material,
): (() => wasm.KeysHandle) | string {
  const { algorithm } = key;
  if (isSymmetric(algorithm)) return IMPORT_AGAIN;
  if (text !== undefined && !MAY_BE_PRIVATE.test(text)) return imported;
  const keyId = own(key, 'keyId');
  const jwk = held.toJwk();
  const options = record({ allowWeakKey: true, ...(keyId !== undefined && { keyId }) });
  return () => wasm.importJwk(jwk, algorithm, options);
}
