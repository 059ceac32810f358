// Keys as browsers give them, where TypeScript knows browsers.

import { calculateJwkThumbprint, importKey, importJwkSet } from 'edge-jwt';

declare const cryptoKey: CryptoKey;

const exported: JsonWebKey = await crypto.subtle.exportKey('jwk', cryptoKey);
importKey(exported, 'ES256');
importJwkSet({ keys: [exported] });
calculateJwkThumbprint(exported);
importKey(await crypto.subtle.exportKey('spki', cryptoKey), 'ES256');
importKey(new TextEncoder().encode('a secret'), 'HS256');
// @ts-expect-error a CryptoKey is exported first
importKey(cryptoKey, 'ES256');
