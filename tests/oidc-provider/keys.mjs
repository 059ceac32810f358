// The provider's signing keys: a generation is one key for each algorithm.

import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

const RSA = ['rsa', { modulusLength: 2048 }];
const KINDS = {
  ES256: ['ec', { namedCurve: 'P-256' }],
  RS256: RSA,
  EdDSA: ['ed25519', {}],
  PS256: RSA,
};

/** What the provider signs with. */
export const ALGORITHMS = Object.keys(KINDS);

const keyPair = promisify(generateKeyPair);

/** Makes one: private JWKs, whose `kid` is the generation's name and the algorithm. */
export function generation(name) {
  return Promise.all(
    ALGORITHMS.map(async (alg) => {
      const { privateKey } = await keyPair(...KINDS[alg]);
      return { ...privateKey.export({ format: 'jwk' }), alg, kid: `${name}-${alg}` };
    }),
  );
}
