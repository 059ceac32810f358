// The libraries that run on Fastly Compute, with what does in js-compute 3.46.0: its Web Crypto knows neither
// RSASSA-PSS nor Ed25519, its HMAC calls good signatures bad when the key was a JWK, and it refuses some
// JWKs that jose imports elsewhere.

import { jose } from './jose.mjs';
import { jwtDecode } from './jwt-decode.mjs';

const { name, verify, decode } = jose;

export const libraries = [
  { name, verify, decode, lacks: ['HS256', 'PS256', 'Ed25519'] },
  jwtDecode,
];
