// The fields ask exactly what the options of the package ask.

import { readFileSync } from 'node:fs';
import { inProject } from '../../../scripts/lib/project.mjs';
import { SECRET, TOKEN, tokenOf } from './fixtures.mjs';

export default function policy({ test, assert, lib, model }) {
  const { policyOptions, policyFaults, NO_POLICY } = model.policy;
  const options = (fields, preset) => policyOptions({ ...NO_POLICY, ...fields }, preset);

  const NOTHING = { audience: null, requiredClaims: [] };

  test('empty fields ask for nothing: for no audience, and for no claim', () => {
    assert.deepEqual(options({}), NOTHING);
    const key = lib.importKey(SECRET, 'HS256', { encoding: 'utf8' });
    const endless = tokenOf('{"sub":"user-1"}');
    assert.equal(lib.inspect(endless, key, options({})).valid, true);
    assert.equal(lib.inspect(endless, key, options({ requiredClaims: 'exp' })).valid, false);
  });

  test('every field becomes its option', () => {
    const made = options({
      issuer: ' https://issuer.example/ ',
      audience: 'one, two',
      algorithms: 'ES256 RS256',
      subject: 'user-1',
      typ: 'at+jwt',
      clockTolerance: '5s',
      maxTokenAge: '90',
      requiredClaims: 'exp jti',
      requiredScopes: 'read',
      requiredRoles: 'admin user',
      rolesPath: 'realm_access.roles',
      nonce: 'n',
    });
    assert.deepEqual(made, {
      issuer: 'https://issuer.example/',
      audience: ['one', 'two'],
      algorithms: ['ES256', 'RS256'],
      subject: 'user-1',
      typ: 'at+jwt',
      nonce: 'n',
      clockTolerance: '5s',
      maxTokenAge: 90,
      requiredClaims: ['exp', 'jti'],
      requiredScopes: 'read',
      requiredRoles: { path: 'realm_access.roles', all: ['admin', 'user'] },
    });
    const { checks } = lib.inspect(TOKEN, undefined, made);
    assert.notEqual(checks[0].name, 'options');
  });

  test('of scopes and roles all are asked for, or any', () => {
    const fields = { requiredScopes: 'read write', requiredRoles: 'admin user' };
    const any = { ...fields, scopesMatch: 'any', rolesMatch: 'any' };
    const made = [
      [fields, { requiredScopes: ['read', 'write'], requiredRoles: ['admin', 'user'] }],
      [
        any,
        { requiredScopes: { any: ['read', 'write'] }, requiredRoles: { any: ['admin', 'user'] } },
      ],
      [
        { ...any, rolesPath: 'realm_access.roles' },
        {
          requiredScopes: { any: ['read', 'write'] },
          requiredRoles: { path: 'realm_access.roles', any: ['admin', 'user'] },
        },
      ],
      [{ scopesMatch: 'any', rolesMatch: 'any' }, {}],
    ];
    for (const [given, expected] of made) {
      assert.deepEqual(options(given), { ...NOTHING, ...expected });
    }
    const token = tokenOf('{"scope":"read","roles":["user"],"exp":4102444800}');
    const key = lib.importKey(SECRET, 'HS256', { encoding: 'utf8' });
    assert.equal(lib.inspect(token, key, options(any)).valid, true);
    assert.equal(lib.inspect(token, key, options(fields)).valid, false);
  });

  test('a kind of token brings its own rules about the audience', () => {
    const fields = { issuer: 'https://issuer.example/', profile: 'id_token', clientId: 'one' };
    const made = options(fields);
    assert.deepEqual(made, { issuer: fields.issuer, profile: 'id_token', clientId: 'one' });
    const { checks } = lib.inspect(TOKEN, undefined, made);
    assert.ok(checks.some(({ name }) => name === 'azp'));
    assert.deepEqual(options({ profile: 'other', clientId: 'one' }), NOTHING);
  });

  test('a kind of token that lacks a field names it, and is no fault of the token', () => {
    const needed = {
      access_token: ['issuer', 'audience'],
      id_token: ['issuer', 'clientId'],
      logout_token: ['issuer', 'clientId'],
    };
    for (const [profile, fields] of Object.entries(needed)) {
      assert.deepEqual(policyFaults({ ...NO_POLICY, profile }), fields);
      assert.deepEqual(options({ profile }), NOTHING);
      const filled = Object.fromEntries(fields.map((field) => [field, 'one']));
      assert.deepEqual(policyFaults({ ...NO_POLICY, profile, ...filled }), []);
      const made = options({ profile, ...filled });
      assert.equal(made.profile, profile);
      assert.notEqual(lib.inspect(TOKEN, undefined, made).checks[0].name, 'options');
    }
    const preset = { issuer: 'https://issuer.example/', audience: 'a' };
    assert.deepEqual(policyFaults({ ...NO_POLICY, profile: 'access_token' }, preset), []);
  });

  test('the claims that a preset requires stay, and the field adds to them', () => {
    assert.equal(options({}, { issuer: 'a' }).requiredClaims, undefined);
    const preset = { requiredClaims: ['exp', 'sid'] };
    assert.deepEqual(options({}, preset).requiredClaims, ['exp', 'sid']);
    assert.deepEqual(options({ requiredClaims: 'jti' }, preset).requiredClaims, [
      'exp',
      'sid',
      'jti',
    ]);
  });

  test('what is not understood is left out and named', () => {
    const fields = { clockTolerance: 'soon', maxTokenAge: '1w', algorithms: 'none ES256' };
    assert.deepEqual(policyFaults({ ...NO_POLICY, ...fields }), [
      'clockTolerance',
      'maxTokenAge',
      'algorithms',
    ]);
    assert.deepEqual(options(fields), NOTHING);
  });

  test('every preset of the package is in the page', () => {
    const source = readFileSync(inProject('pkg', 'src', 'providers', 'providers.ts'), 'utf8');
    const names = [...source.matchAll(/^export \{([^}]*)\} from/gm)].flatMap(([, list]) =>
      list.split(',').map((name) => name.trim()),
    );
    for (const name of names) assert.equal(typeof lib[name], 'function');
    assert.deepEqual(
      model.providers.PROVIDERS.map(({ id }) => id),
      names,
    );
  });

  test('every preset is filled in by its form, and fields go before it', () => {
    const { PROVIDERS, readPreset } = model.providers;
    const withoutKeySet = ['awsAlb'];
    for (const provider of PROVIDERS) {
      assert.equal(typeof lib[provider.id], 'function');
      const values = Object.fromEntries(
        provider.fields.map(({ name, example }) => [name, example]),
      );
      const { options: preset, keysUrl, fault, missing } = readPreset({ id: provider.id, values });
      assert.equal(fault?.message, undefined, provider.id);
      assert.deepEqual(missing, []);
      assert.equal(keysUrl === undefined, withoutKeySet.includes(provider.id), provider.id);
      assert.match(keysUrl ?? 'https://', /^https:\/\//);
      const { checks } = lib.inspect(TOKEN, undefined, options({}, preset));
      assert.notEqual(checks[0].name, 'options', provider.id);
      const own = options({ issuer: 'https://mine.example/' }, preset);
      assert.equal(own.issuer, 'https://mine.example/');
    }
  });

  test('a preset says what is missing, and what is malformed', () => {
    const { readPreset, isIncomplete } = model.providers;
    assert.deepEqual(readPreset({ id: 'auth0', values: {} }).missing, ['domain', 'audience']);
    const values = { domain: 'https://wrong/', audience: 'a' };
    const malformed = readPreset({ id: 'auth0', values });
    assert.equal(malformed.fault.code, 'ERR_API_MISUSE');
    assert.equal(malformed.faultField, 'domain');
    assert.equal(isIncomplete(malformed), true);
    assert.equal(isIncomplete(readPreset({ id: 'auth0', values: {} })), true);
    assert.equal(isIncomplete(readPreset({ id: '', values: {} })), false);
    assert.deepEqual(readPreset({ id: '', values: {} }), { missing: [] });
  });
}
