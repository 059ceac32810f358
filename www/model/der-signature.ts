/** ECDSA signatures in DER (RFC 3279 §2.2.3), as many tools write them, in the form of JWS (RFC 7518 §3.4). */
import { SIGNATURE_LENGTHS } from './algorithms.js';
import { bytesFromBase64url, bytesToBase64url } from './base64url.js';

/** Bytes of r and s together. */
const LENGTHS: ReadonlyMap<string, number | null> = new Map(
  Object.entries(SIGNATURE_LENGTHS).filter(([name]) => name.startsWith('ES')),
);
const INTEGER = 0x02;

/** The segment of `r` and `s`; undefined where it is not such a signature, or the numbers are too long. */
export function fromDer(segment: string, algorithm: string): string | undefined {
  const length = LENGTHS.get(algorithm);
  const der = bytesFromBase64url(segment);
  if (length == null || der === undefined) return undefined;
  // Of a SEQUENCE, with its length in one byte, or two where it is 128 or more.
  const start = der[1] === 0x81 ? 3 : 2;
  const r = integerAt(der, start);
  const s = r && integerAt(der, r.end);
  if (r === undefined || s?.end !== der.length) return undefined;
  const numbers = [r, s].map(({ bytes }) => withLength(bytes, length / 2));
  const [first, second] = numbers;
  if (first === undefined || second === undefined) return undefined;
  return bytesToBase64url(Uint8Array.of(...first, ...second));
}

function integerAt(der: Uint8Array, at: number): { bytes: Uint8Array; end: number } | undefined {
  const length = der[at + 1];
  if (der[at] !== INTEGER || length === undefined || length === 0) return undefined;
  const end = at + 2 + length;
  return end > der.length ? undefined : { bytes: der.subarray(at + 2, end), end };
}

/** Without the zero that keeps it positive, and with those that fill it up. */
function withLength(integer: Uint8Array, length: number): Uint8Array | undefined {
  const start = integer.findIndex((byte) => byte !== 0);
  const digits = start === -1 ? new Uint8Array() : integer.subarray(start);
  if (digits.length > length) return undefined;
  const bytes = new Uint8Array(length);
  bytes.set(digits, length - digits.length);
  return bytes;
}
