// Keys as browsers give them, where TypeScript knows browsers.

import {
  cacheApiStore,
  calculateJwkThumbprint,
  clientAssertionParameters,
  createRemoteJwkSet,
  importKey,
  importJwkSet,
  importSigningKey,
  tokenRequestBody,
} from 'edge-jwt';

declare const cryptoKey: CryptoKey;

const exported: JsonWebKey = await crypto.subtle.exportKey('jwk', cryptoKey);
importKey(exported, 'ES256');
importJwkSet({ keys: [exported] });
calculateJwkThumbprint(exported);
importKey(await crypto.subtle.exportKey('spki', cryptoKey), 'ES256');
importKey(new TextEncoder().encode('a secret'), 'HS256');
// @ts-expect-error a CryptoKey is exported first
importKey(cryptoKey, 'ES256');

const signingKey = await importSigningKey(cryptoKey, 'ES256', { keyId: 'a' });
const again: CryptoKey = signingKey.cryptoKey;
importSigningKey(exported, 'ES256', { extractable: true });
await crypto.subtle.exportKey('jwk', again);

createRemoteJwkSet(new URL('https://issuer.example/jwks'), {
  fetch,
  store: cacheApiStore(await caches.open('keys')),
});
createRemoteJwkSet('https://issuer.example/jwks', {
  fetch: (url, init) => fetch(url, { ...init, referrerPolicy: 'no-referrer' }),
  store: cacheApiStore(),
});

fetch('https://issuer.example/token', { method: 'POST', body: tokenRequestBody('a.b.c') });
new URLSearchParams({ scope: 'read', ...clientAssertionParameters('a.b.c') });
