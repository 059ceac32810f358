// ID tokens of a login (OpenID Connect Core 1.0 §3.1.3.7), with the options of `verify`.

import assert from 'node:assert/strict';
import { refused } from '../support/refusal.mjs';
import { logIn } from './flow.mjs';
import { ALGORITHMS } from './keys.mjs';
import { apiOf, appOf, USER } from './settings.mjs';

export default function ({ test, lib }) {
  const CLAIM = 'ERR_JWT_CLAIM_VALIDATION_FAILED';

  for (const algorithm of ALGORITHMS) {
    test(`${algorithm}: verified by verify and by a verifier`, async ({ issuer, remote }) => {
      const { idToken, clientId, nonce } = await logIn(issuer, { algorithm });
      const keys = remote();
      const rules = { issuer, audience: clientId, nonce, requiredClaims: ['exp', 'iat', 'sub'] };
      const set = await keys.keysFor(lib.decode(idToken).protectedHeader);
      const { payload, protectedHeader, key } = lib.verify(idToken, set, rules);
      assert.deepEqual([payload.sub, payload.nonce], [USER, nonce]);
      assert.deepEqual([protectedHeader.alg, key.keyId], [algorithm, `one-${algorithm}`]);
      const verifier = lib.createVerifier({ ...rules, keys });
      assert.deepEqual(verifier.verify(idToken).payload, payload);
      assert.deepEqual((await verifier.verifyAsync(idToken)).payload, payload);
    });
  }

  test('in front too, beside the code', async ({ issuer, remote }) => {
    const tokens = await logIn(issuer, { responseType: 'code id_token', maxAge: 3600 });
    const { clientId: audience, nonce } = tokens;
    const verifier = lib.createVerifier({ keys: remote(), issuer, audience, nonce });
    const { payload } = await verifier.verifyAsync(tokens.frontIdToken);
    assert.equal(typeof payload.c_hash, 'string');
    assert.equal(typeof payload.auth_time, 'number');
    assert.equal((await verifier.verifyAsync(tokens.idToken)).payload.sub, payload.sub);
  });

  test('refused: of another client, issuer, nonce or login', async ({ issuer, remote }) => {
    const keys = remote();
    const { idToken, clientId, nonce, agent } = await logIn(issuer);
    const again = await logIn(issuer, { agent });
    const rules = { keys, issuer, audience: clientId, nonce };
    const verify = (token, changes) =>
      lib.createVerifier({ ...rules, ...changes }).verifyAsync(token);
    assert.ok(await verify(idToken));
    for (const [token, changes, claim] of [
      [idToken, { audience: appOf('RS256') }, 'aud'],
      [idToken, { issuer: `${issuer}/` }, 'iss'],
      [idToken, { nonce: `${nonce}x` }, 'nonce'],
      [again.idToken, {}, 'nonce'],
    ]) {
      assert.equal((await refused(lib, verify(token, changes), CLAIM)).claim, claim);
    }
  });

  test('refused: after its time', async ({ issuer, remote, clock }) => {
    const { idToken, clientId: audience } = await logIn(issuer);
    const verifier = lib.createVerifier({ keys: remote(), issuer, audience });
    clock.pass(3599);
    assert.ok(await verifier.verifyAsync(idToken));
    clock.pass(1);
    await refused(lib, verifier.verifyAsync(idToken), 'ERR_JWT_EXPIRED');
  });

  test('refused: an access token of the same login', async ({ issuer, remote }) => {
    const tokens = await logIn(issuer, { scope: 'openid read', resource: apiOf('ES256') });
    const { accessToken, clientId: audience, nonce } = tokens;
    const verifier = lib.createVerifier({ keys: remote(), issuer, audience, nonce });
    assert.equal((await refused(lib, verifier.verifyAsync(accessToken), CLAIM)).claim, 'aud');
  });

  test('refused: with the signature of another', async ({ issuer, remote }) => {
    const keys = remote();
    const { idToken, clientId: audience, agent } = await logIn(issuer);
    const other = await logIn(issuer, { agent });
    const [header, payload] = idToken.split('.');
    const forged = `${header}.${payload}.${other.idToken.split('.')[2]}`;
    const verifier = lib.createVerifier({ keys, issuer, audience });
    await refused(lib, verifier.verifyAsync(forged), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
  });
}
