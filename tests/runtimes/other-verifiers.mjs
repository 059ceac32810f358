// What jose, node:crypto and jsonwebtoken say of tokens that the package signed. Node only.

import { deepEqual, equal, ok, rejects, throws } from 'node:assert/strict';
import { constants, createHmac, createPublicKey, verify } from 'node:crypto';
import { importJWK, jwtVerify } from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import { SIGNED_CLAIMS } from '../suite/support/signed-tokens.mjs';
import { withFlippedByte } from '../suite/support/tokens.mjs';

/** Registers a test for each token. */
export function registerOtherVerifiers(test, tokens) {
  for (const { alg, jwk, token } of tokens) {
    const changed = withFlippedByte(token, 'payload', 2);

    test(`${alg}: jose verifies what was signed here`, async () => {
      const key = await importJWK(jwk, alg);
      const { payload, protectedHeader } = await jwtVerify(token, key, { algorithms: [alg] });
      const { iat, exp, ...claims } = payload;
      deepEqual(claims, SIGNED_CLAIMS);
      equal(exp, iat + 3600);
      deepEqual(protectedHeader, { alg, typ: 'JWT', kid: alg });
      await rejects(jwtVerify(changed, key));
    });

    test(`${alg}: node:crypto verifies what was signed here`, () => {
      ok(nodeVerifies(alg, jwk, token));
      ok(!nodeVerifies(alg, jwk, changed));
    });

    // It does not know RFC 8037.
    if (alg.startsWith('Ed')) continue;
    test(`${alg}: jsonwebtoken verifies what was signed here`, () => {
      const key = jwk.kty === 'oct' ? Buffer.from(jwk.k, 'base64url') : publicKey(jwk);
      equal(jsonwebtoken.verify(token, key, { algorithms: [alg] }).sub, SIGNED_CLAIMS.sub);
      throws(() => jsonwebtoken.verify(changed, key, { algorithms: [alg] }));
    });
  }
}

const publicKey = (jwk) => createPublicKey({ key: jwk, format: 'jwk' });

function nodeVerifies(alg, jwk, token) {
  const [header, payload, signature] = token.split('.');
  const data = Buffer.from(`${header}.${payload}`);
  const bytes = Buffer.from(signature, 'base64url');
  const hash = alg.startsWith('Ed') ? null : `sha${alg.slice(2)}`;
  if (jwk.kty === 'oct') {
    const secret = Buffer.from(jwk.k, 'base64url');
    return createHmac(hash, secret).update(data).digest().equals(bytes);
  }
  const key = { key: publicKey(jwk), dsaEncoding: 'ieee-p1363' };
  const pss = {
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  };
  return verify(hash, data, alg.startsWith('PS') ? { ...key, ...pss } : key, bytes);
}
