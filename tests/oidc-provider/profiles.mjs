// ID tokens, access tokens, DPoP proofs and logout tokens, each verified by the function for its kind.

import assert from 'node:assert/strict';
import { refused } from '../support/refusal.mjs';
import { createDpopKey } from './dpop-key.mjs';
import { logIn, logOut, serviceToken } from './flow.mjs';
import { ALGORITHMS } from './keys.mjs';
import { apiOf, appOf, USER } from './settings.mjs';

export default function ({ test, lib }) {
  const CLAIM = 'ERR_JWT_CLAIM_VALIDATION_FAILED';
  const resource = apiOf('ES256');
  const url = 'https://api.example/orders';
  const setFor = (keys, token) => keys.keysFor(lib.decode(token).protectedHeader);
  /** The claim that a verification fails by. */
  const failedClaim = async (verification) =>
    (await refused(lib, (async () => verification())(), CLAIM)).claim;

  for (const algorithm of ALGORITHMS) {
    test(`ID token, ${algorithm}: bound to the client, the login and the access token`, async ({
      issuer,
      remote,
    }) => {
      const login = await logIn(issuer, { algorithm });
      const other = await logIn(issuer, { algorithm });
      const { idToken, accessToken, clientId, nonce } = login;
      const set = await setFor(remote(), idToken);
      const rules = { issuer, clientId, nonce, accessToken };
      assert.equal(lib.verifyIdToken(idToken, set, rules).payload.sub, USER);
      for (const [changes, claim] of [
        [{ clientId: 'another' }, 'aud'],
        [{ issuer: `${issuer}/` }, 'iss'],
        [{ nonce: other.nonce }, 'nonce'],
        [{ accessToken: other.accessToken }, 'at_hash'],
      ]) {
        const verify = () => lib.verifyIdToken(idToken, set, { ...rules, ...changes });
        assert.equal(await failedClaim(verify), claim);
      }
    });

    test(`ID token, ${algorithm}: in front, bound to the code`, async ({ issuer, remote }) => {
      const options = { algorithm, responseType: 'code id_token' };
      const { frontIdToken, clientId, nonce, code } = await logIn(issuer, options);
      const other = await logIn(issuer, options);
      const set = await setFor(remote(), frontIdToken);
      const rules = { issuer, clientId, nonce, code };
      assert.ok(lib.verifyIdToken(frontIdToken, set, rules));
      const verify = () => lib.verifyIdToken(frontIdToken, set, { ...rules, code: other.code });
      assert.equal(await failedClaim(verify), 'c_hash');
    });
  }

  test('ID token: no older a login than was asked for', async ({ issuer, remote, clock }) => {
    const { idToken, clientId, nonce } = await logIn(issuer, { maxAge: 300 });
    const set = await setFor(remote(), idToken);
    const verify = () =>
      lib.verifyIdToken(idToken, set, { issuer, clientId, nonce, maxAuthenticationAge: 300 });
    assert.ok(verify());
    clock.pass(302);
    assert.equal(await failedClaim(verify), 'auth_time');
  });

  test('ID token: auth_time cannot be checked where it was not asked for', async ({
    issuer,
    remote,
  }) => {
    const { idToken, clientId, nonce } = await logIn(issuer);
    const set = await setFor(remote(), idToken);
    const verify = () =>
      lib.verifyIdToken(idToken, set, { issuer, clientId, nonce, maxAuthenticationAge: 300 });
    assert.equal(await failedClaim(verify), 'auth_time');
  });

  test('access token: RFC 9068, and nothing else of the issuer', async ({ issuer, remote }) => {
    const login = await logIn(issuer, { scope: 'openid read', resource });
    const set = await setFor(remote(), login.accessToken);
    const rules = { issuer, audience: resource };
    assert.equal(lib.verifyAccessToken(login.accessToken, set, rules).payload.sub, USER);
    const idTokenRules = { issuer, audience: login.clientId };
    await failedClaim(() => lib.verifyAccessToken(login.idToken, set, idTokenRules));
    const otherApi = { issuer, audience: apiOf('RS256') };
    const verify = () => lib.verifyAccessToken(login.accessToken, set, otherApi);
    assert.equal(await failedClaim(verify), 'aud');
  });

  test('DPoP proof: of the key that the access token is bound to', async ({ issuer, remote }) => {
    const dpopKey = await createDpopKey();
    const accessToken = await serviceToken(issuer, { resource, dpopKey });
    const set = await setFor(remote(), accessToken);
    const { payload } = lib.verifyAccessToken(accessToken, set, { issuer, audience: resource });
    const rules = { method: 'GET', url, accessToken, thumbprint: payload.cnf.jkt };
    const proof = await dpopKey.proof({ method: 'GET', url, accessToken });
    assert.ok(lib.verifyDpopProof(proof, rules));
    const others = await (await createDpopKey()).proof({ method: 'GET', url, accessToken });
    await assert.rejects(async () => lib.verifyDpopProof(others, rules), lib.JoseError);
  });

  test('DPoP proof: of this request, with this token, and recent', async ({ clock }) => {
    const dpopKey = await createDpopKey('EdDSA');
    const { thumbprint } = dpopKey;
    const rules = { method: 'GET', url, accessToken: 'one', thumbprint, nonce: 'nonce' };
    const proof = await dpopKey.proof(rules);
    assert.ok(lib.verifyDpopProof(proof, rules));
    for (const [changes, claim] of [
      [{ method: 'POST' }, 'htm'],
      [{ url: 'https://api.example/other' }, 'htu'],
      [{ accessToken: 'two' }, 'ath'],
      [{ nonce: 'another' }, 'nonce'],
    ]) {
      const verify = () => lib.verifyDpopProof(proof, { ...rules, ...changes });
      assert.equal(await failedClaim(verify), claim);
    }
    clock.pass(3600);
    await assert.rejects(async () => lib.verifyDpopProof(proof, rules), lib.JoseError);
  });

  test('logout token: of this client, and no ID token', async ({ issuer, app, remote }) => {
    const login = await logIn(issuer);
    await logOut(issuer, login);
    const [token] = app.logoutTokens;
    const set = await setFor(remote(), token);
    const { clientId } = login;
    const { sid, sub } = lib.verifyLogoutToken(token, set, { issuer, clientId }).payload;
    assert.deepEqual([sid, sub], [lib.decode(login.idToken).payload.sid, USER]);
    const another = { issuer, clientId: appOf('RS256') };
    assert.equal(await failedClaim(() => lib.verifyLogoutToken(token, set, another)), 'aud');
    await failedClaim(() => lib.verifyLogoutToken(login.idToken, set, { issuer, clientId }));
  });
}
