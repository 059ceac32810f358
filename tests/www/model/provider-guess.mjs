// A token says who its provider is and fills in the provider's form; the issuers of strangers do not.

import { cases } from '../../key-sets/provider-cases.mjs';

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

export default function providerGuess({ test, assert, lib, model }) {
  const { guessProvider, providerValues } = model['provider-guess'];
  const { readPreset } = model.providers;

  const tokenOf = (payload, header = {}) =>
    `${encode({ alg: 'RS256', kid: 'one', ...header })}.${encode(payload)}.AAAA`;
  const guess = (payload, header) => guessProvider(lib.inspect(tokenOf(payload, header)));

  /** Tokens of one tenant and of several are the same. */
  const idOf = (name) => {
    if (name.startsWith('entra')) return 'entra';
    return name.split(',')[0];
  };

  // Some tokens live for a minute: all are looked at as of now, however long the tests before these take.
  const currentDate = new Date();
  for (const { name, good, header, alg = 'RS256' } of cases()) {
    test(`${name}: its tokens are recognised, and pass by the rules that they fill in`, () => {
      for (const [kind, payload] of Object.entries(good)) {
        const token = tokenOf(payload, { alg, ...header });
        const found = guessProvider(lib.inspect(token));
        assert.equal(found?.id, idOf(name), kind);
        const ids = [
          found.id,
          ...(found.id === 'entra' && payload.ver === '2.0' ? ['entraMultiTenant'] : []),
        ];
        for (const id of ids) {
          const values = providerValues(id, lib.inspect(token));
          const { options, missing, fault } = readPreset({ id, values });
          assert.deepEqual([missing, fault?.message], [[], undefined], kind);
          const { checks } = lib.inspect(token, undefined, { ...options, currentDate });
          const failed = checks.filter(({ status }) => status === 'failed');
          assert.deepEqual(
            failed.map(({ name: check, message }) => [check, message]),
            [],
            `${id}: ${kind}`,
          );
        }
      }
    });
  }

  test('every field of the form is filled in that the token has a word for', () => {
    const filled = new Map();
    for (const { good, header } of cases()) {
      for (const payload of Object.values(good)) {
        const inspection = lib.inspect(tokenOf(payload, header));
        for (const id of [guessProvider(inspection).id, 'entraMultiTenant']) {
          const values = providerValues(id, inspection) ?? {};
          filled.set(id, new Set([...(filled.get(id) ?? []), ...Object.keys(values)]));
        }
      }
    }
    for (const { id, fields } of model.providers.PROVIDERS) {
      assert.deepEqual(
        fields.map(({ name }) => name).filter((name) => !filled.get(id)?.has(name)),
        [],
        id,
      );
    }
  });

  test('a custom domain counts where the claims are unmistakable', () => {
    const auth0 = { iss: 'https://login.example/', aud: 'api', sub: 'auth0|1' };
    assert.deepEqual(guess(auth0), {
      id: 'auth0',
      values: { domain: 'login.example', audience: 'api' },
    });
    assert.equal(guess({ ...auth0, sub: '1' }), undefined);
    const keycloak = { iss: 'https://sso.example/auth/realms/staff', aud: 'account', typ: 'ID' };
    assert.deepEqual(guess(keycloak), {
      id: 'keycloak',
      values: { url: 'https://sso.example/auth', realm: 'staff', audience: 'account' },
    });
    assert.equal(guess({ ...keycloak, typ: undefined }), undefined);
    assert.equal(
      guess({ iss: 'https://login.example/oauth2/aus1', cid: '0oa1', ver: 1 }).id,
      'okta',
    );
    assert.equal(guess({ iss: 'https://login.example/oauth2/aus1' }), undefined);
  });

  test('what the token does not say stays to be filled in', () => {
    const found = guess({ iss: 'https://example.eu.auth0.com/' });
    assert.deepEqual(found, { id: 'auth0', values: { domain: 'example.eu.auth0.com' } });
    assert.deepEqual(readPreset(found).missing, ['audience']);
    assert.equal(model.providers.isIncomplete(readPreset(found)), true);
    assert.equal(
      providerValues('okta', lib.inspect(tokenOf({ iss: 'https://example.auth0.com/' }))),
      undefined,
    );
  });

  test('the issuers of strangers are recognised as nobody', () => {
    const strangers = [
      'https://evil.example/auth0.com',
      'https://evil.example/.auth0.com/',
      'https://example.eu.auth0.com.evil.example/',
      'https://auth0.com/',
      'https://notauth0.com/',
      'http://example.eu.auth0.com/',
      'https://user@example.eu.auth0.com/',
      'https://example.eu.auth0.com@evil.example/',
      'https://evil.example#.auth0.com/',
      'https://evil.example?.auth0.com/',
      'https://evil.example\\.auth0.com/',
      'https://EXAMPLE.auth0.com/',
      'https://example.auth0.com:8443/',
      'https://example.auth0.com/a',
      'https://example.auth0.com./',
      ' https://example.auth0.com/',
      'https://login.microsoftonline.com/common/v2.0',
      'https://login.microsoftonline.com.evil.example/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/v2.0',
      'https://sts.windows.net/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/v2.0',
      'https://cognito-idp.eu-central-1.amazonaws.com/us-east-1_AbCdEfGhI',
      'https://accounts.google.com/realms',
      'https://evil.example/realms/staff',
      'https://example.supabase.co/auth/v2',
      'supabase',
      'accounts.google.com.evil.example',
      '',
      1,
      null,
      ['https://example.auth0.com/'],
      undefined,
    ];
    for (const iss of strangers) assert.equal(guess({ iss }), undefined, String(iss));
    assert.equal(guess({}, { signer: 'arn:aws:iam::123456789012:user/me' }), undefined);
    assert.equal(guessProvider({}), undefined);
    assert.equal(guess({ iss: `https://${'a.'.repeat(500_000)}auth0.com/` }), undefined);
  });

  test('a claim that is no name fills in nothing', () => {
    for (const aud of [1, null, {}, [], [''], [1], 'two words', ['a,b']]) {
      const found = guess({ iss: 'https://example.auth0.com/', aud });
      assert.deepEqual(found.values, { domain: 'example.auth0.com' });
    }
  });
}
