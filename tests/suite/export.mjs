// exportJwk and exportPem, held to what node:crypto and jose write for the same key.

export default function ({ test, assert, lib, fixtures, algorithm, secret, rejects }) {
  const publicKeys = fixtures.algorithms.filter(({ pem }) => pem !== undefined);

  for (const { alg, jwk, pem, joseJwk, tokens } of publicKeys) {
    test(`${alg}: a key is exported as node:crypto and jose export it`, () => {
      for (const key of [
        lib.importKey(jwk),
        lib.importKey(pem, alg, { keyId: jwk.kid }),
        lib.importJwkSet({ keys: [jwk] }).keys[0],
      ]) {
        assert.equal(lib.exportPem(key), pem, 'byte for byte');
        const exported = lib.exportJwk(key);
        const { kid } = jwk;
        assert.deepEqual(sorted(exported), sorted({ ...joseJwk, alg, kid, use: 'sig' }));
        const again = lib.importKey(exported);
        assert.deepEqual(lib.verify(tokens[0].token, again).payload, fixtures.claims);
        assert.equal(lib.calculateJwkThumbprint(exported), lib.calculateJwkThumbprint(jwk));
      }
    });
  }

  test('a key without a key ID is exported without one', () => {
    const { pem } = algorithm('ES256');
    assert.ok(!('kid' in lib.exportJwk(lib.importKey(pem, 'ES256'))));
  });

  test('PEM has lines of 64 characters, ended by line feeds', () => {
    const lines = lib.exportPem(lib.importKey(algorithm('RS256').jwk)).split('\n');
    assert.equal(lines[0], '-----BEGIN PUBLIC KEY-----');
    assert.equal(lines.at(-2), '-----END PUBLIC KEY-----');
    assert.equal(lines.at(-1), '');
    const body = lines.slice(1, -2);
    assert.ok(body.slice(0, -1).every((line) => line.length === 64));
    assert.ok(body.at(-1).length <= 64);
  });

  test('an exported JWK is a plain object of its own', () => {
    const key = lib.importKey(algorithm('EdDSA').jwk);
    const exported = lib.exportJwk(key);
    assert.equal(Object.getPrototypeOf(exported), Object.prototype);
    exported.x = 'changed';
    assert.equal(lib.exportJwk(key).x, algorithm('EdDSA').jwk.x);
  });

  test('a shared secret is never given out again', () => {
    for (const { jwk } of fixtures.algorithms.filter(({ secret: own }) => own !== undefined)) {
      for (const key of [lib.importKey(jwk), lib.importKey(secret, jwk.alg)]) {
        rejects(() => lib.exportJwk(key), 'ERR_API_MISUSE', { material: jwk });
        rejects(() => lib.exportPem(key), 'ERR_API_MISUSE', { material: secret });
      }
    }
  });

  test('what is no key of this package is a mistake of the caller', () => {
    const { jwk } = algorithm('ES256');
    const disposed = lib.importKey(jwk);
    disposed[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
    const set = lib.importJwkSet({ keys: [jwk] });
    for (const nothing of [undefined, null, {}, jwk, 'key', set, disposed]) {
      rejects(() => lib.exportJwk(nothing), 'ERR_API_MISUSE');
      rejects(() => lib.exportPem(nothing), 'ERR_API_MISUSE');
    }
  });
}

const sorted = (object) => Object.fromEntries(Object.entries(object).sort());
