/**
 * A checksum of the WebAssembly module: FNV-1a (32 bits), taken over words in place of bytes. It finds
 * damage and mix-ups of versions, not attackers: whoever can change the module can change this file.
 *
 * Each step is a bijection, so that a change within one word, a flipped bit above all, is always found.
 *
 * @internal
 */
export function checksumOf(bytes: Uint8Array): number {
  // A view of words has to start at a multiple of four.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(buffer, byteOffset, bytes.length >> 2);
  let sum = 0x811c9dc5;
  for (let i = 0; i < words.length; i += 1) sum = Math.imul(sum ^ words[i]!, 0x01000193);
  for (let i = words.length * 4; i < bytes.length; i += 1) {
    sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
  }
  return sum >>> 0;
}
