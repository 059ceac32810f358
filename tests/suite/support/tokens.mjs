// Tokens written by hand: any header, any payload, signed with HS256 so that nothing but the one
// thing a test is about is wrong with them.

import { decode, encode, utf8 } from './base64url.mjs';
import { hmacSha256 } from './hmac.mjs';

/** A value as it goes into a segment: bytes and text as they are, anything else as JSON. */
const segment = (value) =>
  encode(value instanceof Uint8Array || typeof value === 'string' ? value : JSON.stringify(value));

export const HEADER = { alg: 'HS256', typ: 'JWT' };

/** Makes the function that signs with this secret: `(payload, header?) => token`. */
export const signer =
  (secret) =>
  (payload, header = HEADER) =>
    signSegments(secret, segment(header), segment(payload));

/** Signs two segments exactly as given, encoded or not. */
export function signSegments(secret, header, payload) {
  const signingInput = `${header}.${payload}`;
  return `${signingInput}.${encode(hmacSha256(secret, utf8(signingInput)))}`;
}

export const SEGMENTS = ['header', 'payload', 'signature'];

/** The token with one of its three segments replaced by what `change` makes of it. */
export function withSegment(token, name, change) {
  const segments = token.split('.');
  const index = SEGMENTS.indexOf(name);
  segments[index] = change(segments[index]);
  return segments.join('.');
}

/** The token with one bit of one byte of a segment flipped: still base64url, other bytes. */
export const withFlippedByte = (token, name, position) =>
  withSegment(token, name, (text) => {
    const bytes = decode(text);
    const index = position < 0 ? bytes.length + position : position;
    bytes[index] ^= 1;
    return encode(bytes);
  });

/** The token with one character of a segment replaced by one that base64url does not have. */
export const withBrokenCharacter = (token, name, character = '*') =>
  withSegment(token, name, (text) => {
    const middle = text.length >> 1;
    return text.slice(0, middle) + character + text.slice(middle + 1);
  });
