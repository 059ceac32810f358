// Keys that are no longer fresh: what is still done with them, for how long, and who waits.

import assert from 'node:assert/strict';
import { json, status } from './issuer.mjs';
import { refused } from '../support/refusal.mjs';
import { eventually, executionContext } from '../support/runtime.mjs';

const DAY = 86_400;

export default function ({ test, lib, issuer, remote }) {
  test('stale-while-revalidate: the old keys at once, the new ones next', async ({ clock }) => {
    const keys = remote();
    const old = await keys.keysFor({});
    clock.pass(600);
    assert.equal(keys.isFresh, false);
    assert.equal(keys.jwkSet, old);
    assert.equal(await keys.keysFor({ kid: 'one' }), old);
    await eventually(() => keys.isFresh);
    assert.notEqual(await keys.keysFor({ kid: 'one' }), old);
    assert.equal(issuer.hits.length, 2);
  });

  test('100 tokens at once make one renewal', async ({ clock }) => {
    const keys = remote();
    await keys.keysFor({});
    clock.pass(600);
    await Promise.all(Array.from({ length: 100 }, () => keys.keysFor({ kid: 'one' })));
    await eventually(() => keys.isFresh);
    assert.equal(issuer.hits.length, 2);
  });

  test('waitUntil gets the renewal', async ({ clock }) => {
    const keys = remote();
    await keys.keysFor({});
    clock.pass(600);
    const context = executionContext();
    await keys.keysFor({ kid: 'one' }, context);
    assert.equal(context.promises.length, 1);
    assert.equal(keys.isFresh, false);
    await context.settled();
    assert.equal(keys.isFresh, true);
  });

  test('stale-if-error: the old keys serve until maxStale, and not longer', async ({ clock }) => {
    const keys = remote();
    const old = await keys.keysFor({});
    issuer.answer(status(500));
    clock.pass(600 + DAY - 1);
    assert.equal(await keys.keysFor({ kid: 'one' }), old);
    await eventually(() => keys.lastError !== undefined);
    assert.match(keys.lastError.message, /status 500/);
    assert.equal(keys.jwkSet, old);
    clock.pass(1);
    assert.equal(keys.jwkSet, undefined);
    assert.equal(keys.export(), undefined);
    await refused(lib, keys.keysFor({ kid: 'one' }), 'ERR_JWKS_FETCH_FAILED', /status 500/);
    issuer.answerWith();
    clock.pass(1);
    assert.ok(await keys.keysFor({ kid: 'one' }));
    assert.equal(keys.lastError, undefined);
  });

  test('maxStale: 0 uses nothing that is not fresh', async ({ clock }) => {
    const keys = remote({ maxStale: 0 });
    await keys.keysFor({});
    issuer.answer(status(503));
    clock.pass(600);
    await refused(lib, keys.keysFor({ kid: 'one' }), 'ERR_JWKS_FETCH_FAILED');
  });

  test('a renewal that fails is tried again after the cool-down', async ({ clock }) => {
    const keys = remote();
    await keys.keysFor({});
    issuer.answer(status(500));
    clock.pass(600);
    for (let second = 0; second < 90; second += 1) {
      const context = executionContext();
      await keys.keysFor({ kid: 'one' }, context);
      await context.settled();
      assert.equal(issuer.hits.length, 2 + Math.floor(second / 30));
      clock.pass(1);
    }
  });

  test('an answer that must not be used leaves the old keys', async ({ clock }) => {
    const keys = remote();
    const old = await keys.keysFor({});
    const [jwk] = issuer.jwks().keys;
    for (const bad of [{}, { keys: 'none' }, { keys: [{ ...jwk, d: jwk.x }] }]) {
      issuer.answer(json(() => bad));
      clock.pass(60);
      await refused(lib, keys.refresh(), 'ERR_JWKS_INVALID');
      assert.equal(keys.jwkSet, old);
      assert.equal(keys.lastError.code, 'ERR_JWKS_INVALID');
    }
  });

  test('without keys, a failure is not repeated for a second', async ({ clock }) => {
    issuer.answer(status(500));
    const keys = remote();
    const failed = () => refused(lib, keys.keysFor({}), 'ERR_JWKS_FETCH_FAILED', /status 500/);
    await Promise.all(Array.from({ length: 100 }, failed));
    for (let count = 0; count < 100; count += 1) await failed();
    assert.equal(issuer.hits.length, 1);
    clock.pass(1);
    await failed();
    assert.equal(issuer.hits.length, 2);
    issuer.answerWith();
    await keys.refresh();
    assert.ok(keys.jwkSet);
  });

  test('a clock that is set back makes keys stale, not immortal', async ({ clock }) => {
    const keys = remote();
    await keys.keysFor({});
    clock.pass(-3600);
    assert.equal(keys.isFresh, false);
    await keys.keysFor({});
    await eventually(() => keys.isFresh);
    assert.equal(issuer.hits.length, 2);
    assert.equal(keys.fetchedAt, clock.now);
  });

  const lifetimeOf = async (headers, options) => {
    issuer.answerWith(headers);
    const keys = remote(options);
    await keys.keysFor({});
    return (keys.expiresAt - keys.fetchedAt) / 1000;
  };

  test('Cache-Control is kept to within a minute and a day (RFC 9111 §4.2)', async () => {
    for (const [value, seconds] of [
      ['max-age=3600', 3600],
      ['public, Max-Age="120", must-revalidate', 120],
      ['max-age=0', 60],
      ['max-age=59', 60],
      ['max-age=86401', DAY],
      ['max-age=99999999999999999999999999', DAY],
      ['no-store', 60],
      ['no-cache, max-age=3600', 60],
      ['max-age=3600, no-store', 60],
      ['max-age=300, max-age=200', 200],
      ['max-age=soon', 60],
      ['max-age=-1', 60],
      ['max-age', 60],
      ['public', 600],
      ['s-maxage=3600', 600],
      ['x-max-age=3600', 600],
    ]) {
      assert.equal(await lifetimeOf({ 'cache-control': value }), seconds, value);
    }
    assert.equal(await lifetimeOf({}), 600);
    assert.equal(await lifetimeOf({}, { cacheMaxAge: '2m' }), 120);
    assert.equal(await lifetimeOf({ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }), 600);
  });

  test('time spent in a cache on the way counts (RFC 9111 §5.1)', async () => {
    const age = (seconds) => ({ 'cache-control': 'max-age=3600', age: seconds });
    assert.equal(await lifetimeOf(age('600')), 3000);
    assert.equal(await lifetimeOf(age('4000')), 60);
    assert.equal(await lifetimeOf(age('-5')), 3600);
  });
}
