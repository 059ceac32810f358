// The fields ask exactly what the options of the package ask.

import { readFileSync } from 'node:fs';
import { inProject } from '../../../scripts/lib/project.mjs';
import { SECRET, TOKEN, tokenOf } from './fixtures.mjs';

export default function policy({ test, assert, lib, model }) {
  const { policyOptions, policyFaults, NO_POLICY } = model.policy;
  const options = (fields, preset) => policyOptions({ ...NO_POLICY, ...fields }, preset);

  test('empty fields ask for nothing, and leave the audience unchecked on purpose', () => {
    assert.deepEqual(options({}), { audience: null });
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
      assert.deepEqual(options(given), { audience: null, ...expected });
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
    const incomplete = lib.inspect(TOKEN, undefined, options({ profile: 'access_token' }));
    assert.equal(incomplete.checks[0].name, 'options');
    assert.deepEqual(options({ profile: 'other', clientId: 'one' }), { audience: null });
  });

  test('required claims can be none', () => {
    assert.deepEqual(options({ requiredClaims: '' }).requiredClaims, []);
  });

  test('what is not understood is left out and named', () => {
    const fields = { clockTolerance: 'soon', maxTokenAge: '1w', algorithms: 'none ES256' };
    assert.deepEqual(policyFaults({ ...NO_POLICY, ...fields }), [
      'clockTolerance',
      'maxTokenAge',
      'algorithms',
    ]);
    assert.deepEqual(options(fields), { audience: null });
  });

  test('every preset of the package is in the page', () => {
    const source = readFileSync(inProject('pkg', 'src', 'providers.ts'), 'utf8');
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
    const { readPreset } = model.providers;
    assert.deepEqual(readPreset({ id: 'auth0', values: {} }).missing, ['domain', 'audience']);
    const values = { domain: 'https://wrong/', audience: 'a' };
    assert.equal(readPreset({ id: 'auth0', values }).fault.code, 'ERR_API_MISUSE');
    assert.deepEqual(readPreset({ id: '', values: {} }), { missing: [] });
  });
}
