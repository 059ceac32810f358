// From nothing to keys, and what keys cost once they are there.

import assert from 'node:assert/strict';
import { json } from './issuer.mjs';

export default function ({ test, lib, issuer, remote }) {
  test('nothing is fetched until keys are asked for', async () => {
    const keys = remote();
    assert.equal(keys.jwkSet, undefined);
    assert.deepEqual(
      [keys.url, keys.fetchedAt, keys.expiresAt, keys.lastError, keys.export()],
      [issuer.url, undefined, undefined, undefined, undefined],
    );
    assert.deepEqual([keys.isFresh, keys.isCoolingDown], [false, false]);
    assert.equal(issuer.hits.length, 0);
  });

  test('cold: one fetch, and then verify is synchronous', async ({ clock }) => {
    const keys = remote();
    const token = await issuer.token('one');
    const set = await keys.keysFor(lib.decode(token).protectedHeader);
    assert.equal(lib.verify(token, set).payload.sub, 'user-1');
    assert.equal(keys.jwkSet, set);
    assert.deepEqual([keys.fetchedAt, keys.expiresAt], [clock.now, clock.now + 600_000]);
    assert.deepEqual([keys.isFresh, keys.isCoolingDown], [true, true]);
  });

  test('warm: no fetch, and the same set', async ({ clock }) => {
    const keys = remote();
    const set = await keys.keysFor({ kid: 'one' });
    clock.pass(599);
    for (let count = 0; count < 100; count += 1) {
      assert.equal(await keys.keysFor({ kid: 'one', alg: 'ES256' }), set);
    }
    assert.equal(await keys.keysFor({ alg: 'ES256' }), set, 'a token without kid');
    assert.equal(await keys.keysFor({}), set);
    assert.equal(issuer.hits.length, 1);
  });

  test('single flight: 100 at once make one request', async () => {
    const keys = remote();
    const sets = await Promise.all(Array.from({ length: 100 }, () => keys.keysFor({ kid: 'one' })));
    assert.equal(new Set(sets).size, 1);
    await Promise.all(Array.from({ length: 100 }, () => keys.refresh()));
    assert.equal(issuer.hits.length, 2);
  });

  test('refresh fetches although the keys are fresh', async ({ clock }) => {
    const keys = remote();
    const set = await keys.keysFor({});
    clock.pass(1);
    await keys.refresh();
    assert.notEqual(keys.jwkSet, set);
    assert.equal(keys.fetchedAt, clock.now);
    assert.ok(lib.verify(await issuer.token('one'), set), 'the old set is still good');
  });

  test('what is asked for: JSON, no cookie, no cache, the headers of the caller', async () => {
    await remote({ headers: { 'X-Api-Key': 'canary' } }).keysFor({});
    const [{ headers }] = issuer.hits;
    assert.equal(headers.accept, 'application/json, application/jwk-set+json');
    assert.equal(headers['x-api-key'], 'canary');
    assert.equal(headers.cookie, undefined);
    const inits = [];
    const fetch = (url, init) => {
      inits.push(init);
      return globalThis.fetch(url, init);
    };
    await remote({ fetch }).keysFor({});
    const [{ redirect, credentials, cache, signal }] = inits;
    assert.deepEqual([redirect, credentials, cache], ['error', 'omit', 'no-store']);
    assert.ok(signal instanceof AbortSignal);
  });

  test('a URL object is a source too', async () => {
    const options = { allowInsecureLoopback: true };
    assert.equal(lib.createRemoteJwkSet(new URL(issuer.url), options).url, issuer.url);
  });

  test('options of importJwkSet reach it', async () => {
    const { alg: _, ...nameless } = issuer.jwks().keys[0];
    issuer.answer(json(() => ({ keys: [nameless] })));
    assert.equal((await remote().keysFor({})).keys.length, 0);
    const set = await remote({ algorithms: ['ES256', 'RS256'] }).keysFor({});
    assert.deepEqual(
      set.keys.map(({ algorithm }) => algorithm),
      ['ES256'],
    );
  });

  test('the timer of a fetch that is done keeps no process alive', async () => {
    const { setTimeout, clearTimeout } = globalThis;
    const running = new Set();
    globalThis.setTimeout = (action, delay, ...rest) => {
      const timer = setTimeout(action, delay, ...rest);
      if (delay === 4321) running.add(timer);
      return timer;
    };
    globalThis.clearTimeout = (timer) => {
      running.delete(timer);
      clearTimeout(timer);
    };
    try {
      const keys = remote({ timeout: 4.321, store: lib.memoryStore() });
      await keys.keysFor({});
      assert.equal(running.size, 0);
    } finally {
      Object.assign(globalThis, { setTimeout, clearTimeout });
    }
  });
}
