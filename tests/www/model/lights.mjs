// Three lights: signature, time, expectations. None is green where that would mislead.

import { PAYLOAD, SECRET, TOKEN, tokenOf } from './fixtures.mjs';

export default function lights({ test, assert, model }) {
  const { Debugger } = model.debugger;
  const KEY = { text: SECRET, encoding: 'utf8', algorithm: '' };
  const EXPECTED = { issuer: 'https://issuer.example/', audience: 'https://api.example/' };

  function pageOf(token, { key = KEY, policy = {} } = {}) {
    const page = new Debugger();
    page.editKey(key);
    page.editPolicy(policy);
    page.pasteToken(token);
    return page;
  }

  const seen = (page) => {
    const { lights: shown, verdict } = page.view();
    const kinds = [shown.signature, shown.time, shown.expectations].map(({ kind }) => kind);
    return [verdict.kind, ...kinds].join(' ');
  };

  const CASES = {
    'all three are green where signature, time, issuer and audience are checked': [
      TOKEN,
      { policy: EXPECTED },
      'valid verified holds met',
    ],
    'nothing expected is amber': [TOKEN, {}, 'verified verified holds unchecked'],
    'an audience that nobody looks at is amber': [
      TOKEN,
      { policy: { issuer: EXPECTED.issuer } },
      'verified verified holds unchecked',
    ],
    'a token without exp never expires, which is amber and no fault': [
      tokenOf('{"sub":"1234567890","name":"John Doe","iat":1516239022}'),
      {},
      'verified verified never nothing',
    ],
    'exp is asked for where a person requires it': [
      tokenOf('{"sub":"1"}'),
      { policy: { requiredClaims: 'exp' } },
      'refused verified failed nothing',
    ],
    'a time in milliseconds is amber': [
      tokenOf(`{"sub":"1","exp":${Date.now() + 3_600_000}}`),
      {},
      'verified verified milliseconds nothing',
    ],
    'an expired token': [
      tokenOf(PAYLOAD.replace('4102444800', '1000')),
      { policy: EXPECTED },
      'refused verified failed met',
    ],
    'another audience': [
      TOKEN,
      { policy: { ...EXPECTED, audience: 'other' } },
      'refused verified holds failed',
    ],
    'no key': [TOKEN, { key: { ...KEY, text: '' } }, 'noKey noKey holds unchecked'],
    'no key, and expired': [
      tokenOf('{"sub":"1","exp":1000}'),
      { key: { ...KEY, text: '' } },
      'noKeyAndFailing noKey failed nothing',
    ],
    'another key': [
      TOKEN,
      { key: { ...KEY, text: 'x'.repeat(40) } },
      'refused failed holds unchecked',
    ],
    'a key that cannot be used is no fault of the token': [
      TOKEN,
      { key: { ...KEY, text: '{"kty":"RSA"}' } },
      'keyRefused keyRefused holds unchecked',
    ],
    'a member twice': [
      tokenOf('{"sub":"1","role":"admin","role":"user","exp":4102444800}'),
      {},
      'refused verified unread failed',
    ],
  };
  for (const [name, [token, input, expected]] of Object.entries(CASES)) {
    test(name, () => assert.equal(seen(pageOf(token, input)), expected));
  }

  test('rules of a provider that still need something are not yet checked, and no fault of the token', () => {
    const page = pageOf(TOKEN);
    page.editPreset({ id: 'auth0' });
    assert.equal(seen(page), 'verified verified holds incomplete');
    assert.deepEqual(page.view().lights.expectations.missing, ['domain', 'audience']);
  });

  test('what was filled in from the token says so, until it is changed', () => {
    const { isTaken } = model.taken;
    const taken = (page) => isTaken(page.state);
    const page = pageOf(TOKEN);
    page.takePolicy({ ...EXPECTED, profile: '' });
    assert.equal(seen(page), 'valid verified holds met');
    assert.equal(taken(page), true);
    page.editPolicy({ requiredScopes: 'read' });
    assert.equal(taken(page), true, 'something else is expected too');
    page.editPolicy({ issuer: 'https://other.example/' });
    assert.equal(taken(page), false);
    page.undo();
    assert.equal(taken(page), true);
    page.clearPolicy();
    assert.equal(taken(page), false);
    const typed = pageOf(TOKEN, { policy: EXPECTED });
    assert.equal(taken(typed), false);
    typed.takePolicy({ profile: 'id_token' });
    assert.equal(taken(typed), false, 'nothing was taken');
    const provider = pageOf(TOKEN);
    provider.takePreset({ id: 'auth0', values: { domain: 'example.eu.auth0.com' } });
    assert.equal(taken(provider), true);
    provider.editPreset({ values: { domain: 'example.eu.auth0.com', audience: 'api' } });
    assert.equal(taken(provider), true);
    provider.editPreset({ values: { domain: 'mine.eu.auth0.com', audience: 'api' } });
    assert.equal(taken(provider), false);
    const example = new Debugger();
    example.takePolicy(EXPECTED);
    example.load({ token: TOKEN, key: KEY });
    assert.equal(taken(example), false, 'an example’s own');
  });

  test('an edit that is not signed yet says so, and is signed by a click', async () => {
    const page = pageOf(TOKEN, { key: { ...KEY, text: '' } });
    await page.editPart('payload', PAYLOAD.replace('user-1', 'admin'));
    assert.equal(seen(page), 'edited edited holds unchecked');
    page.editKey(KEY);
    assert.equal(seen(page), 'edited edited holds unchecked');
    await page.sign();
    assert.equal(seen(page), 'verified verified holds unchecked');
  });

  test('a signature that cannot be made leaves the edit unsigned, and says why', async () => {
    const page = pageOf(TOKEN);
    await page.editPart('header', '{"alg":"HS512","typ":"JWT"}');
    page.editKey({ ...KEY, algorithm: 'HS256' });
    await page.sign();
    assert.equal(page.view().lights.signature.kind, 'edited');
    assert.equal(page.view().origin.fault.code, 'ERR_JOSE_KEY_MISMATCH');
  });

  test('a payload that cannot be a token’s is not signed, and keeps the signature it had', async () => {
    const page = pageOf(TOKEN);
    await page.editPart('payload', '{"sub": ');
    assert.equal(page.view().signature, TOKEN.split('.')[2]);
    assert.equal(page.view().origin.kind, 'stale');
    await page.editPart('payload', '{"sub": "1"}');
    assert.equal(page.view().origin.kind, 'signed');
  });

  test('a text around the token is no fault of the token', () => {
    for (const text of [`Bearer ${TOKEN}`, `${TOKEN}\n`, `  "${TOKEN}",`]) {
      const page = new Debugger();
      page.editKey(KEY);
      page.editToken(text);
      assert.equal(seen(page), 'verified verified holds unchecked');
    }
  });
}
