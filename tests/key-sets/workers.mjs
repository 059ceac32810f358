// Where a promise ends with the request that made it: none is waited for by another request.

import assert from 'node:assert/strict';
import { json, status } from './issuer.mjs';
import { refused } from '../support/refusal.mjs';
import { eventually, executionContext, inWorkers } from '../support/runtime.mjs';

export default function ({ test, lib, issuer, remote }) {
  const testInWorkers = (name, action) => test(name, (given) => inWorkers(() => action(given)));

  /** A fetch whose first call never ends, as that of a request which was cancelled. */
  const abandonedOnce = () => {
    let calls = 0;
    return (url, init) => {
      calls += 1;
      return calls === 1 ? new Promise(() => {}) : globalThis.fetch(url, init);
    };
  };

  testInWorkers('cold: everyone fetches, until one has the keys', async () => {
    const keys = remote();
    await Promise.all(Array.from({ length: 5 }, () => keys.keysFor({})));
    assert.equal(issuer.hits.length, 5);
    await Promise.all(Array.from({ length: 5 }, () => keys.keysFor({})));
    assert.equal(issuer.hits.length, 5);
  });

  testInWorkers('cold: a request that was cancelled holds up no other', async () => {
    const keys = remote({ fetch: abandonedOnce(), timeout: 0.2 });
    const cancelled = refused(lib, keys.keysFor({}), 'ERR_JWKS_TIMEOUT').catch(() => {});
    assert.ok(await keys.keysFor({}));
    await cancelled;
    assert.ok(keys.jwkSet);
  });

  test('elsewhere all would wait for it', async () => {
    const keys = remote({ fetch: abandonedOnce(), timeout: 0.05 });
    const both = [keys.keysFor({}), keys.keysFor({})];
    for (const one of both) await refused(lib, one, 'ERR_JWKS_TIMEOUT');
  });

  testInWorkers('a request whose own fetch fails takes what another got', async () => {
    let calls = 0;
    const fetch = async (url, init) => {
      calls += 1;
      if (calls === 2) return globalThis.fetch(url, init);
      await new Promise((resolve) => setTimeout(resolve, 100));
      throw new Error('lost');
    };
    const keys = remote({ fetch });
    const sets = await Promise.all([keys.keysFor({}), keys.keysFor({})]);
    assert.equal(sets[0], sets[1]);
  });

  testInWorkers('the later answer stays, whichever comes first', async ({ clock }) => {
    const release = [];
    issuer.answer((_, response) => release.push((body) => response.end(JSON.stringify(body))));
    const keys = remote();
    const early = keys.refresh();
    await eventually(() => release.length === 1);
    clock.pass(1);
    const late = keys.refresh();
    await eventually(() => release.length === 2);
    const { keys: old } = issuer.jwks();
    await issuer.rotate('two');
    release[1](issuer.jwks());
    await late;
    release[0]({ keys: old });
    await early;
    assert.equal(keys.jwkSet.keys[0].keyId, 'two');
  });

  testInWorkers('1,000 random kids at once make one fetch per cool-down', async ({ clock }) => {
    const keys = remote();
    await keys.keysFor({});
    for (let round = 1; round <= 2; round += 1) {
      clock.pass(30);
      await Promise.all(
        Array.from({ length: 1000 }, (_, count) => keys.keysFor({ kid: `${round} ${count}` })),
      );
      assert.equal(issuer.hits.length, 1 + round);
    }
  });

  testInWorkers('1,000 tokens of a new key at once: one fetches, all get it', async ({ clock }) => {
    const keys = remote();
    await keys.keysFor({});
    clock.pass(30);
    await issuer.rotate('two');
    const sets = await Promise.all(
      Array.from({ length: 1000 }, () => keys.keysFor({ kid: 'two' })),
    );
    for (const { keys: members } of sets) assert.equal(members[0].keyId, 'two');
    assert.equal(issuer.hits.length, 2);
  });

  testInWorkers('with waitUntil, renewal holds up nobody and happens once', async ({ clock }) => {
    const keys = remote();
    const old = await keys.keysFor({});
    clock.pass(600);
    const context = executionContext();
    for (let count = 0; count < 10; count += 1) {
      assert.equal(await keys.keysFor({ kid: 'one' }, context), old);
    }
    await context.settled();
    assert.equal(keys.isFresh, true);
    assert.equal(issuer.hits.length, 2);
  });

  testInWorkers(
    'without it, the request waits, or nothing would ever be renewed',
    async ({ clock }) => {
      const keys = remote();
      const old = await keys.keysFor({});
      clock.pass(600);
      assert.notEqual(await keys.keysFor({ kid: 'one' }), old);
      issuer.answer(status(500));
      clock.pass(600);
      assert.equal(await keys.keysFor({ kid: 'one' }), keys.jwkSet, 'a failure fails no request');
      assert.equal(keys.lastError.code, 'ERR_JWKS_FETCH_FAILED');
    },
  );

  testInWorkers('a store is written to within the request, or by waitUntil', async () => {
    const written = [];
    const store = {
      get: async () => undefined,
      async put(url) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        written.push(url);
      },
    };
    await remote({ store }).keysFor({});
    assert.deepEqual(written, [issuer.url]);
    const context = executionContext();
    await remote({ store }).keysFor({}, context);
    assert.equal(written.length, 1);
    await context.settled();
    assert.equal(written.length, 2);
  });

  testInWorkers('a store that hangs holds a request up no longer than the timeout', async () => {
    const hang = () => new Promise(() => {});
    assert.ok(await remote({ store: { get: hang, put: hang }, timeout: 0.1 }).keysFor({}));
  });

  test('Vercel tells itself by another name', async () => {
    globalThis.EdgeRuntime = 'vercel';
    try {
      issuer.answer(json(() => issuer.jwks()));
      const keys = remote();
      await Promise.all([keys.keysFor({}), keys.keysFor({})]);
      assert.equal(issuer.hits.length, 2);
    } finally {
      delete globalThis.EdgeRuntime;
    }
  });
}
