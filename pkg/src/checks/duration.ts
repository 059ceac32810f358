/**
 * Lengths of time: in options seconds, or a number with a unit, as `verify` takes them.
 *
 * @internal
 */
import { misuse } from '../errors.js';

/** @internal */
export const SECOND = 1000;
/** @internal */
export const MINUTE = 60 * SECOND;
/** @internal */
export const HOUR = 60 * MINUTE;
/** @internal */
export const DAY = 24 * HOUR;

const UNITS = new Map<unknown, number>([
  ['s', SECOND],
  ['m', MINUTE],
  ['h', HOUR],
  ['d', DAY],
]);
const TEXT = /^(\d+(?:\.\d+)?)([smhd])$/;

/**
 * The length in milliseconds.
 *
 * @internal
 */
export function checkedDuration(
  value: unknown,
  name: string,
  range: { readonly least: number; readonly most: number },
): number {
  const length = typeof value === 'number' ? value * SECOND : lengthOfText(value);
  if (length >= range.least && length <= range.most) return length;
  throw misuse(
    `option ${name} must be seconds, or a text such as '30s', '5m', '1h', '1d', ` +
      `from ${range.least / SECOND} to ${range.most / SECOND} seconds`,
  );
}

/**
 * Whether less than this length has passed since a time in milliseconds since the epoch. A time that is
 * yet to come, because the clock was set back, is too far away to say so.
 *
 * @internal
 */
export function isWithin(length: number, since: number): boolean {
  const elapsed = Date.now() - since;
  return elapsed >= 0 && elapsed < length;
}

function lengthOfText(value: unknown): number {
  const [, number, unit] = (typeof value === 'string' && TEXT.exec(value)) || [];
  return Number(number) * UNITS.get(unit)!;
}
