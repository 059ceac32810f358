/**
 * Web Crypto as the runtime has it: where it is found, what it calls the algorithms, and what its
 * refusals mean.
 *
 * Nothing is asked about the runtime. An operation is tried, and what it rejects with says whether the
 * algorithm is missing or the operation failed.
 *
 * @internal
 */
import { JoseError } from './errors.js';
import type { Algorithm } from './types.js';

/** The runtime's `CryptoKey`, where its types are known. */
export type CryptoKeyOfRuntime = typeof globalThis extends { CryptoKey: { prototype: infer K } }
  ? K
  : {
      readonly type: string;
      readonly extractable: boolean;
      readonly algorithm: { readonly name: string };
      readonly usages: readonly string[];
    };

/** What Web Crypto has to be told of an algorithm to import or generate a key for it. */
interface KeyParameters {
  readonly name: string;
  /** Not for Ed25519, whose hash is its own. */
  readonly hash?: string;
  /** For ECDSA. */
  readonly namedCurve?: string;
}

const CURVES: Readonly<Record<string, string>> = {
  ES256: 'P-256',
  ES384: 'P-384',
  ES512: 'P-521',
};
const NAMES: Readonly<Record<string, string>> = {
  HS: 'HMAC',
  RS: 'RSASSA-PKCS1-v1_5',
  PS: 'RSA-PSS',
  ES: 'ECDSA',
  Ed: 'Ed25519',
};

/** @internal */
export function keyParameters(alg: Algorithm): KeyParameters {
  const name = NAMES[alg.slice(0, 2)]!;
  if (name === 'Ed25519') return { name };
  if (name === 'ECDSA') return { name, namedCurve: CURVES[alg]! };
  return { name, hash: `SHA-${alg.slice(2)}` };
}

/** @internal */
export function isSymmetric(alg: Algorithm): boolean {
  return alg.startsWith('HS');
}

/**
 * Runs an operation of SubtleCrypto. It is looked for in the global scope each time: `window` does not
 * exist in workers, and a page that becomes a secure context has it.
 *
 * @throws JoseError `ERR_CRYPTO_UNAVAILABLE` without Web Crypto or the algorithm, and
 * `ERR_CRYPTO_OPERATION` with the `cause` for any other refusal.
 * @internal
 */
export async function withSubtle<T>(
  alg: Algorithm,
  operation: (subtle: SubtleCrypto) => Promise<T>,
): Promise<T> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) {
    throw new JoseError(
      'ERR_CRYPTO_UNAVAILABLE',
      'Web Crypto (crypto.subtle) is not available here: a page needs https or localhost',
    );
  }
  try {
    return await operation(subtle);
  } catch (cause) {
    if (nameOf(cause) === 'NotSupportedError') {
      throw new JoseError(
        'ERR_CRYPTO_UNAVAILABLE',
        `the Web Crypto of this runtime does not know the algorithm ${alg}: use another one`,
        { cause },
      );
    }
    throw new JoseError('ERR_CRYPTO_OPERATION', `Web Crypto refused a key for ${alg}`, { cause });
  }
}

/**
 * Whether Web Crypto refused the content of a key, and not the kind of operation.
 *
 * @internal
 */
export function isRefusedKey(error: unknown): boolean {
  const isOperation = error instanceof JoseError && error.code === 'ERR_CRYPTO_OPERATION';
  return isOperation && nameOf(error.cause) === 'DataError';
}

function nameOf(thrown: unknown): unknown {
  return (thrown as { name?: unknown } | null | undefined)?.name;
}
