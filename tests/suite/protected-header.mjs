// decodeProtectedHeader: the header alone, of whatever has one.

import { encode } from './support/base64url.mjs';

const JWE =
  'OKOawDo13gRp2ojaHV7LFpZcgV7T6DVZKTyKOMTYUmKo.48V1_ALb6US04U3b.5eym8TW_c8SuK0l.XFBoMYUZod';

export default function ({ test, assert, lib, sign, goodToken, rejects }) {
  const segment = (header) => encode(typeof header === 'string' ? header : JSON.stringify(header));
  const refuses = (token, code, options) =>
    rejects(() => lib.decodeProtectedHeader(token, options), code, { token });

  test('it is that of decode, where decode reads the token', () => {
    const header = lib.decodeProtectedHeader(goodToken);
    assert.deepEqual(header, lib.decode(goodToken).protectedHeader);
  });

  test('a JWE, a payload that is no JSON, none at all: none of that is looked at', () => {
    const jwe = { alg: 'RSA-OAEP', enc: 'A256GCM', kid: '2026-11' };
    assert.deepEqual(lib.decodeProtectedHeader(`${segment(jwe)}.${JWE}`), jwe);
    assert.deepEqual(lib.decodeProtectedHeader(`${segment(jwe)}..a.b.c`), jwe);
    const jws = { alg: 'HS256', typ: 'application/octet-stream' };
    for (const rest of ['bm8gSlNPTg.AAAA', '.AAAA', 'e30.', '.', '***.ž']) {
      assert.deepEqual(lib.decodeProtectedHeader(`${segment(jws)}.${rest}`), jws);
    }
    rejects(() => lib.decode(`${segment(jwe)}.${JWE}`), 'ERR_JOSE_NOT_SUPPORTED');
  });

  test('alg is there and a string; other members may be anything', () => {
    const header = { alg: 'none', kid: 7, typ: null, jwk: 'x', x5c: {}, crit: [], enc: false };
    assert.deepEqual(lib.decodeProtectedHeader(`${segment(header)}.e30.`), header);
    for (const bad of [{}, { alg: null }, { alg: 1 }, { alg: ['HS256'] }, [], null, 'alg', '']) {
      refuses(`${segment(bad)}.e30.AAAA`, 'ERR_JWS_INVALID');
    }
    for (const text of [
      '{"alg":"a","alg":"a"}',
      '{"alg":"a",}',
      '\ufeff{"alg":"a"}',
      '{"alg":"a"} x',
    ]) {
      refuses(`${segment(text)}.e30.AAAA`, 'ERR_JWS_INVALID');
    }
    const own = lib.decodeProtectedHeader(`${segment('{"alg":"a","__proto__":{"x":1}}')}.e30.`);
    assert.ok(Object.hasOwn(own, '__proto__') && own.x === undefined);
  });

  test('three segments or five, the first in strict base64url', () => {
    const header = segment({ alg: 'HS256' });
    for (const count of [1, 2, 3, 4, 5, 6]) {
      const token = [header, ...Array(count - 1).fill('e30')].join('.');
      if (count === 3 || count === 5) assert.equal(lib.decodeProtectedHeader(token).alg, 'HS256');
      else refuses(token, 'ERR_JWS_INVALID');
    }
    for (const first of [`${header}=`, ` ${header}`, `${header}A`, '', '\ud800', 'é']) {
      refuses(`${first}.e30.AAAA`, 'ERR_JWS_INVALID');
    }
    const padded = `${segment({ alg: 'HS2567' })}==`;
    const options = { acceptPadding: true };
    assert.equal(lib.decodeProtectedHeader(`${padded}.e30.AAAA`, options).alg, 'HS2567');
  });

  test('limits and options are those of decode', () => {
    const token = sign({}, { alg: 'HS256', deep: [[]] });
    for (const limits of [
      { tokenLength: token.length - 1 },
      { headerLength: 9 },
      { jsonDepth: 2 },
    ]) {
      refuses(token, 'ERR_JOSE_LIMIT_EXCEEDED', { limits });
    }
    refuses(`${token}${'A'.repeat(262_144)}`, 'ERR_JOSE_LIMIT_EXCEEDED');
    for (const options of [null, { limit: {} }, { issuer: 'i' }]) {
      refuses(token, 'ERR_API_MISUSE', options);
    }
    for (const nothing of [undefined, null, 1, {}, [token]]) {
      refuses(nothing, 'ERR_API_MISUSE');
    }
  });
}
