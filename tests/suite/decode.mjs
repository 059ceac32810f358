// decode: it shows what a token says and decides nothing.

import { encode } from './support/base64url.mjs';
import { withSegment } from './support/tokens.mjs';

export default function ({ test, assert, lib, fixtures, claims, sign, goodToken, rejects }) {
  for (const { alg, tokens } of fixtures.algorithms) {
    test(`reads the ${alg} tokens of other implementations without a key`, () => {
      for (const { by, token } of tokens) {
        const { protectedHeader, payload, signature } = lib.decode(token);
        assert.equal(protectedHeader.alg, alg, by);
        assert.deepEqual(payload, claims, by);
        assert.equal(encode(signature), token.split('.')[2], by);
      }
    });
  }

  test('checks nothing but the form: expired, unsigned and "none" tokens are shown', () => {
    assert.equal(lib.decode(sign({ exp: 1 })).payload.exp, 1);
    const unsigned = lib.decode(withSegment(goodToken, 'signature', () => ''));
    assert.equal(unsigned.signature.length, 0);
    const none = `${encode('{"alg":"none"}')}.${encode('{"sub":"anyone"}')}.`;
    assert.equal(lib.decode(none).protectedHeader.alg, 'none');
  });

  test('shows an unknown algorithm and a header that no verification would accept', () => {
    const token = sign({ sub: 'x' }, { alg: 'XYZ', jku: 'https://attacker.example' });
    assert.deepEqual(lib.decode(token).protectedHeader, {
      alg: 'XYZ',
      jku: 'https://attacker.example',
    });
  });

  test('text outside ASCII comes through unchanged', () => {
    const text = 'Žofie 🗝️ \u0000 \u2028 中文 עברית';
    assert.equal(lib.decode(sign({ text })).payload.text, text);
    assert.equal(lib.decode(sign('{"text":"\\ud83d\\udddd"}')).payload.text, '🗝');
  });

  test('numbers come through as JSON.parse reads them', () => {
    const numbers = '{"a":9007199254740993,"b":-0,"c":1.5e3,"d":5e-324,"e":0.1}';
    assert.deepEqual(lib.decode(sign(numbers)).payload, JSON.parse(numbers));
  });

  test('the signature is a copy of its own, not a view into the module', () => {
    const { signature } = lib.decode(goodToken);
    assert.equal(signature.byteOffset, 0);
    assert.equal(signature.buffer.byteLength, signature.length);
  });

  test('a payload that is not a JSON object is no JWT (RFC 7519 §7.2 step 10)', () => {
    for (const payload of ['[]', '"text"', 'null', '1', 'true', '', 'canary', '{"a":1']) {
      const token = sign(payload);
      rejects(() => lib.decode(token), 'ERR_JWT_INVALID', { token });
    }
  });

  test('what is neither text nor bytes is a mistake of the caller', () => {
    for (const token of [undefined, null, 1, {}, [goodToken], new ArrayBuffer(3), Symbol('t')]) {
      rejects(() => lib.decode(token), 'ERR_API_MISUSE');
    }
    rejects(() => lib.decode(new String(goodToken)), 'ERR_API_MISUSE');
  });
}
