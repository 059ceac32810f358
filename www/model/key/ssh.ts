/** Public keys of OpenSSH, `ssh-ed25519 AAAA… comment` (RFC 4253 §6.6, RFC 5656 §3.1, RFC 8709 §4), as JWKs. */
import { bytesFromBase64url, bytesToBase64url } from '../base64url.js';

const LINE =
  /(?:^|[\s"'])(ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521)) +(AAAA[A-Za-z0-9+/]{16,4000}={0,2})/;

/** The JWK as text, and the name of the key's type; undefined where there is no such key, or a damaged one. */
export function sshKeyIn(
  text: string,
): { readonly jwk: string; readonly type: string } | undefined {
  const [, type = '', base64 = ''] = LINE.exec(text.slice(0, 8192)) ?? [];
  const fields = fieldsOf(base64);
  if (fields === undefined || asText(fields[0]) !== type) return undefined;
  const jwk = jwkOf(type, fields);
  return jwk && { jwk: JSON.stringify(jwk), type };
}

function jwkOf(type: string, [, first, second]: readonly Uint8Array[]): object | undefined {
  if (first === undefined) return undefined;
  if (type === 'ssh-ed25519') return { kty: 'OKP', crv: 'Ed25519', x: bytesToBase64url(first) };
  if (second === undefined) return undefined;
  if (type === 'ssh-rsa') return { kty: 'RSA', n: positive(second), e: positive(first) };
  // The point, not compressed: 4, x, y (SEC 1 §2.3.3).
  const size = (second.length - 1) / 2;
  if (second[0] !== 4 || !Number.isInteger(size)) return undefined;
  const x = bytesToBase64url(second.subarray(1, 1 + size));
  return {
    kty: 'EC',
    crv: `P-${type.slice(-3)}`,
    x,
    y: bytesToBase64url(second.subarray(1 + size)),
  };
}

/** Strings, each after its length in four bytes (RFC 4251 §5). */
function fieldsOf(base64: string): Uint8Array[] | undefined {
  const bytes = base64 === '' ? undefined : bytesFromBase64url(base64);
  if (bytes === undefined) return undefined;
  const view = new DataView(bytes.buffer);
  const fields: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 4 > bytes.length ? Infinity : at + 4 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    fields.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

/** Of an `mpint` without the zero that keeps it positive. */
const positive = (bytes: Uint8Array) =>
  bytesToBase64url(bytes[0] === 0 ? bytes.subarray(1) : bytes);

const asText = (bytes: Uint8Array | undefined) => String.fromCharCode(...(bytes ?? []));
