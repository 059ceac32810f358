// Services that authenticate themselves by assertions (RFC 7523, OpenID Connect Core 1.0 §9), judged by
// the provider.

import assert from 'node:assert/strict';
import { askAsService } from './flow.mjs';
import { ALGORITHMS } from './keys.mjs';
import { clientKeys } from './provider.mjs';
import { apiOf, SECRET_SERVICE, serviceOf } from './settings.mjs';

export default function ({ test, lib }) {
  const resource = apiOf('ES256');
  const clientId = serviceOf('ES256');
  const keyOf = async (algorithm) =>
    lib.importSigningKey((await clientKeys).find(({ alg }) => alg === algorithm));
  const ask = (issuer, assertion) =>
    askAsService(issuer, { resource, ...lib.clientAssertionParameters(assertion) });
  const refused = async (response) => {
    const { status } = await response;
    assert.equal(status, 401);
    assert.equal((await (await response).json()).error, 'invalid_client');
  };

  for (const algorithm of ALGORITHMS) {
    test(`private_key_jwt, ${algorithm}: to the issuer, and to its token endpoint`, async ({
      issuer,
      remote,
    }) => {
      const signingKey = await keyOf(algorithm);
      const keys = remote();
      for (const audience of [issuer, `${issuer}/token`]) {
        const options = { clientId: serviceOf(algorithm), audience };
        const response = await ask(issuer, await lib.signClientAssertion(signingKey, options));
        assert.equal(response.status, 200);
        const { access_token: accessToken } = await response.json();
        const set = await keys.keysFor(lib.decode(accessToken).protectedHeader);
        const { payload } = lib.verifyAccessToken(accessToken, set, { issuer, audience: resource });
        assert.equal(payload.client_id, serviceOf(algorithm));
      }
    });
  }

  test('client_secret_jwt: by the shared secret', async ({ issuer }) => {
    const { clientId: client, secret } = SECRET_SERVICE;
    const options = { clientId: client, audience: issuer };
    const signingKey = await lib.importSigningKey(secret, 'HS256', { encoding: 'utf8' });
    const response = await ask(issuer, await lib.signClientAssertion(signingKey, options));
    assert.equal(response.status, 200);
    const another = await lib.generateSecret('HS256');
    await refused(ask(issuer, await lib.signClientAssertion(another, options)));
  });

  test("a key that was just generated is not the client's", async ({ issuer }) => {
    const { signingKey } = await lib.generateKeyPair('ES256');
    const options = { clientId, audience: issuer };
    await refused(ask(issuer, await lib.signClientAssertion(signingKey, options)));
  });

  test('an assertion to another server, or of another client, is refused', async ({ issuer }) => {
    const signingKey = await keyOf('ES256');
    for (const options of [
      { clientId, audience: 'https://issuer.example/' },
      { clientId: serviceOf('RS256'), audience: issuer },
    ]) {
      await refused(ask(issuer, await lib.signClientAssertion(signingKey, options)));
    }
  });

  test('an assertion is taken once, and while it is fresh', async ({ issuer, clock }) => {
    const signingKey = await keyOf('ES256');
    const sign = () => lib.signClientAssertion(signingKey, { clientId, audience: issuer });
    const assertion = await sign();
    assert.equal((await ask(issuer, assertion)).status, 200);
    await refused(ask(issuer, assertion));
    const late = await sign();
    clock.pass(59);
    assert.equal((await ask(issuer, await sign())).status, 200);
    clock.pass(61);
    await refused(ask(issuer, late));
  });
}
