// compactVerify: a JWS with any payload.

import { decode, encode, utf8 } from './support/base64url.mjs';

export default function ({ test, assert, lib, fixtures, sign, key, goodToken, rejects }) {
  test('gives the payload as bytes, whatever they are', () => {
    for (const payload of [
      new Uint8Array(0),
      Uint8Array.of(0xff, 0, 0xc0),
      utf8('text'),
      utf8('{"exp":1}'),
    ]) {
      const verified = lib.compactVerify(sign(payload), key);
      assert.deepEqual([...verified.payload], [...payload]);
      assert.ok(verified.payload instanceof Uint8Array);
      assert.equal(verified.payload.buffer.byteLength, payload.length, 'a copy of its own');
      assert.deepEqual(verified.protectedHeader, { alg: 'HS256', typ: 'JWT' });
      assert.equal(verified.key, key);
    }
  });

  test('looks at no claim', () => {
    assert.ok(lib.compactVerify(sign({ exp: 1, nbf: 1e12, aud: 7 }), key));
  });

  for (const { alg, jwk, secret, tokens } of fixtures.algorithms) {
    test(`verifies the ${alg} tokens of other implementations, with a key and with a set`, () => {
      const imported = lib.importKey(jwk);
      const ofOneKind = fixtures.algorithms.filter((other) => !other.secret === !secret);
      const set = lib.importJwkSet({ keys: ofOneKind.map((other) => other.jwk) });
      for (const { by, token } of tokens) {
        const payload = decode(token.split('.')[1]);
        assert.deepEqual([...lib.compactVerify(token, imported).payload], [...payload], by);
        const fromSet = lib.compactVerify(token, set);
        assert.deepEqual([...fromSet.payload], [...payload], by);
        assert.equal(fromSet.key.algorithm, alg, by);
        assert.ok(set.keys.includes(fromSet.key), by);
      }
    });
  }

  test('refuses what is not signed by this key', () => {
    const [header, , signature] = goodToken.split('.');
    const token = `${header}.${encode('other')}.${signature}`;
    const code = 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED';
    rejects(() => lib.compactVerify(token, key), code, { token });
    const other = lib.importKey(new Uint8Array(32).fill(9), 'HS256');
    rejects(() => lib.compactVerify(goodToken, other), code, { token: goodToken });
    rejects(
      () => lib.compactVerify(goodToken, lib.importJwkSet({ keys: [] })),
      'ERR_JWKS_NO_MATCHING_KEY',
    );
  });

  test('holds the token to the allow-list and to the form', () => {
    const options = { algorithms: ['HS512'] };
    rejects(() => lib.compactVerify(goodToken, key, options), 'ERR_JOSE_ALG_NOT_ALLOWED');
    rejects(() => lib.compactVerify(`${goodToken}=`, key), 'ERR_JWS_INVALID');
    rejects(() => lib.compactVerify('', key), 'ERR_JWS_INVALID');
    rejects(() => lib.compactVerify(utf8(goodToken).buffer, key), 'ERR_API_MISUSE');
  });
}
