/**
 * Tokens that were verified, kept so that the same token need not be verified twice.
 *
 * A hit takes the exact token, the same key or key set (the object, so that new keys start anew) and
 * the same rules (each has a cache of its own). The clock is looked at on every hit. What is kept is
 * a copy, and every hit gets objects of its own, which it may change.
 *
 * @internal
 */
import { copyOfJson } from '../../checks/json-copy.js';
import type { Verified } from '../../core/policy.js';
import type { VerifiedJwt } from '../../jwt/verified-jwt.js';

interface Entry {
  readonly keys: object;
  readonly verified: Verified;
}

/**
 * Longer tokens are rare, and a few would take the memory of many.
 *
 * @internal
 */
export const LONGEST_TOKEN = 8192;

export class TokenCache {
  readonly #maxEntries: number;
  /** In the order of use: a Map keeps the order in which its keys were set. */
  readonly #entries = new Map<string, Entry>();

  constructor(maxEntries: number) {
    this.#maxEntries = maxEntries;
  }

  get(token: string, keys: object, nowSeconds: number): VerifiedJwt | undefined {
    const entry = this.#entries.get(token);
    if (entry === undefined) return undefined;
    this.#entries.delete(token);
    const { verified } = entry;
    // What fails here is verified again, which gives the reason.
    const isHit = entry.keys === keys && verified.from <= nowSeconds && nowSeconds < verified.until;
    if (!isHit) return undefined;
    this.#entries.set(token, entry);
    return copyOf(verified);
  }

  set(token: string, keys: object, verified: Verified): void {
    if (token.length > LONGEST_TOKEN) return;
    this.#entries.delete(token);
    this.#entries.set(token, { keys, verified: { ...verified, ...copyOf(verified) } });
    if (this.#entries.size <= this.#maxEntries) return;
    const [oldest] = this.#entries.keys();
    this.#entries.delete(oldest!);
  }

  clear(): void {
    this.#entries.clear();
  }
}

function copyOf({ payload, protectedHeader, key }: Verified): VerifiedJwt {
  return { payload: copyOfJson(payload), protectedHeader: copyOfJson(protectedHeader), key };
}
