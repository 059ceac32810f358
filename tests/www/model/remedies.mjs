// A hint that knows the remedy has one, and with the remedy the check passes.

import { generateKeyPairSync, sign } from 'node:crypto';

import { SECRET, tokenOf } from './fixtures.mjs';

const NOW = new Date('2026-11-30T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;

export default function remedies({ test, assert, model }) {
  const { remediesOf, applyRemedy, REMEDY_IDS } = model.remedies;
  const { Debugger } = model.debugger;
  const { NO_KEY } = model.key;
  const { NO_POLICY } = model.policy;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const tried = new Set();

  function pageOf(token, { key, policy } = {}) {
    const page = new Debugger(() => NOW);
    page.load({
      token,
      key: { ...NO_KEY, text: SECRET, ...key },
      policy: { ...NO_POLICY, ...policy },
    });
    return page;
  }

  /** The check fails, has the remedy, and passes with it; the other checks stay as they were. */
  async function helps(page, id, name, subject) {
    const before = page.view();
    const remedy = remediesOf(before).find((one) => one.id === id);
    assert.ok(
      remedy,
      `${id}: ${JSON.stringify(before.inspection.checks.find((c) => c.name === name))}`,
    );
    if (subject !== undefined) assert.equal(remedy.subject, subject);
    await applyRemedy(page, remedy);
    const after = page.view();
    const { status, message } = after.inspection.checks.find((check) => check.name === name);
    assert.equal(status, 'passed', `${id}: ${message}`);
    assert.equal(
      remediesOf(after).some((one) => one.id === id),
      false,
      id,
    );
    tried.add(id);
    return after;
  }

  const text = (claims, ...rest) =>
    tokenOf(JSON.stringify({ exp: SECONDS + 60, ...claims }), ...rest);

  test('a secret is read in the encoding in which it verifies', async () => {
    for (const encoding of ['base64', 'base64url', 'hex']) {
      // Bytes that base64url and base64 write differently.
      const bytes = Buffer.from('\xff\xfe\xfd0123456789abcdef0123456789abcd', 'latin1');
      const token = tokenOf(`{"exp":${SECONDS + 60}}`, undefined, bytes);
      const page = pageOf(token, { key: { text: bytes.toString(encoding) } });
      const after = await helps(page, `secret-is-${encoding}`, 'signature');
      assert.equal(after.state.key.encoding, encoding);
    }
    const encoded = Buffer.from(SECRET).toString('base64');
    const token = tokenOf(`{"exp":${SECONDS + 60}}`, undefined, encoded);
    await helps(
      pageOf(token, { key: { text: encoded, encoding: 'base64' } }),
      'secret-decoded',
      'signature',
    );
    await helps(
      pageOf(text({}), { key: { text: `${SECRET}\n` } }),
      'secret-without-whitespace',
      'signature',
    );
  });

  test('what is expected becomes what the token says, where they differ by next to nothing', async () => {
    const token = text({ iss: 'https://issuer.example/', aud: ['https://api.example', 'other'] });
    const cases = [
      [
        { issuer: 'https://issuer.example' },
        'differs-by-trailing-slash',
        'iss',
        'https://issuer.example/',
      ],
      [{ issuer: 'https://Issuer.example/' }, 'differs-by-case', 'iss', 'https://issuer.example/'],
      [{ issuer: 'http://issuer.example/' }, 'differs-by-scheme', 'iss', 'https://issuer.example/'],
      [
        { audience: 'https://api.example/' },
        'differs-by-trailing-slash',
        'aud',
        'https://api.example',
      ],
    ];
    for (const [policy, id, check, subject] of cases) {
      await helps(pageOf(token, { policy }), id, check, subject);
    }
    const page = pageOf(token, {
      policy: { issuer: 'https://issuer.example https://two.example' },
    });
    const after = await helps(page, 'differs-by-trailing-slash', 'iss');
    assert.equal(after.state.policy.issuer, 'https://issuer.example/ https://two.example');
  });

  test('a name that a field cannot hold has no remedy', () => {
    const page = pageOf(text({ iss: 'https://issuer.example/ ' }), {
      policy: { issuer: 'https://issuer.example/' },
    });
    assert.deepEqual(remediesOf(page.view()), []);
    tried.add('differs-by-whitespace');
  });

  test('a time in milliseconds or in quotes is mended in the payload, and signed again', async () => {
    for (const name of ['nbf', 'iat']) {
      const page = pageOf(text({ [name]: (SECONDS - 60) * 1000 }), {
        policy: { maxTokenAge: '1h' },
      });
      const after = await helps(page, `${name}-in-milliseconds`, name);
      assert.equal(after.inspection.payload[name], SECONDS - 60);
      assert.equal(after.inspection.valid || name === 'nbf', true);
    }
    const page = pageOf(text({ exp: (SECONDS + 60) * 1000 }));
    const [remedy, ...others] = remediesOf(page.view());
    assert.equal(others.length, 0, 'a check and a finding that say the same');
    assert.deepEqual(remedy.change, { claim: ['exp', SECONDS + 60] });
    await helps(page, remedy.id, 'exp', 'exp');
    const updated = pageOf(text({ updated_at: SECONDS * 1000, auth_time: SECONDS * 1000 }));
    for (const { id, subject, change } of remediesOf(updated.view())) {
      assert.deepEqual([id, change], ['time-in-milliseconds', { claim: [subject, SECONDS] }]);
    }
    tried.add('time-in-milliseconds');
    await helps(pageOf(text({ exp: String(SECONDS + 60) })), 'time-is-text', 'exp');
  });

  test('clocks that are not in step are tolerated', async () => {
    await helps(pageOf(text({ exp: SECONDS - 60 })), 'clock-skew', 'exp', '5m');
    assert.deepEqual(remediesOf(pageOf(text({ exp: SECONDS - 3600 })).view()), []);
  });

  test('an algorithm is spelled right', async () => {
    await helps(pageOf(text({}, '{"alg":"hs256"}')), 'algorithm-case', 'algorithm', 'HS256');
  });

  test('an algorithm that was chosen gives way to the one that fits', async () => {
    const input = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from(`{"exp":${SECONDS + 60}}`).toString('base64url')}`;
    const token = `${input}.${sign('sha256', Buffer.from(input), rsa.privateKey).toString('base64url')}`;
    const key = rsa.publicKey.export({ type: 'spki', format: 'pem' });
    for (const algorithm of ['ES256', 'PS256']) {
      const page = pageOf(token, { key: { text: key, algorithm } });
      const after = await helps(page, 'algorithm-automatic', 'signature', 'RS256');
      assert.equal(after.inspection.valid, true);
    }
    assert.deepEqual(
      remediesOf(pageOf(token, { key: { text: key, algorithm: 'RS256' } }).view()),
      [],
    );
  });

  const signedBy = (key, header, digest = 'sha256', claims = { exp: SECONDS + 60 }) => {
    const parts = [header, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const input = parts.join('.');
    return `${input}.${sign(digest, Buffer.from(input), key).toString('base64url')}`;
  };
  const jwkOf = ({ publicKey }, more) =>
    JSON.parse(JSON.stringify({ ...publicKey.export({ format: 'jwk' }), ...more }));

  test('a signature in DER is converted (RFC 7518 §3.4)', async () => {
    const curves = [
      ['ES256', 'P-256', 'sha256'],
      ['ES384', 'P-384', 'sha384'],
      ['ES512', 'P-521', 'sha512'],
    ];
    for (const [alg, namedCurve, digest] of curves) {
      const ec = generateKeyPairSync('ec', { namedCurve });
      const key = { text: JSON.stringify(jwkOf(ec)) };
      // Many times, so that r and s are short and long, and have the zero of a positive number.
      for (let round = 0; round < 40; round += 1) {
        const token = signedBy(ec.privateKey, { alg, round }, digest);
        const after = await helps(pageOf(token, { key }), 'signature-der', 'signature');
        assert.equal(after.inspection.valid, true);
      }
    }
    const { fromDer } = model['der-signature'];
    for (const hex of ['', '30', '3000', '300602010102', '30060201010201', '300602010102010100']) {
      const segment = Buffer.from(hex, 'hex').toString('base64url');
      assert.equal(fromDer(segment, 'ES256'), undefined, hex);
    }
    assert.equal(
      fromDer(Buffer.from('3006020101020101', 'hex').toString('base64url'), 'RS256'),
      undefined,
    );
  });

  test('a key that its JWK gives to another algorithm is used for the one of the token', async () => {
    const token = signedBy(rsa.privateKey, { alg: 'RS256', kid: 'one' });
    const other = { ...jwkOf(generateKeyPairSync('rsa', { modulusLength: 2048 })), alg: 'RS512' };
    const own = jwkOf(rsa, { alg: 'RS512', kid: 'one' });
    const set = (...keys) => ({ text: JSON.stringify({ keys }) });
    const alone = await helps(
      pageOf(token, { key: { text: JSON.stringify(own) } }),
      'same-key-type',
      'key',
      'RS256',
    );
    assert.equal(alone.inspection.valid, true);
    const another = { ...other, kid: 'two' };
    const inSet = await helps(
      pageOf(token, { key: set(another, own) }),
      'empty-key-set',
      'key',
      'RS256',
    );
    assert.equal(inSet.inspection.valid, true);
    const [left] = JSON.parse(inSet.state.key.text).keys;
    assert.equal(left.alg, 'RS512', 'the other key stays as it was');
    const beside = set({ ...another, alg: 'RS256' }, own);
    await helps(pageOf(token, { key: beside }), 'kid-skipped', 'key', 'RS256');
    const chosen = { ...set({ ...own, alg: 'RS256' }), algorithm: 'PS256' };
    await helps(pageOf(token, { key: chosen }), 'empty-key-set', 'key', 'RS256');
    // One that would not verify the token is no remedy.
    for (const key of [{ text: JSON.stringify(other) }, set({ ...other, kid: 'one' })]) {
      assert.deepEqual(remediesOf(pageOf(token, { key }).view()), []);
    }
  });

  test('the key of a set that verifies the token is chosen, whatever the kid', async () => {
    const keys = [1, 2, 3].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
    const text = JSON.stringify({
      keys: keys.map((key, index) => jwkOf(key, { kid: `k${index}` })),
    });
    const sigOptions = { key: keys[1].privateKey, dsaEncoding: 'ieee-p1363' };
    for (const [kid, id] of [
      [undefined, 'kid-missing'],
      ['gone', 'kid-not-in-set'],
    ]) {
      const token = signedBy(sigOptions, { alg: 'ES256', kid });
      const after = await helps(pageOf(token, { key: { text } }), id, 'key', 'k1');
      assert.equal(
        after.inspection.checks.find(({ name }) => name === 'signature').status,
        'passed',
      );
      const foreign = signedBy(
        { ...sigOptions, key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
        { alg: 'ES256', kid },
      );
      assert.deepEqual(remediesOf(pageOf(foreign, { key: { text } }).view()), []);
    }
  });

  test('an ID that is a number becomes the text with its digits', async () => {
    const policy = { subject: '9007199254740993' };
    const page = pageOf(tokenOf(`{"exp":${SECONDS + 60},"sub":9007199254740993}`), { policy });
    await helps(page, 'loose-type', 'sub', 'sub');
    assert.match(page.view().payload, /"sub": ?"9007199254740993"/);
  });

  test('roles and scopes are found where the provider has them', async () => {
    const places = [
      [{ realm_access: { roles: ['admin', 'user'] } }, 'realm_access.roles'],
      [{ resource_access: { 'my-app': { roles: ['admin'] } } }, 'resource_access.my-app.roles'],
      [{ 'cognito:groups': ['admin'] }, 'cognito:groups'],
      [{ groups: ['admin'] }, 'groups'],
      [{ permissions: ['admin'] }, 'permissions'],
      [{ 'https://example.com/roles': ['admin'] }, 'https://example.com/roles'],
    ];
    for (const [claims, path] of places) {
      const roles = pageOf(text(claims), { policy: { requiredRoles: 'admin' } });
      await helps(roles, 'roles-elsewhere', 'roles', path);
      const scopes = pageOf(text(claims), { policy: { requiredScopes: 'admin' } });
      await helps(scopes, 'scopes-elsewhere', 'roles', path);
    }
    const any = pageOf(text({ groups: ['b'] }), {
      policy: { requiredRoles: 'a b', rolesMatch: 'any' },
    });
    await helps(any, 'roles-elsewhere', 'roles');
    for (const claims of [{}, { groups: ['user'] }, { groups: 'admin' }, { roles: ['user'] }]) {
      assert.deepEqual(
        remediesOf(pageOf(text(claims), { policy: { requiredRoles: 'admin' } }).view()),
        [],
      );
    }
  });

  test('every remedy was tried, and has its words in both languages', () => {
    assert.deepEqual(
      [...REMEDY_IDS].filter((id) => !tried.has(id)),
      [],
    );
    for (const { remedies: words } of [model.en.en, model.de.de]) {
      for (const id of REMEDY_IDS) {
        const word = words[id];
        assert.ok((typeof word === 'function' ? word('x') : word).length > 3, id);
      }
    }
  });

  test('whatever the token holds, remedies are found without a throw', () => {
    const deep = `{"a":`.repeat(40) + '1' + '}'.repeat(40);
    const wide = JSON.stringify(
      Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`c${i}`, []])),
    );
    for (const payload of [
      deep,
      wide,
      '[]',
      '{',
      '{"exp":null,"iss":[1],"aud":{}}',
      '{"__proto__":["admin"]}',
    ]) {
      const policy = {
        requiredRoles: 'admin',
        issuer: 'https://a.example',
        audience: 'b',
        rolesPath: '..',
      };
      remediesOf(pageOf(tokenOf(payload), { policy }).view());
    }
    remediesOf(pageOf('', {}).view());
  });
}
