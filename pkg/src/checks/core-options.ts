/**
 * Options on their way to the core, which knows what each means: read once, into a copy of plain values, so that a
 * getter or a Proxy cannot answer twice in two ways.
 *
 * @internal
 */
import { misuse } from '../errors.js';
import { checkedText, elementsOf, isPlainObject, NOTHING, shown, timeOf } from './arguments.js';
import { isUndefined } from './options.js';
import { isList } from './record.js';
import type { Own } from './record.js';
import { isWellFormed } from './strings.js';

/**
 * Beside text, lists, objects and the dates of some options. A Set, an iterator or a String object could carry strings
 * past the check on them, so they are no option of any kind.
 */
const PASSED_ON = ['number', 'boolean'];

/**
 * An options object as it crosses: read once, every string in it well-formed.
 *
 * @internal
 */
export type CoreOptions = Own<Record<string, unknown>>;

/** A name that needs no quotes in a message. */
const WORD = /^[A-Za-z]{1,40}$/;

/** Options that can be a Date. */
const DATES = ['currentDate', 'rejectBefore'];

/**
 * A copy inherits nothing, so that a member called `__proto__` is one unknown name among others. Made by a
 * constructor, because engines keep an object without a prototype as a dictionary, in which comparing options
 * takes three times as long.
 */
const OptionCopy = function () {} as unknown as new () => CoreOptions;
OptionCopy.prototype = NOTHING;

/** @internal */
export function coreOptions(options: unknown): CoreOptions | undefined {
  if (options === undefined) return undefined;
  if (!isPlainObject(options)) throw misuse('options must be a plain object');
  const copy = copyOfObject(options, 1);
  // The one date that crosses; it does so in the unit of the claims.
  const rejectBefore = 'rejectBefore' in copy ? timeOf(copy['rejectBefore']) : undefined;
  if (rejectBefore !== undefined) copy['rejectBefore'] = rejectBefore / 1000;
  return copy;
}

/**
 * The value of an option of the core, for the tables of `readOptions`.
 *
 * @internal
 */
export function coreValue(value: unknown, what: string): unknown {
  return copyOfValue(value, 1, what, false);
}

/**
 * Takes `currentDate` out of the options and tells it in seconds since the epoch; the system clock
 * is asked where there is none. What is no date is NaN, which the core refuses.
 *
 * @internal
 */
export function takeNowSeconds(options: CoreOptions | undefined): number {
  if (options === undefined || !('currentDate' in options)) return Date.now() / 1000;
  const time = timeOf(options['currentDate']) ?? Number.NaN;
  delete options['currentDate'];
  return time / 1000;
}

/**
 * Whether options were copied to it.
 *
 * @internal
 */
export function isOptionCopy(value: unknown): value is CoreOptions {
  return value instanceof OptionCopy;
}

/**
 * One level below the options is all that any of them has (`limits`, `requiredScopes`): what lies deeper is
 * no scalar.
 */
function copyOfObject(value: object, levels: number, parent?: string): CoreOptions {
  const copy = new OptionCopy();
  for (const key of Reflect.ownKeys(value)) {
    const name = checkedText(key, 'the name of an option');
    const called = `the option ${WORD.test(name) ? name : shown(name)}`;
    // Own: the name is one of its own.
    const member = (value as CoreOptions)[name];
    if (member === undefined) throw isUndefined(called);
    copy[name] = copyOfValue(member, levels, parent ?? called, DATES.includes(name));
  }
  return copy;
}

function copyOfValue(value: unknown, levels: number, what: string, canBeDate: boolean): unknown {
  if (typeof value === 'string' && isWellFormed(value)) return value;
  if (isList(value)) {
    return elementsOf(value, what).map((element) => copyOfScalar(element, what, false));
  }
  if (levels > 0 && isPlainObject(value)) return copyOfObject(value, levels - 1, what);
  return copyOfScalar(value, what, canBeDate);
}

function copyOfScalar(value: unknown, what: string, canBeDate: boolean): unknown {
  if (typeof value === 'string') return checkedText(value, what);
  if (value === null || PASSED_ON.includes(typeof value)) return value;
  const time = canBeDate ? timeOf(value) : undefined;
  if (time !== undefined) return new Date(time);
  throw misuse(`${what} has a value of a kind that no option takes`);
}
