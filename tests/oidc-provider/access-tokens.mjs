// JWT access tokens (RFC 9068), before an API (RFC 6750).

import assert from 'node:assert/strict';
import { refused } from '../support/refusal.mjs';
import { logIn, serviceToken } from './flow.mjs';
import { ALGORITHMS } from './keys.mjs';
import { apiOf, appOf, SERVICE, USER } from './settings.mjs';

export default function ({ test, lib }) {
  const verifierOf = (issuer, keys, changes) =>
    lib.createVerifier({
      keys,
      issuer,
      audience: apiOf('ES256'),
      typ: 'at+jwt',
      requiredScopes: ['read'],
      ...changes,
    });
  const requestWith = (token) =>
    new Request('https://api.example/', { headers: { authorization: `Bearer ${token}` } });
  const resource = apiOf('ES256');
  const scope = 'openid read';

  for (const algorithm of ALGORITHMS) {
    test(`${algorithm}: of a user and of a service`, async ({ issuer, remote }) => {
      const audience = apiOf(algorithm);
      const verifier = verifierOf(issuer, remote(), { audience });
      const user = await logIn(issuer, { resource: audience, scope });
      const { payload, key } = await verifier.verifyAsync(user.accessToken);
      assert.deepEqual([payload.sub, payload.client_id], [USER, user.clientId]);
      assert.equal(key.keyId, `one-${algorithm}`);
      const service = verifier.verify(await serviceToken(issuer, { resource: audience }));
      assert.equal(service.payload.sub, SERVICE.clientId);
    });
  }

  test('in a request', async ({ issuer, remote }) => {
    const { accessToken } = await logIn(issuer, { resource, scope });
    const verifier = verifierOf(issuer, remote());
    const result = await verifier.verifyRequest(requestWith(accessToken));
    assert.deepEqual([result.ok, result.payload.sub], [true, USER]);
  });

  test('RFC 6750 §3.1: without the scope, 403 and which it takes', async ({ issuer, remote }) => {
    const token = await serviceToken(issuer, { resource, scope: 'write' });
    const verifier = verifierOf(issuer, remote(), { requiredScopes: ['read', 'write'] });
    const { ok, response } = await verifier.verifyRequest(requestWith(token));
    assert.deepEqual([ok, response.status], [false, 403]);
    const challenge = 'Bearer error="insufficient_scope", scope="read write"';
    assert.equal(response.headers.get('www-authenticate'), challenge);
  });

  test('RFC 9068 §4: an ID token is none, nor is an opaque token', async ({ issuer, remote }) => {
    const { idToken, accessToken } = await logIn(issuer);
    const verifier = verifierOf(issuer, remote(), { audience: appOf('ES256') });
    const lenient = lib.createVerifier({ keys: remote(), issuer, audience: appOf('ES256') });
    assert.ok(await lenient.verifyAsync(idToken), 'it is a good token otherwise');
    for (const [token, code] of [
      [idToken, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
      [accessToken, 'ERR_JWS_INVALID'],
    ]) {
      await refused(lib, verifier.verifyAsync(token), code);
      assert.equal((await verifier.verifyRequest(requestWith(token))).response.status, 401);
    }
  });

  test('RFC 9068 §4: of another API, refused', async ({ issuer, remote }) => {
    const token = await serviceToken(issuer, { resource: apiOf('RS256') });
    const { response, error } = await verifierOf(issuer, remote()).verifyRequest(
      requestWith(token),
    );
    assert.equal(response.status, 401);
    assert.deepEqual([error.code, error.claim], ['ERR_JWT_CLAIM_VALIDATION_FAILED', 'aud']);
  });
}
