// What the tests of the page's model share.

import { createHmac } from 'node:crypto';

export const SECRET = '0123456789abcdef-0123456789ABCDEF';

const encode = (text) => Buffer.from(text).toString('base64url');

/** A token of two JSON texts, exactly as they are, with HS256 by Node. */
export function tokenOf(payload, header = '{"alg":"HS256","typ":"JWT"}', secret = SECRET) {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

/** Valid until the year 2100. */
export const PAYLOAD =
  '{"iss":"https://issuer.example/","sub":"user-1","aud":"https://api.example/","exp":4102444800}';
export const TOKEN = tokenOf(PAYLOAD);

/** A JWE that nobody can decrypt. */
export const ENCRYPTED = [
  '{"alg":"RSA-OAEP-256","enc":"A256GCM"}',
  'k'.repeat(256),
  'i'.repeat(12),
  'c'.repeat(100),
  't'.repeat(16),
]
  .map(encode)
  .join('.');

export const segmentsJoined = (segments) => segments.map(({ text }) => text).join('.');

export const payloadText = (token) => Buffer.from(token.split('.')[1], 'base64url').toString();
