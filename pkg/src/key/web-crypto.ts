/**
 * Web Crypto as the runtime has it: where it is found, what it calls the algorithms, and what its
 * refusals mean.
 *
 * Nothing is asked about the runtime. An operation is tried, and what it rejects with says whether the
 * algorithm is missing or the operation failed.
 *
 * @internal
 */
import { record } from '../checks/record.js';
import type { Own } from '../checks/record.js';
import { isInstance, JoseError, misuse } from '../errors.js';
import type { Algorithm } from '../contract.js';

/**
 * What Web Crypto has to be told of an algorithm to import or generate a key for it.
 *
 * @internal
 */
export interface KeyParameters {
  readonly name: string;
  /** For HMAC and RSA. ECDSA is told for each signature, and the hash of Ed25519 is its own. */
  readonly hash?: string;
  /** For ECDSA. */
  readonly namedCurve?: string;
  /** For HMAC: of the secret, in bits. */
  length?: number;
}

const PARAMETERS: Readonly<Record<Algorithm, KeyParameters>> = {
  HS256: { name: 'HMAC', hash: 'SHA-256' },
  HS384: { name: 'HMAC', hash: 'SHA-384' },
  HS512: { name: 'HMAC', hash: 'SHA-512' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  RS384: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  RS512: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  PS384: { name: 'RSA-PSS', hash: 'SHA-384' },
  PS512: { name: 'RSA-PSS', hash: 'SHA-512' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384' },
  ES512: { name: 'ECDSA', namedCurve: 'P-521' },
  EdDSA: { name: 'Ed25519' },
  Ed25519: { name: 'Ed25519' },
};

/** @internal */
export function checkedAlgorithm(value: unknown): Algorithm {
  if (typeof value === 'string' && Object.hasOwn(PARAMETERS, value)) return value as Algorithm;
  throw misuse(`the algorithm must be one of ${Object.keys(PARAMETERS).join(', ')}`);
}

/** @internal */
export function keyParameters(alg: Algorithm): Own<KeyParameters> {
  return record(PARAMETERS[alg]);
}

/** @internal */
export function isSymmetric(alg: Algorithm): boolean {
  return PARAMETERS[alg].name === 'HMAC';
}

/**
 * The bits that a shared secret must have: as many as the hash (RFC 7518 §3.2).
 *
 * @internal
 */
export function secretFloor(alg: Algorithm): number {
  return Number(alg.slice(2));
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
    if (isInstance(cause, JoseError)) throw cause;
    if (nameOf(cause) === 'NotSupportedError') {
      throw new JoseError(
        'ERR_CRYPTO_UNAVAILABLE',
        `the Web Crypto of this runtime does not know the algorithm ${alg}: use another one`,
        { cause },
      );
    }
    throw new JoseError(
      'ERR_CRYPTO_OPERATION',
      `Web Crypto refused an operation for ${alg}; see the cause`,
      { cause },
    );
  }
}

/**
 * Whether Web Crypto knows the algorithm and refused all the same. For the content of a key the standard has
 * DataError, and not every engine keeps to it.
 *
 * @internal
 */
export function isRefusal(error: unknown): boolean {
  return isInstance(error, JoseError) && error.code === 'ERR_CRYPTO_OPERATION';
}

function nameOf(thrown: unknown): string {
  return (Object(thrown) as Error).name;
}
