// Signs in a browser what other implementations verify outside of it. One key comes back from IndexedDB
// first.

import { SIGNED_CLAIMS, signedTokens } from '/suite/support/signed-tokens.mjs';
import * as lib from '/copies/1/node_modules/edge-jwt/dist/inline.js';

/** The result of a request of IndexedDB. */
const resultOf = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function openKeys() {
  const opening = indexedDB.open('edge-jwt');
  opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
  return resultOf(opening);
}

async function signedByStoredKey() {
  const { signingKey, verifyingKey } = await lib.generateKeyPair('ES256', { keyId: 'ES256' });
  const jwk = lib.exportJwk(verifyingKey);
  const database = await openKeys();
  const { cryptoKey } = signingKey;
  const writing = database.transaction('keys', 'readwrite').objectStore('keys');
  await resultOf(writing.put({ cryptoKey, jwk }, 'mine'));
  const stored = await resultOf(database.transaction('keys').objectStore('keys').get('mine'));
  const key = await lib.importSigningKey(stored.cryptoKey, 'ES256', {
    verifyingKey: lib.importKey(stored.jwk),
  });
  if (key.extractable) throw new Error('the key came back extractable');
  const token = await lib.sign(SIGNED_CLAIMS, key, { expiresIn: '1h' });
  return { alg: 'ES256', jwk, token };
}

export default async () => ({
  tokens: [...(await signedTokens(lib)), await signedByStoredKey()],
});
