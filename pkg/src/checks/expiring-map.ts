/**
 * A map with a bound, whose entries end at a time of their own. An entry that lives is never pushed
 * out: when there is no room, the new one is refused.
 *
 * Times are seconds since the epoch. An end is rounded up to a whole second, so that what is over is
 * found by its second and not by a search through everything.
 *
 * @internal
 */
import { JoseError } from '../errors.js';

interface Entry<V> {
  readonly value: V;
  readonly end: number;
}

/** @internal */
export class ExpiringMap<V> {
  readonly #maxEntries: number;
  readonly #entries = new Map<string, Entry<V>>();
  readonly #keysByEnd = new Map<number, Set<string>>();
  /** Before this nothing ends. */
  #firstEnd = Infinity;

  constructor(maxEntries: number) {
    this.#maxEntries = maxEntries;
  }

  get(key: string, nowSeconds: number): V | undefined {
    const entry = this.#entries.get(key);
    return entry !== undefined && nowSeconds < entry.end ? entry.value : undefined;
  }

  /**
   * Adds an entry, or puts it in the place of the one with its key.
   *
   * @throws JoseError `ERR_JOSE_LIMIT_EXCEEDED` when it is full of entries that live.
   */
  set(key: string, value: V, endSeconds: number, nowSeconds: number): void {
    this.#forgetEnded(nowSeconds);
    this.requireRoomFor(this.#entries.has(key) ? 0 : 1, nowSeconds);
    this.#delete(key);
    const end = Math.ceil(endSeconds);
    this.#entries.set(key, { value, end });
    const keys = this.#keysByEnd.get(end) ?? new Set();
    this.#keysByEnd.set(end, keys.add(key));
    this.#firstEnd = Math.min(this.#firstEnd, end);
  }

  /** @throws JoseError `ERR_JOSE_LIMIT_EXCEEDED` when there is no room for so many more. */
  requireRoomFor(count: number, nowSeconds: number): void {
    if (this.size(nowSeconds) + count <= this.#maxEntries) return;
    throw new JoseError(
      'ERR_JOSE_LIMIT_EXCEEDED',
      `there is room for ${this.#maxEntries} entries that have not ended, and no more`,
    );
  }

  /** How many entries have not ended. */
  size(nowSeconds: number): number {
    this.#forgetEnded(nowSeconds);
    return this.#entries.size;
  }

  /** The values of the entries that have not ended. */
  values(nowSeconds: number): V[] {
    this.#forgetEnded(nowSeconds);
    return Array.from(this.#entries.values(), ({ value }) => value);
  }

  clear(): void {
    this.#entries.clear();
    this.#keysByEnd.clear();
    this.#firstEnd = Infinity;
  }

  #delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    const keys = this.#keysByEnd.get(entry.end)!;
    keys.delete(key);
    if (keys.size === 0) this.#keysByEnd.delete(entry.end);
  }

  /** Looks at the seconds in which something ends, at most once for each of them that passes. */
  #forgetEnded(nowSeconds: number): void {
    if (nowSeconds < this.#firstEnd) return;
    this.#firstEnd = Infinity;
    for (const [end, keys] of this.#keysByEnd) {
      if (nowSeconds < end) {
        this.#firstEnd = Math.min(this.#firstEnd, end);
        continue;
      }
      for (const key of keys) this.#entries.delete(key);
      this.#keysByEnd.delete(end);
    }
  }
}
