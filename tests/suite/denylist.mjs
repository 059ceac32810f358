// The denylist: what was revoked stays revoked until its tokens have expired, and costs a bounded
// amount of memory.

import { withClock } from './support/clock.mjs';
import { randomFrom } from './support/random.mjs';

/** The tokens of the fixtures are valid about now. On Workers it is 1970 until a request comes. */
let NOW;
const A = 'https://a.example/';
const B = 'https://b.example/';

export default function ({ test, assert, lib, sign, key, rejects }) {
  NOW = Math.floor(Date.now() / 1000);
  const revoked = (denylist, payload) => denylist.isRevoked({ payload });

  test('a verifier asks it as it is', () => {
    withClock(NOW, () => {
      const denylist = lib.createDenylist();
      const verifier = lib.createVerifier({
        keys: key,
        cache: true,
        isRevoked: denylist.isRevoked,
      });
      const token = sign({ iss: A, sub: '1', jti: 'one', exp: NOW + 60 });
      const other = sign({ iss: A, sub: '1', jti: 'two', exp: NOW + 60 });
      denylist.revokeToken(verifier.verify(token));
      rejects(() => verifier.verify(token), 'ERR_JWT_REVOKED');
      verifier.verify(other);
      denylist.clear();
      verifier.verify(token);
    });
  });

  test('names that are numbers in the token are those that are revoked by their digits', () => {
    withClock(NOW, () => {
      const denylist = lib.createDenylist();
      const verifier = lib.createVerifier({
        keys: key,
        acceptLooseTypes: true,
        requiredClaims: [],
        isRevoked: denylist.isRevoked,
      });
      denylist.revokeSubject('42');
      rejects(() => verifier.verify(sign({ sub: 42, iat: NOW - 60 })), 'ERR_JWT_REVOKED');
      rejects(() => verifier.verify(sign({ sub: '42', iat: NOW - 60 })), 'ERR_JWT_REVOKED');
      const token = sign({ iss: 7, jti: 8, sub: null, exp: NOW + 60 });
      denylist.revokeToken(verifier.verify(token));
      rejects(() => verifier.verify(token), 'ERR_JWT_REVOKED');
      assert.ok(verifier.verify(sign({ iss: 7, jti: 9, sub: null, exp: NOW + 60 })));
    });
  });

  test('jti and sub are unique for one issuer: another one’s are not hit', () => {
    const denylist = lib.createDenylist();
    denylist.revokeToken({ payload: { iss: A, jti: 'x' } });
    denylist.revokeSubject('1', { issuer: A });
    for (const [name, value] of [
      ['jti', 'x'],
      ['sub', '1'],
    ]) {
      assert.equal(revoked(denylist, { iss: A, [name]: value }), true);
      assert.equal(revoked(denylist, { iss: B, [name]: value }), false);
      assert.equal(revoked(denylist, { [name]: value }), false);
    }
    assert.equal(revoked(denylist, { iss: A, jti: '1' }), false, 'a jti is no sub');
    assert.equal(revoked(denylist, { iss: A, sub: 'x' }), false, 'a sub is no jti');
    denylist.revokeJwtId('y', { expiresAt: Date.now() / 1000 + 60 });
    assert.equal(
      revoked(denylist, { iss: B, jti: 'y' }),
      true,
      'of any issuer, where none is given',
    );
    assert.equal(revoked(denylist, { iss: 'x","y', jti: 'z' }), false);
  });

  test('a subject: what was issued before, and what does not say when', () => {
    withClock(NOW, (setTime) => {
      const denylist = lib.createDenylist();
      denylist.revokeSubject('1');
      assert.equal(revoked(denylist, { sub: '1', iat: NOW - 1 }), true);
      assert.equal(revoked(denylist, { sub: '1' }), true);
      assert.equal(revoked(denylist, { sub: '1', iat: NOW }), false);
      assert.equal(revoked(denylist, { sub: '2', iat: NOW - 1 }), false);
      denylist.revokeSubject('1', { before: new Date((NOW - 50) * 1000) });
      assert.equal(
        revoked(denylist, { sub: '1', iat: NOW - 1 }),
        true,
        'an earlier time takes nothing back',
      );
      setTime(NOW + 1e9);
      assert.equal(revoked(denylist, { sub: '1', iat: NOW - 1 }), true, 'without an end it stays');
    });
  });

  test('everything that was issued before a time', () => {
    const denylist = lib.createDenylist();
    denylist.revokeIssuedBefore(NOW, { issuer: A });
    assert.equal(revoked(denylist, { iss: A, iat: NOW - 1 }), true);
    assert.equal(revoked(denylist, { iss: A }), true);
    assert.equal(revoked(denylist, { iss: A, iat: NOW }), false);
    assert.equal(revoked(denylist, { iss: B, iat: NOW - 1 }), false);
    denylist.revokeIssuedBefore(new Date((NOW - 100) * 1000));
    assert.equal(revoked(denylist, { iss: B, iat: NOW - 101 }), true);
    assert.equal(revoked(denylist, { iss: B, iat: NOW - 100 }), false);
  });

  test('entries end with their tokens, and a while later for clocks that differ', () => {
    withClock(NOW, (setTime) => {
      const denylist = lib.createDenylist();
      denylist.revokeToken({ payload: { jti: 'x', exp: NOW + 10 } });
      denylist.revokeToken({ payload: { jti: 'stays' } });
      setTime(NOW + 10 + 299);
      assert.equal(revoked(denylist, { jti: 'x' }), true);
      assert.equal(denylist.size, 2);
      setTime(NOW + 10 + 300);
      assert.equal(revoked(denylist, { jti: 'x' }), false);
      assert.equal(denylist.size, 1);
      denylist.revokeToken({ payload: { jti: 'long over', exp: NOW - 1000 } });
      assert.equal(denylist.size, 1);
      assert.equal(revoked(denylist, { jti: 'stays' }), true);
      const exact = lib.createDenylist({ clockTolerance: 0 });
      exact.revokeJwtId('x', { expiresAt: NOW + 311 });
      assert.equal(revoked(exact, { jti: 'x' }), true);
      setTime(NOW + 311);
      assert.equal(revoked(exact, { jti: 'x' }), false);
    });
  });

  test('a full list refuses, and forgets nothing that counts', () => {
    withClock(NOW, (setTime) => {
      const denylist = lib.createDenylist({ maxEntries: 2, clockTolerance: 0 });
      denylist.revokeJwtId('a', { expiresAt: NOW + 10 });
      denylist.revokeJwtId('b', { expiresAt: NOW + 20 });
      const revokeC = () => denylist.revokeJwtId('c', { expiresAt: NOW + 30 });
      rejects(revokeC, 'ERR_JOSE_LIMIT_EXCEEDED');
      assert.equal(revoked(denylist, { jti: 'a' }), true);
      assert.equal(revoked(denylist, { jti: 'b' }), true);
      assert.equal(revoked(denylist, { jti: 'c' }), false);
      denylist.revokeJwtId('b', { expiresAt: NOW + 25 });
      setTime(NOW + 10);
      revokeC();
      assert.equal(revoked(denylist, { jti: 'b' }), true);
      assert.equal(revoked(denylist, { jti: 'c' }), true);
    });
  });

  test('a snapshot, as JSON, carries everything over', () => {
    withClock(NOW, (setTime) => {
      const denylist = lib.createDenylist();
      denylist.revokeToken({ payload: { iss: A, jti: 'x', exp: NOW + 10 } });
      denylist.revokeSubject('1', { issuer: A, before: NOW - 5, expiresAt: NOW + 60 });
      denylist.revokeIssuedBefore(NOW - 1000);
      const text = JSON.stringify(denylist.snapshot());
      const entries = [
        { iss: A, jti: 'x', expiresAt: NOW + 10 },
        { iss: A, sub: '1', before: NOW - 5, expiresAt: NOW + 60 },
        { before: NOW - 1000 },
      ];
      assert.deepEqual(JSON.parse(text), { version: 1, entries });
      const copy = lib.createDenylist();
      copy.revokeSubject('1', { issuer: A, before: NOW - 50 });
      copy.restore({ version: 1, entries });
      copy.restore(JSON.parse(text));
      assert.equal(copy.size, 3);
      for (const payload of [
        { iss: A, jti: 'x' },
        { iss: A, sub: '1', iat: NOW - 6 },
        { iss: B, iat: NOW - 1001 },
      ]) {
        assert.equal(revoked(copy, payload), true);
      }
      assert.equal(revoked(copy, { iss: A, sub: '1', iat: NOW - 5 }), false);
      setTime(NOW + 1000);
      assert.equal(revoked(copy, { iss: A, sub: '1', iat: NOW - 6 }), true, 'the later end counts');
      assert.equal(denylist.snapshot().entries.length, 1, 'what is over is not carried over');
      denylist.snapshot().entries[0].before = 0;
      assert.equal(revoked(denylist, { iat: NOW - 1001 }), true);
    });
  });

  test('a snapshot that is malformed or too large is refused, and changes nothing', () => {
    const denylist = lib.createDenylist({ maxEntries: 2 });
    denylist.revokeSubject('1', { before: NOW });
    const before = denylist.snapshot();
    const good = { jti: 'x' };
    for (const snapshot of [
      undefined,
      null,
      [],
      'snapshot',
      {},
      { entries: [good] },
      { version: 2, entries: [good] },
      { version: 1, entries: good },
      { version: 1, entries: [good], more: 1 },
      ...[
        null,
        'x',
        {},
        { sub: '1' },
        { jti: '' },
        { jti: 1 },
        { jti: undefined },
        { jti: '\ud800' },
        { jti: 'x', sub: '1' },
        { jti: 'x', before: NOW },
        { iss: '', before: NOW },
        { before: null },
        { before: -1 },
        { before: Number.NaN },
        { jti: 'x', expiresAt: '1' },
        { jti: 'x', until: NOW },
      ].map((entry) => ({ version: 1, entries: [good, entry] })),
    ]) {
      rejects(() => denylist.restore(snapshot), 'ERR_API_MISUSE');
      assert.deepEqual(denylist.snapshot(), before);
    }
    const large = { version: 1, entries: [{ jti: 'a' }, { jti: 'b' }] };
    rejects(() => denylist.restore(large), 'ERR_JOSE_LIMIT_EXCEEDED');
    assert.deepEqual(denylist.snapshot(), before);
    denylist.restore({ version: 1, entries: [good, good, { sub: '1', before: NOW }] });
    assert.equal(denylist.size, 2);
  });

  test('what would revoke nothing, or not what was meant, is misuse', () => {
    for (const options of [
      null,
      { maxEntries: 0 },
      { maxEntries: 1.5 },
      { maxEntries: undefined },
      { maxEntries: '10' },
      { clockTolerance: -1 },
      { clockTolerance: '2d' },
      { size: 1 },
    ]) {
      rejects(() => lib.createDenylist(options), 'ERR_API_MISUSE');
    }
    const denylist = lib.createDenylist();
    const expiresAt = NOW;
    for (const action of [
      () => denylist.revokeToken({ payload: { sub: '1' } }),
      () => denylist.revokeToken({ payload: { jti: '' } }),
      () => denylist.revokeToken({ payload: { jti: 'x', exp: '1' } }),
      () => denylist.revokeToken('token'),
      () => denylist.revokeToken(),
      () => denylist.revokeJwtId('x'),
      () => denylist.revokeJwtId('x', { issuer: A }),
      () => denylist.revokeJwtId('', { expiresAt }),
      () => denylist.revokeJwtId('x', { expiresAt: undefined }),
      () => denylist.revokeJwtId('x', { expiresAt: new Date(Number.NaN) }),
      () => denylist.revokeJwtId('x', { expiresAt, issuer: '' }),
      () => denylist.revokeJwtId('x', { expiresAt, before: NOW }),
      () => denylist.revokeSubject(undefined),
      () => denylist.revokeSubject('1', { issuer: undefined }),
      () => denylist.revokeSubject('1', { before: 'now' }),
      () => denylist.revokeSubject('1', { before: undefined }),
      () => denylist.revokeIssuedBefore(),
      () => denylist.revokeIssuedBefore(Infinity),
      () => denylist.revokeIssuedBefore(NOW, { before: NOW }),
      () => denylist.isRevoked(),
      () => denylist.isRevoked({}),
    ]) {
      rejects(action, 'ERR_API_MISUSE');
    }
    rejects(() => denylist.revokeSubject('x'.repeat(2049)), 'ERR_JOSE_LIMIT_EXCEEDED');
    assert.equal(denylist.size, 0);
  });

  test('100,000 random operations: never another answer than a list that is searched through', () => {
    const random = randomFrom(7);
    const oneOf = (values) => values[random(values.length)];
    const MOST = 40;
    const TOLERANCE = 3;
    let time = NOW;
    /** Every entry as it was given, those of one name and kind put together. */
    let model = [];
    const lives = ({ expiresAt = Infinity }) => time < expiresAt + TOLERANCE;
    const isSame = (a, b) => a.iss === b.iss && a.jti === b.jti && a.sub === b.sub;
    const put = (list, entry) => {
      if (!lives(entry)) return list;
      const known = list.find((each) => isSame(each, entry));
      if (known === undefined) return [...list, entry];
      const end = Math.max(known.expiresAt ?? Infinity, entry.expiresAt ?? Infinity);
      const { expiresAt, ...both } = { ...known };
      if (both.before < entry.before) both.before = entry.before;
      if (end !== Infinity) both.expiresAt = end;
      return list.map((each) => (each === known ? both : each));
    };
    const expected = ({ iss, jti, sub, iat }) =>
      model.some(
        (entry) =>
          (entry.iss === undefined || entry.iss === iss) &&
          (entry.jti === undefined || entry.jti === jti) &&
          (entry.sub === undefined || entry.sub === sub) &&
          (entry.before === undefined || iat === undefined || iat < entry.before),
      );
    const counts = { revoked: 0, accepted: 0, full: 0, wrong: 0 };
    withClock(time, (setTime) => {
      let denylist = lib.createDenylist({ maxEntries: MOST, clockTolerance: TOLERANCE });
      const attempt = (action, next) => {
        let code;
        try {
          action();
        } catch (error) {
          code = error.code;
        }
        const isFull = next.length > MOST;
        if ((code === 'ERR_JOSE_LIMIT_EXCEEDED') !== isFull) counts.wrong += 1;
        if (isFull) counts.full += 1;
        else model = next;
      };
      for (let i = 0; i < 100_000; i += 1) {
        if (random(20) === 0) {
          time += random(8) / 2;
          setTime(time);
          model = model.filter(lives);
        }
        const iss = oneOf([undefined, A, B]);
        const name = String(random(12));
        const scope = {
          ...(iss !== undefined && { issuer: iss }),
          ...(random(8) > 0 && { expiresAt: Math.floor(time) + random(40) }),
        };
        const about = {
          ...(iss !== undefined && { iss }),
          ...('expiresAt' in scope && { expiresAt: scope.expiresAt }),
        };
        const before = Math.floor(time) - random(100);
        const operation = random(1000);
        if (operation < 100 && 'expiresAt' in scope) {
          const next = put(model, { ...about, jti: name });
          if (operation < 50) attempt(() => denylist.revokeJwtId(name, scope), next);
          else {
            const payload = { ...(iss && { iss }), jti: name, exp: scope.expiresAt };
            attempt(() => denylist.revokeToken({ payload }), next);
          }
        } else if (operation < 160) {
          const next = put(model, { ...about, sub: name, before });
          attempt(() => denylist.revokeSubject(name, { ...scope, before }), next);
        } else if (operation < 162) {
          const earlier = before - 100;
          const next = put(model, { ...about, before: earlier });
          attempt(() => denylist.revokeIssuedBefore(earlier, scope), next);
        } else if (operation < 165) {
          const snapshot = JSON.parse(JSON.stringify(denylist.snapshot()));
          if (random(2) === 0) {
            denylist = lib.createDenylist({ maxEntries: MOST, clockTolerance: TOLERANCE });
          }
          denylist.restore(snapshot);
        } else if (operation === 165) {
          denylist.clear();
          model = [];
        } else {
          const payload = {
            ...(iss !== undefined && { iss }),
            ...(random(4) > 0 && { jti: name }),
            ...(random(4) > 0 && { sub: String(random(12)) }),
            ...(random(8) > 0 && { iat: Math.floor(time) - random(150) }),
          };
          const answer = revoked(denylist, payload);
          if (answer !== expected(payload)) counts.wrong += 1;
          counts[answer ? 'revoked' : 'accepted'] += 1;
        }
        if (denylist.size !== model.length) counts.wrong += 1;
      }
    });
    assert.equal(counts.wrong, 0);
    const { wrong, ...seen } = counts;
    for (const [what, count] of Object.entries(seen)) {
      assert.ok(count > 500, `only ${count} were ${what}: the test shows little`);
    }
  });
}
