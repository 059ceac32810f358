/**
 * Where keys are to be had, as the caller says it.
 *
 * @internal
 */
import { own } from '../../checks/record.js';
import { checkedText, isPlainObject, member } from '../../checks/arguments.js';
import { misuse } from '../../errors.js';

/** A `URL` is one. */
export interface UrlObject {
  readonly href: string;
}

/** An issuer whose metadata says where its keys are. */
export interface IssuerSource {
  /**
   * The issuer identifier, exactly as in the issuer's metadata: a slash at its end makes another
   * one.
   *
   * @see https://www.rfc-editor.org/rfc/rfc8414#section-2
   */
  readonly issuer: string;
}

/** @internal */
export type Source =
  | { readonly jwksUri: string; readonly issuer: undefined }
  | { readonly jwksUri: undefined; readonly issuer: string };

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** @internal */
export function checkedSource(value: unknown, allowInsecureLoopback: boolean): Source {
  if (!isPlainObject(value)) {
    const { href } = checkedUrl(value, 'the URL of a key set', allowInsecureLoopback);
    return { jwksUri: href, issuer: undefined };
  }
  const names = Reflect.ownKeys(value);
  if (names.length !== 1 || names[0]! !== 'issuer') {
    throw misuse('the source of a key set must be a URL, or an object with issuer alone');
  }
  const issuer = checkedText(own(value, 'issuer'), 'the issuer');
  const { search, hash } = checkedUrl(issuer, 'the issuer', allowInsecureLoopback);
  if (search !== '' || hash !== '' || /[?#]/.test(issuer)) {
    throw misuse('the issuer must have no query and no fragment');
  }
  return { jwksUri: undefined, issuer };
}

/**
 * Whether this may be fetched at all: over TLS, or from this very machine where the caller allows
 * that, and with no password in it. The address a name stands for is not looked at.
 *
 * @internal
 */
export function mayBeFetched(
  { protocol, hostname, username, password }: URL,
  allowInsecureLoopback: boolean,
): boolean {
  if (username !== '' || password !== '') return false;
  const isLoopback = protocol === 'http:' && LOOPBACK.includes(hostname);
  return protocol === 'https:' || (isLoopback && allowInsecureLoopback);
}

/** @internal */
export function parsedUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function checkedUrl(value: unknown, what: string, allowInsecureLoopback: boolean): URL {
  const href = typeof value === 'string' ? value : member(value, 'href');
  const url = parsedUrl(checkedText(href, what));
  if (url !== undefined && mayBeFetched(url, allowInsecureLoopback)) return url;
  throw misuse(
    `${what} must be an absolute https URL without a password; http is for ` +
      '127.0.0.1, [::1] and localhost, with allowInsecureLoopback',
  );
}
