// Limits: nothing is read without bound, and a limit is an error, not an accident.

import { encode } from './support/base64url.mjs';

const EXCEEDED = 'ERR_JOSE_LIMIT_EXCEEDED';
const TOKEN_LENGTH = 262_144;
const HEADER_LENGTH = 8192;
const JSON_DEPTH = 64;

export default function ({ test, assert, lib, claims, sign, key, goodToken, rejects }) {
  const refuses = (token, limits) => {
    const options = limits && { limits };
    rejects(() => lib.verify(token, key, options), EXCEEDED, { token });
    rejects(() => lib.decode(token, options), EXCEEDED, { token });
    const { valid, checks } = lib.inspect(token, key, options);
    assert.equal(valid, false);
    assert.ok(checks.some(({ status, code }) => status === 'failed' && code === EXCEEDED));
  };
  const accepts = (token, limits) => {
    const options = limits && { limits };
    assert.ok(lib.verify(token, key, options));
    assert.ok(lib.decode(token, options));
  };

  test('a token has at most 256 KiB of characters', () => {
    const longest = tokenOfLength(TOKEN_LENGTH);
    assert.equal(longest.length, TOKEN_LENGTH);
    accepts(longest);
    refuses(tokenOfLength(TOKEN_LENGTH + 1));
    refuses(`${longest}A`);
  });

  test('a token far too long is refused before anything else about it is looked at', () => {
    for (const token of [
      '.'.repeat(1_000_000),
      'A'.repeat(10_000_000),
      '\ud83d\udddd'.repeat(1_000_000),
    ]) {
      refuses(token);
    }
  });

  test('dots within the limit are counted, not collected', () => {
    const token = '.'.repeat(TOKEN_LENGTH);
    rejects(() => lib.verify(token, key), 'ERR_JWS_INVALID', { token });
  });

  test('a header has at most 8192 bytes', () => {
    const header = (length) => {
      const text = (size) => JSON.stringify({ alg: 'HS256', a: 'x'.repeat(size) });
      return text(length - text(0).length);
    };
    accepts(sign(claims, header(HEADER_LENGTH)));
    refuses(sign(claims, header(HEADER_LENGTH + 1)));
    refuses(`${encode('x'.repeat(100_000))}.e30.`);
  });

  test('JSON has at most 64 levels, in the payload and in the header', () => {
    const nested = (levels) => '['.repeat(levels) + ']'.repeat(levels);
    const payload = (levels) => `{"exp":9999999999,"a":${nested(levels - 1)}}`;
    const header = (levels) => `{"alg":"HS256","a":${nested(levels - 1)}}`;
    accepts(sign(payload(JSON_DEPTH)));
    accepts(sign(claims, header(JSON_DEPTH)));
    for (const levels of [JSON_DEPTH + 1, 100, 128, 129, 10_000, 90_000])
      refuses(sign(payload(levels)));
    for (const levels of [JSON_DEPTH + 1, 128, 129, 4000]) refuses(sign(claims, header(levels)));
    const objects = `{"exp":9999999999${',"a":{"b":1'.repeat(90)}${'}'.repeat(91)}`;
    refuses(sign(objects));
  });

  test('every limit can be moved', () => {
    accepts(tokenOfLength(TOKEN_LENGTH + 1), { tokenLength: TOKEN_LENGTH + 1 });
    refuses(goodToken, { tokenLength: goodToken.length - 1 });
    accepts(goodToken, { tokenLength: goodToken.length });
    const long = sign(claims, { alg: 'HS256', a: 'x'.repeat(HEADER_LENGTH) });
    accepts(long, { headerLength: 10_000 });
    refuses(goodToken, { headerLength: 10 });
    const deep = sign(`{"exp":9999999999,"a":${'['.repeat(99)}${']'.repeat(99)}}`);
    accepts(deep, { jsonDepth: 100 });
    refuses(deep, { jsonDepth: 99 });
    refuses(sign({ exp: 9999999999, a: [] }), { jsonDepth: 1 });
    accepts(sign({ exp: 9999999999 }), { jsonDepth: 1 });
  });

  test('a limit is a whole number, and nesting cannot be allowed beyond 100', () => {
    for (const limits of [
      { tokenLength: -1 },
      { tokenLength: 1.5 },
      { tokenLength: Number.NaN },
      { tokenLength: Number.POSITIVE_INFINITY },
      { tokenLength: '1000' },
      { tokenLength: null },
      { headerLength: -1 },
      { jsonDepth: 101 },
      { jsonDepth: '64' },
      { depth: 64 },
      { ['__proto__']: 1 },
      [],
      null,
      1,
    ]) {
      rejects(() => lib.verify(goodToken, key, { limits }), 'ERR_API_MISUSE');
      rejects(() => lib.decode(goodToken, { limits }), 'ERR_API_MISUSE');
      rejects(() => lib.compactVerify(goodToken, key, { limits }), 'ERR_API_MISUSE');
    }
  });

  test('large tokens leave nothing behind: a thousand of them in a row', () => {
    const token = tokenOfLength(TOKEN_LENGTH);
    for (let i = 0; i < 300; i += 1) lib.decode(token);
    const long = 'x'.repeat(2 * TOKEN_LENGTH);
    for (let i = 0; i < 700; i += 1) rejects(() => lib.decode(long), EXCEEDED);
  });

  /** A good token of exactly this many characters. */
  function tokenOfLength(length) {
    // Not every length is one of base64url, so the header varies too.
    for (const typ of ['JWT', 'JWT+', 'JWT++']) {
      const header = JSON.stringify({ alg: 'HS256', typ });
      const around = JSON.stringify({ exp: 9999999999, a: '' }).length;
      const left = length - encodedLength(header.length) - encodedLength(32) - 2;
      const size = Math.floor((left * 3) / 4) - around;
      if (encodedLength(around + size) !== left) continue;
      return sign({ exp: 9999999999, a: 'x'.repeat(size) }, header);
    }
    throw new Error(`no token has ${length} characters`);
  }
}

const encodedLength = (bytes) => Math.ceil((bytes * 4) / 3);
