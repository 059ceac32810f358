/**
 * A key that verifies, bound to one algorithm.
 */
/// <reference lib="esnext.disposable" preserve="true" />
import { checkedBytes } from '../checks/arguments.js';
import { dispose } from '../core/dispose.js';
import { isInstance, misuse, tornOff } from '../errors.js';
import { Handle } from '../core/handle.js';
import type { Algorithm } from '../contract.js';
import * as wasm from '../core/wasm.js';

type Again = (key: Pick<VerifyingKey, 'algorithm' | 'keyId'>) => (() => wasm.KeysHandle) | string;

/**
 * A key that verifies signatures of exactly one algorithm, made by `importKey` or `importJwkSet`.
 *
 * It is prepared once and meant to be used often. Its memory is returned when it is collected; a
 * program that imports many keys may return it sooner with `key[Symbol.dispose]()` or `using`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8725#section-3.1
 */
export class VerifyingKey {
  /** The algorithm the key is bound to. */
  readonly algorithm: Algorithm;

  /** The key ID (`kid`), where there is one. */
  declare readonly keyId?: string;

  #handle: Handle<wasm.KeysHandle> | undefined;

  private constructor(held: wasm.KeysHandle, again: Again) {
    // Private for TypeScript only; JavaScript can still try.
    if (!isInstance(held, wasm.KeysHandle)) throw misuse('a key is made by importKey');
    const { keyId } = held;
    this.algorithm = held.algorithm as Algorithm;
    if (keyId !== undefined) this.keyId = keyId;
    this.#handle = new Handle(held, again(this));
  }

  /**
   * To be called inside `wasm.call`. `again` says how the key is made again in another instance of the module.
   *
   * @internal
   */
  static from(held: wasm.KeysHandle, again: Again): VerifyingKey {
    return new VerifyingKey(held, again);
  }

  /** @internal */
  static handleOf(key: VerifyingKey): Handle<wasm.KeysHandle> {
    if (key.#handle === undefined) throw misuse('the key was disposed of');
    return key.#handle;
  }

  /** @internal */
  static is(value: unknown): value is VerifyingKey {
    return typeof value === 'object' && value !== null && #handle in value;
  }

  /**
   * Tells whether a signature belongs to a signing input, with no token around them: for a JWS in
   * another serialization than the compact one.
   *
   * @param signingInput - The bytes that were signed: header, a dot and payload, still encoded.
   * @param signature - The signature's bytes; r‖s of fixed length for ECDSA.
   * @throws JoseError `ERR_API_MISUSE` when an argument is not bytes or the key was disposed of.
   * @see https://www.rfc-editor.org/rfc/rfc7515#section-5.2
   *
   * @example
   * ```ts
   * const signingInput = new TextEncoder().encode(`${jws.protected}.${jws.payload}`);
   * const held = key.verifySignature(signingInput, signature);
   * ```
   */
  verifySignature(signingInput: Uint8Array, signature: Uint8Array): boolean {
    if (!VerifyingKey.is(this)) throw tornOff();
    const handle = VerifyingKey.handleOf(this);
    const input = checkedBytes(signingInput, 'the signing input');
    const bytes = checkedBytes(signature, 'the signature');
    return wasm.call(() => handle.held().verifySignature(input, bytes));
  }

  /** Returns the key's memory now. Using the key afterwards is `ERR_API_MISUSE`. */
  [dispose](): void {
    if (!VerifyingKey.is(this)) throw tornOff();
    this.#handle?.release();
    this.#handle = undefined;
  }
}
