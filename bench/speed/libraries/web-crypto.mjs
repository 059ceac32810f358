// Bare Web Crypto: the signature alone, without a look at the claims.

import { importWebCryptoKey, parametersOf } from './web-crypto-key.mjs';

const encoder = new TextEncoder();

async function verifySignature(token, key, parameters) {
  const end = token.lastIndexOf('.');
  const signature = bytesOf(token.slice(end + 1));
  const input = encoder.encode(token.slice(0, end));
  if (await crypto.subtle.verify(parameters, key, signature, input)) return true;
  throw new Error('the signature does not hold');
}

function bytesOf(base64url) {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

export const webCrypto = {
  name: 'Web Crypto',
  async verify(fixture) {
    const key = await importWebCryptoKey(fixture);
    const parameters = parametersOf(fixture);
    return (token) => verifySignature(token, key, parameters);
  },
  firstUse(fixture) {
    const parameters = parametersOf(fixture);
    return async (token) => verifySignature(token, await importWebCryptoKey(fixture), parameters);
  },
};
