/**
 * Tokens that were verified, kept so that the same token need not be verified twice.
 *
 * A hit takes the exact token, the same key or key set (the object, so that new keys start anew) and
 * the same rules (each has a cache of its own). The clock is looked at on every hit. What is kept is
 * text, and every hit gets objects of its own, which it may change.
 *
 * @internal
 */
import type { VerifyingKey } from '../verifying-key.js';

/** A token that was verified, as the core gave it. Times are seconds since the epoch. */
export interface VerifiedTexts {
  readonly header: string;
  readonly payload: string;
  readonly key: VerifyingKey;
  readonly from: number;
  readonly until: number;
}

interface Entry {
  readonly keys: object;
  readonly texts: VerifiedTexts;
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

  get(token: string, keys: object, nowSeconds: number): VerifiedTexts | undefined {
    const entry = this.#entries.get(token);
    if (entry === undefined) return undefined;
    this.#entries.delete(token);
    const { texts } = entry;
    // What fails here is verified again, which gives the reason.
    const isHit = entry.keys === keys && texts.from <= nowSeconds && nowSeconds < texts.until;
    if (!isHit) return undefined;
    this.#entries.set(token, entry);
    return texts;
  }

  set(token: string, keys: object, texts: VerifiedTexts): void {
    if (token.length > LONGEST_TOKEN) return;
    this.#entries.delete(token);
    this.#entries.set(token, { keys, texts });
    if (this.#entries.size <= this.#maxEntries) return;
    const [oldest] = this.#entries.keys();
    this.#entries.delete(oldest!);
  }

  clear(): void {
    this.#entries.clear();
  }
}
