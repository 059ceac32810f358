// Tokens that the package signed, one of every algorithm, for other implementations to verify.

const PUBLIC_KEY_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const SHARED_SECRET_ALGORITHMS = ['HS256', 'HS384', 'HS512'];

export const SIGNED_CLAIMS = { sub: 'Žofie 🗝️', roles: ['reader', { level: 1.5 }] };

/** Each with `alg`, the JWK that verifies, and the token of `SIGNED_CLAIMS` and an `exp`. */
export async function signedTokens(lib) {
  const pairs = PUBLIC_KEY_ALGORITHMS.map(async (alg) => {
    const { signingKey, verifyingKey } = await lib.generateKeyPair(alg, { keyId: alg });
    return { signingKey, jwk: lib.exportJwk(verifyingKey) };
  });
  const secrets = SHARED_SECRET_ALGORITHMS.map(async (alg) => {
    const signingKey = await lib.generateSecret(alg, { extractable: true, keyId: alg });
    return { signingKey, jwk: await lib.exportJwk(signingKey) };
  });
  return Promise.all(
    [...pairs, ...secrets].map(async (made) => {
      const { signingKey, jwk } = await made;
      const token = await lib.sign(SIGNED_CLAIMS, signingKey, { expiresIn: '1h' });
      return { alg: signingKey.algorithm, jwk, token };
    }),
  );
}
