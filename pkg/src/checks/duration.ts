/**
 * Lengths of time: in options seconds, or a number with a unit, as `verify` takes them.
 *
 * @internal
 */
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
 * Whether less than this length has passed since a time in milliseconds since the epoch. A time that is
 * yet to come, because the clock was set back, is too far away to say so.
 *
 * @internal
 */
export function isWithin(length: number, since: number): boolean {
  const elapsed = Date.now() - since;
  return elapsed >= 0 && elapsed < length;
}

/**
 * The length in milliseconds; NaN where it is none.
 *
 * @internal
 */
export function lengthOf(value: unknown): number {
  if (typeof value === 'number') return value * SECOND;
  const [, number, unit] = (typeof value === 'string' && TEXT.exec(value)) || [];
  return Number(number) * UNITS.get(unit)!;
}
