/**
 * The checks on arguments that only JavaScript can make, before anything crosses into WebAssembly.
 *
 * They see to it that what was looked at is what is used: an object is read once, into a copy, so a
 * getter or a Proxy cannot answer twice in two ways. What an option means is for the core to judge.
 *
 * @internal
 */
import { record } from './record.js';
import { misuse } from './errors.js';
import { isWellFormed } from './strings.js';

/**
 * Beside text, lists, objects and dates. A Set, an iterator or a String object could carry strings
 * past the check on them, so they are no option of any kind.
 */
const PASSED_ON = ['number', 'boolean', 'undefined'];

/**
 * An options object as it crosses: read once, every string in it well-formed.
 *
 * @internal
 */
export type OptionValues = Record<string, unknown>;

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

/**
 * A token comes from outside, so that what is wrong with its text is not the caller's mistake. A lone
 * surrogate may cross: it arrives as U+FFFD, which no token has, and the core refuses it. So does a byte
 * that is no ASCII, as the character of its number.
 *
 * Of bytes no more is copied than shows that there are more than `limit`.
 *
 * @internal
 */
export function checkedToken(value: unknown, options?: object): string {
  if (typeof value === 'string') return value;
  if (!isUint8Array(value)) throw misuse('the token must be a string or a Uint8Array');
  const limit = (options as TokenLimits | undefined)?.limits?.tokenLength;
  const most = (limit as number) <= MOST_TOKEN_LENGTH ? (limit as number) : TOKEN_LENGTH;
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  let text = '';
  for (let start = 0; start < bytes.length && start <= most; start += CHUNK) {
    const end = Math.min(start + CHUNK, most + 1);
    text += String.fromCharCode(...bytes.subarray(start, end));
  }
  return text;
}

/** The part of the options that bounds a token. */
interface TokenLimits {
  readonly limits?: { readonly tokenLength?: unknown } | null;
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

/** @internal */
export function checkedOptions(options: unknown): OptionValues | undefined {
  return options === undefined ? undefined : copyOfObject(options, 'options');
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
    if (!known.includes(name)) {
      throw misuse(`there is no option called ${JSON.stringify(name.slice(0, 40))}`);
    }
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
  const { [name]: value, ...rest } = record(options) as OptionValues;
  if (Object.hasOwn(options, name) && value === undefined) {
    throw misuse(`option ${name} is undefined: leave it out instead`);
  }
  return [value, rest];
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
  const seconds = isDate(value) ? timeOf(value) / 1000 : (value as number);
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
  const seconds = timeOf(options['currentDate']) / 1000;
  delete options['currentDate'];
  return seconds;
}

/**
 * The bytes of a Uint8Array or an ArrayBuffer of any realm, or undefined for anything else.
 *
 * @internal
 */
export function bytesOf(value: unknown): Uint8Array | undefined {
  const kind = Object.prototype.toString.call(value);
  if (kind === '[object ArrayBuffer]') return new Uint8Array(value as ArrayBuffer);
  return isUint8Array(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : undefined;
}

/** Of any realm; a `Buffer` is one. */
function isUint8Array(value: unknown): value is Uint8Array {
  return (
    ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]'
  );
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
  if (typeof value !== 'object' || value === null) return false;
  const prototype: object | null = Object.getPrototypeOf(value);
  if (prototype === null || prototype === NOTHING) return true;
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf');
}

/**
 * Whether options were copied to it.
 *
 * @internal
 */
export function isOptionCopy(value: object | null): value is OptionValues {
  return value instanceof OptionCopy;
}

function copyOfObject(value: unknown, what: string): OptionValues {
  if (!isPlainObject(value)) throw misuse(`${what} must be a plain object`);
  const copy = new OptionCopy();
  for (const name of Reflect.ownKeys(value)) {
    const text = checkedText(name, 'the name of an option');
    copy[text] = copyOfValue((value as OptionValues)[text], text);
  }
  // The one date that crosses; it does so in the unit of the claims.
  if ('rejectBefore' in copy && isDate(copy['rejectBefore']))
    copy['rejectBefore'] = timeOf(copy['rejectBefore']) / 1000;
  return copy;
}

function copyOfValue(value: unknown, option: string): unknown {
  if (Array.isArray(value)) return [...value].map((element) => copyOfScalar(element, option));
  if (!isPlainObject(value)) return copyOfScalar(value, option);
  // One level is all that any option has (`limits`, `requiredScopes`); the core refuses whatever lies
  // deeper.
  const copy = new OptionCopy();
  for (const [name, member] of Object.entries(value)) {
    copy[name] = Array.isArray(member)
      ? [...member].map((element) => copyOfScalar(element, option))
      : copyOfScalar(member, option);
  }
  return copy;
}

function copyOfScalar(value: unknown, option: string): unknown {
  if (typeof value === 'string') {
    return isWellFormed(value) ? value : checkedText(value, `option ${option}`);
  }
  const isPassedOn = value === null || PASSED_ON.includes(typeof value) || isDate(value);
  if (!isPassedOn) throw misuse(`option ${option} has a value of a kind that no option takes`);
  return value;
}

function isDate(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Date]';
}

function timeOf(value: unknown): number {
  try {
    // Looks at the internal slot, so it takes a Date of another realm and nothing in disguise.
    return Date.prototype.getTime.call(value);
  } catch {
    return Number.NaN;
  }
}
