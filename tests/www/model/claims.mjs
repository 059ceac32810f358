// Every claim is explained in every language, with a link that fits its citation; and every hint and finding.

import { readFileSync } from 'node:fs';
import { inProject } from '../../../scripts/lib/project.mjs';

/** Of the IANA registries of JWT claims and JOSE header parameters: what everybody meets. */
const REGISTERED = [
  ...['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'name', 'email', 'azp', 'nonce', 'acr'],
  ...['auth_time', 'at_hash', 'c_hash', 'amr', 'sub_jwk', 'cnf', 'sid', 'vot', 'events', 'toe'],
  ...['txn', 'act', 'scope', 'client_id', 'may_act', 'vc', 'vp', 'roles', 'groups', '_sd', 'htm'],
  ...['htu', 'ath', 'authorization_details', 'entitlements', 'sub_id', 'token_introspection'],
];
const SECTIONS = {
  exp: 'RFC 7519 §4.1.4',
  nbf: 'RFC 7519 §4.1.5',
  cnf: 'RFC 7800 §3.1',
  act: 'RFC 8693 §4.1',
  vot: 'RFC 8485 §3.2',
};

export default function claims({ test, assert, model }) {
  const { CLAIMS, HEADER_PARAMETERS, knownClaim, knownHeaderParameter, citation } =
    model['claims/dictionary'];
  const { readableValue } = model['claims/value'];

  test('what the registries have is there', () => {
    for (const name of REGISTERED) assert.ok(knownClaim(name), name);
    assert.equal(knownClaim('constructor'), undefined);
    assert.ok(knownHeaderParameter('x5t#S256'));
  });

  test('references are https and cite the right section', () => {
    for (const { reference } of [...Object.values(CLAIMS), ...Object.values(HEADER_PARAMETERS)]) {
      assert.match(reference, /^https:\/\//);
      assert.notEqual(citation(reference), '');
    }
    for (const [name, section] of Object.entries(SECTIONS)) {
      assert.equal(citation(CLAIMS[name].reference), section);
    }
  });

  test('German says everything that English says', () => {
    const { en, de } = { ...model.en, ...model.de };
    const shape = (value) =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([name]) => name !== 'messages')
              .map(([name, inner]) => [name, shape(inner)]),
          )
        : typeof value;
    assert.deepEqual(shape(de), shape(en));
    for (const name of Object.keys(CLAIMS)) {
      assert.ok(en.claims[name] && de.claims[name], name);
    }
  });

  test('German has every hint and finding of the core', () => {
    const sources = ['jwt/inspection/hint.rs', 'jwt/inspection/rule.rs', 'key/inspection/hint.rs'];
    for (const source of sources) {
      const text = readFileSync(inProject('src', ...source.split('/')), 'utf8');
      const ids = [...text.matchAll(/(?:Hint::new\(\s*|\bid: )"([\w-]+)"/g)].map(([, id]) => id);
      assert.ok(ids.length > 10, source);
      for (const id of ids) assert.ok(model.de.de.messages[id], `${source}: ${id}`);
    }
  });

  test('lists are read as lists', () => {
    assert.deepEqual(readableValue('scope', 'read write').items, ['read', 'write']);
    assert.deepEqual(readableValue('aud', ['a', 'b']), { items: ['a', 'b'], isList: true });
    assert.deepEqual(readableValue('sub', 'a b').items, ['a b']);
    assert.deepEqual(readableValue('x', { a: 1 }).items, ['{"a":1}']);
    const long = '12345678901234567890';
    assert.deepEqual(readableValue('id', Number(long), long).items, [long]);
  });
}
