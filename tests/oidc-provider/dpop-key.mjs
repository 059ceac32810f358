// A client's key for DPoP (RFC 9449), and the proofs that it makes.

import { createHash, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Makes one. `proof` is for a request, and with `accessToken` for one that carries that token. */
export async function createDpopKey(alg = 'ES256') {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const jwk = await exportJWK(publicKey);
  return {
    privateKey,
    jwk,
    thumbprint: await calculateJwkThumbprint(jwk),
    proof({ method, url, accessToken, nonce, issuedAt = Math.floor(Date.now() / 1000) }) {
      const ath = accessToken && createHash('sha256').update(accessToken).digest('base64url');
      return new SignJWT({ jti: randomUUID(), htm: method, htu: url, ath, nonce, iat: issuedAt })
        .setProtectedHeader({ typ: 'dpop+jwt', alg, jwk })
        .sign(privateKey);
    },
  };
}
