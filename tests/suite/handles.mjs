// Keys and sets hold memory of the module: using them after it was returned is an error, not chaos.

export default function ({ test, assert, lib, algorithm, claims, secret, goodToken, rejects }) {
  const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');

  test('a key that was disposed of verifies nothing any more', () => {
    const key = lib.importKey(secret, 'HS256');
    assert.ok(lib.verify(goodToken, key));
    key[dispose]();
    rejects(() => lib.verify(goodToken, key), 'ERR_API_MISUSE');
    rejects(() => lib.compactVerify(goodToken, key), 'ERR_API_MISUSE');
    rejects(() => key.verifySignature(new Uint8Array(1), new Uint8Array(1)), 'ERR_API_MISUSE');
    const { valid, checks } = lib.inspect(goodToken, key);
    assert.deepEqual([valid, checks[0].code], [false, 'ERR_API_MISUSE']);
    key[dispose]();
    assert.equal(key.algorithm, 'HS256', 'what it was can still be told');
  });

  test('a set that was disposed of takes its keys along', () => {
    const { jwk, tokens } = algorithm('ES256');
    const set = lib.importJwkSet({ keys: [jwk] });
    const { key } = lib.verify(tokens[0].token, set);
    set[dispose]();
    rejects(() => lib.verify(tokens[0].token, set), 'ERR_API_MISUSE');
    rejects(() => lib.verify(tokens[0].token, key), 'ERR_API_MISUSE');
    set[dispose]();
  });

  test('disposing of a key of a set leaves the set and the other keys alone', () => {
    const jwks = ['ES256', 'EdDSA'].map((alg) => algorithm(alg).jwk);
    const set = lib.importJwkSet({ keys: jwks });
    set.keys[0][dispose]();
    assert.ok(lib.verify(algorithm('EdDSA').tokens[0].token, set.keys[1]));
    assert.ok(
      lib.verify(algorithm('ES256').tokens[0].token, set),
      'the set has its own hold on it',
    );
  });

  test('a key from a set is a key like any other', () => {
    const set = lib.importJwkSet({ keys: [algorithm('RS256').jwk] });
    const { token } = algorithm('RS256').tokens[0];
    assert.deepEqual(lib.verify(token, set.keys[0]).payload, claims);
    assert.equal(lib.verify(token, set.keys[0]).key, set.keys[0]);
  });

  test('what only looks like a key is refused: no key is made without importing one', () => {
    const real = lib.importKey(secret, 'HS256');
    for (const key of [
      { algorithm: 'HS256' },
      Object.create(lib.VerifyingKey.prototype),
      Object.create(real),
      { ...real },
      new Proxy(real, {}),
      lib.VerifyingKey,
      real.algorithm,
    ]) {
      rejects(() => lib.verify(goodToken, key), 'ERR_API_MISUSE');
      rejects(() => lib.compactVerify(goodToken, key), 'ERR_API_MISUSE');
    }
    for (const make of [lib.VerifyingKey, lib.JwkSet]) {
      rejects(() => new make(), 'ERR_API_MISUSE');
      rejects(() => new make({ algorithm: 'HS256', free() {} }), 'ERR_API_MISUSE');
    }
    assert.ok(lib.verify(goodToken, real));
  });

  test('verifySignature takes bytes and nothing else', () => {
    const key = lib.importKey(secret, 'HS256');
    const bytes = new Uint8Array(32);
    for (const wrong of [undefined, null, 'text', [1, 2], 1, new Uint16Array(2), {}]) {
      rejects(() => key.verifySignature(wrong, bytes), 'ERR_API_MISUSE');
      rejects(() => key.verifySignature(bytes, wrong), 'ERR_API_MISUSE');
    }
    assert.equal(key.verifySignature(bytes, bytes), false);
    assert.equal(
      key.verifySignature(bytes.buffer, bytes.buffer),
      false,
      'an ArrayBuffer is bytes too',
    );
  });

  test('thousands of keys come and go', () => {
    const { jwk } = algorithm('HS256');
    for (let i = 0; i < 3000; i += 1) lib.importKey(jwk)[dispose]();
    const { jwk: ed25519 } = algorithm('EdDSA');
    for (let i = 0; i < 200; i += 1) lib.importJwkSet({ keys: [ed25519] })[dispose]();
    for (let i = 0; i < 500; i += 1) lib.importKey(jwk);
    assert.ok(lib.verify(goodToken, lib.importKey(secret, 'HS256')));
  });
}
