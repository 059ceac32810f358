import { START, prelude } from './wasm-prelude.js';

/**
 * A checksum of the WebAssembly module: FNV-1a (32 bits), taken over words in place of bytes. It finds
 * damage and mix-ups of versions, not attackers: whoever can change the module can change this file.
 *
 * Each step is a bijection, so that a change within one word, a flipped bit above all, is always found.
 *
 * @internal
 */
export function checksumOf(module: Uint8Array): number {
  const { bytes, checksum } = prelude(module.length);
  bytes.set(module, START);
  // The zeros behind the last byte make it up to a word.
  return checksum(START, START + module.length) >>> 0;
}
