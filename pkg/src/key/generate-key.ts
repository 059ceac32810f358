/** `generateKeyPair` and `generateSecret`: new keys, by the random numbers of Web Crypto. */
import { record } from '../checks/record.js';
import type { Own } from '../checks/record.js';
import { flag, name } from '../checks/checks.js';
import { readOptions } from '../checks/options.js';
import type { Check } from '../checks/options.js';
import { misuse } from '../errors.js';
import { importKey } from './import-key.js';
import { importSigningKey } from './import-signing-key.js';
import { SigningKey } from './signing-key.js';
import type { Algorithm } from '../contract.js';
import type { VerifyingKey } from './verifying-key.js';
import {
  checkedAlgorithm,
  isRefusal,
  isSymmetric,
  type KeyParameters,
  keyParameters,
  secretFloor,
  withSubtle,
} from './web-crypto.js';

type SecretAlgorithm = 'HS256' | 'HS384' | 'HS512';

/** Options of `generateSecret`. */
export interface GenerateSecretOptions {
  /** Whether the private key or the secret can be exported. Defaults to false. */
  readonly extractable?: boolean;
  /** The key ID (`kid`). Defaults to none. */
  readonly keyId?: string;
}

/** Options of `generateKeyPair`. */
export interface GenerateKeyPairOptions extends GenerateSecretOptions {
  /** Bits of an RSA modulus, from 2048 to 8192 and a multiple of 8. Only for RS* and PS*. Defaults to 2048. */
  readonly modulusLength?: number;
}

/** What `generateKeyPair` returns. */
export interface KeyPair {
  readonly signingKey: SigningKey;
  /** The same as `signingKey.verifyingKey()`. */
  readonly verifyingKey: VerifyingKey;
}

/** 65537, as Web Crypto wants it. */
const PUBLIC_EXPONENT = Uint8Array.of(1, 0, 1);

/** WebKitGTK refuses one Ed25519 pair in a hundred, by chance: four in a row are one in a hundred million. */
const TRIES_OF_ED25519 = 4;

/**
 * Generates a key pair. The private key is made by Web Crypto and stays there, unless it is
 * extractable.
 *
 * @param alg - The algorithm both keys are bound to.
 * @param options - See {@link GenerateKeyPairOptions}.
 * @throws JoseError
 * - `ERR_CRYPTO_UNAVAILABLE` when there is no Web Crypto, as on a plain-HTTP page, or the algorithm is
 *   missing.
 * - `ERR_CRYPTO_OPERATION` when Web Crypto refuses; `cause` says why.
 * - `ERR_API_MISUSE` when an argument or an option has the wrong type or an unknown name.
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-3.1
 *
 * @example
 * ```ts
 * const { signingKey, verifyingKey } = await generateKeyPair('ES256', { keyId: '2026-11' });
 * const jwks = { keys: [exportJwk(verifyingKey)] };
 * ```
 */
export async function generateKeyPair(
  alg: Exclude<Algorithm, SecretAlgorithm>,
  options?: GenerateKeyPairOptions,
): Promise<KeyPair> {
  const algorithm = checkedAlgorithm(alg);
  if (isSymmetric(algorithm)) throw misuse('a shared secret is made by generateSecret');
  const table = { extractable: flag, keyId: name, modulusLength: modulusLengthOption };
  const { extractable = false, keyId, modulusLength } = readOptions(options, table);
  const parameters = record({
    ...keyParameters(algorithm),
    ...rsaParameters(algorithm, modulusLength),
  });
  const { privateKey, publicKey } = await generatedPair(algorithm, parameters, extractable);
  const spki = await withSubtle(algorithm, (subtle) => subtle.exportKey('spki', publicKey));
  const verifyingKey = importKey(spki, algorithm, keyId === undefined ? {} : { keyId });
  return {
    signingKey: await importSigningKey(privateKey, algorithm, { verifyingKey }),
    verifyingKey,
  };
}

/**
 * Generates a shared secret as long as the hash.
 *
 * @param alg - The algorithm the secret is bound to.
 * @param options - See {@link GenerateSecretOptions}.
 * @throws JoseError as {@link generateKeyPair}.
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-3.2
 *
 * @example
 * ```ts
 * const signingKey = await generateSecret('HS256');
 * const token = await sign({ sub: 'user-1' }, signingKey, { expiresIn: '15m' });
 * const { payload } = verify(token, signingKey.verifyingKey());
 * ```
 */
export async function generateSecret(
  alg: SecretAlgorithm,
  options?: GenerateSecretOptions,
): Promise<SigningKey> {
  const algorithm = checkedAlgorithm(alg);
  if (!isSymmetric(algorithm)) throw misuse('a key pair is made by generateKeyPair');
  const checked = readOptions(options, { extractable: flag, keyId: name });
  const secret = await withSubtle(algorithm, async () =>
    crypto.getRandomValues(new Uint8Array(secretFloor(algorithm) / 8)),
  );
  try {
    return await importSigningKey(secret, algorithm, checked);
  } finally {
    secret.fill(0);
  }
}

async function generatedPair(
  alg: Algorithm,
  parameters: Own<KeyParameters>,
  isExtractable: boolean,
): Promise<CryptoKeyPair> {
  for (let tries = parameters.name === 'Ed25519' ? TRIES_OF_ED25519 : 1; ; tries--) {
    try {
      const pair = await withSubtle(alg, (subtle) =>
        subtle.generateKey(parameters, isExtractable, ['sign', 'verify']),
      );
      return pair as CryptoKeyPair;
    } catch (error) {
      if (tries === 1 || !isRefusal(error)) throw error;
    }
  }
}

function rsaParameters(alg: Algorithm, modulusLength: number | undefined): object {
  const isRsa = alg.startsWith('RS') || alg.startsWith('PS');
  if (isRsa) return { modulusLength: modulusLength ?? 2048, publicExponent: PUBLIC_EXPONENT };
  if (modulusLength === undefined) return {};
  throw misuse('only RSA keys have a modulusLength');
}

const modulusLengthOption: Check<number> = (value, what) => {
  const bits = value as number;
  if (Number.isInteger(bits) && bits >= 2048 && bits <= 8192 && bits % 8 === 0) return bits;
  throw misuse(`${what} must be a multiple of 8 from 2048 to 8192`);
};
