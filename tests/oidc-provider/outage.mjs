// The provider stops, or its answers come late, in part, from elsewhere, not at all, or never end.

import assert from 'node:assert/strict';
import { refused } from '../support/refusal.mjs';
import { eventually } from '../support/runtime.mjs';
import {
  answered,
  brokenOff,
  cutShort,
  ENORMOUS,
  enormous,
  JWKS,
  METADATA,
  redirectedTo,
  slowBy,
  trickling,
} from './chaos.mjs';
import { serviceToken } from './flow.mjs';
import { apiOf } from './settings.mjs';

const COOLDOWN = 30;
const FRESH = 600;
const FAILED = 'ERR_JWKS_FETCH_FAILED';
const LATE = { timeout: 0.5, code: 'ERR_JWKS_TIMEOUT', pattern: /within the timeout/ };
const UNREACHABLE = { code: FAILED, pattern: /could not be fetched/ };

export default function ({ test, lib }) {
  const resource = apiOf('ES256');
  const verifierOf = (issuer, keys) =>
    lib.createVerifier({ keys, issuer, audience: resource, typ: 'at+jwt' });

  /** What a client goes through: no keys yet, then keys, then keys that cannot be renewed. */
  async function endure(context, { begin, end, code, pattern, timeout = 5 }) {
    const { issuer, clock, remote } = context;
    const token = await serviceToken(issuer, { resource });
    const keys = remote({ timeout });
    const verifier = verifierOf(issuer, keys);

    await begin();
    const since = performance.now();
    await refused(lib, verifier.verifyAsync(token), code, pattern);
    assert.ok(performance.now() - since < 2000, 'it is not waited for any longer');

    await end();
    clock.pass(1);
    assert.ok(await verifier.verifyAsync(token), 'it recovers');
    const old = keys.jwkSet;

    await begin();
    clock.pass(FRESH);
    for (let count = 0; count < 10; count += 1) assert.ok(await verifier.verifyAsync(token));
    await eventually(() => keys.lastError !== undefined);
    assert.equal(keys.lastError.code, code);
    assert.match(keys.lastError.message, pattern);
    assert.equal(keys.jwkSet, old, 'the old keys stay in use');
    assert.ok(verifier.verify(token));

    await end();
    clock.pass(COOLDOWN);
    assert.ok(await verifier.verifyAsync(token));
    await eventually(() => keys.isFresh);
    assert.equal(keys.lastError, undefined);
    assert.notEqual(keys.jwkSet, old);
    assert.ok(verifier.verify(token), 'it recovers again');
  }

  const endureAt = (path, disturbance, context, outcome) => {
    const { disturb, calm } = context.proxy;
    return endure(context, { begin: () => disturb(path, disturbance), end: calm, ...outcome });
  };

  for (const path of [METADATA, JWKS]) {
    test(`slower than the timeout: ${path}`, (context) =>
      endureAt(path, slowBy(2500), context, LATE));

    test(`a byte at a time: ${path}`, (context) => endureAt(path, trickling, context, LATE));

    test(`broken off: ${path}`, (context) => endureAt(path, brokenOff, context, UNREACHABLE));

    test(`cut short: ${path}`, (context) => {
      const metadata = { code: FAILED, pattern: /not a JSON object/ };
      const jwks = { code: 'ERR_JWKS_INVALID', pattern: /JSON/ };
      return endureAt(path, cutShort, context, path === METADATA ? metadata : jwks);
    });

    test(`redirected to where the true answer is: ${path}`, (context) =>
      endureAt(path, redirectedTo(context.provider), context, UNREACHABLE));

    test(`status 500: ${path}`, (context) =>
      endureAt(path, answered(500), context, { code: FAILED, pattern: /status 500/ }));

    for (const isAnnounced of [true, false]) {
      const length = isAnnounced ? 'announced' : 'not announced';
      test(`50 MB, ${length}: ${path}`, async (context) => {
        const disturbance = enormous({ isAnnounced });
        const outcome = { code: FAILED, pattern: /longer than 1048576 bytes/ };
        await endureAt(path, disturbance, context, outcome);
        const { times, sent } = disturbance;
        assert.equal(times, 2);
        assert.ok(sent < ENORMOUS / 2, `${sent} bytes were taken off the provider`);
      });
    }
  }

  test('stopped, with a proxy before it that goes on', (context) => {
    const { start: end, stop: begin } = context.provider;
    return endure(context, { begin, end, code: FAILED, pattern: /status 502/ });
  });

  test('stopped, and nobody there', (context) => {
    const { start: end, stop: begin } = context.proxy;
    return endure(context, { begin, end, ...UNREACHABLE });
  });

  test('stopped: the old keys serve until maxStale, and not longer', async ({
    issuer,
    proxy,
    clock,
    remote,
  }) => {
    const keys = remote({ maxStale: '20m' });
    const verifier = verifierOf(issuer, keys);
    const token = await serviceToken(issuer, { resource });
    assert.ok(await verifier.verifyAsync(token));
    await proxy.stop();
    clock.pass(FRESH + 20 * 60 - 1);
    assert.ok(await verifier.verifyAsync(token));
    await eventually(() => keys.lastError !== undefined);
    assert.ok(await verifier.verifyAsync(token));
    clock.pass(1);
    await refused(lib, verifier.verifyAsync(token), FAILED);
    assert.equal(keys.jwkSet, undefined);
    await proxy.start();
    clock.pass(1);
    assert.ok(await verifier.verifyAsync(token));
  });

  test('while no keys can be had, the client is not to blame', async (context) => {
    const { issuer, proxy, remote } = context;
    const authorization = `Bearer ${await serviceToken(issuer, { resource })}`;
    const request = new Request('https://api.example/', { headers: { authorization } });
    for (const disturbance of [slowBy(2500), brokenOff, cutShort, answered(500), enormous({})]) {
      proxy.disturb(JWKS, disturbance);
      const verifier = verifierOf(issuer, remote({ timeout: LATE.timeout }));
      const { response } = await verifier.verifyRequest(request);
      assert.deepEqual([response.status, response.headers.get('retry-after')], [503, '5']);
    }
  });

  test('late, but within the timeout: no harm', async ({ issuer, proxy, remote }) => {
    for (const path of [METADATA, JWKS]) proxy.disturb(path, slowBy(50));
    const verifier = verifierOf(issuer, remote());
    assert.ok(await verifier.verifyAsync(await serviceToken(issuer, { resource })));
  });
}
