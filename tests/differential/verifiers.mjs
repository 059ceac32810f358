// Both libraries with the same rules: the payload of a token, or undefined.

import { importJWK, jwtVerify } from 'jose';

export const NOW = 1_796_000_000;
export const ISSUER = 'https://issuer.example/';
export const AUDIENCE = 'https://api.example/';

export async function verifiersOf(lib, { jwk, alg }) {
  const rules = {
    issuer: ISSUER,
    audience: AUDIENCE,
    algorithms: [alg],
    requiredClaims: ['exp'],
    currentDate: new Date(NOW * 1000),
  };
  const key = lib.importKey(jwk);
  const theirKey = await importJWK(jwk, alg);
  return {
    ours(token) {
      try {
        return lib.verify(token, key, rules).payload;
      } catch (error) {
        if (error instanceof lib.JoseError && error.code !== 'ERR_API_MISUSE') return undefined;
        throw error;
      }
    },
    theirs: (token) =>
      jwtVerify(token, theirKey, rules).then(
        ({ payload }) => payload,
        () => undefined,
      ),
  };
}
