/** A key that signs, bound to one algorithm. */
import type { RuntimeCryptoKey } from '../core/runtime-types.js';
import { checkedBytes } from '../checks/arguments.js';
import { JoseError, misuse, tornOff } from '../errors.js';
import { signBytes } from './signing/web-crypto-signature.js';
import type { Algorithm } from '../contract.js';
import { utf8Encoder } from '../checks/utf8.js';
import type { VerifyingKey } from './verifying-key.js';
import { isRefusal } from './web-crypto.js';

/** What a {@link SigningKey} is made of. */
interface Parts {
  readonly cryptoKey: RuntimeCryptoKey;
  readonly algorithm: Algorithm;
  readonly keyId: string | undefined;
  readonly verifyingKey: VerifyingKey | undefined;
}

/** Signed once with every key, to see that its two parts belong together. */
const PROBE = 'edge-jwt';

/**
 * A key that signs with exactly one algorithm, made by `importSigningKey`, `generateKeyPair` or
 * `generateSecret`. The private key stays with Web Crypto.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8725#section-3.1
 */
export class SigningKey {
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    // Private for TypeScript only; JavaScript can still try.
    if (!isFromHere.has(parts)) throw misuse('a signing key is made by importSigningKey');
    this.#parts = parts;
  }

  /**
   * Binds a key to its algorithm, after one signature that must hold by its public part.
   *
   * @internal
   */
  static async from(parts: Parts): Promise<SigningKey> {
    isFromHere.add(parts);
    const key = new SigningKey(parts);
    const { verifyingKey } = parts;
    const probe = utf8Encoder().encode(PROBE);
    const signature = await key.sign(probe).catch((error: unknown) => {
      // Some engines import parts that do not belong together, and refuse to sign with them.
      if (verifyingKey !== undefined && isRefusal(error)) throw mismatch();
      throw error;
    });
    if (verifyingKey?.verifySignature(probe, signature) === false) throw mismatch();
    return key;
  }

  /** @internal */
  static is(value: unknown): value is SigningKey {
    return typeof value === 'object' && value !== null && #parts in value;
  }

  static #partsOf(key: SigningKey): Parts {
    if (!SigningKey.is(key)) throw tornOff();
    return key.#parts;
  }

  /** The algorithm the key is bound to. */
  get algorithm(): Algorithm {
    return SigningKey.#partsOf(this).algorithm;
  }

  /** The key ID (`kid`), where there is one. It goes into the header of every token. */
  get keyId(): string | undefined {
    return SigningKey.#partsOf(this).keyId;
  }

  /** Whether `exportJwk` and `exportPem` give the private key out. */
  get extractable(): boolean {
    return SigningKey.#partsOf(this).cryptoKey.extractable;
  }

  /**
   * The key as Web Crypto has it. This is what IndexedDB stores and `postMessage` passes on, by
   * structured clone and without showing a key that is not extractable; `importSigningKey` takes it
   * back. A shared secret that was imported or generated here has the usages `sign` and `verify`, a private
   * key has `sign` alone.
   *
   * @see https://www.w3.org/TR/WebCryptoAPI/#cryptokey-interface-clone
   *
   * @example
   * ```ts
   * const { cryptoKey, algorithm } = signingKey;
   * const publicJwk = exportJwk(signingKey.verifyingKey());
   * const keys = database.transaction('keys', 'readwrite').objectStore('keys');
   * keys.put({ cryptoKey, algorithm, publicJwk }, 'mine');
   * ```
   */
  get cryptoKey(): RuntimeCryptoKey {
    return SigningKey.#partsOf(this).cryptoKey;
  }

  /**
   * The key that verifies what this one signs; for HMAC it is the same secret. The same object each
   * time.
   *
   * @throws JoseError `ERR_API_MISUSE` when the key was imported from a bare `CryptoKey`, without the
   * option `verifyingKey`.
   *
   * @example
   * ```ts
   * const jwks = { keys: [exportJwk(signingKey.verifyingKey())] };
   * ```
   */
  verifyingKey(): VerifyingKey {
    const { verifyingKey } = SigningKey.#partsOf(this);
    if (verifyingKey !== undefined) return verifyingKey;
    throw misuse(
      'the public part of this key is not known: give importSigningKey the option verifyingKey',
    );
  }

  /**
   * Signs bytes, with no token around them: the counterpart of `VerifyingKey.verifySignature`.
   *
   * @param data - For a JWS its signing input: header, a dot and payload, encoded.
   * @returns The signature's bytes; r‖s of fixed length for ECDSA.
   * @throws JoseError
   * - `ERR_API_MISUSE` when `data` is not bytes.
   * - `ERR_CRYPTO_UNAVAILABLE` when Web Crypto or the algorithm is not available.
   * - `ERR_CRYPTO_OPERATION` when Web Crypto refuses; `cause` says why.
   * @see https://www.rfc-editor.org/rfc/rfc7515#section-5.1
   *
   * @example
   * ```ts
   * const signature = await signingKey.sign(new TextEncoder().encode(`${header}.${payload}`));
   * ```
   */
  async sign(data: Uint8Array): Promise<Uint8Array> {
    const bytes = checkedBytes(data, 'the data');
    const { algorithm, cryptoKey } = SigningKey.#partsOf(this);
    return signBytes(bytes, algorithm, cryptoKey);
  }
}

function mismatch(): JoseError {
  return new JoseError(
    'ERR_JOSE_KEY_MISMATCH',
    'the private and the public part of the key do not belong together',
  );
}

/** What `SigningKey.from` was given, so that nothing else becomes a key. */
const isFromHere = new WeakSet<Parts>();
