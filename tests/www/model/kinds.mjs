// What kind of token it is: by tokens as their makers write them. A wrong kind is worse than none.

import { createHash } from 'node:crypto';
import { TOKEN, tokenOf } from './fixtures.mjs';
import { processorTime } from './processor-time.mjs';

const IAT = 1_795_000_000;
const TIMES = { iat: IAT, exp: IAT + 300 };
const OPENID = { iss: 'https://issuer.example', sub: 'user-1', aud: 'client-1', ...TIMES };

/** Kind, claims, and more of the header. */
const SIGNED = [
  ['jwt', OPENID],
  ['jwt', { sub: '1234567890', name: 'John Doe', iat: 1516239022 }],
  ['jwt', { ...OPENID, scope: 'read' }],
  ['idToken', { ...OPENID, nonce: 'n-0S6_WzA2Mj' }],
  ['idToken', { ...OPENID, at_hash: '77QmUPtjPfzWtF2AnpK9RQ' }],
  ['idToken', { ...OPENID, aud: ['client-1', 'api'], azp: 'client-1' }],
  ['idToken', { ...OPENID, nonce: 'x', roles: ['admin'], tid: 't', ver: '2.0' }],
  ['idToken', { iss: 'https://accounts.google.com', sub: '1', aud: 'c', azp: 'c', email: 'a@b.c' }],
  ['idToken', { ...OPENID, iss: 'https://sso.example/realms/staff', typ: 'ID' }],
  [
    'idToken',
    {
      ...{ iss: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_a', sub: '1' },
      ...{ aud: 'c', token_use: 'id', 'cognito:username': 'a' },
    },
  ],
  ['accessToken', { ...OPENID, client_id: 'c', scope: 'read' }, { typ: 'at+jwt' }],
  ['accessToken', OPENID, { typ: 'application/AT+JWT' }],
  ['probableAccessToken', { ...OPENID, azp: 'c', scope: 'openid read', gty: 'password' }],
  ['probableAccessToken', { ...OPENID, scp: ['a'], cid: 'c', uid: 'u', ver: 1 }],
  ['probableAccessToken', { ...OPENID, scp: 'User.Read', appid: 'a', nonce: 'x' }],
  [
    'probableAccessToken',
    { ...OPENID, iss: 'https://sso.example/realms/staff', typ: 'Bearer', azp: 'c', nonce: 'n' },
  ],
  [
    'probableAccessToken',
    {
      ...{ iss: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_a', sub: '1' },
      ...{ token_use: 'access', client_id: 'c', scope: 'aws.cognito.signin.user.admin' },
    },
  ],
  ['refreshToken', { iss: 'https://sso.example/realms/staff', typ: 'Refresh', azp: 'c', sub: '1' }],
  ['refreshToken', { iss: 'https://sso.example/realms/staff', typ: 'Offline', azp: 'c' }],
  ['jwt', { iss: 'https://issuer.example', typ: 'Refresh' }],
  [
    'logoutToken',
    { ...OPENID, events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, sid: 's' },
  ],
  ['logoutToken', OPENID, { typ: 'logout+jwt' }],
  ['securityEvent', { ...OPENID, events: { 'https://schemas.openid.net/secevent/risc': {} } }],
  ['securityEvent', OPENID, { typ: 'secevent+jwt' }],
  ['jwt', { ...OPENID, events: ['login'] }],
  [
    'dpopProof',
    { jti: 'j', htm: 'POST', htu: 'https://server.example/token', iat: IAT },
    { typ: 'dpop+jwt', jwk: { kty: 'EC' } },
  ],
  ['dpopProof', { jti: 'j', htm: 'GET', htu: 'https://a.example/' }, { jwk: { kty: 'EC' } }],
  ['clientAssertion', { ...OPENID, iss: 'c', sub: 'c', aud: 'https://as.example/oauth2/token' }],
  ['clientAssertion', OPENID, { typ: 'client-authentication+jwt' }],
  [
    'grantAssertion',
    { ...TIMES, iss: 'a@b.iam', scope: 's', aud: 'https://oauth2.googleapis.com/token' },
  ],
  ['jwt', { ...TIMES, iss: 'a@b.iam', sub: 'a@b.iam', aud: 'https://firestore.googleapis.com/' }],
  ['jwt', { ...TIMES, iss: 'a', sub: 'a', aud: 'https://api.example/tokens' }],
  ['authorizationRequest', { client_id: 'c' }, { typ: 'oauth-authz-req+jwt' }],
  ['introspection', { token_introspection: { active: true } }],
  ['introspection', {}, { typ: 'token-introspection+jwt' }],
  ['credential', { iss: 'did:web:a', vc: { type: ['VerifiableCredential'] } }],
  ['presentation', { iss: 'did:web:a', vp: { type: ['VerifiablePresentation'] } }],
  ['sdJwtCredential', { iss: 'https://a.example', vct: 'x', _sd: [] }, { typ: 'dc+sd-jwt' }],
  ['keyBinding', { iat: IAT, aud: 'v', nonce: 'n', sd_hash: 'h' }, { typ: 'kb+jwt' }],
  ['entityStatement', OPENID, { typ: 'entity-statement+jwt' }],
  [
    'kubernetes',
    {
      ...{ iss: 'https://kubernetes.default.svc.cluster.local', aud: ['vault'], ...TIMES },
      ...{ sub: 'system:serviceaccount:a:b', 'kubernetes.io': { namespace: 'a' } },
    },
  ],
  ['kubernetes', { iss: 'kubernetes/serviceaccount', sub: 'system:serviceaccount:a:b' }],
  [
    'githubActions',
    { ...OPENID, iss: 'https://token.actions.githubusercontent.com', repository: 'a/b' },
  ],
  [
    'gitlabCi',
    { ...OPENID, iss: 'https://git.corp.example', project_path: 'a/b', pipeline_id: '1' },
  ],
  ['firebaseId', { ...OPENID, iss: 'https://securetoken.google.com/my-project' }],
  ['firebaseSession', { ...OPENID, iss: 'https://session.firebase.google.com/my-project' }],
  [
    'supabaseSession',
    { ...OPENID, iss: 'https://abc.supabase.co/auth/v1', role: 'authenticated', session_id: 's' },
  ],
  ['supabaseKey', { iss: 'supabase', ref: 'abc', role: 'service_role', ...TIMES }],
  ['jwt', { iss: 'supabase', role: 'admin' }],
  ['clerkSession', { iss: 'https://clerk.example.com', sid: 'sess_2a', azp: 'https://a.example' }],
  ['cloudflareAccess', { ...OPENID, iss: 'https://my-team.cloudflareaccess.com', type: 'app' }],
];

/** Issuers that only look like those of a provider. */
const STRANGERS = [
  'https://evil.example/accounts.google.com',
  'https://accounts.google.com.evil.example',
  'http://accounts.google.com',
  'https://notauth0.com',
  'https://x.auth0.com.evil.example/',
  'https://cognito-idp.evil.example.amazonaws.com.evil.example/a',
  'https://sso.example/realms/a/b',
  'https://',
  'constructor',
  'https://constructor/',
];

export default function kinds({ test, assert, lib, model }) {
  const { kindOf, unencodedPayload } = model['kind/kind'];
  const { readSdJwt, readDisclosures } = model['kind/sd-jwt'];
  const { serializationOf } = model['kind/serialization'];
  const { issuerOf } = model['claims/issuer'];

  const kindOfToken = (token, more = {}) => {
    const inspection = lib.inspect(token);
    const payload = inspection.payloadText ?? JSON.stringify(inspection.payload ?? '');
    return kindOf({ token, inspection, payload, ...more });
  };
  const made = (claims, header = {}) =>
    tokenOf(JSON.stringify(claims), JSON.stringify({ alg: 'HS256', ...header }));

  test('each kind is told by its typ or by the claims that only it has', () => {
    for (const [id, claims, header] of SIGNED) {
      const kind = kindOfToken(made(claims, header));
      assert.equal(kind.id, id, JSON.stringify([claims, header]));
      assert.ok(kind.checks.length > 0);
    }
  });

  test('each kind and each of its checks has its words, in both languages', () => {
    for (const { kind: words } of [model.en.en, model.de.de]) {
      for (const [, claims, header] of SIGNED) {
        const { id, checks } = kindOfToken(made(claims, header));
        assert.equal(words.kinds[id].length, 2, id);
        for (const check of checks) assert.ok(words.checks[check], check);
      }
    }
  });

  test('what the page can check as its kind names the profile', () => {
    assert.equal(kindOfToken(made({ ...OPENID, nonce: 'n' })).profile, 'id_token');
    assert.equal(kindOfToken(made(OPENID, { typ: 'at+jwt' })).profile, 'access_token');
    assert.equal(kindOfToken(made(OPENID, { typ: 'logout+jwt' })).profile, 'logout_token');
    assert.equal(kindOfToken(made({ ...OPENID, scp: 'a', cid: 'c' })).profile, undefined);
    assert.equal(kindOfToken(made(OPENID)).profile, undefined);
  });

  test('an issuer that looks like a provider’s is a stranger', () => {
    for (const iss of STRANGERS) assert.equal(issuerOf({ iss }), undefined, iss);
    assert.equal(issuerOf({ iss: 'https://example.eu.auth0.com/' }), 'auth0');
    assert.equal(issuerOf({ iss: 'https://sso.example/auth/realms/a' }), 'keycloak');
    assert.equal(issuerOf({}), undefined);
  });

  test('an encrypted token says how its key is managed', () => {
    const managed = { dir: 'direct', 'RSA-OAEP-256': 'recipient', A256KW: 'wrapped' };
    const others = { 'ECDH-ES': 'agreement', 'PBES2-HS256+A128KW': 'password', x: 'unknown' };
    for (const [alg, management] of Object.entries({ ...managed, ...others })) {
      const header = Buffer.from(JSON.stringify({ alg, enc: 'A256GCM' })).toString('base64url');
      const kind = kindOfToken(`${header}.aa.bb.cc.dd`);
      assert.deepEqual([kind.id, kind.management], ['jwe', management]);
      assert.deepEqual(kind.algorithms, [alg, 'A256GCM']);
    }
  });

  test('a token inside a token is found', () => {
    const nested = kindOfToken(tokenOf(TOKEN, '{"alg":"HS256","cty":"JWT"}'));
    assert.deepEqual([nested.id, nested.nested, nested.traits], ['jws', TOKEN, ['nested']]);
    assert.equal(kindOfToken(tokenOf(`"${TOKEN}"`)).nested, TOKEN);
    assert.equal(kindOfToken(tokenOf('text')).nested, undefined);
  });

  test('unsecured, detached and unencoded tokens say so', () => {
    const [header, payload, signature] = TOKEN.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    assert.deepEqual(kindOfToken(`${none}.${payload}.`).traits, ['unsecured']);
    assert.deepEqual(kindOfToken(`${header}..${signature}`).traits, ['detached']);
    const unencoded = '{"alg":"HS256","b64":false,"crit":["b64"]}';
    const head = Buffer.from(unencoded).toString('base64url');
    const token = `${head}.$.02.${signature}`;
    assert.equal(unencodedPayload(token, JSON.parse(unencoded)), '$.02');
    assert.equal(unencodedPayload(TOKEN, { alg: 'HS256' }), undefined);
    const plain = kindOfToken(`${head}.hello.${signature}`);
    assert.deepEqual([plain.id, plain.traits], ['jws', ['unencoded']]);
  });

  test('a payload with a member twice is still a set of claims', () => {
    assert.equal(kindOfToken(tokenOf('{"a":1,"a":2}')).id, 'jwt');
  });

  test('the JSON serializations are named, and what no signature covers is shown', () => {
    const [header, payload, signature] = TOKEN.split('.');
    const one = { protected: header, signature, header: { kid: '1' } };
    assert.deepEqual(serializationOf(JSON.stringify({ payload, ...one })), {
      ...{ form: 'flattened', count: 1, unprotected: { kid: '1' } },
    });
    const general = JSON.stringify({
      payload,
      signatures: [{ protected: header, signature }, one],
    });
    assert.deepEqual(serializationOf(general), { form: 'general', count: 2 });
    const jwe = {
      ciphertext: 'a',
      unprotected: { jku: 'b' },
      recipients: [{ header: { alg: 'c' } }],
    };
    assert.deepEqual(serializationOf(JSON.stringify(jwe)), {
      ...{ form: 'general', count: 1, unprotected: { jku: 'b', alg: 'c' } },
    });
    for (const text of [
      '',
      '{',
      '[]',
      '{"payload":1}',
      '{"payload":"a","signatures":[1]}',
      TOKEN,
    ]) {
      assert.equal(serializationOf(text), undefined, text);
    }
    const kind = kindOfToken(TOKEN, { pasted: general });
    assert.deepEqual([kind.traits, kind.serialization.count], [['general'], 2]);
  });

  /** As RFC 9901 §4.2 makes them. */
  const disclosure = (...parts) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const digest = (text) => createHash('sha256').update(text).digest('base64url');

  test('disclosures are matched with the digests that the issuer signed', async () => {
    const element = disclosure('s3', 'DE');
    const street = disclosure('s2', 'street', 'Main Street 1');
    const address = disclosure('s1', 'address', { _sd: [digest(street)] });
    const foreign = disclosure('s4', 'role', 'admin');
    const payload = {
      _sd: [digest(address), digest('decoy')],
      nationalities: [{ '...': digest(element) }],
    };
    const token = made(payload);
    const text = [token, address, street, element, foreign, 'e30', TOKEN].join('~');
    const sd = readSdJwt(text);
    assert.deepEqual([sd.token, sd.keyBinding], [token, TOKEN]);
    const { list, hidden } = await readDisclosures(sd, payload);
    assert.deepEqual(
      list.map(({ name, value, status }) => [name, value, status]),
      [
        ['address', `{"_sd":["${digest(street)}"]}`, 'signed'],
        ['street', '"Main Street 1"', 'signed'],
        [undefined, '"DE"', 'signed'],
        ['role', '"admin"', 'foreign'],
        [undefined, undefined, 'unreadable'],
      ],
    );
    assert.equal(hidden, 1);
    assert.deepEqual(kindOfToken(text).traits, ['selective']);
  });

  test('the example of RFC 9901 §4.2 is read as the RFC reads it', async () => {
    const text = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
    const payload = { _sd: ['X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0'] };
    const { list } = await readDisclosures({ token: '', disclosures: [text] }, payload);
    assert.equal(list[0].status, 'signed');
    assert.deepEqual([list[0].salt, list[0].name], ['_26bc4LT-ac6q2KI6cBW5es', 'family_name']);
  });

  test('a disclosed value is shown digit for digit', async () => {
    const text = Buffer.from('["s", "id", {"a": [1, 12345678901234567890]}]').toString('base64url');
    const { list } = await readDisclosures({ token: '', disclosures: [text] }, {});
    assert.equal(list[0].value, '{"a":[1,12345678901234567890]}');
  });

  test('a hash that is not known here leaves the digests unchecked', async () => {
    const sd = { token: '', disclosures: [disclosure('s', 'a', 1)] };
    const { list } = await readDisclosures(sd, { _sd_alg: 'constructor' });
    assert.equal(list[0].status, 'unknown');
  });

  test('hostile text is read in linear time, and throws nothing', async () => {
    const SIZE = 1 << 20;
    const fill = (unit) => unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);
    const units = ['eyJ', 'a.', 'eyJ.~', '{', '{"a":', '~', ' ', '"', '\\u002e', 'e30.'];
    const inspection = lib.inspect(TOKEN);
    const started = processorTime();
    for (const unit of units) {
      const text = fill(unit);
      kindOf({ token: text, inspection, payload: text, pasted: text });
      kindOf({ token: `eyJ.a.a~${text}`, inspection, payload: `"eyJ.${text}` });
      unencodedPayload(text, { b64: false });
      const sd = readSdJwt(`eyJh.a.a~${text}`);
      if (sd !== undefined) await readDisclosures(sd, {});
    }
    assert.ok(processorTime() - started < 3000);
  });
}
