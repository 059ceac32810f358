// What is worth knowing about a token: danger where there is some, and silence where providers do as they always do.

import { tokenOf } from './fixtures.mjs';

const NOW = new Date('2026-11-30T12:00:00Z');
const IAT = NOW.getTime() / 1000 - 60;
const DAY = 86_400;
const GOOD = { iss: 'https://issuer.example', sub: 'user-1', aud: 'https://api.example' };

export default function findings({ test, assert, lib, model }) {
  const { findingsOf, weightyFindings } = model.findings;

  const viewOf = (payload, header = { alg: 'HS256', typ: 'JWT' }) => {
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const head = typeof header === 'string' ? header : JSON.stringify(header);
    const token = tokenOf(text, head);
    const inspection = lib.inspect(token, undefined, { audience: null, currentDate: NOW });
    return { state: { token }, inspection, header: head, payload: text, now: NOW };
  };
  const of = (...parts) => findingsOf(viewOf(...parts));
  const ids = (...parts) => of(...parts).map(({ id, weight, name }) => [id, weight, name]);
  const living = (seconds, more = {}) => ({ ...GOOD, iat: IAT, exp: IAT + seconds, ...more });
  const lifetime = (...parts) => of(living(...parts)).find(({ id }) => id === 'long-lifetime');

  test('a good token has none', () => assert.deepEqual(ids(living(3600)), []));

  test('a lifetime weighs by its span', () => {
    assert.equal(lifetime(3600), undefined);
    for (const [seconds, weight] of [
      [3601, 'note'],
      [DAY, 'note'],
      [DAY + 3600, 'warning'],
      [30 * DAY, 'warning'],
      [31 * DAY, 'danger'],
      [364 * DAY, 'danger'],
    ]) {
      const found = lifetime(seconds);
      assert.deepEqual([found.weight, found.seconds], [weight, seconds]);
    }
  });

  test('a lifetime that is usual at the provider is a note', () => {
    const usual = {
      'https://session.firebase.google.com/p': 14,
      'https://login.microsoftonline.com/t/v2.0': 1.16,
      'kubernetes/serviceaccount': 365,
    };
    for (const [iss, days] of Object.entries(usual)) {
      assert.equal(lifetime(days * DAY, { iss }).weight, 'note', iss);
      assert.notEqual(lifetime((days + 2) * DAY, { iss }).weight, 'note', iss);
    }
    assert.equal(lifetime(14 * DAY).weight, 'warning');
  });

  test('the sentence has the span, in both languages', () => {
    const { seconds } = lifetime(364 * DAY);
    const { findingText } = model['findings/finding-text'];
    const finding = { id: 'long-lifetime', message: 'x', name: 'exp', seconds };
    assert.equal(
      findingText(finding, model.en.en),
      'Valid for 364 days: a stolen token stays usable that long.',
    );
    assert.match(findingText(finding, model.de.de), /364 Tage/);
  });

  test('providers that never set aud are not warned of it', () => {
    const { aud: _aud, ...claims } = living(3600);
    assert.deepEqual(ids(claims), [['aud-missing', 'warning', 'aud']]);
    const iss = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_a';
    assert.deepEqual(ids({ ...claims, iss }), [['aud-missing', 'note', 'aud']]);
  });

  test('what a kind of token never has is not missed', () => {
    const proof = { jti: 'j', htm: 'GET', htu: 'https://api.example/', iat: IAT };
    const jwk = { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' };
    assert.deepEqual(ids(proof, { alg: 'ES256', typ: 'dpop+jwt', jwk }), []);
    const more = ids(living(3600), { alg: 'ES256', typ: 'JWT', jwk });
    assert.deepEqual(more, [['key-in-header', 'warning', 'jwk']]);
    const event = { iss: 'https://a.example', aud: 'b', jti: 'c', iat: IAT, events: { x: {} } };
    assert.deepEqual(ids(event), []);
  });

  test('an iat in the future is a finding, beyond what clocks differ by', () => {
    const at = (seconds) => ids({ ...GOOD, iat: IAT + 60 + seconds, exp: IAT + 3600 + seconds });
    assert.deepEqual(at(300), []);
    assert.deepEqual(at(3600), [['iat-in-future', 'warning', 'iat']]);
  });

  test('times in milliseconds come first, and are no future', () => {
    const claims = { ...GOOD, iat: IAT * 1000, exp: (IAT + 600) * 1000 };
    assert.deepEqual(ids(claims), [
      ['time-in-milliseconds', 'danger', 'exp'],
      ['time-in-milliseconds', 'danger', 'iat'],
    ]);
  });

  test('a member that is there twice is named, with both values', () => {
    const [first] = of('{"role":"user","sub":"a","role":"admin"}');
    assert.deepEqual(
      [first.id, first.weight, first.name, first.values],
      ['duplicate-member', 'danger', 'role', ['"user"', '"admin"']],
    );
    assert.equal(
      model['findings/finding-text'].findingText(first, model.en.en),
      '"role" occurs more than once: "user", then "admin". Readers differ on which one counts.',
    );
    const header = of(living(60), '{"alg":"HS256","alg":"none"}');
    assert.deepEqual(header[0].values, ['"HS256"', '"none"']);
  });

  test('what weighs is shown, and notes are not', () => {
    const view = viewOf({ sub: 'a', email: 'a@b.example' }, { alg: 'HS256' });
    const shown = weightyFindings(view).map(({ id }) => id);
    assert.deepEqual(shown, ['iss-missing', 'aud-missing', 'exp-missing']);
    assert.ok(findingsOf(view).some(({ id }) => id === 'personal-data'));
  });
}
