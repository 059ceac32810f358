// node:crypto: the signature alone, synchronously, without a look at the claims.

import { constants, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';

const HASHES = { ES384: 'sha384', ES512: 'sha512', EdDSA: null };
const hashOf = (alg) => (alg in HASHES ? HASHES[alg] : 'sha256');

function settingsOf(alg) {
  if (alg.startsWith('ES')) return { dsaEncoding: 'ieee-p1363' };
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return alg.startsWith('PS') ? { padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : {};
}

function holds({ alg, secret, pem }) {
  const hash = hashOf(alg);
  if (secret !== undefined) {
    const key = Buffer.from(secret, 'base64url');
    return (input, signature) =>
      timingSafeEqual(createHmac(hash, key).update(input).digest(), signature);
  }
  const key = { key: createPublicKey(pem), ...settingsOf(alg) };
  return (input, signature) => verify(hash, Buffer.from(input), key, signature);
}

export const nodeCrypto = {
  name: 'node:crypto',
  verify(fixture) {
    const signatureHolds = holds(fixture);
    return (token) => {
      const end = token.lastIndexOf('.');
      const signature = Buffer.from(token.slice(end + 1), 'base64url');
      if (signatureHolds(token.slice(0, end), signature)) return true;
      throw new Error('the signature does not hold');
    };
  },
};
