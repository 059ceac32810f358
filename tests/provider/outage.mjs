// The provider stops, or its answers come late, in part, from elsewhere, not at all, or never end.

import assert from 'node:assert/strict';
import { refused } from '../remote/refusal.mjs';
import { eventually } from '../remote/runtime.mjs';
import {
  answered,
  brokenOff,
  cutShort,
  enormous,
  JWKS,
  METADATA,
  slowBy,
  trickling,
} from './chaos.mjs';
import { serviceToken } from './flow.mjs';
import { apiOf } from './settings.mjs';

const COOLDOWN = 30;
const FRESH = 600;
const TIMEOUT = 0.2;
const MEBIBYTE = 1024 * 1024;
const FAILED = 'ERR_JWKS_FETCH_FAILED';
const LATE = { code: 'ERR_JWKS_TIMEOUT', pattern: /within the timeout/ };

export default function ({ test, lib }) {
  const resource = apiOf('ES256');
  const verifierOf = (issuer, keys) =>
    lib.createVerifier({ keys, issuer, audience: resource, typ: 'at+jwt' });

  /** What a client goes through: no keys yet, then keys, then keys that cannot be renewed. */
  async function endure(context, { begin, end, code, pattern }) {
    const { issuer, clock, remote } = context;
    const token = await serviceToken(issuer, { resource });
    const keys = remote({ timeout: TIMEOUT });
    const verifier = verifierOf(issuer, keys);

    await begin();
    const since = performance.now();
    await refused(lib, verifier.verifyAsync(token), code, pattern);
    assert.ok(performance.now() - since < TIMEOUT * 1000 + 2000, 'it takes no longer');

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

  /** One row for each fault: what is done to the answers of a path, and what is reported then. */
  const faults = [
    ['slower than the timeout', () => slowBy(1000), LATE],
    ['a byte at a time', () => trickling, LATE],
    ['broken off', () => brokenOff, { code: FAILED, pattern: /could not be fetched/ }],
    ['status 500', () => answered(500), { code: FAILED, pattern: /status 500/ }],
    [
      'redirected to where the true answer is',
      ({ provider }, path) => {
        return answered(302, { location: `http://127.0.0.1:${provider.port}${path}` });
      },
      { code: FAILED, pattern: /could not be fetched/ },
    ],
  ];
  for (const [name, disturbanceFor, outcome] of faults) {
    for (const path of [METADATA, JWKS]) {
      test(`${name}: ${path}`, (context) => {
        const { proxy } = context;
        const begin = () => proxy.disturb(path, disturbanceFor(context, path));
        return endure(context, { begin, end: proxy.calm, ...outcome });
      });
    }
  }

  for (const [path, outcome] of [
    [METADATA, { code: FAILED, pattern: /not a JSON object/ }],
    [JWKS, { code: 'ERR_JWKS_INVALID', pattern: /./ }],
  ]) {
    test(`cut short: ${path}`, (context) => {
      const begin = () => context.proxy.disturb(path, cutShort);
      return endure(context, { begin, end: context.proxy.calm, ...outcome });
    });
  }

  for (const path of [METADATA, JWKS]) {
    for (const headers of [{}, { 'content-length': 50 * MEBIBYTE }]) {
      const length = 'content-length' in headers ? 'announced' : 'not announced';
      test(`50 MB, ${length}: ${path}`, async (context) => {
        const { proxy } = context;
        const disturbance = enormous(headers);
        const begin = () => proxy.disturb(path, disturbance);
        const outcome = { code: FAILED, pattern: /longer than 1048576 bytes/ };
        await endure(context, { begin, end: proxy.calm, ...outcome });
        assert.equal(disturbance.times, 2);
        const { sent } = disturbance;
        assert.ok(sent < 25 * MEBIBYTE, `${sent} bytes were taken off the provider`);
      });
    }
  }

  test('stopped, with a proxy before it that goes on', (context) => {
    const { start: end, stop: begin } = context.provider;
    return endure(context, { begin, end, code: FAILED, pattern: /status 502/ });
  });

  test('stopped, and nobody there', (context) => {
    const { start: end, stop: begin } = context.proxy;
    return endure(context, { begin, end, code: FAILED, pattern: /could not be fetched/ });
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
    for (const disturbance of [slowBy(1000), brokenOff, answered(500), enormous({})]) {
      proxy.disturb(JWKS, disturbance);
      const verifier = verifierOf(issuer, remote({ timeout: TIMEOUT }));
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
