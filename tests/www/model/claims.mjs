// Every claim is explained in every language, with a link that fits its citation; and every hint and finding.

import { readFileSync } from 'node:fs';
import { inProject } from '../../../scripts/lib/project.mjs';

/** Of the IANA registries of JWT claims and JOSE header parameters: what everybody meets. */
const REGISTERED = [
  'iss',
  'sub',
  'aud',
  'exp',
  'nbf',
  'iat',
  'jti',
  'name',
  'email',
  'azp',
  'nonce',
  'acr',
  'auth_time',
  'at_hash',
  'c_hash',
  'amr',
  'sub_jwk',
  'cnf',
  'sid',
  'vot',
  'events',
  'toe',
  'txn',
  'act',
  'scope',
  'client_id',
  'may_act',
  'vc',
  'vp',
  'roles',
  'groups',
  '_sd',
  'htm',
  'htu',
  'ath',
  'authorization_details',
  'entitlements',
  'sub_id',
  'token_introspection',
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
    const { CLAIMS_OF } = model['claims/providers'];
    for (const { reference } of [CLAIMS, HEADER_PARAMETERS, CLAIMS_OF].flatMap(Object.values)) {
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

  test('a claim of a provider means what it does in that provider’s tokens alone', async () => {
    const { loadProviderWords } = model['claims/provider-words'];
    for (const strings of [model.en.en, model.de.de]) {
      const explain = await loadProviderWords(strings);
      assert.equal(explain('role', 'supabase').source, 'Supabase');
      assert.equal(explain('repository', 'github').source, 'GitHub Actions');
      assert.equal(explain('role', 'auth0'), undefined);
      assert.equal(explain('constructor', 'auth0'), undefined);
    }
    for (const name of ['role', 'permissions', 'org_id', 'username', 'uid', 'typ', 'repository']) {
      assert.equal(knownClaim(name), undefined, name);
    }
  });

  test('German says of the claims of providers what English says', async () => {
    const [en, de] = await Promise.all(
      model.languages.LANGUAGES.map(({ loadProviderClaims }) => loadProviderClaims()),
    );
    const names = (words) =>
      Object.entries(words).map(([issuer, claims]) => [issuer, Object.keys(claims)]);
    assert.deepEqual(names(de), names(en));
  });

  test('alg of an encrypted token is no algorithm of a signature', () => {
    assert.equal(citation(knownHeaderParameter('alg').reference), 'RFC 7515 §4.1.1');
    assert.equal(citation(knownHeaderParameter('alg', true).reference), 'RFC 7516 §4.1.1');
    assert.equal(citation(knownHeaderParameter('enc', true).reference), 'RFC 7516 §4.1.2');
  });

  test('German has every hint and finding of the core', () => {
    const sources = ['advice/hint.rs', 'advice/rule.rs'];
    for (const source of sources) {
      const text = readFileSync(inProject('src', ...source.split('/')), 'utf8');
      const ids = [...text.matchAll(/^ {4}[A-Z0-9_]+ = "([\w-]+)"/gm)].map(([, id]) => id);
      assert.ok(ids.length > 10, source);
      for (const id of ids) assert.ok(model.de.de.messages[id], `${source}: ${id}`);
    }
    const unknown = Object.keys(model.en.en.messages).filter((id) => !model.de.de.messages[id]);
    assert.deepEqual(unknown, []);
  });

  test('what the package says is a sentence, and the name of a claim stays as it is', () => {
    const { translated } = model.languages;
    const { en } = model.en;
    const { de } = model.de;
    assert.equal(translated(en, undefined, 'the token has expired'), 'The token has expired.');
    assert.equal(translated(en, undefined, 'exp is late'), 'exp is late.');
    assert.match(translated(de, 'long-lifetime'), /^Länger als/);
    const fault = "the token's payload must be strict JSON, but has JSON that ends too early";
    assert.equal(translated(en, 'ERR_JWT_INVALID', fault), 'JSON that ends too early.');
    assert.equal(translated(en, 'clock-skew', 'x'), 'Are the clocks in sync? Set Clock tolerance.');
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
