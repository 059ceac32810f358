/** The option `cache` of a verifier: what is kept of tokens that were seen, and how much of it. */
import { isPlainObject } from '../../checks/arguments.js';
import { count, duration } from '../../checks/checks.js';
import { readOptions } from '../../checks/options.js';
import type { Check, OptionsOf, OptionTable } from '../../checks/options.js';
import { misuse } from '../../errors.js';
import { MINUTE, SECOND } from '../../checks/duration.js';

/** Options of the cache of verified tokens. */
export interface TokenCacheOptions {
  /**
   * How many verified tokens are kept at most, from each issuer; the one that was not seen for longest
   * goes first. At most 1,000,000. Defaults to 1,000.
   */
  readonly maxEntries?: number;
  /**
   * Keeps tokens that were refused, too, apart from the others, where neither another key nor time can
   * make them good: a wrong signature, a wrong audience, `exp` that has passed. `true` keeps 100 of
   * them for 10 seconds. Defaults to `false`.
   */
  readonly failures?: boolean | FailureCacheOptions;
}

/** Options of the cache of refused tokens. */
export interface FailureCacheOptions {
  /** How many are kept at most, from each issuer. At most 10,000. Defaults to 100. */
  readonly maxEntries?: number;
  /** For how long: seconds, or a text such as `'10s'`. From 1 second to 1 minute; defaults to 10 s. */
  readonly maxAge?: number | string;
}

/**
 * The option, checked, with its defaults.
 *
 * @internal
 */
export interface CheckedCacheOptions {
  readonly maxEntries: number;
  readonly failures: CheckedFailureCacheOptions | undefined;
}

/** @internal */
export interface CheckedFailureCacheOptions {
  readonly maxEntries: number;
  readonly maxAgeMilliseconds: number;
}

const DEFAULT_MAX_ENTRIES = 1000;
const LARGEST_MAX_ENTRIES = 1_000_000;
const DEFAULT_MAX_FAILURES = 100;
const LARGEST_MAX_FAILURES = 10_000;
const DEFAULT_MAX_AGE = 10 * SECOND;

/**
 * What to keep, or nothing: a cache has to be asked for.
 *
 * @internal
 */
export const cacheOption: Check<CheckedCacheOptions | undefined> = (value, what) => {
  const options = switchedOn(value, what, {
    maxEntries: count(LARGEST_MAX_ENTRIES),
    failures: failuresOption,
  });
  return (
    options && { maxEntries: options.maxEntries ?? DEFAULT_MAX_ENTRIES, failures: options.failures }
  );
};

const failuresOption: Check<CheckedFailureCacheOptions | undefined> = (value, what) => {
  const options = switchedOn(value, what, {
    maxEntries: count(LARGEST_MAX_FAILURES),
    maxAge: duration(SECOND, MINUTE),
  });
  return (
    options && {
      maxEntries: options.maxEntries ?? DEFAULT_MAX_FAILURES,
      maxAgeMilliseconds: options.maxAge ?? DEFAULT_MAX_AGE,
    }
  );
};

/** The options of something that is off by `false`, and on by `true` or by options. */
function switchedOn<T extends OptionTable>(
  value: unknown,
  what: string,
  table: T,
): OptionsOf<T> | undefined {
  if (value === false) return undefined;
  if (value === true) return readOptions({}, table);
  if (isPlainObject(value)) return readOptions(value, table, what);
  const names = Object.keys(table).join(' and ');
  throw misuse(`${what} must be true, false, or an object with ${names}`);
}
