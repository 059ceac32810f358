// What the npm package adds to the contract of the core: it calls functions of the caller's, has a network, and can
// be without the module.

export const packageCodes = [
  {
    code: 'ERR_CALLBACK_FAILED',
    meaning:
      'A function that you gave threw (`cause` is what), or answered what it must not answer.',
  },
  {
    code: 'ERR_CRYPTO_UNAVAILABLE',
    meaning:
      'There is no Web Crypto to sign with (a page needs https or localhost), or it lacks the algorithm.',
  },
  {
    code: 'ERR_JWKS_FETCH_FAILED',
    meaning:
      'A key set could not be fetched: network, redirect, status, size, or metadata of another issuer.',
  },
  { code: 'ERR_JWKS_TIMEOUT', meaning: 'A key set did not arrive within the timeout.' },
  { code: 'ERR_JWT_REPLAYED', meaning: 'A proof of possession (DPoP) was used before.' },
  { code: 'ERR_JWT_REVOKED', meaning: 'The token was revoked: `isRevoked` said so.' },
  {
    code: 'ERR_WASM_UNAVAILABLE',
    meaning:
      'The WebAssembly module cannot run here, or stopped; the message says why, and what to do.',
  },
];

export const packageChecks = [
  { name: 'module', meaning: 'WebAssembly, where the module could not be started.' },
];
