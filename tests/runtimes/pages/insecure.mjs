// On a plain-HTTP origin, where browsers hide Web Crypto: everything that would sign, how it fails, and a
// verification, which does not need it.

import fixtures from '/fixtures.mjs';
import * as lib from '/copies/1/node_modules/edge-jwt/dist/inline.js';

async function failureOf(action) {
  try {
    await action();
  } catch (error) {
    const { code, message } = error;
    return { isJoseError: error instanceof lib.JoseError, code, message };
  }
  return undefined;
}

export default async function () {
  const { jwk, privateJwk, tokens } = fixtures.algorithms.find(({ alg }) => alg === 'RS256');
  return {
    isSecureContext: globalThis.isSecureContext,
    verifiedAlgorithm: lib.verify(tokens[0].token, lib.importKey(jwk)).key.algorithm,
    failures: [
      await failureOf(() => lib.importSigningKey(privateJwk)),
      await failureOf(() => lib.importSigningKey(new Uint8Array(32).fill(7), 'HS256')),
      await failureOf(() => lib.generateKeyPair('ES256')),
      await failureOf(() => lib.generateSecret('HS256')),
    ],
  };
}
