// importKey: what is a key, for which algorithm, and how strong it must be.

import { decode, encode } from './support/base64url.mjs';

const SECRET_FLOORS = { HS256: 32, HS384: 48, HS512: 64 };

export default function ({ test, assert, lib, fixtures, algorithm, rejects }) {
  const refuses = (code, material, ...rest) =>
    rejects(() => lib.importKey(material, ...rest), code, { material });

  test('a key says what it is for: its algorithm and its key ID', () => {
    const { jwk, pem } = algorithm('ES256');
    const key = lib.importKey(jwk);
    assert.equal(key.algorithm, 'ES256');
    assert.equal(key.keyId, 'key-ES256');
    assert.equal(lib.importKey(pem, 'ES256').keyId, undefined);
    assert.equal(lib.importKey(pem, 'ES256', { keyId: 'mine' }).keyId, 'mine');
    assert.equal(lib.importKey(jwk, 'ES256', { keyId: 'mine' }).keyId, 'mine');
  });

  test('a key shows nothing else of itself', () => {
    const key = lib.importKey(algorithm('HS256').jwk);
    assert.equal(JSON.stringify(key), '{"algorithm":"HS256","keyId":"key-HS256"}');
  });

  for (const [alg, floor] of Object.entries(SECRET_FLOORS)) {
    test(`${alg}: a secret is at least ${floor} bytes (RFC 7518 §3.2)`, () => {
      const bytes = new Uint8Array(floor).map((_, index) => (index * 37 + 11) & 0xff);
      assert.equal(lib.importKey(bytes, alg).algorithm, alg);
      const short = bytes.subarray(1);
      refuses('ERR_JOSE_KEY_TOO_WEAK', short, alg);
      refuses('ERR_JOSE_KEY_TOO_WEAK', encode(short), alg, { encoding: 'base64url' });
      refuses('ERR_JOSE_KEY_TOO_WEAK', { kty: 'oct', k: encode(short), alg });
      refuses('ERR_JOSE_KEY_TOO_WEAK', bytes.subarray(0, 1), alg);
      assert.equal(lib.importKey(short, alg, { allowWeakKey: true }).algorithm, alg);
    });

    test(`${alg}: an empty secret is refused, even where weak keys are allowed`, () => {
      const empty = new Uint8Array(0);
      for (const options of [undefined, { allowWeakKey: true }]) {
        refuses('ERR_JOSE_KEY_TOO_WEAK', empty, alg, options);
        refuses('ERR_JOSE_KEY_TOO_WEAK', empty.buffer, alg, options);
        refuses('ERR_JOSE_KEY_TOO_WEAK', { kty: 'oct', k: '' }, alg, options);
        refuses('ERR_JOSE_KEY_TOO_WEAK', '', alg, { ...options, encoding: 'utf8' });
        refuses('ERR_JOSE_KEY_TOO_WEAK', '', alg, { ...options, encoding: 'hex' });
      }
    });

    test(`${alg}: a secret given as text must say how it is encoded`, () => {
      const text = 'canary '.repeat(12);
      refuses('ERR_API_MISUSE', text, alg);
      assert.ok(lib.importKey(text, alg, { encoding: 'utf8' }));
      refuses('ERR_JOSE_KEY_INVALID', text, alg, { encoding: 'base64url' });
      refuses('ERR_JOSE_KEY_INVALID', text, alg, { encoding: 'base64' });
      refuses('ERR_JOSE_KEY_INVALID', text, alg, { encoding: 'hex' });
      refuses('ERR_API_MISUSE', text, alg, { encoding: 'utf-16' });
    });
  }

  test('a secret in base64 has the right padding or none (RFC 4648 §3.2)', () => {
    for (const length of [32, 33, 34]) {
      const text = encode(new Uint8Array(length).fill(0x55));
      const right = (4 - (text.length % 4)) % 4;
      for (const marks of [0, 1, 2, 3, 4]) {
        const padded = text + '='.repeat(marks);
        for (const encoding of ['base64', 'base64url']) {
          if (marks === 0 || marks === right) {
            assert.ok(lib.importKey(padded, 'HS256', { encoding }), `${length} ${marks}`);
          } else {
            refuses('ERR_JOSE_KEY_INVALID', padded, 'HS256', { encoding });
          }
        }
      }
    }
  });

  test('no key at all is a mistake of the caller, never a reason to look elsewhere', () => {
    for (const nothing of [undefined, null, 0, false, () => 'key', Symbol('key')]) {
      refuses('ERR_API_MISUSE', nothing, 'HS256');
    }
  });

  test('keys of other libraries are named as what is not taken', () => {
    class KeyObject {}
    for (const material of [
      new KeyObject(),
      new Map(),
      [],
      new Date(),
      /key/,
      new DataView(new ArrayBuffer(32)),
    ]) {
      refuses('ERR_API_MISUSE', material, 'HS256');
    }
    refuses('ERR_API_MISUSE', new Uint16Array(32), 'HS256');
  });

  test('a Uint8Array that looks into a larger buffer is read where it looks', () => {
    const { secret, tokens } = algorithm('HS256');
    const bytes = decode(secret);
    const pool = new Uint8Array(bytes.length + 32).fill(7);
    pool.set(bytes, 16);
    const key = lib.importKey(pool.subarray(16, 16 + bytes.length), 'HS256');
    pool.fill(0);
    assert.ok(lib.verify(tokens[0].token, key), 'and copied, so that later writes change nothing');
  });

  test('an algorithm that is not known is refused by name', () => {
    const { jwk, pem } = algorithm('RS256');
    for (const alg of ['none', 'rs256', 'RS257', '', 'HS256 ']) {
      refuses('ERR_API_MISUSE', pem, alg);
      refuses('ERR_API_MISUSE', jwk, alg);
      refuses('ERR_API_MISUSE', new Uint8Array(32), alg);
    }
    for (const alg of [1, {}, ['RS256'], null]) refuses('ERR_API_MISUSE', pem, alg);
    refuses('ERR_JOSE_NOT_SUPPORTED', { ...jwk, alg: 'RSA-OAEP' });
    refuses('ERR_JOSE_NOT_SUPPORTED', { ...jwk, alg: 'canary' });
  });

  test('bytes without an algorithm are never guessed at', () => {
    refuses('ERR_API_MISUSE', decode(algorithm('ES256').der));
    refuses('ERR_API_MISUSE', decode(algorithm('HS256').secret));
  });

  test('text without an algorithm can only be a JWK', () => {
    refuses('ERR_JWK_INVALID', algorithm('RS256').pem);
  });

  test('a JWK without alg needs someone to say which one (RFC 8725 §3.1)', () => {
    const { alg: _, ...jwk } = algorithm('RS256').jwk;
    refuses('ERR_JOSE_KEY_MISMATCH', jwk);
    refuses('ERR_JOSE_KEY_MISMATCH', jwk, undefined, { algorithms: ['RS256', 'PS256'] });
    refuses('ERR_JOSE_KEY_MISMATCH', jwk, undefined, { algorithms: ['ES256', 'HS256'] });
    const key = lib.importKey(jwk, undefined, { algorithms: ['RS256', 'ES256', 'HS256'] });
    assert.equal(key.algorithm, 'RS256', 'one of the list fits an RSA key');
  });

  test('a JWK with alg is not imported for another one', () => {
    const { jwk } = algorithm('RS256');
    refuses('ERR_JOSE_KEY_MISMATCH', jwk, 'RS384');
    refuses('ERR_JOSE_KEY_MISMATCH', jwk, 'HS256');
    refuses('ERR_JOSE_KEY_MISMATCH', jwk, undefined, { algorithms: ['ES256'] });
  });

  test('a JWK for something else is refused: use and key_ops (RFC 7517 §4.2, §4.3)', () => {
    const { jwk } = algorithm('RS256');
    refuses('ERR_JOSE_KEY_MISMATCH', { ...jwk, use: 'enc' });
    refuses('ERR_JOSE_KEY_MISMATCH', { ...jwk, key_ops: ['encrypt'] });
    refuses('ERR_JOSE_KEY_MISMATCH', { ...jwk, key_ops: [] });
    assert.ok(lib.importKey({ ...jwk, use: 'sig', key_ops: ['verify'] }));
  });

  test('the type and the curve of a key belong to its algorithm (RFC 7518 §3.1)', () => {
    const names = fixtures.algorithms.map(({ alg }) => alg);
    const family = (alg) => (alg.startsWith('RS') || alg.startsWith('PS') ? 'RSA' : alg);
    const kind = (alg) =>
      alg.startsWith('HS') ? 'oct' : alg.startsWith('Ed') ? 'OKP' : family(alg);
    for (const {
      alg,
      jwk: { alg: _, ...jwk },
      pem,
      der,
    } of fixtures.algorithms) {
      for (const other of names.filter((name) => kind(name) !== kind(alg))) {
        refuses('ERR_JOSE_KEY_MISMATCH', jwk, other);
        if (pem === undefined) continue;
        if (kind(other) === 'oct')
          refuses('ERR_JOSE_KEY_MISMATCH', pem, other, { encoding: 'utf8' });
        else refuses('ERR_JOSE_KEY_MISMATCH', pem, other);
        refuses('ERR_JOSE_KEY_MISMATCH', decode(der), other);
      }
    }
  });

  test('key types and curves that no algorithm here uses are not supported', () => {
    for (const { curve, jwk, pem } of fixtures.otherCurves) {
      const alg = curve === 'secp256k1' ? 'ES256' : 'EdDSA';
      refuses('ERR_JOSE_NOT_SUPPORTED', jwk, alg);
      refuses('ERR_JOSE_NOT_SUPPORTED', pem, alg);
    }
    refuses('ERR_JOSE_NOT_SUPPORTED', { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AAAA' });
    refuses('ERR_JOSE_NOT_SUPPORTED', fixtures.rsaPssPem, 'PS256');
  });

  test('RSA below 2048 bits is too weak, also by one bit (RFC 7518 §3.3)', () => {
    for (const { jwk, pem, der } of [fixtures.rsa1024, fixtures.rsa2047]) {
      refuses('ERR_JOSE_KEY_TOO_WEAK', { ...jwk, alg: 'RS256' });
      refuses('ERR_JOSE_KEY_TOO_WEAK', pem, 'RS256');
      refuses('ERR_JOSE_KEY_TOO_WEAK', pem, 'PS512');
      refuses('ERR_JOSE_KEY_TOO_WEAK', decode(der), 'RS256');
    }
  });

  test('allowWeakKey takes RSA of 1024 bits, for those who must, and says so by name', () => {
    const { pem, token } = fixtures.rsa1024;
    const key = lib.importKey(pem, 'RS256', { allowWeakKey: true });
    assert.deepEqual(lib.verify(token, key).payload, fixtures.claims);
    refuses('ERR_API_MISUSE', pem, 'RS256', { allowWeakKey: 'true' });
    refuses('ERR_API_MISUSE', pem, 'RS256', { allowWeakKeys: true });
  });

  test('RSA above 8192 bits is refused before anything is computed with it', () => {
    const n = new Uint8Array(1025).fill(0xff);
    refuses('ERR_JOSE_LIMIT_EXCEEDED', { kty: 'RSA', n: encode(n), e: 'AQAB', alg: 'RS256' });
  });

  test('RSA exponents of 1, even ones and those beyond 32 bits are refused', () => {
    const { jwk } = algorithm('RS256');
    for (const e of [[1], [2], [1, 0, 0], [1, 0, 0, 0, 1], new Array(255).fill(255)]) {
      refuses('ERR_JOSE_KEY_TOO_WEAK', { ...jwk, e: encode(Uint8Array.from(e)) });
    }
    refuses('ERR_JWK_INVALID', { ...jwk, e: 'AA' });
    refuses('ERR_JWK_INVALID', { ...jwk, e: '' });
  });

  test('RSA moduli that are even, zero or written with leading zeros are refused', () => {
    const { jwk } = algorithm('RS256');
    const even = decode(jwk.n);
    even[even.length - 1] &= 0xfe;
    refuses('ERR_JOSE_KEY_TOO_WEAK', { ...jwk, n: encode(even) });
    const padded = new Uint8Array(257);
    padded.set(decode(jwk.n), 1);
    for (const n of [padded, new Uint8Array(256), new Uint8Array(0)]) {
      refuses('ERR_JWK_INVALID', { ...jwk, n: encode(n) });
    }
  });

  test('a point that is not on its curve is refused', () => {
    for (const alg of ['ES256', 'ES384', 'ES512']) {
      const { jwk, raw } = algorithm(alg);
      refuses('ERR_JWK_INVALID', { ...jwk, x: jwk.y });
      const zero = encode(new Uint8Array(decode(jwk.x).length));
      refuses('ERR_JWK_INVALID', { ...jwk, x: zero, y: zero });
      const off = decode(raw);
      off[off.length - 1] ^= 1;
      refuses('ERR_JOSE_KEY_INVALID', off, alg);
    }
  });

  test('coordinates have the full length of the field (RFC 7518 §6.2.1.2)', () => {
    for (const alg of ['ES256', 'ES384', 'ES512', 'Ed25519']) {
      const { jwk } = algorithm(alg);
      const x = decode(jwk.x);
      refuses('ERR_JWK_INVALID', { ...jwk, x: encode(x.subarray(1)) });
      refuses('ERR_JWK_INVALID', { ...jwk, x: encode(Uint8Array.of(0, ...x)) });
      refuses('ERR_JWK_INVALID', { ...jwk, x: '' });
    }
  });

  test('members of the wrong type, missing or not base64url make a JWK invalid', () => {
    const { jwk } = algorithm('RS256');
    for (const n of [
      undefined,
      null,
      1,
      {},
      [jwk.n],
      `${jwk.n}=`,
      `${jwk.n} `,
      jwk.n.replace(/./, '+'),
    ]) {
      refuses('ERR_JWK_INVALID', { ...jwk, n });
    }
    for (const wrong of [
      { kty: undefined },
      { kty: 1 },
      { alg: 1 },
      { kid: 1 },
      { use: [] },
      { key_ops: 'verify' },
    ]) {
      refuses('ERR_JWK_INVALID', { ...jwk, ...wrong });
    }
    refuses('ERR_JOSE_NOT_SUPPORTED', { ...jwk, kty: 'rsa' });
    refuses('ERR_JWK_INVALID', {}, 'RS256');
  });

  test('JWK text is read as strictly as a token: duplicates, trailing text, nesting', () => {
    const text = JSON.stringify(algorithm('HS256').jwk);
    for (const wrong of [
      `${text} x`,
      `\ufeff${text}`,
      text.replace('{', '{"kty":"RSA",'),
      text.replace('{', '{"k\\u0074y":"RSA",'),
      text.slice(0, -1),
      '[]',
      '"oct"',
      '',
    ]) {
      refuses('ERR_JWK_INVALID', wrong);
    }
    const deep = `{"a":${'['.repeat(1000)}${']'.repeat(1000)},${text.slice(1)}`;
    refuses('ERR_JOSE_LIMIT_EXCEEDED', deep);
    refuses('ERR_JOSE_LIMIT_EXCEEDED', `{"a":"${'a'.repeat(100_000)}",${text.slice(1)}`);
  });

  test('a JWK object that JSON cannot carry is a mistake of the caller', () => {
    const cyclic = { kty: 'oct' };
    cyclic.self = cyclic;
    refuses('ERR_API_MISUSE', cyclic, 'HS256');
    refuses('ERR_API_MISUSE', { kty: 'oct', k: 1n }, 'HS256');
  });

  test('PEM and DER that are not a public key are invalid', () => {
    const { pem, der } = algorithm('ES256');
    const lines = pem.trim().split('\n');
    for (const wrong of [
      '',
      'canary',
      pem.slice(0, -30),
      [lines[0], 'AAAA', lines.at(-1)].join('\n'),
      [lines[0], lines.at(-1)].join('\n'),
      pem.replace(lines[1], `*${lines[1].slice(1)}`),
    ]) {
      refuses('ERR_JOSE_KEY_INVALID', wrong, 'ES256');
    }
    const bytes = decode(der);
    for (const wrong of [
      new Uint8Array(0),
      new Uint8Array(31),
      bytes.subarray(0, bytes.length - 1),
      Uint8Array.of(...bytes, 0),
      bytes.map(() => 0x30),
    ]) {
      refuses('ERR_JOSE_KEY_INVALID', wrong, 'ES256');
    }
  });

  test('private members of a JWK are not read: a key that verifies holds no secret', () => {
    const { jwk, tokens } = algorithm('EdDSA');
    const key = lib.importKey({ ...jwk, d: 'not even base64url *' });
    assert.ok(lib.verify(tokens[0].token, key));
  });
}
