/** The options of this entry, with their defaults. */
import { count, duration, flag } from '../checks/checks.js';
import { readOptions } from '../checks/options.js';
import type { Check } from '../checks/options.js';
import { DEFAULT_LIMITS } from '../contract.js';
import { HOUR } from '../checks/duration.js';
import { misuse } from '../errors.js';
import { timeOf } from '../checks/arguments.js';
import type { DecodeOptions, Limits } from '../jws/options.js';

/** Options of `isExpired`. */
export interface IsExpiredOptions extends DecodeOptions {
  /**
   * Allowance for clocks that differ: seconds, or a text such as `'30s'`. A token counts as valid for as long after its
   * `exp`. At most 1 hour. Defaults to 0.
   */
  readonly clockTolerance?: number | string;
  /** The time to check against. Defaults to the system clock. */
  readonly currentDate?: Date;
}

/** @internal */
export interface CheckedDecodeOptions {
  readonly acceptPadding: boolean;
  readonly limits: Required<Limits>;
}

const LIMITS = {
  tokenLength: count(16_777_216),
  headerLength: count(1_048_576),
  jsonDepth: count(100),
};
const limits: Check<Required<Limits>> = (value, what) => ({
  ...DEFAULT_LIMITS,
  ...readOptions(value, LIMITS, what),
});
const date: Check<number> = (value, what) => {
  const time = timeOf(value);
  if (time !== undefined && time >= 0) return time;
  throw misuse(`${what} must be a valid Date`);
};

const DEFAULTS: CheckedDecodeOptions = { acceptPadding: false, limits: DEFAULT_LIMITS };
const OF_DECODE = { acceptPadding: flag, limits };
const OF_EXPIRY = { ...OF_DECODE, clockTolerance: duration(0, HOUR), currentDate: date };

/** @internal */
export function readDecodeOptions(options: unknown): CheckedDecodeOptions {
  return { ...DEFAULTS, ...readOptions(options, OF_DECODE) };
}

/**
 * Times are in milliseconds.
 *
 * @internal
 */
export function readExpiryOptions(
  options: unknown,
): CheckedDecodeOptions & { readonly clockTolerance: number; readonly currentDate: number } {
  return {
    ...DEFAULTS,
    clockTolerance: 0,
    currentDate: Date.now(),
    ...readOptions(options, OF_EXPIRY),
  };
}
