/**
 * The segments of a token, and what one decodes to.
 *
 * @internal
 */
import { JoseError, misuse } from '../errors.js';
import type { CheckedDecodeOptions } from './options.js';

/** How a segment ends whose last character has no bits over, by the length of its last group. */
const ENDS = [/$/, /^$/, /[AQgw]$/, /[AEIMQUYcgkosw048]$/] as const;

/** Six at most, so that a text of full stops takes no more memory. */
const MOST = 6;

/**
 * Throws `ERR_API_MISUSE` for what is no text, and `ERR_JOSE_LIMIT_EXCEEDED` for a token that is too long.
 *
 * @internal
 */
export function segmentsOf(token: unknown, { limits }: CheckedDecodeOptions): string[] {
  if (typeof token !== 'string') throw misuse('the token must be a string');
  const { tokenLength } = limits;
  if (sizeOf(token, tokenLength) > tokenLength) {
    throw tooLarge(`the token is longer than ${tokenLength} characters`);
  }
  return token.split('.', MOST);
}

/**
 * The bytes of the header, one a character; throws where it is no base64url, or too long.
 *
 * @internal
 */
export function headerBytesOf(segment: string, options: CheckedDecodeOptions): string {
  const { headerLength } = options.limits;
  if (Math.floor((sizeOf(segment, headerLength * 2) * 3) / 4) > headerLength) {
    throw tooLarge(`the token's header is longer than ${headerLength} bytes`);
  }
  return bytesOf(segment, 'header', options);
}

/**
 * The bytes of a segment, one a character. Throws `ERR_JWS_INVALID` where it is no strict base64url.
 *
 * @internal
 */
export function bytesOf(
  segment: string,
  name: string,
  { acceptPadding }: CheckedDecodeOptions,
): string {
  const isFull = segment.length % 4 === 0;
  const text = acceptPadding && isFull ? segment.replace(/={1,2}$/, '') : segment;
  if (/[^\w-]/.test(text) || !ENDS[text.length % 4]!.test(text)) {
    throw new JoseError('ERR_JWS_INVALID', `the token's ${name} must be strict base64url`);
  }
  return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
}

/**
 * The text of bytes, one a character; empty where they are not UTF-8. By way of percent-encoding, which is defined by
 * UTF-8, because not every environment has a `TextDecoder`.
 *
 * @internal
 */
export function textOf(bytes: string): string {
  const hex = (byte: string) => `%${byte.charCodeAt(0).toString(16)}`;
  try {
    return decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, hex));
  } catch {
    return '';
  }
}

/**
 * Bytes, one a character, as an array. A loop, because `Uint8Array.from` takes ten times as long.
 *
 * @internal
 */
export function arrayOf(bytes: string): Uint8Array {
  const array = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) array[at] = bytes.charCodeAt(at);
  return array;
}

/** Bytes of UTF-8; characters, where they alone are more than `limit`. */
function sizeOf(text: string, limit: number): number {
  if (text.length > limit) return text.length;
  const sized = (character: string) =>
    '...'.slice(Number(character < '\u0800')) + character.slice(1);
  return text.replace(/[^\0-\x7f]/gu, sized).length;
}

/** @internal */
export function tooLarge(message: string): JoseError {
  return new JoseError('ERR_JOSE_LIMIT_EXCEEDED', message);
}
