/**
 * Checks of single options, for the tables of `readOptions`.
 *
 * @internal
 */
import { misuse } from '../errors.js';
import { checkedText, elementsOf, timeOf } from './arguments.js';
import { lengthOf, SECOND } from './duration.js';
import { isList } from './record.js';
import type { Check } from './options.js';

/**
 * For what is checked elsewhere.
 *
 * @internal
 */
export const anything: Check = (value) => value;

/** @internal */
export const flag: Check<boolean> = (value, what) => {
  if (typeof value === 'boolean') return value;
  throw misuse(`${what} must be true or false`);
};

/**
 * Text that names something.
 *
 * @internal
 */
export const name: Check<string> = (value, what) => {
  if (typeof value === 'string' && value !== '') return checkedText(value, what);
  throw misuse(`${what} must be a string that is not empty`);
};

/**
 * Text of a form.
 *
 * @internal
 */
export const pattern =
  (form: RegExp, expected: string): Check<string> =>
  (value, what) => {
    if (typeof value === 'string' && form.test(value)) return value;
    throw misuse(`${what} must be ${expected}`);
  };

/**
 * A list of at least one.
 *
 * @internal
 */
export const listOf =
  <T>(check: Check<T>): Check<readonly T[]> =>
  (value, what) => {
    const list = isList(value) ? elementsOf(value, what) : [];
    if (list.length > 0) return list.map((element) => check(element, what));
    throw misuse(`${what} must be a list of at least one`);
  };

/**
 * One, or a list of at least one.
 *
 * @internal
 */
export const oneOrMore =
  <T>(check: Check<T>): Check<T | readonly T[]> =>
  (value, what) =>
    isList(value) ? listOf(check)(value, what) : check(value, what);

/** @internal */
export const count =
  (most: number): Check<number> =>
  (value, what) => {
    const isCount = Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
    if (isCount) return value as number;
    throw misuse(`${what} must be an integer from 1 to ${most}`);
  };

/**
 * A length of time, in milliseconds.
 *
 * @internal
 */
export const duration =
  (least: number, most: number): Check<number> =>
  (value, what) => {
    const length = lengthOf(value);
    if (length >= least && length <= most) return length;
    throw misuse(
      `${what} must be seconds, or a text such as '30s', '5m', '1h', '1d', ` +
        `from ${least / SECOND} to ${most / SECOND} seconds`,
    );
  };

/**
 * The same, in seconds.
 *
 * @internal
 */
export const durationInSeconds =
  (least: number, most: number): Check<number> =>
  (value, what) =>
    duration(least, most)(value, what) / SECOND;

/** The end of the year 9999, in seconds since the epoch: what is later is in milliseconds. */
const LATEST = 253_402_300_799;

/**
 * A time in seconds since the epoch, given so or as a Date.
 *
 * @internal
 */
export const time: Check<number> = (value, what) => {
  const milliseconds = timeOf(value);
  const seconds = milliseconds === undefined ? (value as number) : milliseconds / 1000;
  // Minus zero, which JSON has not, becomes zero.
  if (Number.isFinite(seconds) && seconds >= 0 && seconds <= LATEST) return seconds + 0;
  throw misuse(`${what} must be a valid Date, or seconds since the epoch, from 0 to ${LATEST}`);
};

/**
 * When a token ends, as it says itself. Later than any time that is taken from a caller, it is the last of them.
 *
 * @internal
 */
export function endOfToken(exp: number): number {
  return Number.isFinite(exp) ? Math.min(exp, LATEST) : exp;
}

/**
 * A function; what it takes and gives cannot be seen.
 *
 * @internal
 */
export function callable<F extends (...values: never[]) => unknown>(
  value: unknown,
  what: string,
): F {
  if (typeof value === 'function') return value as F;
  throw misuse(`${what} must be a function`);
}
