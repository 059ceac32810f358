// Whoever signs the tokens: with node:crypto, so that neither library judges what it made itself.

import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export function issuers() {
  return [hs256(), es256()];
}

function hs256() {
  const secret = randomBytes(32);
  const jwk = { kty: 'oct', k: secret.toString('base64url'), alg: 'HS256' };
  return {
    alg: 'HS256',
    jwk,
    signatureOf: (input) => createHmac('sha256', secret).update(input).digest(),
  };
}

function es256() {
  const { publicKey, privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    alg: 'ES256',
    jwk: { ...publicKey.export({ format: 'jwk' }), alg: 'ES256' },
    signatureOf: (input) => sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }),
  };
}
