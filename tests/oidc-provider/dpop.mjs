// Access tokens that are bound to a client's key (RFC 9449 §6.1).

import assert from 'node:assert/strict';
import { refused } from '../support/refusal.mjs';
import { createDpopKey } from './dpop-key.mjs';
import { logIn, serviceToken } from './flow.mjs';
import { apiOf } from './settings.mjs';

export default function ({ test, lib }) {
  const resource = apiOf('ES256');
  const verifierOf = (issuer, keys) =>
    lib.createVerifier({ keys, issuer, audience: resource, typ: 'at+jwt' });

  test('cnf.jkt is the thumbprint of the key, of a user and of a service', async ({
    issuer,
    remote,
  }) => {
    const verifier = verifierOf(issuer, remote());
    for (const algorithm of ['ES256', 'EdDSA']) {
      const dpopKey = await createDpopKey(algorithm);
      const user = await logIn(issuer, { scope: 'openid read', resource, dpopKey });
      assert.equal(user.tokenType, 'DPoP');
      for (const token of [user.accessToken, await serviceToken(issuer, { resource, dpopKey })]) {
        const { payload } = await verifier.verifyAsync(token);
        assert.deepEqual(payload.cnf, { jkt: lib.calculateJwkThumbprint(dpopKey.jwk) });
      }
    }
  });

  test('a token that nobody asked to be bound is not', async ({ issuer, remote }) => {
    const user = await logIn(issuer, { scope: 'openid read', resource });
    assert.equal(user.tokenType, 'Bearer');
    const { payload } = await verifierOf(issuer, remote()).verifyAsync(user.accessToken);
    assert.equal('cnf' in payload, false);
  });

  test('a proof is a token too, and none of the issuer', async ({ issuer, remote }) => {
    const dpopKey = await createDpopKey();
    const proof = await dpopKey.proof({ method: 'GET', url: 'https://api.example/' });
    const { protectedHeader } = lib.decode(proof);
    assert.equal(protectedHeader.typ, 'dpop+jwt');
    // The key in its header would verify it, and is not believed.
    const code = 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED';
    await refused(lib, verifierOf(issuer, remote()).verifyAsync(proof), code);
  });
}
