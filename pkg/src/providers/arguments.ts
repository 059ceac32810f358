/**
 * The checks on what presets are given. Whatever becomes part of a URL or of an issuer has a form of
 * its own, and text that does not have it is refused: no URL is built from unchecked text.
 *
 * @internal
 */
import { isPlainObject } from '../checks/arguments.js';
import { name, oneOrMore, pattern } from '../checks/checks.js';
import { readRequired } from '../checks/options.js';
import type { Check, OptionTable } from '../checks/options.js';
import { misuse } from '../errors.js';
import type { RemoteJwkSetOptions } from '../jwk-set/remote/options.js';
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
export function readArguments<T extends OptionTable, R extends keyof T & string>(
  given: unknown,
  table: T,
  required: readonly R[],
): ReturnType<typeof readRequired<T & typeof KEY_OPTIONS, R>> {
  const what = 'the arguments of a preset';
  return readRequired(given, { ...table, ...KEY_OPTIONS }, required, what, 'argument');
}

const keyOptions: Check<RemoteJwkSetOptions> = (value, what) => {
  if (isPlainObject(value)) return value;
  throw misuse(`${what} must be a plain object`);
};
const KEY_OPTIONS = { keyOptions };

/** @internal */
export const host: Check<string> = (value, what) => {
  const expected = 'a host name in lower case, without a scheme, a port or a path';
  return pattern(HOST, expected)(value, what);
};

/** @internal */
export const guid: Check<string> = (value, what) =>
  pattern(GUID, 'a GUID in lower case')(value, what);

/**
 * One text that says something, or a list of at least one. It is compared, and never becomes part of a URL.
 *
 * @internal
 */
export const names: Check<string | readonly string[]> = (value, what) =>
  oneOrMore(name)(value, what);

/** @internal */
export const oneOf =
  <const V extends string>(...values: readonly V[]): Check<V> =>
  (value, what) => {
    if (values.includes(value as V)) return value as V;
    throw misuse(`${what} must be ${values.map((each) => `'${each}'`).join(' or ')}`);
  };

/**
 * A URL without a slash at its end, written as URLs are written; paths are appended to it. Whether it
 * may be fetched is for the key set to judge.
 *
 * @internal
 */
export const baseUrl: Check<string> = (value, what) => {
  const text = name(value, what);
  const url = parsedUrl(text);
  // Compared with what was parsed, so that nothing is in it that a parser takes for something else.
  const isPlain = url !== undefined && `${url.origin}${url.pathname}`.replace(/\/$/, '') === text;
  if (isPlain) return text;
  throw misuse(
    `${what} must be a URL without a slash at its end, a password, a query or a fragment`,
  );
};

/**
 * The origin of a page: scheme, host, and a port where it is not the scheme's own.
 *
 * @internal
 */
export const origin: Check<string> = (value, what) => {
  const text = name(value, what);
  if (parsedUrl(text)?.origin === text) return text;
  throw misuse(`${what} must be an origin, such as https://app.example`);
};
