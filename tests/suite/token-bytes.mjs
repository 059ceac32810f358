// A token that comes as bytes is the token that its text is.

import { utf8 } from './support/base64url.mjs';

export default function ({ test, assert, lib, sign, key, goodToken, rejects, fixtures }) {
  const verifier = () => lib.createVerifier({ keys: key, cache: true });
  const ways = {
    verify: (token, options) => lib.verify(token, key, options),
    decode: (token, options) => lib.decode(token, options),
    decodeProtectedHeader: (token, options) => lib.decodeProtectedHeader(token, options),
    compactVerify: (token, options) => lib.compactVerify(token, key, options),
    'verify of a verifier': (token, options) =>
      lib.createVerifier({ keys: key, ...options }).verify(token),
  };

  for (const [name, way] of Object.entries(ways)) {
    test(`${name}: bytes give what the text gives`, () => {
      const { key: _, ...expected } = way(goodToken);
      const { key: __, ...found } = way(utf8(goodToken));
      assert.deepEqual(found, expected);
      // A part of a larger buffer, and a copy in another one.
      const around = utf8(`xx${goodToken}yy`).subarray(2, -2);
      const { key: ___, ...part } = way(around);
      assert.deepEqual(part, expected);
    });

    test(`${name}: bytes that are no token are refused as any other bad token is`, () => {
      // What comes after the header is none of its business.
      const atTheEnd = name === 'decodeProtectedHeader' ? [] : [`${goodToken}=`, `${goodToken} `];
      for (const bad of ['', 'x', 'a.b.c', `\ufeff${goodToken}`, ...atTheEnd]) {
        rejects(() => way(utf8(bad)), 'ERR_JWS_INVALID');
      }
      for (const byte of [0, 0x7f, 0x80, 0xe9, 0xff]) {
        const bytes = utf8(goodToken);
        bytes[3] = byte;
        rejects(() => way(bytes), 'ERR_JWS_INVALID');
      }
    });

    test(`${name}: limits hold before bytes are copied`, () => {
      const copied = [];
      const { fromCharCode } = String;
      String.fromCharCode = (...codes) => {
        copied.push(codes.length);
        return fromCharCode(...codes);
      };
      try {
        rejects(() => way(new Uint8Array(10_000_000).fill(0x61)), 'ERR_JOSE_LIMIT_EXCEEDED');
        const limits = { tokenLength: goodToken.length - 1 };
        rejects(() => way(utf8(goodToken), { limits }), 'ERR_JOSE_LIMIT_EXCEEDED');
      } finally {
        String.fromCharCode = fromCharCode;
      }
      const total = copied.reduce((sum, count) => sum + count, 0);
      assert.ok(total <= 262_145 + goodToken.length, `${total} bytes were copied`);
      const limits = { tokenLength: goodToken.length };
      way(utf8(goodToken), { limits });
    });

    test(`${name}: other views and buffers are no token`, () => {
      const bytes = utf8(goodToken);
      const others = [bytes.buffer, new DataView(bytes.buffer), [...bytes], new Uint16Array(4)];
      for (const other of [...others, { length: 1, 0: 97 }, new Uint8ClampedArray(3)]) {
        rejects(() => way(other), 'ERR_API_MISUSE');
      }
    });
  }

  test('inspect reads bytes, and reports bad ones', () => {
    assert.deepEqual(lib.inspect(utf8(goodToken), key), lib.inspect(goodToken, key));
    const bad = new Uint8Array(9).fill(0xff);
    assert.equal(lib.inspect(bad, key).valid, false);
    assert.equal(lib.inspect(bad, key).checks[0].code, 'ERR_JWS_INVALID');
    const long = lib.inspect(new Uint8Array(300_000).fill(0x61));
    assert.equal(long.checks[0].code, lib.inspect('a'.repeat(300_000)).checks[0].code);
  });

  test('kinds of tokens, proofs and verifyAsync take bytes too', async () => {
    const at = sign({ iss: 'i', aud: 'c', sub: 's', iat: 1, exp: 9_999_999_999 });
    const options = { issuer: 'i', clientId: 'c' };
    assert.equal(lib.verifyIdToken(utf8(at), key, options).payload.sub, 's');
    assert.ok((await verifier().verifyAsync(utf8(goodToken))).payload);
    const { proofs, request } = fixtures.dpop;
    const options1 = { ...request, currentDate: new Date(fixtures.dpop.at * 1000) };
    assert.equal(lib.verifyDpopProof(utf8(proofs.good), options1).payload.jti, 'proof-1');
  });

  test('bytes that change later change nothing, and a cache knows a token in both forms', () => {
    const one = verifier();
    const bytes = utf8(goodToken);
    const first = one.verify(bytes);
    bytes.fill(0);
    assert.deepEqual(one.verify(goodToken).payload, first.payload);
    rejects(() => one.verify(bytes), 'ERR_JWS_INVALID');
  });
}
