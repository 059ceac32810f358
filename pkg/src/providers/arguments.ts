/**
 * The checks on what presets are given. Whatever becomes part of a URL or of an issuer has a form of
 * its own, and text that does not have it is refused: no URL is built from unchecked text.
 *
 * @internal
 */
import { isList, record } from '../checks/record.js';
import type { Own } from '../checks/record.js';
import {
  checkedPattern,
  checkedText,
  elementsOf,
  isPlainObject,
  shown,
} from '../checks/arguments.js';
import { misuse } from '../errors.js';
import { parsedUrl } from '../jwk-set/remote/source.js';

/** RFC 1123 §2.1, of two labels at least, in lower case as issuers write it. */
const HOST =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
/**
 * RFC 9562 §4, in lower case.
 *
 * @internal
 */
export const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The arguments, each read once. One that is not known by name is an error, and so is one that is
 * there and undefined: a setting that is missing must not become a part of a URL.
 *
 * @internal
 */
export function checkedArguments<Name extends string>(
  given: unknown,
  names: readonly Name[],
): Own<Record<Name | 'keyOptions', unknown>> {
  if (!isPlainObject(given)) throw misuse('the arguments of a preset must be a plain object');
  const values = record();
  for (const name of Reflect.ownKeys(given)) {
    if (![...names, 'keyOptions'].includes(name as string)) {
      throw misuse(`there is no such argument: ${shown(name)}`);
    }
    // Own: the name is one of its own.
    const value = (given as Record<string | symbol, unknown>)[name];
    if (value === undefined) {
      throw misuse(`the argument ${String(name)} is undefined: leave it out instead`);
    }
    values[name as string] = value;
  }
  return values;
}

/**
 * Text of a form.
 *
 * @internal
 */
export function checkedForm(value: unknown, name: string, form: RegExp, expected: string): string {
  return checkedPattern(value, `the argument ${name}`, form, expected);
}

/** @internal */
export function checkedHost(value: unknown, name: string): string {
  const expected = 'a host name in lower case, without a scheme, a port or a path';
  return checkedForm(value, name, HOST, expected);
}

/** @internal */
export function checkedGuid(value: unknown, name: string): string {
  return checkedForm(value, name, GUID, 'a GUID in lower case');
}

/**
 * Any text that says something. It is compared, and never becomes part of a URL.
 *
 * @internal
 */
export function checkedName(value: unknown, name: string): string {
  const text = checkedText(value, `the argument ${name}`);
  if (text !== '') return text;
  throw misuse(`the argument ${name} must not be empty`);
}

/**
 * One such text, or a list of at least one.
 *
 * @internal
 */
export function checkedNames(value: unknown, name: string): string | readonly string[] {
  return isList(value) ? checkedList(value, name, checkedName) : checkedName(value, name);
}

/** @internal */
export function checkedList(
  value: unknown,
  name: string,
  check: (element: unknown, name: string) => string,
): readonly string[] {
  const list = isList(value) ? elementsOf(value, `the argument ${name}`) : [];
  if (list.length > 0) return list.map((element) => check(element, name));
  throw misuse(`the argument ${name} must be a list of at least one`);
}

/**
 * A URL without a slash at its end, written as URLs are written; paths are appended to it. Whether it
 * may be fetched is for the key set to judge.
 *
 * @internal
 */
export function checkedBaseUrl(value: unknown, name: string): string {
  const text = checkedText(value, `the argument ${name}`);
  const url = parsedUrl(text);
  // Compared with what was parsed, so that nothing is in it that a parser takes for something else.
  const isPlain = url !== undefined && `${url.origin}${url.pathname}`.replace(/\/$/, '') === text;
  if (isPlain) return text;
  throw misuse(
    `the argument ${name} must be a URL without a slash at its end, a password, a query or a fragment`,
  );
}

/**
 * The origin of a page: scheme, host, and a port where it is not the scheme's own.
 *
 * @internal
 */
export function checkedOrigin(value: unknown, name: string): string {
  const text = checkedText(value, `the argument ${name}`);
  if (parsedUrl(text)?.origin === text) return text;
  throw misuse(`the argument ${name} must be an origin, such as https://app.example`);
}
