// inspectKey: what key material is, and never an exception. The rules are held by
// tests/rust/inspection/key_material.rs; here is what JavaScript gets.

import { decode } from './support/base64url.mjs';
import { bytesOfPem } from './support/pem.mjs';

export default function ({ test, assert, lib, fixtures, algorithm, secret }) {
  const idsOf = ({ hints }) => hints.map(({ id }) => id);
  const formOf = (alg, form) =>
    fixtures.otherPrograms.keys.find((entry) => entry.algorithm === alg).forms[form];

  test('every key of every algorithm is told, and fits its algorithm', () => {
    for (const { alg, jwk, pem, der, raw } of fixtures.algorithms) {
      const of = { jwk, pem, der: der && decode(der), raw: raw && decode(raw) };
      for (const [form, material] of Object.entries(of)) {
        if (material === undefined) continue;
        const report = lib.inspectKey(material, alg);
        assert.equal(report.valid, true, `${alg} as ${form}`);
        assert.equal(report.error, undefined);
        assert.ok(report.algorithms.includes(alg), `${alg} as ${form}`);
      }
    }
  });

  test('a PEM of PKCS#1 is told, and so are certificates and private keys', () => {
    const pkcs1 = lib.inspectKey(formOf('RS256', 'RSAPublicKey'));
    assert.deepEqual(
      [pkcs1.format, pkcs1.kind, pkcs1.isSecret],
      ['pem', 'pkcs1-public-key', false],
    );
    assert.deepEqual(idsOf(pkcs1), ['pkcs1']);
    assert.deepEqual(pkcs1.algorithms, ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']);
    const certificate = lib.inspectKey(formOf('ES256', 'certificate, version 3'));
    assert.deepEqual(idsOf(certificate), ['certificate-not-validated']);
    const privateKey = lib.inspectKey(formOf('EdDSA', 'PrivateKeyInfo'));
    assert.deepEqual([privateKey.kind, privateKey.isSecret], ['pkcs8', true]);
    assert.deepEqual(idsOf(privateKey), ['private-key']);
  });

  test('a public key that a private one lacks is computed once, not for every algorithm', () => {
    const leastTimeOf = (action) => {
      const times = [1, 2, 3].map(() => {
        const since = performance.now();
        action();
        return performance.now() - since;
      });
      return Math.min(...times);
    };
    const pem = formOf('ES512', 'ECPrivateKey without public key');
    const once = leastTimeOf(() => lib.importKey(pem, 'ES512'));
    const der = bytesOfPem(pem);
    for (const material of [pem, der]) {
      assert.deepEqual(lib.inspectKey(material).algorithms, ['ES512']);
      // It was more than 15 times as long.
      assert.ok(leastTimeOf(() => lib.inspectKey(material)) < 6 * once);
    }
  });

  test('what is refused has the code and the message of importKey', () => {
    for (const { text, algorithm: alg, name } of fixtures.otherPrograms.unread) {
      let thrown;
      try {
        lib.importKey(text, alg);
      } catch (error) {
        thrown = { code: error.code, message: error.message };
      }
      const report = lib.inspectKey(text, alg);
      assert.deepEqual([report.valid, report.error], [false, thrown], name);
    }
  });

  test('secrets and key sets are told', () => {
    const random = lib.inspectKey(secret, 'HS256');
    assert.deepEqual([random.kind, random.valid, random.isSecret], ['secret', true, true]);
    assert.deepEqual(idsOf(random), []);
    const known = lib.inspectKey('a-string-secret-at-least-256-bits-long', 'HS256');
    assert.deepEqual(idsOf(known), ['known-secret', 'encoding-needed']);
    const set = lib.inspectKey({ keys: [algorithm('ES256').jwk] });
    assert.deepEqual([set.kind, set.algorithms, idsOf(set)], ['jwk-set', ['ES256'], ['jwk-set']]);
    const offered = lib.inspectKey(algorithm('RS256').pem, 'HS256');
    assert.equal(offered.error.code, 'ERR_JOSE_KEY_MISMATCH');
    assert.deepEqual(idsOf(offered), ['key-as-secret']);
  });

  test('never throws: arguments that are wrong are the error of the report', () => {
    const throwing = {
      get kty() {
        throw new Error('canary');
      },
    };
    const { pem } = algorithm('RS256');
    const calls = [
      () => lib.inspectKey(),
      () => lib.inspectKey(null),
      () => lib.inspectKey(1),
      () => lib.inspectKey([]),
      () => lib.inspectKey(throwing),
      () => lib.inspectKey({ kty: 1n }),
      () => lib.inspectKey('\ud800'),
      () => lib.inspectKey(pem, 'RS255'),
      () => lib.inspectKey(pem, ''),
      () => lib.inspectKey(pem, null),
    ];
    for (const call of calls) {
      const { valid, kind, error } = call();
      assert.deepEqual([valid, kind, error.code], [false, 'unknown', 'ERR_API_MISUSE'], `${call}`);
      assert.ok(!error.message.includes('canary'));
    }
    for (const material of ['', new Uint8Array(), 'x'.repeat(70_000), '{', '-----BEGIN ', {}]) {
      const { valid, error } = lib.inspectKey(material);
      assert.deepEqual([valid, typeof error.code], [false, 'string']);
    }
  });
}
