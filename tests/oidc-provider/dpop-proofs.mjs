// Proofs that this package makes (RFC 9449 §4.2), judged by the provider.

import assert from 'node:assert/strict';
import { logIn, serviceToken } from './flow.mjs';
import { ALGORITHMS } from './keys.mjs';
import { apiOf, USER, USERINFO } from './settings.mjs';

export default function ({ test, lib }) {
  const resource = apiOf('ES256');
  /** A client's key, in the form of `createDpopKey`. */
  const createKey = async (algorithm = 'ES256') => {
    const { signingKey, verifyingKey } = await lib.generateKeyPair(algorithm);
    return {
      thumbprint: lib.calculateJwkThumbprint(lib.exportJwk(verifyingKey)),
      proof: (request) => lib.createDpopProof(signingKey, request),
    };
  };
  /** Asks who the user is. `changes` are what the proof says that the request does not. */
  const userInfo = async (issuer, dpopKey, accessToken, nonce, changes = {}) => {
    const url = `${issuer}${USERINFO}`;
    const request = { method: 'GET', url, accessToken, ...(nonce !== null && { nonce }) };
    const dpop = await dpopKey.proof({ ...request, ...changes });
    return fetch(url, { headers: { authorization: `DPoP ${accessToken}`, dpop } });
  };
  const nonceOf = (response) => response.headers.get('dpop-nonce');

  for (const algorithm of ALGORITHMS) {
    test(`${algorithm}: tokens of a user and of a service get bound to the key`, async ({
      issuer,
    }) => {
      const dpopKey = await createKey(algorithm);
      const user = await logIn(issuer, { scope: 'openid read', resource, dpopKey });
      assert.equal(user.tokenType, 'DPoP');
      for (const token of [user.accessToken, await serviceToken(issuer, { resource, dpopKey })]) {
        assert.deepEqual(lib.decode(token).payload.cnf, { jkt: dpopKey.thumbprint });
      }
    });
  }

  test('RFC 9449 §9: the nonce of the answer goes into the next proof', async ({ issuer }) => {
    const dpopKey = await createKey();
    const { accessToken } = await logIn(issuer, { dpopKey });
    const first = await userInfo(issuer, dpopKey, accessToken, null);
    assert.equal(first.status, 401);
    assert.match(first.headers.get('www-authenticate'), /error="use_dpop_nonce"/);
    const second = await userInfo(issuer, dpopKey, accessToken, nonceOf(first));
    assert.equal(second.status, 200);
    assert.equal((await second.json()).sub, USER);
  });

  test('a proof of another request, token, nonce or key is refused', async ({ issuer }) => {
    const dpopKey = await createKey();
    const { accessToken } = await logIn(issuer, { dpopKey });
    const nonce = nonceOf(await userInfo(issuer, dpopKey, accessToken, null));
    for (const [changes, key = dpopKey] of [
      [{ method: 'POST' }],
      [{ url: `${issuer}/token` }],
      [{ accessToken: 'another' }],
      [{ nonce: 'another' }],
      [{}, await createKey()],
    ]) {
      const { status } = await userInfo(issuer, key, accessToken, nonce, changes);
      assert.equal(status, 401);
    }
    const good = await userInfo(issuer, dpopKey, accessToken, nonce);
    assert.equal(good.status, 200, 'with nothing changed it is taken');
  });
}
