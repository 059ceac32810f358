// Two copies of the package in one process, as they come from two versions in one tree of dependencies, or
// from a bundle beside its own package: each has a module and a memory of its own, and a handle of one is
// a number that means something else to the other.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loop, report } from '../support/loop.mjs';
import { withPackedPackage } from '../support/pack.mjs';

const OF_ANOTHER_COPY = { name: 'JoseError', code: 'ERR_API_MISUSE' };
const NO_CLAIM = { audience: null, requiredClaims: [] };

const secretOf = (number) => Buffer.alloc(32, number);
function tokenBy(number) {
  const signed = 'eyJhbGciOiJIUzI1NiJ9.e30';
  const signature = createHmac('sha256', secretOf(number)).update(signed).digest('base64url');
  return `${signed}.${signature}`;
}

const passed = await withPackedPackage(async ({ folder, installed }) => {
  const { test, run } = loop();
  const copyAt = async (name) => {
    const place = join(folder, name);
    await cp(installed, place, { recursive: true });
    return import(pathToFileURL(join(place, 'dist', 'inline.js')).href);
  };
  const one = await copyAt('one');
  const other = await copyAt('other');
  const jwks = { keys: [{ kty: 'oct', k: secretOf(1).toString('base64url'), alg: 'HS256' }] };

  test('each copy verifies by its own keys, whatever the other imports meanwhile', () => {
    const keys = Array.from({ length: 6 }, (_, number) => {
      const lib = number % 2 === 0 ? one : other;
      return { lib, number, key: lib.importKey(secretOf(number), 'HS256') };
    });
    for (const { lib, number, key } of keys) {
      assert.ok(lib.verify(tokenBy(number), key, NO_CLAIM));
      assert.throws(() => lib.verify(tokenBy(number + 1), key, NO_CLAIM), {
        code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      });
    }
    keys[0].key[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
    assert.ok(other.verify(tokenBy(1), keys[1].key, NO_CLAIM), 'what one returns the other keeps');
  });

  test('a key or a set of the other copy is refused, and the message says why', () => {
    const key = one.importKey(secretOf(1), 'HS256');
    const set = one.importJwkSet(jwks);
    for (const foreign of [key, set]) {
      const isToldApart = { ...OF_ANOTHER_COPY, message: /this copy of the package/ };
      assert.throws(() => other.verify(tokenBy(1), foreign), isToldApart);
      assert.throws(() => other.compactVerify(tokenBy(1), foreign), isToldApart);
      assert.throws(() => other.createVerifier({ keys: foreign }), OF_ANOTHER_COPY);
      assert.equal(other.inspect(tokenBy(1), foreign).checks[0].code, 'ERR_API_MISUSE');
      assert.throws(() => other.exportJwk(foreign), OF_ANOTHER_COPY);
      assert.ok(one.verify(tokenBy(1), foreign, NO_CLAIM), 'its own copy still takes it');
    }
  });

  test('a signing key of the other copy signs nothing', async () => {
    const key = await one.importSigningKey(secretOf(1), 'HS256');
    await assert.rejects(other.sign({}, key), OF_ANOTHER_COPY);
    assert.throws(() => other.createSigner({ key }), OF_ANOTHER_COPY);
    await assert.rejects(
      other.importSigningKey(key.cryptoKey, 'HS256', { verifyingKey: key.verifyingKey() }),
      OF_ANOTHER_COPY,
    );
    const again = await other.importSigningKey(key.cryptoKey, 'HS256');
    assert.ok(await other.sign({}, again), 'the CryptoKey is the runtime’s, and may be passed on');
  });

  test('errors of the two are told apart by class, and alike by code', () => {
    assert.notEqual(one.JoseError, other.JoseError);
    const codes = [one, other].map(({ decode }) => {
      try {
        return decode('a.b.c');
      } catch (error) {
        return `${error.name} ${error.code}`;
      }
    });
    assert.deepEqual(codes, ['JoseError ERR_JWS_INVALID', 'JoseError ERR_JWS_INVALID']);
  });

  test('import and require of one installation are one copy', async () => {
    const require = createRequire(join(folder, 'index.cjs'));
    const imported = await import(pathToFileURL(require.resolve('edge-jwt')).href);
    const key = require('edge-jwt').importKey(secretOf(1), 'HS256');
    assert.ok(imported.verify(tokenBy(1), key, NO_CLAIM));
  });

  return report('copies', await run());
});
if (!passed) process.exitCode = 1;
