// The libraries that run wherever Web Crypto does.

import { cloudflareWorkerJwt } from './cloudflare-worker-jwt.mjs';
import { hono } from './hono.mjs';
import { jose } from './jose.mjs';
import { jwtDecode } from './jwt-decode.mjs';
import { webCrypto } from './web-crypto.mjs';

/**
 * An adapter has a `name` and, where the library can do it, `verify`, `verifyCached`, `firstUse` and `decode`; and
 * where these tell too little, `verifySync` and `importKey`. Each is given a fixture, may be asynchronous, and
 * returns the function to be timed: it takes a token and returns, or promises, its claims, or `true` when it looks at
 * the signature alone.
 */
export const libraries = [jose, hono, cloudflareWorkerJwt, jwtDecode, webCrypto];
