/**
 * FNV-1a (32 bits) of the WebAssembly module. It finds damage and mix-ups of versions, not attackers:
 * whoever can change the module can change this file.
 *
 * Each step is a bijection, so that a change within one byte, a flipped bit above all, is always found.
 *
 * @internal
 */
export function checksumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i += 1) {
    sum = Math.imul(sum ^ (bytes[i] as number), 0x01000193);
  }
  return sum >>> 0;
}
