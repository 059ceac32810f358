/**
 * The bytes of a shared secret given as text, for Web Crypto. The core has read the same text by its
 * strict rules, so nothing is checked here.
 *
 * @internal
 */
import type { ImportKeyOptions } from '../import-options.js';
import { utf8Encoder } from '../../checks/utf8.js';

/** @internal */
export function secretBytes(text: string, encoding: ImportKeyOptions['encoding']): Uint8Array {
  if (encoding === 'utf8') return utf8Encoder().encode(text);
  if (encoding === 'hex') {
    const pairs = text.match(/../g) ?? [];
    return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
  }
  return bytesOfBase64url(text);
}

/**
 * Both alphabets, with padding or without.
 *
 * @internal
 */
export function bytesOfBase64url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
