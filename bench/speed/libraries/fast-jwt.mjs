// fast-jwt: node:crypto, synchronously; the key is prepared with the verifier. With a cache and without.

import { createDecoder, createVerifier } from 'fast-jwt';
import { EXPECTED } from './expected.mjs';

function verifierOf({ alg, secret, pem }, cache) {
  return createVerifier({
    key: secret === undefined ? pem : Buffer.from(secret, 'base64url'),
    algorithms: [alg],
    allowedIss: EXPECTED.issuer,
    allowedAud: EXPECTED.audience,
    cache,
  });
}

export const fastJwt = {
  name: 'fast-jwt',
  verify: (fixture) => verifierOf(fixture, false),
  verifyCached: (fixture) => verifierOf(fixture, true),
  firstUse: (fixture) => (token) => verifierOf(fixture, false)(token),
  decode: () => createDecoder(),
};
