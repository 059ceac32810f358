// The cache of refused tokens: off unless asked for, and never another answer than without it.

import { withClock } from './support/clock.mjs';
import { costOf, isMuchLess } from './support/cost.mjs';
import { signSegments, withFlippedByte } from './support/tokens.mjs';

const NOW = 1_700_000_000;

export default function ({ test, assert, lib, sign, secret, key, algorithm, rejects }) {
  const at = (seconds) => ({ currentDate: new Date(seconds * 1000) });
  const token = (claims) => sign({ exp: NOW + 60, ...claims });
  const verifierWith = (options) =>
    lib.createVerifier({ keys: key, cache: { failures: true }, ...options });
  const refusal = (action) => {
    try {
      action();
    } catch (error) {
      return error;
    }
    throw new Error('it was accepted');
  };
  const told = ({ code, message, claim, reason, expected, actual }) => ({
    ...{ code, message, claim, reason, expected, actual },
  });

  // An algorithm that takes its time, so that it shows whether it was run.
  const slow = algorithm('ES512');
  const slowKey = lib.importKey(slow.jwk);
  const slowToken = slow.tokens[0].token;
  const forged = withFlippedByte(slowToken, 'signature', 5);
  const costsOf = (verifier, one) => ({
    anew: costOf(
      () => attempt(verifier, one),
      () => verifier.clearCache(),
    ),
    again: costOf(() => attempt(verifier, one)),
  });
  const attempt = (verifier, one) => {
    try {
      verifier.verify(one);
    } catch {
      // What it is refused for is seen elsewhere.
    }
  };

  test('refused tokens are kept only where that is asked for', () => {
    for (const cache of [true, {}, { failures: false }]) {
      const { anew, again } = costsOf(lib.createVerifier({ keys: slowKey, cache }), forged);
      assert.ok(!isMuchLess(again, anew), `${JSON.stringify(cache)}: ${again} of ${anew} ms`);
    }
    for (const failures of [true, {}, { maxEntries: 1 }, { maxAge: '60s' }]) {
      const { anew, again } = costsOf(verifierWith({ keys: slowKey, cache: { failures } }), forged);
      assert.ok(isMuchLess(again, anew), `${JSON.stringify(failures)}: ${again} of ${anew} ms`);
    }
  });

  test('a hit says what the first refusal said, in an error of its own', () => {
    const rules = { audience: ['a', 'b'], algorithms: ['HS256'], typ: 'at+jwt' };
    const header = { alg: 'HS256', typ: 'at+jwt' };
    const signed = (claims, headerChanges) =>
      sign({ aud: 'a', exp: NOW + 60, ...claims }, { ...header, ...headerChanges });
    for (const one of [
      withFlippedByte(signed(), 'signature', 0),
      withFlippedByte(signed(), 'payload', 3),
      'a.b.c',
      `${signed()}=`,
      signSegments(secret, JSON.stringify(header), 'W10'),
      sign([], header),
      signed({}, { crit: ['x'], x: 1 }),
      signed({}, { alg: 'none' }),
      signed({}, { alg: 'HS384' }),
      signed({}, { typ: 'JWT' }),
      signed({ aud: ['c', 'd'] }),
      signed({ aud: 1 }),
      signed({ iss: 1 }),
      signed({ exp: NOW - 1 }),
    ]) {
      const verifier = verifierWith(rules);
      const plain = lib.createVerifier({ keys: key, ...rules });
      const first = refusal(() => verifier.verify(one, at(NOW)));
      for (const array of [first.expected, first.actual]) {
        if (Array.isArray(array)) array.push('changed');
      }
      for (const later of [0, 5]) {
        const expected = refusal(() => plain.verify(one, at(NOW + later)));
        const hit = rejects(() => verifier.verify(one, at(NOW + later)), expected.code, {});
        assert.deepEqual(told(hit), told(expected));
        assert.ok(hit !== first, 'nobody shares an error');
        for (const array of [hit.expected, hit.actual]) {
          if (Array.isArray(array)) array.push('changed');
        }
      }
    }
  });

  test('what time heals is not kept', () => {
    const early = token({ nbf: NOW });
    const verifier = verifierWith({ maxTokenAge: 100 });
    const fresh = token({ iat: NOW });
    for (const one of [token({ iat: NOW, nbf: NOW }), fresh]) {
      refusal(() => verifier.verify(one, at(NOW - 1)));
      verifier.verify(one, at(NOW));
    }
    rejects(() => verifierWith({}).verify(early, at(NOW - 1)), 'ERR_JWT_NOT_YET_VALID');
    rejects(() => verifier.verify(fresh, at(NOW + 60)), 'ERR_JWT_EXPIRED');
    verifier.verify(fresh, at(NOW + 59));
  });

  test('a refusal that is looked for after the clock gives way to the clock', () => {
    const scoped = verifierWith({ requiredScopes: 'read' });
    const roles = verifierWith({ requiredRoles: { path: 'sub', any: 'admin' } });
    const failed = 'ERR_JWT_CLAIM_VALIDATION_FAILED';
    for (const [verifier, claim] of [
      [scoped, 'scope'],
      [roles, 'sub'],
    ]) {
      const one = token({ scope: 'write', sub: 'user' });
      rejects(() => verifier.verify(one, at(NOW)), failed, { claim });
      rejects(() => verifier.verify(one, at(NOW + 60)), 'ERR_JWT_EXPIRED', { claim: 'exp' });
    }
    const aging = verifierWith({ maxTokenAge: 10 });
    const old = token({ iat: NOW - 20 });
    rejects(() => aging.verify(old, at(NOW)), 'ERR_JWT_EXPIRED', { claim: 'iat' });
    rejects(() => aging.verify(old, at(NOW + 60)), 'ERR_JWT_EXPIRED', { claim: 'exp' });
  });

  test('a time that cannot be is misuse, whatever is kept, and misuse is not kept', () => {
    const verifier = verifierWith({ audience: 'a' });
    for (const one of [token({ aud: 'b' }), token({ aud: 'a', exp: 1 })]) {
      refusal(() => verifier.verify(one, at(NOW)));
      rejects(() => verifier.verify(one, at(Number.NaN)), 'ERR_API_MISUSE');
      rejects(() => verifier.verify(one, at(-1)), 'ERR_API_MISUSE');
    }
    const good = token({ aud: 'a' });
    rejects(() => verifier.verify(good, at(Number.NaN)), 'ERR_API_MISUSE');
    verifier.verify(good, at(NOW));
  });

  test('other keys, disposed keys, revocation and schema decide anew', () => {
    const other = lib.importKey(new Uint8Array(32).fill(9), 'HS256');
    const mortal = lib.importKey(new Uint8Array(32).fill(8), 'HS256');
    let current = other;
    let isRevoked = true;
    let isGood = false;
    const validate = (value) => (isGood ? { value } : { issues: [{ message: 'not good' }] });
    const verifier = verifierWith({
      keys: () => current,
      isRevoked: () => isRevoked,
      schema: { '~standard': { version: 1, vendor: 'test', validate } },
    });
    const good = token();
    rejects(() => verifier.verify(good, at(NOW)), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
    current = key;
    rejects(() => verifier.verify(good, at(NOW)), 'ERR_JWT_REVOKED');
    isRevoked = false;
    rejects(() => verifier.verify(good, at(NOW)), 'ERR_JWT_CLAIM_VALIDATION_FAILED');
    isGood = true;
    verifier.verify(good, at(NOW));
    current = mortal;
    rejects(() => verifier.verify(good, at(NOW)), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
    mortal[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
    rejects(() => verifier.verify(good, at(NOW)), 'ERR_CALLBACK_FAILED');
  });

  test('a token whose key is not there is not kept: the set may be renewed', () => {
    let current = lib.importJwkSet({ keys: [{ ...slow.jwk, kid: 'another' }] });
    const verifier = verifierWith({ keys: () => current });
    rejects(() => verifier.verify(slowToken), 'ERR_JWKS_NO_MATCHING_KEY');
    current = lib.importJwkSet({ keys: [slow.jwk] });
    verifier.verify(slowToken);
  });

  test('after maxAge a token is looked at anew', () => {
    const verifier = verifierWith({ keys: slowKey, cache: { failures: { maxAge: 2 } } });
    const start = Date.now() / 1000;
    withClock(start, (setTime) => {
      const { anew, again } = costsOf(verifier, forged);
      assert.ok(isMuchLess(again, anew));
      setTime(start + 1.9);
      assert.ok(
        isMuchLess(
          costOf(() => attempt(verifier, forged)),
          anew,
        ),
      );
      let time = start + 1.9;
      const wait = () => setTime((time += 2));
      const late = costOf(() => attempt(verifier, forged), wait);
      assert.ok(!isMuchLess(late, anew), `${late} of ${anew} ms`);
    });
  });

  test('garbage pushes out no good token, and has a bound of its own', () => {
    const verifier = verifierWith({
      keys: slowKey,
      cache: { maxEntries: 1, failures: { maxEntries: 10 } },
    });
    const { anew } = costsOf(verifier, slowToken);
    const garbage = (count) => {
      for (let i = 0; i < count; i += 1) attempt(verifier, `a.b.${i}`);
    };
    garbage(1000);
    const again = costOf(() => attempt(verifier, slowToken));
    assert.ok(isMuchLess(again, anew), `${again} of ${anew} ms`);
    attempt(verifier, forged);
    garbage(9);
    assert.ok(
      isMuchLess(
        costOf(() => attempt(verifier, forged)),
        anew,
      ),
      'within the bound',
    );
    const beyond = costOf(
      () => attempt(verifier, forged),
      () => garbage(20),
    );
    assert.ok(!isMuchLess(beyond, anew), 'beyond the bound');
  });

  test('wrong options are misuse', () => {
    for (const failures of [
      undefined,
      null,
      1,
      '10s',
      { maxEntries: 0 },
      { maxEntries: 10_001 },
      { maxAge: 0 },
      { maxAge: 61 },
      { maxAge: '2m' },
      { maxAge: undefined },
      { age: 1 },
    ]) {
      rejects(() => verifierWith({ cache: { failures } }), 'ERR_API_MISUSE');
    }
  });
}
