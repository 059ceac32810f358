/** A JWK Set of prepared keys, and how to import one. */
/// <reference lib="esnext.disposable" preserve="true" />
import { checkedOptions, checkedText, isPlainObject } from './arguments.js';
import { dispose } from './dispose.js';
import { misuse } from './errors.js';
import { jsonText } from './json-text.js';
import type { ImportJwkSetOptions, JwkSetInput, SkippedJwk } from './types.js';
import { VerifyingKey } from './verifying-key.js';
import * as wasm from './wasm.js';

/**
 * The usable keys of a JWK Set, made by `importJwkSet` and passed to `verify` in place of a key.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
export class JwkSet {
  /** The keys that can verify, in the order of the set. */
  readonly keys: readonly VerifyingKey[];

  /** The members that were left out, and why: RFC 7517 §5 asks to ignore what is not understood. */
  readonly skipped: readonly SkippedJwk[];

  #handle: wasm.JwkSetHandle | undefined;

  private constructor(handle: wasm.JwkSetHandle) {
    // Private for TypeScript only; JavaScript can still try.
    if (!(handle instanceof wasm.JwkSetHandle)) throw misuse('a JWK Set is made by importJwkSet');
    const indexes = Array.from({ length: handle.length }, (_, index) => index);
    this.keys = Object.freeze(indexes.map((index) => VerifyingKey.from(handle.key(index))));
    this.skipped = Object.freeze(handle.skipped as SkippedJwk[]);
    this.#handle = handle;
  }

  /** @internal */
  static from(handle: wasm.JwkSetHandle): JwkSet {
    return new JwkSet(handle);
  }

  /** @internal */
  static handleOf(set: JwkSet): wasm.JwkSetHandle {
    if (set.#handle === undefined) throw misuse('the JWK Set was disposed of');
    return set.#handle;
  }

  /** @internal */
  static keyAt(set: JwkSet, index: number): VerifyingKey {
    return set.keys[index]!;
  }

  /** @internal */
  static is(value: unknown): value is JwkSet {
    return typeof value === 'object' && value !== null && #handle in value;
  }

  /** Returns the memory of the set and its keys now. Using them afterwards is `ERR_API_MISUSE`. */
  [dispose](): void {
    for (const key of this.keys) key[dispose]();
    wasm.release(this.#handle);
    this.#handle = undefined;
  }
}

/**
 * Imports a JWK Set. Members that cannot be used are skipped and listed; a set that must not be
 * trusted as a whole is refused.
 *
 * @param jwks - The set, as an object or as JSON text.
 * @param options - See {@link ImportJwkSetOptions}.
 * @throws JoseError
 * - `ERR_JWKS_INVALID` when it is not a JWK Set, two members have one `kid`, a member of a public
 *   set holds private members, or shared secrets stand beside public keys.
 * - `ERR_JOSE_LIMIT_EXCEEDED` when the text is longer than 1 MiB.
 * - `ERR_API_MISUSE` when an argument or an option has the wrong type or an unknown name.
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 *
 * @example
 * ```ts
 * const response = await fetch('https://issuer.example/.well-known/jwks.json');
 * const keys = importJwkSet(await response.text(), { algorithms: ['RS256'] });
 * ```
 */
export function importJwkSet(jwks: JwkSetInput | string, options?: ImportJwkSetOptions): JwkSet {
  const settings = checkedOptions(options);
  let text: string;
  if (typeof jwks === 'string') text = checkedText(jwks, 'the JWK Set');
  else if (isPlainObject(jwks)) text = jsonText(jwks, 'the JWK Set');
  else throw misuse('a JWK Set must be an object or JSON text');
  return JwkSet.from(wasm.call(() => wasm.importJwkSet(text, settings)));
}
