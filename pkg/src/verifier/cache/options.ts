/** The option `cache` of a verifier: what is kept of tokens that were seen, and how much of it. */
import { checkedCount, checkedKnownOptions, isPlainObject } from '../../checks/arguments.js';
import type { OptionValues } from '../../checks/arguments.js';
import { record } from '../../checks/record.js';
import { misuse } from '../../errors.js';
import { checkedDuration, MINUTE, SECOND } from '../../checks/duration.js';

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
export interface CacheSettings {
  readonly maxEntries: number;
  readonly failures: FailureCacheSettings | undefined;
}

/** @internal */
export interface FailureCacheSettings {
  readonly maxEntries: number;
  readonly maxAgeMilliseconds: number;
}

const DEFAULT_MAX_ENTRIES = 1000;
const LARGEST_MAX_ENTRIES = 1_000_000;
const DEFAULT_MAX_FAILURES = 100;
const LARGEST_MAX_FAILURES = 10_000;

/**
 * What to keep, or nothing: a cache has to be asked for.
 *
 * @internal
 */
export function checkedCache(option: unknown): CacheSettings | undefined {
  const values = switchedOn(option, 'cache', ['maxEntries', 'failures']);
  if (values === undefined) return undefined;
  const { maxEntries = DEFAULT_MAX_ENTRIES, failures = false } = values;
  return {
    maxEntries: checkedCount(maxEntries, 'maxEntries', LARGEST_MAX_ENTRIES),
    failures: checkedFailures(failures),
  };
}

function checkedFailures(option: unknown): FailureCacheSettings | undefined {
  const values = switchedOn(option, 'failures', ['maxEntries', 'maxAge']);
  if (values === undefined) return undefined;
  const { maxEntries = DEFAULT_MAX_FAILURES, maxAge = '10s' } = values;
  return {
    maxEntries: checkedCount(maxEntries, 'maxEntries', LARGEST_MAX_FAILURES),
    maxAgeMilliseconds: checkedDuration(maxAge, 'maxAge', { least: SECOND, most: MINUTE }),
  };
}

/** The options of something that is off by `false`, and on by `true` or by options. */
function switchedOn(
  option: unknown,
  name: string,
  known: readonly string[],
): OptionValues | undefined {
  if (option === false) return undefined;
  if (option === true) return record();
  if (isPlainObject(option)) return checkedKnownOptions(option, known);
  throw misuse(`the option ${name} must be true, false, or an object with ${known.join(' and ')}`);
}
