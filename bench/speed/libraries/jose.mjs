// jose: Web Crypto, awaited; keys imported once.

import { decodeJwt, importJWK, jwtVerify } from 'jose';
import { EXPECTED } from './expected.mjs';
import { importWebCryptoKey } from './web-crypto-key.mjs';

export const jose = {
  name: 'jose',
  async verify(fixture) {
    const key = await importWebCryptoKey(fixture);
    return async (token) => (await jwtVerify(token, key, EXPECTED)).payload;
  },
  firstUse:
    ({ alg, jwk }) =>
    async (token) => {
      const key = await importJWK(jwk, alg);
      return (await jwtVerify(token, key, EXPECTED)).payload;
    },
  decode: () => decodeJwt,
};
