// Ours on Fastly Compute, where who can wait has the runtime's Web Crypto verify signatures.

import { edgeJwt as elsewhere } from './edge-jwt.mjs';
import { EXPECTED } from './expected.mjs';

const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');

export const edgeJwt = (lib) => {
  const { createVerifier, importKey } = lib;
  const { verify: verifySync, ...same } = elsewhere(lib);
  return {
    ...same,
    verifySync,
    verify({ jwk }) {
      const verifier = createVerifier({ keys: importKey(jwk), ...EXPECTED });
      return async (token) => (await verifier.verifyAsync(token)).payload;
    },
    firstUse:
      ({ jwk }) =>
      async (token) => {
        const key = importKey(jwk);
        const verifier = createVerifier({ keys: key, ...EXPECTED });
        const { payload } = await verifier.verifyAsync(token);
        key[dispose]();
        return payload;
      },
    importKey:
      ({ jwk }) =>
      () => {
        importKey(jwk)[dispose]();
        return true;
      },
  };
};
