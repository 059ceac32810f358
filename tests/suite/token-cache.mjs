// The caches of tokens: they may save work and may never change an answer.

import { randomFrom } from './support/random.mjs';

const NOW = 1_700_000_000;

export default function ({ test, assert, lib, sign, secret, key, rejects }) {
  const at = (seconds) => ({ currentDate: new Date(seconds * 1000) });
  const token = (claims) => sign({ exp: NOW + 60, ...claims });

  test('exp and nbf are looked at on every hit', () => {
    const verifier = lib.createVerifier({ keys: key, cache: true });
    const short = token({ nbf: NOW - 5 });
    verifier.verify(short, at(NOW));
    verifier.verify(short, at(NOW + 59.999));
    rejects(() => verifier.verify(short, at(NOW + 60)), 'ERR_JWT_EXPIRED');
    rejects(() => verifier.verify(short, at(NOW - 5.001)), 'ERR_JWT_NOT_YET_VALID');
    verifier.verify(short, at(NOW - 5));
    const aging = lib.createVerifier({ keys: key, cache: true, maxTokenAge: 10 });
    const issued = token({ iat: NOW });
    aging.verify(issued, at(NOW));
    aging.verify(issued, at(NOW + 9));
    rejects(() => aging.verify(issued, at(NOW + 11)), 'ERR_JWT_EXPIRED');
  });

  test('revocation and schema are asked on every hit', () => {
    const revoked = new Set();
    let asked = 0;
    const schema = {
      '~standard': { version: 1, vendor: 'test', validate: (value) => ((asked += 1), { value }) },
    };
    const isRevoked = ({ payload }) => revoked.has(payload.jti);
    const verifier = lib.createVerifier({ keys: key, cache: true, isRevoked, schema });
    const one = token({ jti: 'one' });
    verifier.verify(one, at(NOW));
    verifier.verify(one, at(NOW));
    assert.equal(asked, 2);
    revoked.add('one');
    rejects(() => verifier.verify(one, at(NOW)), 'ERR_JWT_REVOKED');
  });

  test('keys that changed, or were disposed of, verify anew', () => {
    const otherKey = lib.importKey(new Uint8Array(32).fill(9), 'HS256');
    const mortal = lib.importKey(secret, 'HS256');
    let current = mortal;
    const verifier = lib.createVerifier({ keys: () => current, cache: true });
    const good = token();
    verifier.verify(good, at(NOW));
    current = otherKey;
    rejects(() => verifier.verify(good, at(NOW)), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
    current = mortal;
    verifier.verify(good, at(NOW));
    mortal[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
    rejects(() => verifier.verify(good, at(NOW)), 'ERR_CALLBACK_FAILED');
  });

  test('what a caller does to a payload is nobody else’s', () => {
    const verifier = lib.createVerifier({ keys: key, cache: true });
    const good = token({ roles: ['user'] });
    const first = verifier.verify(good, at(NOW));
    first.payload.roles.push('admin');
    first.payload.exp = Number.POSITIVE_INFINITY;
    first.protectedHeader.alg = 'none';
    const second = verifier.verify(good, at(NOW));
    assert.deepEqual(second.payload, { exp: NOW + 60, roles: ['user'] });
    assert.equal(second.protectedHeader.alg, 'HS256');
  });

  test('a hit has the members of the token, whatever they are called, in their order', () => {
    const verifier = lib.createVerifier({ keys: key, cache: true });
    const text =
      '{"z":{"__proto__":{"admin":true},"toString":[{"a":[1,{}]},null]},"__proto__":{"admin":true},' +
      `"10":1,"2":[],"constructor":{"prototype":0},"exp":${NOW + 60},"a":"\\u0000é"}`;
    const good = sign(text);
    const expected = JSON.stringify(JSON.parse(text));
    for (let round = 0; round < 3; round += 1) {
      const { payload, protectedHeader } = verifier.verify(good, at(NOW));
      assert.equal(JSON.stringify(payload), expected);
      assert.deepEqual(Object.keys(protectedHeader), Object.keys(lib.decode(good).protectedHeader));
      assert.equal(Object.getPrototypeOf(payload), Object.prototype);
      assert.equal(payload.admin, undefined);
      assert.ok(Object.hasOwn(payload, '__proto__'));
      payload.z.toString[0].a.push('changed');
      payload.constructor.prototype = 1;
      Object.getOwnPropertyDescriptor(payload, '__proto__').value.admin = 'changed';
    }
  });

  test('it has to be asked for, and is bounded', () => {
    for (const cache of [
      0,
      'yes',
      null,
      undefined,
      { maxEntries: 0 },
      { maxEntries: 1.5 },
      { size: 1 },
    ]) {
      rejects(() => lib.createVerifier({ keys: key, cache }), 'ERR_API_MISUSE');
    }
    const verifier = lib.createVerifier({ keys: key, cache: { maxEntries: 2 } });
    const tokens = [1, 2, 3].map((jti) => token({ jti: String(jti) }));
    for (let round = 0; round < 3; round += 1) {
      for (const each of tokens) verifier.verify(each, at(NOW));
    }
    verifier.clearCache();
    for (const each of tokens) verifier.verify(each, at(NOW));
  });

  test('100,000 random verifications: never another answer than without it', () => {
    const otherKey = lib.importKey(new Uint8Array(32).fill(9), 'HS256');
    const keys = [key, otherKey];
    const times = [NOW - 100, NOW, NOW + 50, NOW + 100];
    const tokens = Array.from({ length: 24 }, (_, i) =>
      token({
        jti: String(i % 12),
        iat: NOW - (i % 4) * 40,
        aud: i % 7 === 0 ? ['other', 'more'] : 'api',
        scope: i % 5 === 0 ? 'write' : 'read',
        ...(i % 3 === 0 && { nbf: NOW - 50 }),
        exp: NOW + (i % 5) * 25,
      }),
    );
    const forged = tokens.map((good) => good.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')));
    const all = [...tokens, ...forged, 'a.b.c', `${tokens[0]}=`];
    const answer = (verifier, one, time) => {
      try {
        return JSON.stringify(verifier.verify(one, at(time)).payload);
      } catch ({ code, message, claim, reason, expected, actual }) {
        return JSON.stringify([code, message, claim, reason, expected, actual]);
      }
    };
    let current = key;
    const rules = {
      keys: () => current,
      audience: 'api',
      clockTolerance: 3,
      maxTokenAge: 120,
      requiredScopes: 'read',
    };
    const plain = lib.createVerifier(rules);
    const cached = lib.createVerifier({
      ...rules,
      cache: { maxEntries: 16, failures: { maxEntries: 16, maxAge: '1m' } },
    });
    const expected = keys.map((each) => {
      current = each;
      return all.map((one) => times.map((time) => answer(plain, one, time)));
    });
    const random = randomFrom(1);
    let accepted = 0;
    let wrong = 0;
    for (let i = 0; i < 100_000; i += 1) {
      const [k, t, n] = [random(10) === 0 ? 1 : 0, random(all.length), random(times.length)];
      current = keys[k];
      const got = answer(cached, all[t], times[n]);
      if (got !== expected[k][t][n]) wrong += 1;
      if (got.startsWith('{')) accepted += 1;
    }
    assert.equal(wrong, 0);
    assert.ok(accepted > 5000, `only ${accepted} were accepted: the test shows little`);
  });
}
