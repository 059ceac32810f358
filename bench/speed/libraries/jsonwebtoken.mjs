// jsonwebtoken: node:crypto, synchronously; keys imported once.

import { createPublicKey, createSecretKey } from 'node:crypto';
import jsonwebtokenLibrary from 'jsonwebtoken';
import { EXPECTED } from './expected.mjs';

const keyOf = ({ secret, pem }) =>
  secret === undefined ? createPublicKey(pem) : createSecretKey(secret, 'base64url');

export const jsonwebtoken = {
  name: 'jsonwebtoken',
  lacks: ['Ed25519'],
  verify(fixture) {
    const key = keyOf(fixture);
    const options = { algorithms: [fixture.alg], ...EXPECTED };
    return (token) => jsonwebtokenLibrary.verify(token, key, options);
  },
  firstUse(fixture) {
    const options = { algorithms: [fixture.alg], ...EXPECTED };
    return (token) => jsonwebtokenLibrary.verify(token, keyOf(fixture), options);
  },
  decode: () => (token) => jsonwebtokenLibrary.decode(token),
};
