// What the packed package asks of its surroundings: nothing while it is imported, and little afterwards. It is
// bundled and run in a realm that has the language alone, with WebAssembly.

import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { loop, report } from '../support/loop.mjs';
import { withPackedPackage } from '../support/pack.mjs';

const ENTRIES = [
  'edge-jwt',
  'edge-jwt/inline',
  'edge-jwt/slim',
  'edge-jwt/hono',
  'edge-jwt/decode',
];
const OF_OTHER_HOSTS = [
  'window',
  'self',
  'document',
  'location',
  'Deno',
  'Bun',
  'caches',
  'Request',
];

/** An error of another realm is none of the classes of this one. */
const hasCode = (code) => (error) => error.code === code;

const passed = await withPackedPackage(async ({ folder }) => {
  const { test, run } = loop();
  const bundles = new Map();
  for (const entry of ENTRIES) bundles.set(entry, await bundled(entry, folder));
  const inContext = (globals) =>
    runInContext(`${bundles.get('edge-jwt')}\nlib`, createContext(globals));

  test('importing the package touches nothing of its environment', () => {
    const names = namesOfEnvironment();
    for (const name of [
      'TextDecoder',
      'TextEncoder',
      'WebAssembly',
      'crypto',
      'performance',
      'URL',
    ]) {
      assert.ok(names.includes(name), name);
    }
    for (const [entry, bundle] of bundles) {
      const touched = [];
      const context = createContext();
      for (const name of names) {
        const get = () => touched.push(name);
        Object.defineProperty(context, name, { get, configurable: true });
      }
      runInContext(bundle, context);
      assert.deepEqual(touched, [], entry);
    }
  });

  test('without TextEncoder and TextDecoder it decodes and verifies the same', () => {
    const lib = inContext({});
    const secret = new Uint8Array(32).fill(7);
    const key = lib.importKey(secret, 'HS256');
    for (const text of [
      'plain',
      'ä',
      '日本',
      '\u{1f511}',
      'a\u0000\u007f\u0080\u07ff\u0800\uffff',
      '\ufeff',
    ]) {
      const token = signed({ sub: text, exp: 4102444800 }, secret);
      assert.equal(lib.decode(token).payload.sub, text);
      assert.equal(lib.verify(token, key, { subject: text }).payload.sub, text);
      assert.throws(
        () => lib.verify(token, key, { subject: `${text}ä` }),
        hasCode('ERR_JWT_CLAIM_VALIDATION_FAILED'),
      );
      const fromText = lib.importKey(`a secret of 32 bytes or more: ${text}`, 'HS256', {
        encoding: 'utf8',
      });
      const bytes = new TextEncoder().encode(`a secret of 32 bytes or more: ${text}`);
      const other = signed({ exp: 4102444800 }, bytes);
      assert.ok(lib.verify(other, fromText));
    }
  });

  test('edge-jwt/decode needs atob alone, and brings nothing of the module', () => {
    const { atob } = globalThis;
    const bundle = bundles.get('edge-jwt/decode');
    assert.ok(bundle.length < 15_000 && !/WebAssembly/.test(bundle), `${bundle.length}`);
    const context = createContext({ atob });
    runInContext('delete globalThis.WebAssembly', context);
    const lib = runInContext(`${bundle}\nlib`, context);
    for (const text of ['plain', 'ä', '日本', '\u{1f511}%25', '\ufeff']) {
      const token = signed({ sub: text, exp: 4102444800 }, new Uint8Array(32));
      assert.equal(lib.decode(token).payload.sub, text);
      assert.equal(lib.isExpired(token), false);
      assert.equal(lib.expiresAt(token).toISOString(), '2100-01-01T00:00:00.000Z');
    }
    assert.throws(() => lib.decode('a.b.c'), hasCode('ERR_JWS_INVALID'));
  });

  test('without TextDecoder a private key signs that is the bytes of a JWK', async () => {
    const { TextEncoder, crypto, btoa, atob } = globalThis;
    const lib = inContext({ TextEncoder, crypto, btoa, atob });
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const text = JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'Schlüssel' });
    const key = await lib.importSigningKey(new TextEncoder().encode(text), 'ES256');
    assert.equal(key.keyId, 'Schlüssel');
  });

  test('without TextEncoder half a surrogate pair in a token is refused all the same', () => {
    const lib = inContext({});
    const token = signed({ exp: 4102444800 }, new Uint8Array(32));
    for (const half of ['\ud83d', '\udd11']) {
      assert.throws(() => lib.decode(`${token}${half}`), hasCode('ERR_JWS_INVALID'));
    }
  });

  test('with what a set-up file takes from another realm it signs and verifies', async () => {
    const { TextDecoder, TextEncoder, crypto, btoa } = globalThis;
    const lib = inContext({ TextDecoder, TextEncoder, crypto, btoa });
    const secret = new TextEncoder().encode('a secret of thirty-two bytes, ä');
    const token = await lib.sign({ sub: 'ä' }, await lib.importSigningKey(secret, 'HS256'), {
      expiresIn: '1m',
    });
    assert.equal(lib.verify(token, lib.importKey(secret, 'HS256')).payload.sub, 'ä');
  });

  return report('surroundings', await run());
});
if (!passed) process.exitCode = 1;

/** What this Node has as globals and the language has not, and what browsers and other runtimes have. */
function namesOfEnvironment() {
  const ofLanguage = runInContext('Object.getOwnPropertyNames(globalThis)', createContext());
  const ofNode = Object.getOwnPropertyNames(globalThis).filter(
    (name) => !ofLanguage.includes(name),
  );
  return [...new Set([...ofNode, ...OF_OTHER_HOSTS, 'WebAssembly', 'console'])];
}

/** A script that leaves all exports of the entry in `lib`. */
async function bundled(entry, folder) {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${entry}'`, resolveDir: folder },
    ...{ bundle: true, write: false, format: 'iife', globalName: 'lib' },
  });
  return outputFiles[0].text;
}

function signed(claims, secret) {
  const parts = [{ alg: 'HS256' }, claims].map((part) => JSON.stringify(part));
  const input = parts.map((part) => Buffer.from(part).toString('base64url')).join('.');
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}
