/** A JWK Set of prepared keys, and how to import one. */
/// <reference lib="esnext.disposable" preserve="true" />
import type { Own } from '../checks/record.js';
import { checkedText, isPlainObject } from '../checks/arguments.js';
import { coreOptions } from '../checks/core-options.js';
import { dispose } from '../core/dispose.js';
import { isInstance, misuse, tornOff } from '../errors.js';
import { Handle, IMPORT_AGAIN } from '../core/handle.js';
import { jsonText } from '../checks/json-text.js';
import type { KeyHint } from './remote/key-hint.js';
import type { ImportJwkSetOptions, JwkSetInput, PemByKeyId, SkippedJwk } from './input.js';
import { VerifyingKey } from '../key/verifying-key.js';
import * as wasm from '../core/wasm.js';

/**
 * The usable keys of a JWK Set, made by `importJwkSet` and passed to `verify` in place of a key.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
export class JwkSet {
  /** The keys that can verify, in the order of the set; one for each algorithm of a key without `alg`. */
  readonly keys: readonly VerifyingKey[];

  /**
   * The members that were left out, and why: RFC 7517 §5 asks to ignore what is not understood. A member
   * without `alg` is among them unless `algorithms` named one that fits it. It verifies tokens all the same
   * where the options of the verification name `algorithms`.
   */
  readonly skipped: readonly SkippedJwk[];

  /** Of members without `alg`, by their place: made when a token was verified by one. */
  readonly #unnamed = new Map<number, VerifyingKey>();
  #handle: Handle<wasm.KeysHandle> | undefined;

  private constructor(handle: Handle<wasm.KeysHandle>) {
    // Private for TypeScript only; JavaScript can still try.
    if (!isInstance(handle, Handle)) throw misuse('a JWK Set is made by importJwkSet');
    const { length, skipped } = handle.held();
    const indexes = [...Array(length).keys()];
    this.keys = Object.freeze(indexes.map((index) => keyOf(handle, index)));
    this.skipped = Object.freeze(skipped as SkippedJwk[]);
    this.#handle = handle;
  }

  /**
   * `imported` makes the set, and makes it again where the module was started again; where the set holds secrets
   * it is let go of.
   *
   * @internal
   */
  static from(imported: () => wasm.KeysHandle): JwkSet {
    return wasm.call(() => {
      const held = imported();
      const again = held.holdsSecrets ? IMPORT_AGAIN : imported;
      return new JwkSet(new Handle(held, again));
    });
  }

  /** @internal */
  static handleOf(set: JwkSet): Handle<wasm.KeysHandle> {
    if (set.#handle === undefined) throw misuse('the JWK Set was disposed of');
    return set.#handle;
  }

  /** @internal */
  static keyAt(set: JwkSet, index: number): VerifyingKey {
    const key = set.keys.at(index) ?? set.#unnamed.get(index);
    if (key !== undefined) return key;
    const handle = JwkSet.handleOf(set);
    const unnamed = wasm.call(() => keyOf(handle, index));
    set.#unnamed.set(index, unnamed);
    return unnamed;
  }

  /**
   * Whether there are shared secrets in it.
   *
   * @internal
   */
  static holdsSecrets(set: JwkSet): boolean {
    const handle = JwkSet.handleOf(set);
    return wasm.call(() => handle.held().holdsSecrets);
  }

  /**
   * Whether fetching the set again is pointless: it has the key that the header names, or lists it among the skipped
   * members.
   *
   * @internal
   */
  static knows(set: JwkSet, { alg, kid, x5t, 'x5t#S256': x5tS256 }: Own<KeyHint>): boolean {
    const handle = JwkSet.handleOf(set);
    const knows = (parameter: string, value: string | undefined) =>
      value === undefined || wasm.call(() => handle.held().knows(parameter, value));
    if (kid !== undefined) return knows('kid', kid);
    return knows('x5t', x5tS256 ?? x5t) && knows('alg', alg);
  }

  /** @internal */
  static is(value: unknown): value is JwkSet {
    return typeof value === 'object' && value !== null && #handle in value;
  }

  /** Returns the memory of the set and its keys now. Using them afterwards is `ERR_API_MISUSE`. */
  [dispose](): void {
    if (!JwkSet.is(this)) throw tornOff();
    for (const key of [...this.keys, ...this.#unnamed.values()]) key[dispose]();
    this.#handle?.release();
    this.#handle = undefined;
  }
}

function keyOf(set: Handle<wasm.KeysHandle>, index: number): VerifyingKey {
  const key = () => set.held().key(index);
  return VerifyingKey.from(key(), () => key);
}

/**
 * Imports a JWK Set, or keys or certificates in PEM by their `kid`, as Google publishes them. Members that
 * cannot be used are skipped and listed; a set that must not be trusted as a whole is refused.
 *
 * A token gets the one key that has its `alg` and its `kid`, or the certificate that its `x5t` or `x5t#S256`
 * names. Several keys may have one `kid`, if their algorithms differ (RFC 7517 §4.5). A member without `alg`
 * becomes one key for each algorithm that fits it and that `algorithms` names, here or in the verification.
 *
 * @param jwks - The set, as an object or as JSON text. Certificates are not validated.
 * @param options - See {@link ImportJwkSetOptions}.
 * @throws JoseError
 * - `ERR_JWKS_INVALID` when it is not a JWK Set, a member holds a private key, or shared secrets stand
 *   beside public keys.
 * - `ERR_JOSE_LIMIT_EXCEEDED` when the text is longer than 1 MiB, or the set has more than 1,000 members.
 * - `ERR_API_MISUSE` when an argument or an option has the wrong type or an unknown name.
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 *
 * @example
 * ```ts
 * const response = await fetch('https://issuer.example/.well-known/jwks.json');
 * const keys = importJwkSet(await response.text(), { algorithms: ['RS256'] });
 * ```
 */
export function importJwkSet(
  jwks: JwkSetInput | PemByKeyId | string,
  options?: ImportJwkSetOptions,
): JwkSet {
  const checked = coreOptions(options);
  let text: string;
  if (typeof jwks === 'string') text = checkedText(jwks, 'the JWK Set');
  else if (isPlainObject(jwks)) text = jsonText(jwks, 'the JWK Set');
  else throw misuse('a JWK Set must be an object or JSON text');
  return JwkSet.from(() => wasm.importJwkSet(text, checked));
}
