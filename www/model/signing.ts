/**
 * Signing what the panes hold, byte for byte: also a header that `sign` would refuse to write, because a
 * debugger makes broken tokens on purpose. The signature is Web Crypto's, through the package.
 */
import { importSigningKey, inspectKey } from 'edge-jwt';
import type { Algorithm, PrivateJwk, SigningKey } from 'edge-jwt';

import { bytesToBase64url, textToBase64url } from './base64url.js';
import { compact } from './json-text.js';
import { keyText } from './key-text.js';
import type { KeyInput } from './key.js';
import { signingInput, withSegment } from './segments.js';

/** The private key or secret of the key pane, bound to the algorithm of the verifying one. */
export async function readSigningKey(
  input: KeyInput,
  algorithm: Algorithm,
  options: { readonly extractable?: boolean } = {},
): Promise<SigningKey> {
  const given = keyText(input.text);
  const { kind } = inspectKey(given.trim(), algorithm);
  // As text it would be taken for a secret that an HMAC is to use.
  if (kind === 'jwk') {
    return importSigningKey(JSON.parse(given) as PrivateJwk, algorithm, options);
  }
  if (kind !== 'secret') return importSigningKey(given.trim(), algorithm, options);
  const text = input.encoding === 'utf8' ? given : given.trim();
  return importSigningKey(text, algorithm, { ...options, encoding: input.encoding });
}

/** The token with a new signature over its header and payload as they stand. */
export async function signed(token: string, key: SigningKey): Promise<string> {
  const bytes = await key.sign(new TextEncoder().encode(signingInput(token)));
  return withSegment(token, 'signature', bytesToBase64url(bytes));
}

/** An unsigned token of two JSON texts, to be signed or not. */
export function unsignedToken(header: string, payload: string): string {
  return `${textToBase64url(compact(header))}.${textToBase64url(compact(payload))}.`;
}
