// A service account gets its access token: from the JSON key file to the answer of the token endpoint.

import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { tokenEndpoint } from './token-endpoint.mjs';

const EMAIL = 'robot@project-1.iam.gserviceaccount.com';
const SCOPE = 'https://www.googleapis.com/auth/devstorage.read_only';
const pem = { type: 'pkcs8', format: 'pem' };

export default function ({ test, lib, issuer }) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

  /** Opens the endpoint, and returns the key file that names it, and how it is asked. */
  const open = () => {
    const url = `${issuer.origin}/token`;
    const granted = [];
    const publicKeys = new Map([['key-1', publicKey]]);
    issuer.routes.set('/token', tokenEndpoint({ url, email: EMAIL, publicKeys, granted }));
    const keyFile = {
      type: 'service_account',
      client_email: EMAIL,
      private_key_id: 'key-1',
      private_key: privateKey.export(pem),
      token_uri: url,
    };
    const ask = async (assertion) => {
      const response = await fetch(url, { method: 'POST', body: lib.tokenRequestBody(assertion) });
      return { status: response.status, ...(await response.json()) };
    };
    return { keyFile, granted, ask };
  };

  test('an assertion is exchanged for an access token', async () => {
    const { keyFile, granted, ask } = open();
    const account = await lib.importServiceAccount(JSON.stringify(keyFile));
    assert.equal(account.tokenUri, keyFile.token_uri);
    const assertion = await lib.signServiceAccountAssertion(account, { scope: [SCOPE, 'email'] });
    const answer = { status: 200, access_token: 'token-1', expires_in: 3600, token_type: 'Bearer' };
    assert.deepEqual(await ask(assertion), answer);
    const onBehalf = { scope: SCOPE, subject: 'user@example.com', expiresIn: '5m' };
    assert.deepEqual(await ask(await lib.signServiceAccountAssertion(keyFile, onBehalf)), answer);
    assert.deepEqual(granted, [
      { scope: `${SCOPE} email`, subject: undefined },
      { scope: SCOPE, subject: 'user@example.com' },
    ]);
  });

  test('the endpoint refuses the assertion of another key, account or audience', async () => {
    const { keyFile, ask } = open();
    for (const [changes, options] of [
      [{ private_key: other.privateKey.export(pem) }],
      [{ client_email: 'another@project-1.iam.gserviceaccount.com' }],
      [{ token_uri: 'https://oauth2.googleapis.com/token' }],
      [{}, { audience: 'https://oauth2.googleapis.com/token' }],
    ]) {
      const credentials = { ...keyFile, ...changes };
      const settings = { scope: SCOPE, ...options };
      const { status, error } = await ask(
        await lib.signServiceAccountAssertion(credentials, settings),
      );
      assert.deepEqual([status, error], [400, 'invalid_grant']);
    }
  });

  test('an assertion holds until it expires', async ({ clock }) => {
    const { keyFile, ask } = open();
    const options = { scope: SCOPE, expiresIn: '5m' };
    const assertion = await lib.signServiceAccountAssertion(keyFile, options);
    clock.pass(299);
    assert.equal((await ask(assertion)).status, 200);
    clock.pass(1);
    assert.equal((await ask(assertion)).error, 'invalid_grant');
  });
}
