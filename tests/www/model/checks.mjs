// The checks as the page shows them: without what says nothing, and times as people say them.

import { SECRET, tokenOf } from './fixtures.mjs';

const NOW = new Date('2026-11-30T16:46:28.500Z');
const SECONDS = Math.floor(NOW.getTime() / 1000);

export default function checks({ test, assert, lib, model }) {
  const { shownChecks, missedTime } = model.checks;

  const report = (payload, options = {}, header = '{"alg":"HS256","typ":"JWT"}') =>
    lib.inspect(
      tokenOf(JSON.stringify(payload), header),
      lib.importKey(SECRET, 'HS256', { encoding: 'utf8' }),
      { audience: null, currentDate: NOW, ...options },
    );
  const missed = (...parts) => missedTime(shownChecks(report(...parts)).failed[0]);

  test('what nothing asked for is apart from what passed', () => {
    const { failed, passed, skipped } = shownChecks(report({ exp: SECONDS + 60 }));
    assert.deepEqual(failed, []);
    assert.ok(passed.some(({ name }) => name === 'exp'));
    assert.ok(skipped.length > 5);
  });

  test('critical extensions are a check only of a token that has some', () => {
    const names = (checks) => checks.map(({ name }) => name);
    assert.ok(!names(shownChecks(report({})).passed).includes('crit'));
    const understood = '{"alg":"HS256","crit":["b64"],"b64":true}';
    assert.ok(names(shownChecks(report({}, {}, understood)).passed).includes('crit'));
    const header = '{"alg":"HS256","crit":["x"],"x":1}';
    assert.ok(names(shownChecks(report({}, {}, header)).failed).includes('crit'));
  });

  test('a time that fails is told with the time it is now, and not as if it should be now', () => {
    assert.deepEqual(missed({ exp: SECONDS - 3614 }), {
      ...{ kind: 'expired', at: '15:46:14Z', now: '16:46:28Z', seconds: 3614.5 },
    });
    assert.deepEqual(missed({ exp: SECONDS - 86_400 }), {
      ...{ kind: 'expired', at: '2026-11-29T16:46:28Z', now: '2026-11-30T16:46:28Z' },
      seconds: 86_400.5,
    });
    assert.equal(missed({ exp: SECONDS + 600, nbf: SECONDS + 60 }).kind, 'begins');
    const age = { maxTokenAge: '1h', requiredClaims: [] };
    assert.equal(missed({ iat: SECONDS - 7200 }, age).kind, 'tooOld');
    assert.equal(missed({ iat: SECONDS + 7200 }, age).kind, 'ahead');
  });

  test('what is no time is told as it is', () => {
    const issuer = { issuer: 'https://a.example', requiredClaims: [] };
    assert.equal(missed({ iss: 'https://b.example' }, issuer), undefined);
    assert.equal(missed({ exp: 'soon' }), undefined);
  });
}
