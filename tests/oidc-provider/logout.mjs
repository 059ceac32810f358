// Logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.6), with the options of `verify`.

import assert from 'node:assert/strict';
import { refused } from '../support/refusal.mjs';
import { logIn, logOut } from './flow.mjs';
import { appOf } from './settings.mjs';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

export default function ({ test, lib }) {
  test('each client of the session is told, by a token of its own', async ({
    issuer,
    app,
    remote,
  }) => {
    const login = await logIn(issuer);
    const { agent } = login;
    const other = await logIn(issuer, { agent, algorithm: 'RS256' });
    await logOut(issuer, login);
    const keys = remote();
    const verifierFor = (audience, changes) =>
      lib.createVerifier({
        ...{ keys, issuer, audience, typ: 'logout+jwt' },
        requiredClaims: ['iat', 'jti', 'events', 'sid'],
        ...changes,
      });
    for (const { clientId, idToken } of [login, other]) {
      const token = app.logoutTokens.find((text) => lib.decode(text).payload.aud === clientId);
      const { payload } = await verifierFor(clientId).verifyAsync(token);
      assert.deepEqual(payload.events, { [EVENT]: {} });
      assert.equal(payload.sid, lib.decode(idToken).payload.sid);
      const claim = 'ERR_JWT_CLAIM_VALIDATION_FAILED';
      await refused(lib, verifierFor(appOf('PS256')).verifyAsync(token), claim);
      await refused(lib, verifierFor(clientId, { typ: 'at+jwt' }).verifyAsync(token), claim);
      await refused(lib, verifierFor(clientId).verifyAsync(idToken), claim);
    }
    assert.equal(app.logoutTokens.length, 2);
  });
}
