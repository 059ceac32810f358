// Keys that outlive an isolate: stores that work, fail, hang and lie; and keys given by hand.

import assert from 'node:assert/strict';
import { json, status } from './issuer.mjs';
import { refused } from '../support/refusal.mjs';
import { eventually, executionContext } from '../support/runtime.mjs';

const DAY = 86_400_000;

/** Workers KV, as far as it is used, with what it insists on. */
function kvNamespace() {
  const values = new Map();
  return {
    values,
    get: async (key) => values.get(key)?.value ?? null,
    async put(key, value, { expirationTtl }) {
      assert.ok(Number.isInteger(expirationTtl) && expirationTtl >= 60);
      values.set(key, { value, expirationTtl });
    },
  };
}

/** The Cache API, as far as it is used. */
function cacheOf() {
  const values = new Map();
  return {
    values,
    match: async (url) => values.get(url)?.clone(),
    async put(url, response) {
      assert.equal(new URL(url).protocol, 'https:');
      assert.equal(response.status, 200);
      values.set(url, response);
    },
  };
}

export default function ({ test, lib, issuer, remote }) {
  const stored = (now, members = {}) => ({
    jwks: issuer.jwks(),
    fetchedAt: now,
    expiresAt: now + 600_000,
    jwksUri: issuer.url,
    ...members,
  });
  const storeOf = (value) => ({ get: async () => value, put: async () => {} });

  for (const [name, storeFor] of [
    ['memoryStore', () => lib.memoryStore()],
    ['kvStore', () => lib.kvStore(kvNamespace())],
    ['cacheApiStore', () => lib.cacheApiStore(cacheOf())],
  ]) {
    test(`${name}: one fetches, the others need not`, async ({ clock }) => {
      const store = storeFor();
      const first = remote({ store });
      await first.keysFor({});
      await eventually(async () => (await store.get(issuer.url)) !== undefined);
      clock.pass(60);
      const second = remote({ store });
      const token = await issuer.token('one');
      assert.ok(lib.verify(token, await second.keysFor({ kid: 'one' })));
      assert.equal(issuer.hits.length, 1);
      assert.deepEqual(second.export(), first.export());
      assert.equal(second.isCoolingDown, false, 'it has fetched nothing');
    });

    test(`${name}: a key that another isolate has fetched is found there`, async ({ clock }) => {
      const store = storeFor();
      const [first, second] = [remote({ store }), remote({ store })];
      await first.keysFor({});
      await second.keysFor({});
      await issuer.rotate('two');
      clock.pass(60);
      await first.refresh();
      await new Promise((resolve) => setTimeout(resolve, 20));
      const before = issuer.hits.length;
      const set = await second.keysFor({ kid: 'two' });
      assert.equal(set.keys[0].keyId, 'two');
      assert.equal(issuer.hits.length, before);
    });
  }

  test('stale keys in a store serve while new ones are fetched', async ({ clock }) => {
    const store = lib.memoryStore();
    await store.put(issuer.url, stored(clock.now - 3_600_000));
    const keys = remote({ store });
    issuer.answer(status(500));
    assert.equal((await keys.keysFor({ kid: 'one' })).keys.length, 1);
    await eventually(() => keys.lastError !== undefined);
    await store.put(issuer.url, stored(clock.now - 2 * DAY));
    await refused(lib, remote({ store }).keysFor({}), 'ERR_JWKS_FETCH_FAILED');
  });

  test('stale keys in memory are renewed from the store first', async ({ clock }) => {
    const store = lib.memoryStore();
    const keys = remote({ store });
    await keys.keysFor({});
    clock.pass(600);
    await store.put(issuer.url, stored(clock.now - 1000));
    const context = executionContext();
    await keys.keysFor({}, context);
    await context.settled();
    assert.equal(keys.isFresh, true);
    assert.equal(issuer.hits.length, 1);
  });

  test('a store that fails, or hangs, or is no store, fails no request', async () => {
    const hang = () => new Promise(() => {});
    const fail = async () => {
      throw new Error('out of order');
    };
    const explode = () => {
      throw new Error('out of order');
    };
    for (const broken of [hang, fail, explode, () => undefined, () => 1]) {
      const store = { get: broken, put: broken };
      assert.ok(await remote({ store, timeout: 0.1 }).keysFor({}));
    }
    assert.equal(issuer.hits.length, 5);
  });

  test('what a store gives is checked like what the network gives', async ({ clock }) => {
    const { now } = clock;
    const [jwk] = issuer.jwks().keys;
    const poisoned = [
      null,
      'text',
      [],
      {},
      new Map(),
      stored(now, { jwks: undefined }),
      stored(now, { jwks: JSON.stringify(issuer.jwks()) }),
      stored(now, { jwks: { keys: 'none' } }),
      stored(now, { jwks: { a: 'no PEM' } }),
      stored(now, { jwks: { keys: [{ ...jwk, d: jwk.x }] } }),
      stored(now, { jwks: { keys: [{ kty: 'oct', alg: 'HS256', k: 'A'.repeat(86) }] } }),
      stored(now, { jwks: { keys: [], more: 'x'.repeat(2 ** 20) } }),
      stored(now, { fetchedAt: '0' }),
      stored(now, { fetchedAt: Number.NaN }),
      stored(now, { fetchedAt: -1 }),
      stored(now, { expiresAt: Infinity }),
      stored(now, { expiresAt: undefined }),
      stored(now, { jwksUri: 'https://evil.example/jwks' }),
      stored(now, { jwksUri: 'http://evil.example/jwks' }),
      stored(now, { jwksUri: 1 }),
      Object.defineProperty(stored(now), 'jwks', {
        get() {
          throw new Error('trap');
        },
      }),
    ];
    for (const [index, value] of poisoned.entries()) {
      const set = await remote({ store: storeOf(value) }).keysFor({});
      assert.equal(set.keys.length, 1, `poison ${index}`);
      assert.equal(issuer.hits.length, index + 1, `poison ${index} was taken`);
    }
  });

  test('times in a store cannot make keys live for ever', async ({ clock }) => {
    const value = stored(clock.now + 100 * DAY, { expiresAt: clock.now + 1000 * DAY });
    const keys = remote({ store: storeOf(value) });
    await keys.keysFor({});
    assert.deepEqual([keys.fetchedAt, keys.expiresAt], [clock.now, clock.now + DAY]);
  });

  test('an older set in a store replaces no newer one', async ({ clock }) => {
    const value = stored(clock.now - 60_000, { jwks: { keys: [] } });
    const keys = remote({ store: storeOf(value) });
    await keys.refresh();
    clock.pass(60);
    await keys.keysFor({ kid: 'unknown' });
    assert.equal(keys.jwkSet.keys.length, 1);
  });

  test('jwks_uri of a store is shown, not followed', async ({ clock }) => {
    const place = '/.well-known/openid-configuration';
    issuer.routes.set(
      place,
      json(() => ({ issuer: issuer.origin, jwks_uri: issuer.url })),
    );
    const value = stored(clock.now, { jwksUri: `${issuer.origin}/evil` });
    const options = { allowInsecureLoopback: true, store: storeOf(value) };
    const keys = lib.createRemoteJwkSet({ issuer: issuer.origin }, options);
    await keys.keysFor({});
    await keys.refresh();
    assert.equal(issuer.countOf('/evil'), 0);
    assert.equal(keys.url, issuer.url);
  });

  test('huge values in KV and in a cache are not parsed', async () => {
    const namespace = kvNamespace();
    namespace.get = async () => ' '.repeat(2_000_000);
    assert.equal(await lib.kvStore(namespace).get(issuer.url), undefined);
    const cache = cacheOf();
    cache.match = async () => new Response(' '.repeat(2_000_000));
    await assert.rejects(lib.cacheApiStore(cache).get(issuer.url));
    for (const store of [lib.kvStore(namespace), lib.cacheApiStore(cache)]) {
      assert.ok(await remote({ store }).keysFor({}));
    }
  });

  test('KV and caches keep a set for a day after it ceased to be fresh', async ({ clock }) => {
    const [namespace, cache] = [kvNamespace(), cacheOf()];
    const value = stored(clock.now);
    await lib.kvStore(namespace).put(issuer.url, value);
    await lib.cacheApiStore(cache).put(issuer.url, value);
    const [[name, { expirationTtl }]] = namespace.values;
    assert.deepEqual([name, expirationTtl], [`edge-jwt:jwks:${issuer.url}`, 87_000]);
    const [[key, response]] = cache.values;
    assert.equal(new URL(key).hostname, 'edge-jwt.invalid');
    assert.equal(response.headers.get('cache-control'), 'max-age=87000');
  });

  test('the cache of the runtime: caches.default, else one of our own', async ({ clock }) => {
    const own = cacheOf();
    const opened = [];
    const open = async (name) => {
      opened.push(name);
      return own;
    };
    const replaced = Object.getOwnPropertyDescriptor(globalThis, 'caches');
    try {
      for (const caches of [{ open }, { default: own }]) {
        Object.defineProperty(globalThis, 'caches', { value: caches, configurable: true });
        const store = lib.cacheApiStore();
        await store.put(issuer.url, stored(clock.now));
        assert.ok(await store.get(issuer.url));
      }
      assert.deepEqual(opened, ['edge-jwt', 'edge-jwt']);
    } finally {
      delete globalThis.caches;
      if (replaced !== undefined) Object.defineProperty(globalThis, 'caches', replaced);
    }
    assert.ok(await remote({ store: lib.cacheApiStore() }).keysFor({}), 'none at all');
  });

  test('export and hydrate: the same keys, without a fetch', async ({ clock }) => {
    issuer.answerWith({ 'cache-control': 'max-age=3600' });
    const first = remote();
    await first.keysFor({});
    const exported = first.export();
    assert.deepEqual(exported, {
      jwks: issuer.jwks(),
      fetchedAt: clock.now,
      expiresAt: clock.now + 3_600_000,
      jwksUri: issuer.url,
    });
    const { jwks, fetchedAt, expiresAt } = JSON.parse(JSON.stringify(exported));
    clock.pass(60);
    const second = remote();
    second.hydrate(jwks, { fetchedAt, expiresAt });
    assert.deepEqual(second.export(), exported);
    assert.ok(lib.verify(await issuer.token('one'), second.jwkSet));
    assert.ok(await second.keysFor({ kid: 'one' }));
    assert.equal(issuer.hits.length, 1);
    await second.keysFor({ kid: 'unknown' });
    assert.equal(issuer.hits.length, 2, 'hydrating is no fetch that one would cool down from');
  });
}
