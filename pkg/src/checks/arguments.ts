/**
 * The checks on arguments that only JavaScript can make, before anything crosses into WebAssembly.
 *
 * They see to it that what was looked at is what is used: an object is read once, into a copy, so a
 * getter or a Proxy cannot answer twice in two ways. What an option means is for the core to judge.
 *
 * @internal
 */
import { isObject, isReadable, own } from './record.js';
import type { Own } from './record.js';
import { misuse } from '../errors.js';
import { isWellFormed } from './strings.js';

/** The limit of the core on the characters of a token, where no option says another, and the most that one can. */
const TOKEN_LENGTH = 262_144;
const MOST_TOKEN_LENGTH = 16_777_216;
/** As many arguments as every engine takes. */
const CHUNK = 8192;
/**
 * What a copy of options inherits from: nothing.
 *
 * @internal
 */
export const NOTHING: object = Object.freeze(Object.create(null));
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
 * By the internal slot: of a Date of any realm, and of nothing in disguise.
 *
 * @internal
 */
export function timeOf(value: unknown): number | undefined {
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return undefined;
  }
}
