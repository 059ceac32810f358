// Ours, given as what the packed package exports in the runtime.

import { EXPECTED } from './expected.mjs';

/** Keys are given back at once: finalizers do not run while a turn does, and memory would only grow. */
const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');

export const edgeJwt = ({ createVerifier, decode, importKey, verify }) => ({
  name: 'edge-jwt',
  verify({ jwk }) {
    const key = importKey(jwk);
    return (token) => verify(token, key, EXPECTED).payload;
  },
  verifyCached({ jwk }) {
    const verifier = createVerifier({ keys: importKey(jwk), ...EXPECTED, cache: true });
    return (token) => verifier.verify(token).payload;
  },
  firstUse:
    ({ jwk }) =>
    (token) => {
      const key = importKey(jwk);
      const { payload } = verify(token, key, EXPECTED);
      key[dispose]();
      return payload;
    },
  decode: () => (token) => decode(token).payload,
});
