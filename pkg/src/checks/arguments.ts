/**
 * The checks on arguments that only JavaScript can make, before anything crosses into WebAssembly.
 *
 * They see to it that what was looked at is what is used: an object is read once, into a copy, so a
 * getter or a Proxy cannot answer twice in two ways. What an option means is for the core to judge.
 *
 * @internal
 */
import { isList, isObject, isReadable, own, record } from './record.js';
import type { Own } from './record.js';
import { misuse } from '../errors.js';
import type { JoseError } from '../errors.js';
import { isWellFormed } from './strings.js';

/**
 * Beside text, lists, objects and the dates of some options. A Set, an iterator or a String object could carry strings
 * past the check on them, so they are no option of any kind.
 */
const PASSED_ON = ['number', 'boolean', 'undefined'];

/**
 * An options object as it crosses: read once, every string in it well-formed.
 *
 * @internal
 */
export type OptionValues = Own<Record<string, unknown>>;

/** Options that can be a Date. */
const DATES = ['currentDate', 'rejectBefore', 'issuedAt', 'before', 'expiresAt'];

const NOTHING: object = Object.freeze(Object.create(null));

/**
 * A copy inherits nothing, so that a member called `__proto__` is one unknown name among others. Made by a
 * constructor, because engines keep an object without a prototype as a dictionary, in which comparing options
 * takes three times as long.
 */
const OptionCopy = function () {} as unknown as new () => OptionValues;
OptionCopy.prototype = NOTHING;

/** The limit of the core on the characters of a token, where no option says another, and the most that one can. */
const TOKEN_LENGTH = 262_144;
const MOST_TOKEN_LENGTH = 16_777_216;
/** As many arguments as every engine takes. */
const CHUNK = 8192;
/** As many entries as a denylist can have. */
const MOST_ELEMENTS = 10_000_000;
/**
 * What can stand in quotes in a header (RFC 6749, appendix A): a scope, or a nonce.
 *
 * @internal
 */
export const PLAIN = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/**
 * A token comes from outside, so that what is wrong with its text is not the caller's mistake. A lone
 * surrogate may cross: it arrives as U+FFFD, which no token has, and the core refuses it. So does a byte
 * that is no ASCII, as the character of its number.
 *
 * Of bytes no more is copied than shows that there are more than `limit`.
 *
 * @internal
 */
export function checkedToken(value: unknown, options?: Own<TokenLimits>): string {
  if (typeof value === 'string') return value;
  const bytes = isUint8Array(value) ? bytesOf(value) : undefined;
  if (bytes === undefined) throw misuse('the token must be a string or a Uint8Array');
  // Own: a copy as well.
  const limit = (options?.limits as Own<{ tokenLength?: unknown }> | null | undefined)?.tokenLength;
  const most = (limit as number) <= MOST_TOKEN_LENGTH ? (limit as number) : TOKEN_LENGTH;
  let text = '';
  for (let start = 0; start < bytes.length && start <= most; start += CHUNK) {
    const end = Math.min(start + CHUNK, most + 1);
    text += String.fromCharCode(...bytes.subarray(start, end));
  }
  return text;
}

/** The part of the options that bounds a token. */
interface TokenLimits {
  readonly limits?: unknown;
}

/** @internal */
export function checkedText(value: unknown, what: string): string {
  if (typeof value !== 'string') throw misuse(`${what} must be a string`);
  if (!isWellFormed(value)) throw misuse(`${what} must be well-formed: it has a lone surrogate`);
  return value;
}

/**
 * Text of a form.
 *
 * @internal
 */
export function checkedPattern(
  value: unknown,
  what: string,
  pattern: RegExp,
  expected: string,
): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw misuse(`${what} must be ${expected}`);
}

/**
 * A name of the caller's as a message can show it: its beginning, with nothing that breaks the line.
 *
 * @internal
 */
export function shown(name: string | symbol): string {
  return JSON.stringify(
    String(name)
      .slice(0, 40)
      .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?'),
  );
}

/** @internal */
export function noSuchOption(name: string | symbol): JoseError {
  return misuse(`there is no option called ${shown(name)}`);
}

/** @internal */
export function checkedOptions(options: unknown): OptionValues | undefined {
  if (options === undefined) return undefined;
  if (!isPlainObject(options)) throw misuse('options must be a plain object');
  const copy = copyOfObject(options, 1);
  // The one date that crosses; it does so in the unit of the claims.
  const rejectBefore = 'rejectBefore' in copy ? timeOf(copy['rejectBefore']) : undefined;
  if (rejectBefore !== undefined) copy['rejectBefore'] = rejectBefore / 1000;
  return copy;
}

/**
 * The options, none of them under another name than `known`, and none of them undefined. Their values
 * are for the caller to check.
 *
 * @internal
 */
export function checkedKnownOptions(options: unknown, known: readonly string[]): OptionValues {
  const values = checkedOptions(options) ?? new OptionCopy();
  for (const [name, value] of Object.entries(values)) {
    if (!known.includes(name)) throw noSuchOption(name);
    if (value === undefined) throw misuse(`option ${name} is undefined: leave it out instead`);
  }
  return values;
}

/**
 * Takes out the one option that is no plain value, so that the others can be checked as such.
 *
 * @returns Its value, undefined where it is left out, and the other options.
 * @internal
 */
export function takeOption(options: unknown, name: string): readonly [unknown, unknown] {
  if (options === undefined) return [undefined, undefined];
  if (!isPlainObject(options)) throw misuse('options must be a plain object');
  const members = membersOf(options, 'options');
  const { [name]: value, ...rest } = members;
  if (name in members && value === undefined) {
    throw misuse(`option ${name} is undefined: leave it out instead`);
  }
  return [value, rest];
}

/**
 * What an object itself has, each member read once. For objects that hold more than plain values.
 *
 * @internal
 */
export function membersOf(value: unknown, what: string): OptionValues {
  if (!isObject(value)) throw misuse(`${what} must be an object`);
  const members = record();
  for (const name of Reflect.ownKeys(value) as string[]) members[name] = own(value, name);
  return members;
}

/**
 * The elements of a list, by index: its iterator may be anybody's, and its length may be a lie.
 *
 * @internal
 */
export function elementsOf(list: readonly unknown[], what: string): unknown[] {
  const { length } = list;
  if (!Number.isInteger(length) || length > MOST_ELEMENTS) throw misuse(`${what} is too long`);
  const elements: unknown[] = [];
  while (elements.length < length) {
    const element = own(list, `${elements.length}`);
    if (element === undefined) throw misuse(`${what} must be a list without holes`);
    elements.push(element);
  }
  return elements;
}

/** @internal */
export function checkedCount(value: unknown, name: string, most: number): number {
  const isCount = Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
  if (isCount) return value as number;
  throw misuse(`option ${name} must be an integer from 1 to ${most}`);
}

/**
 * The value of an option that names something. That it is well-formed was seen when the options were
 * read.
 *
 * @internal
 */
export function checkedName(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw misuse(`option ${name} must be a string that is not empty`);
}

/** @internal */
export function checkedFlag(value: unknown, name: string): boolean {
  if (typeof value === 'boolean') return value;
  throw misuse(`option ${name} must be true or false`);
}

/** The end of the year 9999, in seconds since the epoch: what lies after it is in milliseconds. */
const LATEST = 253_402_300_799;

/**
 * A time in seconds since the epoch, given so or as a Date.
 *
 * @internal
 */
export function checkedTime(value: unknown, what: string): number {
  const time = timeOf(value);
  const seconds = time === undefined ? (value as number) : time / 1000;
  // Minus zero, which JSON has not, becomes zero.
  if (Number.isFinite(seconds) && seconds >= 0 && seconds <= LATEST) return seconds + 0;
  throw misuse(`${what} must be a valid Date, or seconds since the epoch, from 0 to ${LATEST}`);
}

/**
 * When a token ends, as it says itself. Later than any time that is taken from a caller, it is the last of them.
 *
 * @internal
 */
export function endOfToken(exp: number): number {
  return Number.isFinite(exp) ? Math.min(exp, LATEST) : exp;
}

/**
 * Takes `currentDate` out of the options and tells it in seconds since the epoch; the system clock
 * is asked where there is none. What is no date is NaN, which the core refuses.
 *
 * @internal
 */
export function takeNowSeconds(options: OptionValues | undefined): number {
  if (options === undefined || !('currentDate' in options)) return Date.now() / 1000;
  const time = timeOf(options['currentDate']) ?? Number.NaN;
  delete options['currentDate'];
  return time / 1000;
}

/**
 * The bytes of a Uint8Array or an ArrayBuffer of any realm, or undefined for anything else.
 *
 * @throws JoseError `ERR_API_MISUSE` where the buffer is gone: it was transferred, or has become too short.
 * @internal
 */
export function bytesOf(value: unknown): Uint8Array | undefined {
  const isView = isUint8Array(value);
  if (!isView && kindOf(value) !== 'ArrayBuffer') return undefined;
  try {
    if (!isView) return new Uint8Array(new DataView(value as ArrayBuffer).buffer);
    // Throws for a view out of bounds, which otherwise seems to be empty.
    Uint8Array.prototype.keys.call(value);
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  } catch {
    throw misuse('the bytes cannot be read: their buffer was transferred or has become too short');
  }
}

/** Of any realm; a `Buffer` is one. */
function isUint8Array(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && kindOf(value) === 'Uint8Array';
}

/**
 * What kind of object it says it is: `Uint8Array`, `CryptoKey`, … of any realm.
 *
 * @internal
 */
export function kindOf(value: unknown): string {
  return isReadable(value) ? Object.prototype.toString.call(value).slice(8, -1) : '';
}

/** @internal */
export function checkedBytes(value: unknown, what: string): Uint8Array {
  const bytes = bytesOf(value);
  if (bytes === undefined) throw misuse(`${what} must be a Uint8Array or an ArrayBuffer`);
  return bytes;
}

/**
 * An object made by a literal, `JSON.parse` or `Object.create(null)`, of this realm or another.
 * Anything else could hold options where nobody looks for them: on its prototype.
 *
 * @internal
 */
export function isPlainObject(value: unknown): value is object {
  if (!isObject(value)) return false;
  const prototype: object | null = Object.getPrototypeOf(value);
  if (prototype === null || prototype === NOTHING) return true;
  return (
    isObject(prototype) &&
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, 'isPrototypeOf')
  );
}

/**
 * What anything at all has under this name: what a class made has it from there, what a literal made only itself.
 *
 * @internal
 */
export function member(value: unknown, name: string): unknown {
  if (!isReadable(value)) return undefined;
  if (isPlainObject(value)) return own(value, name);
  // Inherited: from the class.
  return (value as Own<Record<string, unknown>> | null | undefined)?.[name];
}

/**
 * Whether options were copied to it.
 *
 * @internal
 */
export function isOptionCopy(value: unknown): value is OptionValues {
  return value instanceof OptionCopy;
}

/**
 * One level below the options is all that any of them has (`limits`, `requiredScopes`): what lies deeper is
 * no scalar.
 */
function copyOfObject(value: object, levels: number, option?: string): OptionValues {
  const copy = new OptionCopy();
  for (const key of Reflect.ownKeys(value)) {
    const name = checkedText(key, 'the name of an option');
    // Own: the name is one of its own.
    copy[name] = copyOfValue((value as OptionValues)[name], levels, option ?? name);
  }
  return copy;
}

function copyOfValue(value: unknown, levels: number, option: string): unknown {
  if (typeof value === 'string' && isWellFormed(value)) return value;
  if (isList(value)) {
    const elements = elementsOf(value, optionCalled(option));
    return elements.map((element) => copyOfScalar(element, option));
  }
  if (levels > 0 && isPlainObject(value)) return copyOfObject(value, levels - 1, option);
  return copyOfScalar(value, option);
}

function copyOfScalar(value: unknown, option: string): unknown {
  if (typeof value === 'string') {
    return isWellFormed(value) ? value : checkedText(value, optionCalled(option));
  }
  if (value === null || PASSED_ON.includes(typeof value)) return value;
  const time = DATES.includes(option) ? timeOf(value) : undefined;
  if (time !== undefined) return new Date(time);
  throw misuse(`${optionCalled(option)} has a value of a kind that no option takes`);
}

const optionCalled = (name: string) => `option ${shown(name)}`;

/** By the internal slot: of a Date of any realm, and of nothing in disguise. */
function timeOf(value: unknown): number | undefined {
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return undefined;
  }
}
