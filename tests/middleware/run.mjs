// `edge-jwt/hono` in an app of Hono, with the packed package: tokens, and the preflights of browsers.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { loop, report } from '../support/loop.mjs';
import { withPackedPackage } from '../support/pack.mjs';

const ORIGIN = 'https://app.example';
const PREFLIGHT = {
  method: 'OPTIONS',
  headers: {
    origin: ORIGIN,
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'authorization',
  },
};

const passed = await withPackedPackage(async ({ folder }) => {
  const { resolve } = createRequire(join(folder, 'index.js'));
  const load = (name) => import(pathToFileURL(resolve(name)).href);
  const { createVerifier, generateSecret, sign } = await load('edge-jwt');
  const { bearer } = await load('edge-jwt/hono');
  const { test, run } = loop();
  const key = await generateSecret('HS256');
  const token = await sign({ sub: 'user-1' }, key, { expiresIn: '1m' });
  const verifier = createVerifier({ keys: key.verifyingKey() });
  const withToken = { headers: { origin: ORIGIN, authorization: `Bearer ${token}` } };

  /** An app whose handler says that it ran, and for whom. */
  const appWith = (...middlewares) => {
    const app = new Hono();
    for (const middleware of middlewares) app.use('/orders', middleware);
    app.all('/orders', (c) => c.text(`handled for ${c.get('jwt')?.sub}`));
    return app;
  };
  const answer = async (app, init) => {
    const response = await app.request('/orders', init);
    return [response.status, await response.text()];
  };

  test('a good token passes, and its payload is in the context', async () => {
    assert.deepEqual(await answer(appWith(bearer(verifier)), withToken), [
      200,
      'handled for user-1',
    ]);
    assert.deepEqual(await answer(appWith(bearer(verifier)), {}), [401, '']);
  });

  test('a preflight reaches no handler unless that is asked for', async () => {
    for (const options of [undefined, {}, { realm: 'orders' }, { passPreflight: false }]) {
      assert.deepEqual(await answer(appWith(bearer(verifier, options)), PREFLIGHT), [204, '']);
    }
    for (const passPreflight of [1, 'true', {}]) {
      const app = appWith(bearer(verifier, { passPreflight }));
      assert.deepEqual(await answer(app, PREFLIGHT), [204, ''], 'nothing but true passes it');
    }
    Object.prototype.passPreflight = true;
    try {
      for (const options of [undefined, {}]) {
        const app = appWith(bearer(verifier, options));
        assert.deepEqual(await answer(app, PREFLIGHT), [204, ''], 'nobody asked for it');
      }
    } finally {
      delete Object.prototype.passPreflight;
    }
  });

  test('passPreflight lets preflights on, and nothing else without a token', async () => {
    const app = appWith(bearer(verifier, { passPreflight: true, realm: 'orders' }));
    assert.deepEqual(await answer(app, PREFLIGHT), [200, 'handled for undefined']);
    const { origin } = PREFLIGHT.headers;
    for (const init of [{}, { method: 'OPTIONS' }, { method: 'OPTIONS', headers: { origin } }]) {
      assert.deepEqual(await answer(app, init), [401, '']);
    }
    const withBadToken = { ...PREFLIGHT.headers, authorization: 'Bearer x' };
    assert.deepEqual(await answer(app, { ...PREFLIGHT, headers: withBadToken }), [401, '']);
  });

  test('cors() before the guard answers preflights, and lets a page read a refusal', async () => {
    const app = appWith(
      cors({ origin: ORIGIN, allowHeaders: ['authorization'] }),
      bearer(verifier),
    );
    const allowed = await app.request('/orders', PREFLIGHT);
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('access-control-allow-origin'), ORIGIN);
    assert.equal(allowed.headers.get('access-control-allow-headers'), 'authorization');
    const refused = await app.request('/orders', { headers: { origin: ORIGIN } });
    assert.equal(refused.status, 401);
    assert.equal(refused.headers.get('access-control-allow-origin'), ORIGIN);
    assert.deepEqual(await answer(app, withToken), [200, 'handled for user-1']);
  });

  return report('middleware', await run());
});
if (!passed) process.exitCode = 1;
