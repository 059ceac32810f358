/** `importSigningKey`: from what people have a private key or a secret in, to a {@link SigningKey}. */
import type { RuntimeCryptoKey } from '../core/runtime-types.js';
import { own, record } from '../checks/record.js';
import type { Own } from '../checks/record.js';
import { flag, name } from '../checks/checks.js';
import { coreValue } from '../checks/core-options.js';
import { readOptions } from '../checks/options.js';
import type { Check } from '../checks/options.js';
import { JoseError, misuse } from '../errors.js';
import { checkCryptoKey, isCryptoKey } from './signing/crypto-key.js';
import { damaged, keyMaterial } from './signing/key-material.js';
import type { KeyMaterial } from './signing/key-material.js';
import { SigningKey } from './signing-key.js';
import type { Algorithm } from '../contract.js';
import type { ImportKeyOptions } from './import-options.js';
import type { PrivateJwk } from './jwk.js';
import { VerifyingKey } from './verifying-key.js';
import {
  checkedAlgorithm,
  isRefusal,
  isSymmetric,
  keyParameters,
  withSubtle,
} from './web-crypto.js';

/** Options of `importSigningKey`. An option that is not known by name is an error. */
export interface ImportSigningKeyOptions extends Pick<ImportKeyOptions, 'keyId' | 'encoding'> {
  /**
   * Take a key that is too short for its algorithm (a secret shorter than the hash, RSA from 1024 to 2047 bits),
   * as for `importKey`. Whoever breaks the key can sign in your name: use it only for a peer that takes no
   * longer key, and only until it does. Defaults to false.
   */
  readonly allowWeakKey?: boolean;
  /**
   * Whether the key can be given out again, by `exportJwk` and `exportPem`. Not for a `CryptoKey`, of
   * which it is decided. Defaults to false.
   */
  readonly extractable?: boolean;
  /**
   * For a `CryptoKey`, and only for one: the key that verifies its signatures, with their key ID.
   * Defaults to none, and then `verifyingKey()` has none to give.
   */
  readonly verifyingKey?: VerifyingKey;
}

/**
 * Imports a private key or a shared secret and binds it to one algorithm. It signs once, to see that
 * the private part belongs to the public one; so do it once, and not for each token.
 *
 * As with `importKey`, what the material is follows from the algorithm and its JavaScript type:
 *
 * - An object is a JWK, and so is text without an algorithm.
 * - Text for a public-key algorithm is a JWK, or PEM with one of the labels `PRIVATE KEY` (PKCS#8),
 *   `EC PRIVATE KEY` (SEC 1) and `RSA PRIVATE KEY` (PKCS#1). Bytes are those of such a text, the DER of one
 *   of these, or the bare private key of a curve: 32 bytes for ES256 and Ed25519, 48 for ES384, 66 for ES512.
 *   Where a key on a curve has no public part (a JWK with `d` alone, a bare key), it is computed.
 * - Bytes for an HMAC algorithm are the shared secret, and so is text, in the encoding that `encoding`
 *   names.
 * - A `CryptoKey` must be one for this very algorithm, with the usage `sign`.
 *
 * The key is held by Web Crypto. On the way there its text or bytes are read in WebAssembly, which
 * zeroizes its copies. A `CryptoKey` and a generated key pair never pass through it.
 *
 * @param material - The key.
 * @param alg - The algorithm. May be left out for a JWK that has `alg`.
 * @param options - See {@link ImportSigningKeyOptions}.
 * @throws JoseError
 * - `ERR_JWK_INVALID` when a JWK is not well-formed.
 * - `ERR_JOSE_KEY_INVALID` when PEM or DER is not a well-formed private key, or text not in its
 *   encoding.
 * - `ERR_JOSE_KEY_MISMATCH` when the key does not fit the algorithm, is a public key, may not sign, or
 *   when its private part does not belong to its public part.
 * - `ERR_JOSE_KEY_TOO_WEAK` when it is below a floor of `importKey`; `allowWeakKey` lowers it as it does there.
 * - `ERR_JOSE_NOT_SUPPORTED` when the type or form of the key is not known here: encrypted private
 *   keys, keys of OpenSSH, RSA keys without their primes.
 * - `ERR_JOSE_LIMIT_EXCEEDED` when the material is longer than 64 KiB, or an RSA modulus than 8192
 *   bits.
 * - `ERR_CRYPTO_UNAVAILABLE` when there is no Web Crypto, as on a plain-HTTP page, or the algorithm is
 *   missing.
 * - `ERR_CRYPTO_OPERATION` when Web Crypto refuses; `cause` says why.
 * - `ERR_API_MISUSE` when an argument or an option has the wrong type or an unknown name.
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-4
 * @see https://www.rfc-editor.org/rfc/rfc5958
 *
 * @example
 * ```ts
 * const fromPem = await importSigningKey(privateKeyPem, 'RS256', { keyId: '2026-11' });
 * const fromJwk = await importSigningKey(privateJwk);
 * const shared = await importSigningKey(env.SECRET, 'HS256', { encoding: 'base64url' });
 * const stored = await importSigningKey(cryptoKey, 'ES256', { verifyingKey: importKey(publicJwk) });
 * ```
 */
export async function importSigningKey(
  material: PrivateJwk | string | Uint8Array | ArrayBuffer | RuntimeCryptoKey,
  alg?: Algorithm,
  options?: ImportSigningKeyOptions,
): Promise<SigningKey> {
  const algorithm = alg === undefined ? undefined : checkedAlgorithm(alg);
  if (isCryptoKey(material)) return fromCryptoKey(material, algorithm, options);
  const table = { extractable: flag, allowWeakKey: flag, keyId: name, encoding: coreValue };
  const { extractable = false, ...others } = readOptions(options, table);
  const read = keyMaterial(material, algorithm, record(others) as Own<ImportSigningKeyOptions>);
  const { verifyingKey } = read;
  return SigningKey.from({
    cryptoKey: await toCryptoKey(read, extractable),
    algorithm: verifyingKey.algorithm,
    keyId: own(verifyingKey, 'keyId'),
    verifyingKey,
  });
}

async function fromCryptoKey(
  cryptoKey: CryptoKey,
  algorithm: Algorithm | undefined,
  options: unknown,
): Promise<SigningKey> {
  if (algorithm === undefined) throw misuse('a CryptoKey needs an algorithm');
  const table = { keyId: name, allowWeakKey: flag, verifyingKey: verifyingKeyOption };
  const { keyId, allowWeakKey = false, verifyingKey } = readOptions(options, table);
  checkCryptoKey(cryptoKey, algorithm, allowWeakKey);
  if (verifyingKey === undefined) {
    return SigningKey.from({ cryptoKey, algorithm, keyId, verifyingKey });
  }
  if (keyId !== undefined) throw misuse('the option keyId cannot rename the key of verifyingKey');
  if (verifyingKey.algorithm !== algorithm) {
    throw new JoseError(
      'ERR_JOSE_KEY_MISMATCH',
      'the option verifyingKey is for another algorithm',
    );
  }
  return SigningKey.from({ cryptoKey, algorithm, keyId: own(verifyingKey, 'keyId'), verifyingKey });
}

const verifyingKeyOption: Check<VerifyingKey> = (value, what) => {
  if (VerifyingKey.is(value)) return value;
  throw misuse(`${what} must come from importKey`);
};

/** The bytes are zeroed when Web Crypto has them. */
async function toCryptoKey(material: KeyMaterial, extractable: boolean): Promise<CryptoKey> {
  const { algorithm } = material.verifyingKey;
  const parameters = keyParameters(algorithm);
  // Said in full, as the members of a JWK are.
  if (material.format === 'raw') parameters.length = material.data.length * 8;
  // A secret verifies what it signs, also by Web Crypto.
  const usages: KeyUsage[] = isSymmetric(algorithm) ? ['sign', 'verify'] : ['sign'];
  try {
    return await withSubtle(algorithm, (subtle) =>
      material.format === 'jwk'
        ? subtle.importKey('jwk', material.data, parameters, extractable, usages)
        : subtle.importKey(
            material.format,
            material.data as BufferSource,
            parameters,
            extractable,
            usages,
          ),
    );
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // What the engine says is not passed on: it may show the private part.
    throw damaged();
  } finally {
    if (material.format !== 'jwk') material.data.fill(0);
  }
}
