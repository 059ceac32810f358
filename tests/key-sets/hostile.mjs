// Answers that are slow, broken, huge, somewhere else, or not what they should be.

import assert from 'node:assert/strict';
import { json, status } from './issuer.mjs';
import { refused } from '../support/refusal.mjs';
import { eventually, withRequestsRefusing } from '../support/runtime.mjs';

const MEBIBYTE = 1024 * 1024;

export default function ({ test, lib, issuer, remote }) {
  const failed = (options, pattern) =>
    refused(lib, remote(options).keysFor({}), 'ERR_JWKS_FETCH_FAILED', pattern);
  const invalid = (options) => refused(lib, remote(options).keysFor({}), 'ERR_JWKS_INVALID');

  test('slow: no answer within the timeout', async () => {
    let closed = false;
    issuer.answer((request) => request.on('close', () => (closed = true)));
    const keys = remote({ timeout: 0.05 });
    const error = await refused(lib, keys.keysFor({}), 'ERR_JWKS_TIMEOUT');
    assert.equal(keys.lastError, error);
    await eventually(() => closed);
  });

  test('slow: a body that never ends, and one that comes a byte at a time', async () => {
    issuer.answer((_, response) => response.writeHead(200).write('{"keys":['));
    await refused(lib, remote({ timeout: 0.05 }).keysFor({}), 'ERR_JWKS_TIMEOUT');
    let closed = false;
    issuer.answer((_, response) => {
      const timer = setInterval(() => response.write(' '), 5);
      response.on('close', () => {
        closed = true;
        clearInterval(timer);
      });
    });
    await refused(lib, remote({ timeout: '0.1s' }).keysFor({}), 'ERR_JWKS_TIMEOUT');
    await eventually(() => closed);
  });

  test('slow: a fetch or a body that heeds no signal', async () => {
    const never = new Promise(() => {});
    const body = { getReader: () => ({ read: () => never, cancel: async () => {} }) };
    for (const fetch of [
      () => never,
      async () => ({ status: 200, headers: new Headers(), body }),
    ]) {
      await refused(lib, remote({ fetch, timeout: 0.05 }).keysFor({}), 'ERR_JWKS_TIMEOUT');
    }
  });

  test('truncated: less than Content-Length says, and a chunked body that breaks off', async () => {
    issuer.answer((_, response) => {
      response.writeHead(200, { 'content-length': 500 }).write('{"keys":[]}');
      setTimeout(() => response.destroy(), 20);
    });
    assert.ok((await failed()).cause instanceof Error);
    issuer.answer((_, response) => {
      response.writeHead(200).write('{"keys":[]}');
      setTimeout(() => response.destroy(), 20);
    });
    await failed();
  });

  test('redirected: never followed', async () => {
    issuer.routes.set(
      '/elsewhere',
      json(() => issuer.jwks()),
    );
    for (const code of [301, 302, 303, 307, 308]) {
      issuer.answer(status(code, { location: '/elsewhere' }));
      assert.ok((await failed()).cause instanceof Error);
    }
    assert.equal(issuer.countOf('/elsewhere'), 0);
  });

  test('redirected: nor where a runtime knows no way to say so but "manual"', async () => {
    issuer.routes.set(
      '/elsewhere',
      json(() => issuer.jwks()),
    );
    issuer.answer(status(302, { location: '/elsewhere' }));
    const isRefused = ({ redirect, cache }) => redirect === 'error' || cache !== undefined;
    await withRequestsRefusing(isRefused, async () => {
      await failed({}, /status 302/);
      let asked;
      issuer.answerWith();
      const fetch = (url, init) => globalThis.fetch(url, (asked = init));
      assert.ok(await remote({ fetch }).keysFor({}));
      assert.deepEqual(
        [asked.redirect, asked.credentials, 'cache' in asked],
        ['manual', 'omit', false],
      );
    });
    assert.equal(issuer.countOf('/elsewhere'), 0);
  });

  test('redirected: an answer of a fetch that followed is not taken', async () => {
    issuer.routes.set(
      '/elsewhere',
      json(() => issuer.jwks()),
    );
    issuer.answer(status(302, { location: '/elsewhere' }));
    const fetch = (url, init) => globalThis.fetch(url, { ...init, redirect: 'follow' });
    await failed({ fetch }, /redirected/);
  });

  test('any status but 200', async () => {
    for (const code of [201, 204, 206, 304, 400, 401, 403, 404, 410, 429, 500, 503]) {
      issuer.answer(status(code));
      const before = issuer.hits.length;
      await failed({}, new RegExp(`status ${code}`));
      assert.equal(issuer.hits.length, before + 1);
    }
  });

  test('the body of another status is not waited for', async () => {
    issuer.answer((_, response) => response.writeHead(500).write('canary'));
    await failed({}, /status 500/);
  });

  test('nobody there', async () => {
    const { port } = issuer;
    const options = { allowInsecureLoopback: true };
    const keys = lib.createRemoteJwkSet(`http://[::1]:${port}/jwks?secret=canary`, options);
    const error = await refused(lib, keys.keysFor({}), 'ERR_JWKS_FETCH_FAILED');
    assert.ok(error.cause instanceof Error);
    const broken = () => {
      throw new RangeError('mine');
    };
    assert.ok((await failed({ fetch: broken })).cause instanceof RangeError);
  });

  test('50 MB: dropped early, with or without an honest Content-Length', async () => {
    const chunk = Buffer.alloc(65_536, ' ');
    for (const headers of [{ 'content-length': 50 * MEBIBYTE }, {}]) {
      let sent = 0;
      let closed = false;
      issuer.answer((_, response) => {
        response.writeHead(200, headers);
        response.on('close', () => (closed = true));
        const write = () => {
          while (!closed && sent < 50 * MEBIBYTE) {
            sent += chunk.length;
            if (!response.write(chunk)) return response.once('drain', write);
          }
          return response.end();
        };
        write();
      });
      await failed({}, /longer than 1048576 bytes/);
      await eventually(() => closed);
      assert.ok(sent < 25 * MEBIBYTE, `${sent} bytes were taken off the server`);
    }
  });

  test('a small body that unpacks to a large one', async () => {
    const { gzipSync } = await import('node:zlib');
    const packed = gzipSync(Buffer.alloc(50 * MEBIBYTE, ' '));
    issuer.answer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    });
    await failed({}, /longer than/);
  });

  test('maxResponseBytes is the most that is read, to the byte', async () => {
    const length = JSON.stringify(issuer.jwks()).length;
    assert.ok(await remote({ maxResponseBytes: length }).keysFor({}));
    await failed({ maxResponseBytes: length - 1 }, /longer than/);
    issuer.answer((_, response) => response.end('{"keys":[]}'.padEnd(MEBIBYTE)));
    assert.ok(await remote().keysFor({}));
    issuer.answer((_, response) => response.end('{"keys":[]}'.padEnd(MEBIBYTE + 1)));
    await failed();
  });

  test('content that is no JWK Set', async () => {
    for (const text of [
      '',
      '<!doctype html><p>canary',
      '[]',
      '{}',
      '{"keys":[]',
      '\ufeff{"keys":[]}',
    ]) {
      issuer.answer((_, response) => response.end(text));
      await invalid();
    }
    issuer.answer((_, response) =>
      response.writeHead(200).end(Buffer.from('{"keys":[],"a":"\xff"}', 'latin1')),
    );
    await failed();
  });

  test('text in chunks that cut a character in two', async () => {
    const bytes = Buffer.from(JSON.stringify({ ...issuer.jwks(), note: 'Žofie 🗝️' }));
    const fetch = async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
            controller.close();
          },
        }),
      );
    assert.equal((await remote({ fetch }).keysFor({})).keys.length, 1);
  });

  test('private keys and shared secrets that were published', async () => {
    const [jwk] = issuer.jwks().keys;
    for (const keys of [
      [{ ...jwk, d: jwk.x }],
      [{ kty: 'oct', alg: 'HS256', k: 'A'.repeat(86) }],
      [jwk, { kty: 'oct', alg: 'HS256', k: 'A'.repeat(86) }],
    ]) {
      issuer.answer(json(() => ({ keys })));
      await invalid();
    }
  });

  test('a member that cannot be used spoils no other', async () => {
    issuer.answer(json(() => ({ keys: [{ kty: 'RSA' }, ...issuer.jwks().keys] })));
    const set = await remote().keysFor({});
    assert.deepEqual([set.keys.length, set.skipped.length], [1, 1]);
    assert.ok(lib.verify(await issuer.token('one'), set));
  });

  test('URLs in a token are never followed', async () => {
    const keys = remote();
    const header = {
      alg: 'ES256',
      kid: 'one',
      jku: `${issuer.origin}/evil`,
      x5u: `${issuer.origin}/evil`,
    };
    await keys.keysFor(header);
    assert.deepEqual(
      issuer.hits.map(({ url }) => url),
      ['/jwks'],
    );
  });

  test('messages show no query', async () => {
    issuer.answer(status(500));
    const options = { allowInsecureLoopback: true };
    const keys = lib.createRemoteJwkSet(`${issuer.url}?api-key=canary`, options);
    const error = await refused(lib, keys.keysFor({}), 'ERR_JWKS_FETCH_FAILED');
    assert.ok(error.message.startsWith(`${issuer.url} responded`), error.message);
    assert.equal(issuer.hits[0].url, '/jwks?api-key=canary');
  });
}
