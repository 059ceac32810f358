// The bytes of a token: one spelling for one content, and nothing that two parsers read
// differently.

import { decode, encode, utf8 } from './support/base64url.mjs';
import { SEGMENTS, signSegments, withSegment } from './support/tokens.mjs';

export default function ({ test, assert, lib, claims, secret, sign, key, goodToken, rejects }) {
  const refuses = (code, token, options) => {
    rejects(() => lib.verify(token, key, options), code, { token });
    return token;
  };
  const refusesForm = (token, options) => {
    refuses('ERR_JWS_INVALID', token, options);
    rejects(() => lib.decode(token), 'ERR_JWS_INVALID', { token });
    rejects(() => lib.compactVerify(token, key), 'ERR_JWS_INVALID', { token });
  };

  test('a token has exactly three segments (RFC 7515 §7.1)', () => {
    const [header, payload, signature] = goodToken.split('.');
    for (const token of [
      '',
      '.',
      header,
      `${header}.${payload}`,
      `${goodToken}.`,
      `.${goodToken}`,
      `${goodToken}.${signature}`,
      `${header}..${payload}.${signature}`,
      `${goodToken}.x.x.x.x.x.x.x`,
      '..',
      '...',
      `.${payload}.${signature}`,
    ]) {
      refusesForm(token);
    }
  });

  test('five segments are an encrypted token, which is not supported and said so', () => {
    const token = `${encode('{"alg":"dir","enc":"A256GCM"}')}..AAAA.AAAA.AAAA`;
    refuses('ERR_JOSE_NOT_SUPPORTED', token);
  });

  test('segments may be signed as they are and still be refused: padding, other alphabets, spaces', () => {
    const [header, payload] = goodToken.split('.');
    const padded = `${header}${'='.repeat((4 - (header.length % 4)) % 4 || 1)}`;
    for (const [h, p] of [
      [padded, payload],
      [header, `${payload}=`],
      [header, `${payload}==`],
      [header, ` ${payload}`],
      [header, `${payload}\n`],
      [`\t${header}`, payload],
      [header, `${payload}\r\n`],
      [header, `${payload}\0`],
      [header, payload.replace(/./, '+')],
      [header, payload.replace(/./, '/')],
      [header, payload.replace(/./, 'é')],
      [header, payload.replace(/./, '%')],
    ]) {
      refusesForm(signSegments(secret, h, p));
    }
  });

  test('whitespace around a token is not cut off', () => {
    for (const token of [
      ` ${goodToken}`,
      `${goodToken} `,
      `${goodToken}\n`,
      `\ufeff${goodToken}`,
      `${goodToken}\0`,
    ]) {
      refusesForm(token);
    }
    refusesForm(`Bearer ${goodToken}`);
  });

  test('a length that no base64url text has is refused (RFC 4648 §5)', () => {
    for (const name of SEGMENTS) {
      const padded = withSegment(
        goodToken,
        name,
        (text) => text.slice(0, text.length - (text.length % 4)) + 'A',
      );
      refusesForm(padded);
    }
  });

  test('the last character has one spelling: unused bits are zero (RFC 7515 §2)', () => {
    for (const payload of ['{"exp":9999999999}', '{"exp":99999999990}']) {
      const token = sign(payload);
      const twins = SEGMENTS.flatMap((name) => withUnusedBits(token, name));
      assert.ok(twins.length > 0, 'there are unused bits to speak of');
      for (const twin of twins) refusesForm(twin);
    }
  });

  test('an accepted token is the only spelling of itself', () => {
    for (const token of [goodToken, sign({ exp: 9999999999 }), sign({ exp: 9999999999, a: 'ÿ' })]) {
      assert.ok(lib.verify(token, key));
      const { signature } = lib.decode(token);
      const [header, payload] = token.split('.');
      assert.equal(
        `${encode(decode(header))}.${encode(decode(payload))}.${encode(signature)}`,
        token,
      );
    }
  });

  test('acceptPadding takes correct padding, by name, and nothing else', () => {
    const pad = (text) => text + '='.repeat((4 - (text.length % 4)) % 4);
    const [header, payload] = goodToken.split('.').map(pad);
    const unpadded = signSegments(secret, header, payload);
    const token = withSegment(unpadded, 'signature', pad);
    assert.ok(token.includes('='), 'there is padding to speak of');
    refusesForm(token);
    assert.deepEqual(lib.verify(token, key, { acceptPadding: true }).payload, claims);
    assert.deepEqual(lib.decode(token, { acceptPadding: true }).payload, claims);
    assert.ok(lib.compactVerify(token, key, { acceptPadding: true }));
    for (const wrong of [
      `${token}=`,
      `${token}====`,
      token.replace('=', '=A'),
      ` ${token}`,
      `=${token}`,
    ]) {
      refuses('ERR_JWS_INVALID', wrong, { acceptPadding: true });
    }
    refuses('ERR_JWS_INVALID', `${goodToken}*`, { acceptPadding: true });
  });

  test('padding is none or the right one, in every segment (RFC 4648 §3.2)', () => {
    const options = { acceptPadding: true, audience: null };
    for (const length of [0, 1, 2]) {
      const a = 'x'.repeat(length);
      const header = encode(JSON.stringify({ alg: 'HS256', a }));
      const payload = encode(JSON.stringify({ ...claims, a }));
      for (const marks of [0, 1, 2, 3, 4]) {
        const padded = (text) => text + '='.repeat(marks);
        const isRight = (text) => marks === 0 || (marks < 3 && (text.length + marks) % 4 === 0);
        const signature = signSegments(secret, header, payload).split('.')[2];
        for (const [text, token] of [
          [header, signSegments(secret, padded(header), payload)],
          [payload, signSegments(secret, header, padded(payload))],
          [signature, `${header}.${payload}.${padded(signature)}`],
        ]) {
          if (isRight(text)) assert.ok(lib.verify(token, key, options), token);
          else refuses('ERR_JWS_INVALID', token, options);
        }
      }
    }
  });

  test('JSON and JSON serializations are not compact tokens (RFC 7515 §7.2)', () => {
    const [header, payload, signature] = goodToken.split('.');
    refusesForm(JSON.stringify({ payload, protected: header, signature }));
    refusesForm(JSON.stringify({ payload, signatures: [{ protected: header, signature }] }));
    refusesForm(`{"protected":"${goodToken}"}`);
    refusesForm(`"${goodToken}"`);
  });

  test('a claim named twice is refused, whichever comes last (RFC 7519 §4)', () => {
    for (const payload of [
      '{"exp":1,"exp":9999999999}',
      '{"exp":9999999999,"exp":1}',
      '{"exp":9999999999,"sub":"a","s\\u0075b":"b"}',
      '{"exp":9999999999,"cnf":{"jkt":"a","jkt":"b"}}',
      '{"exp":9999999999,"list":[{"a":1,"a":1}]}',
    ]) {
      refuses('ERR_JWT_INVALID', sign(payload));
    }
  });

  test('the payload is strict JSON (RFC 8259)', () => {
    const exp = '"exp":9999999999';
    for (const payload of [
      `{${exp},}`,
      `{${exp}} x`,
      `{${exp}}{}`,
      `\ufeff{${exp}}`,
      `{'exp':9999999999}`,
      `{exp:9999999999}`,
      `{${exp},"a":NaN}`,
      `{${exp},"a":Infinity}`,
      `{${exp},"a":01}`,
      `{${exp},"a":.5}`,
      `{${exp},"a":0x10}`,
      `{${exp},"a":"\t"}`,
      `{${exp},"a":"\\x41"}`,
      `{${exp},"a":"\\ud800"}`,
      `{${exp},"a":"\\udc00\\ud800"}`,
      `{${exp},"\\ud800":1}`,
      `{${exp},"a":1e400}`,
      `/* */{${exp}}`,
      `{${exp}`,
      `{${exp},"a":[1}`,
    ]) {
      refuses('ERR_JWT_INVALID', sign(payload));
    }
  });

  test('whitespace inside the JSON is fine', () => {
    const token = sign(
      ' {\n\t"exp" : 9999999999 ,\r\n "a" : [ 1 , 2 ] } ',
      ' { "alg" : "HS256" } ',
    );
    assert.deepEqual(lib.verify(token, key).payload, { exp: 9999999999, a: [1, 2] });
  });

  test('the payload is UTF-8 (RFC 7519 §3): no overlong forms, no surrogates, no UTF-16', () => {
    const around = (...bytes) =>
      Uint8Array.of(...utf8('{"exp":9999999999,"a":"'), ...bytes, ...utf8('"}'));
    for (const bytes of [
      [0xff],
      [0xc3],
      [0xc0, 0xaf],
      [0xe0, 0x80, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
    ]) {
      refuses('ERR_JWT_INVALID', sign(around(...bytes)));
    }
    assert.equal(lib.verify(sign(around(0xc3, 0xa9)), key).payload.a, 'é');
    const utf16 = Array.from('{"exp":9999999999}', (c) => [c.charCodeAt(0), 0]).flat();
    refuses('ERR_JWT_INVALID', sign(Uint8Array.from(utf16)));
    refuses('ERR_JWT_INVALID', sign(Uint8Array.of(0xff, 0xfe, ...utf16)));
  });

  test('the payload is an object, or the token is no JWT (RFC 7519 §7.2)', () => {
    for (const payload of ['[]', '[{"exp":9999999999}]', '"text"', 'null', '1', 'true', '']) {
      refuses('ERR_JWT_INVALID', sign(payload));
    }
  });

  test('names that objects inherit are ordinary claims', () => {
    const names = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'then'];
    const members = names.map((name) => `"${name}":{"admin":true}`).join(',');
    const { payload } = lib.verify(sign(`{"exp":9999999999,${members}}`), key);
    for (const name of names) assert.ok(Object.hasOwn(payload, name), name);
    assert.equal(payload.admin, undefined, 'the prototype is as it was');
    assert.equal({}.admin, undefined);
  });

  test('a claim called then does not run in async code', async () => {
    const verifyLater = async () => lib.verify(sign('{"exp":9999999999,"then":"x"}'), key);
    assert.equal((await verifyLater()).payload.then, 'x');
  });

  test('a claims set means what JSON.parse says, whatever is in it', () => {
    const text =
      '{"exp":9999999999,"":0,"a b":"\\u0000\\"\\\\\\/","n":[-0.0,1E2,1e-7,12345678901234567890]}';
    assert.deepEqual(lib.verify(sign(text), key).payload, JSON.parse(text));
  });

  test('a lone surrogate in the token itself is one more character that no token has', () => {
    for (const token of ['\ud800', `${goodToken}\udc00`, `\ud800.${goodToken}`]) {
      rejects(() => lib.verify(token, key), 'ERR_JWS_INVALID');
      rejects(() => lib.decode(token), 'ERR_JWS_INVALID');
      rejects(() => lib.compactVerify(token, key), 'ERR_JWS_INVALID');
      assert.equal(lib.inspect(token, key).checks[0].code, 'ERR_JWS_INVALID');
    }
  });
}

/** The same token with the unused bits of a segment's last character set, in every way. */
function withUnusedBits(token, name) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const text = token.split('.')[['header', 'payload', 'signature'].indexOf(name)];
  const unused = { 2: 4, 3: 2 }[text.length % 4] ?? 0;
  const last = alphabet.indexOf(text.at(-1));
  return Array.from({ length: 2 ** unused - 1 }, (_, bits) =>
    withSegment(token, name, () => text.slice(0, -1) + alphabet[last | (bits + 1)]),
  );
}
