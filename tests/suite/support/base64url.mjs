// Base64url and UTF-8 for the tests: lenient where the tests need to write what is wrong.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export const utf8 = (text) => new TextEncoder().encode(text);

/** Bytes, or the UTF-8 of a text, as base64url without padding. */
export function encode(value) {
  const bytes = typeof value === 'string' ? utf8(value) : value;
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const group = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    const characters = Math.min(bytes.length - i, 3) + 1;
    for (const sextet of group.slice(0, characters)) text += ALPHABET[sextet];
  }
  return text;
}

export function decode(text) {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (const character of text) {
    bits = ((bits << 6) | ALPHABET.indexOf(character)) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[length] = (bits >> held) & 0xff;
      length += 1;
    }
  }
  return bytes;
}

export const decodeText = (text) => new TextDecoder().decode(decode(text));
