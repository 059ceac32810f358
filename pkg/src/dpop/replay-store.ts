/** `createReplayStore`: identifiers that may be used once, remembered until they no longer matter. */
import { checkedText } from '../checks/arguments.js';
import { count, endOfToken, time } from '../checks/checks.js';
import { readOptions } from '../checks/options.js';
import { JoseError } from '../errors.js';
import { ExpiringMap } from '../checks/expiring-map.js';

/**
 * Remembers what was used. `createReplayStore` makes one for a single process; one that is shared, a
 * Durable Object or Redis (`SET … NX EXAT …`), must look and remember in one step.
 */
export interface ReplayStore {
  /**
   * Takes an identifier: `true` the first time, `false` from then on until `expiresAt`, in seconds
   * since the epoch. What it throws refuses the token, as `ERR_CALLBACK_FAILED`; an
   * `ERR_JOSE_LIMIT_EXCEEDED`, for a store that is full, is passed on. `verifyRequest` answers both with 503.
   */
  take(id: string, expiresAt: number): boolean | Promise<boolean>;
}

/** A {@link ReplayStore} within one process. */
export interface MemoryReplayStore extends ReplayStore {
  /**
   * Takes an identifier: `true` the first time, `false` while it is remembered. An identifier whose
   * time is over could be taken for ever, so that it is `false` too.
   *
   * @param id - At most 512 characters.
   * @param expiresAt - Until when to remember it, in seconds since the epoch.
   * @param now - The time, in seconds since the epoch. Defaults to the system clock.
   * @throws JoseError
   * - `ERR_JOSE_LIMIT_EXCEEDED` when all room is taken by identifiers that are still remembered, or
   *   this one is too long: none is forgotten early.
   * - `ERR_API_MISUSE` when an argument is wrong.
   */
  take(id: string, expiresAt: number, now?: number): boolean;
  /** How many identifiers are remembered. */
  readonly size: number;
}

/** Options of `createReplayStore`. An option that is not known by name is an error. */
export interface ReplayStoreOptions {
  /** How many identifiers are remembered at once. At most 10,000,000. Defaults to 100,000. */
  readonly maxEntries?: number;
}

const DEFAULT_MAX_ENTRIES = 100_000;
const LARGEST_MAX_ENTRIES = 10_000_000;
/** Whoever sends a token chooses its identifier. */
const LONGEST_ID = 512;

/**
 * Makes a store that lives as long as the process. Several processes, or isolates at the edge, do not
 * see what the others took: write a {@link ReplayStore} over something they share.
 *
 * @throws JoseError `ERR_API_MISUSE` when an option is wrong.
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-11.1
 *
 * @example
 * ```ts
 * const seen = createReplayStore();
 * const now = Date.now() / 1000;
 * console.log(seen.take('id-1', now + 60), seen.take('id-1', now + 60)); // true false
 * ```
 */
export function createReplayStore(options?: ReplayStoreOptions): MemoryReplayStore {
  const table = { maxEntries: count(LARGEST_MAX_ENTRIES) };
  const { maxEntries = DEFAULT_MAX_ENTRIES } = readOptions(options, table);
  const taken = new ExpiringMap<true>(maxEntries);
  return {
    take(id, expiresAt, now = Date.now() / 1000) {
      const name = checkedText(id, 'the identifier');
      const end = time(endOfToken(expiresAt), 'the argument expiresAt');
      const nowSeconds = time(now, 'the argument now');
      if (name.length > LONGEST_ID) {
        throw new JoseError(
          'ERR_JOSE_LIMIT_EXCEEDED',
          `an identifier has at most ${LONGEST_ID} characters`,
        );
      }
      if (end <= nowSeconds || taken.get(name, nowSeconds) !== undefined) return false;
      taken.set(name, true, end, nowSeconds);
      return true;
    },
    get size() {
      return taken.size(Date.now() / 1000);
    },
  };
}
