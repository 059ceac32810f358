// The provider's keys, found by its metadata (OpenID Connect Discovery 1.0 §4).

import assert from 'node:assert/strict';
import { refused } from '../support/refusal.mjs';
import { JWKS, METADATA } from './chaos.mjs';
import { ALGORITHMS } from './keys.mjs';

export default function ({ test, lib }) {
  test('by the name of the issuer alone, every key it publishes is had', async ({
    issuer,
    proxy,
    remote,
  }) => {
    const keys = remote();
    const set = await keys.keysFor({});
    assert.equal(keys.url, `${issuer}${JWKS}`);
    assert.deepEqual(
      set.keys.map(({ algorithm, keyId }) => [algorithm, keyId]),
      ALGORITHMS.map((algorithm) => [algorithm, `one-${algorithm}`]),
    );
    assert.deepEqual(set.skipped, []);
    assert.deepEqual([proxy.countOf(METADATA), proxy.countOf(JWKS)], [1, 1]);
  });

  test('100 at once make one request for metadata and one for keys', async ({ proxy, remote }) => {
    const keys = remote();
    await Promise.all(Array.from({ length: 100 }, () => keys.keysFor({ kid: 'one-ES256' })));
    assert.deepEqual([proxy.countOf(METADATA), proxy.countOf(JWKS)], [1, 1]);
  });

  test('an issuer that calls itself otherwise is another one', async ({ issuer, proxy }) => {
    const options = { allowInsecureLoopback: true };
    for (const name of [`${issuer}/`, issuer.replace('127.0.0.1', 'localhost')]) {
      const keys = lib.createRemoteJwkSet({ issuer: name }, options);
      await refused(lib, keys.keysFor({}), 'ERR_JWKS_FETCH_FAILED', /another issuer/);
    }
    assert.equal(proxy.countOf(JWKS), 0);
  });
}
