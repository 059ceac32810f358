// createVerifier: what is compiled once holds for every token, and what has to be waited for is.

const NOW = 1_700_000_000;
const ISSUER = 'https://issuer.example/';
const AUDIENCE = 'https://api.example/';

export default function ({ test, assert, lib, sign, secret, key, rejects }) {
  const at = { currentDate: new Date(NOW * 1000) };
  const claims = {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: 'user',
    jti: 'j1',
    iat: NOW - 10,
    exp: NOW + 60,
  };
  const rules = { keys: key, issuer: ISSUER, audience: AUDIENCE };
  const token = (changes = {}) => sign({ ...claims, ...changes });
  const rejectsAsync = async (promise, code) => {
    const outcome = await promise.then(
      () => undefined,
      (error) => error,
    );
    return rejects(() => {
      if (outcome !== undefined) throw outcome;
    }, code);
  };

  test('holds every token to the options it was made with', () => {
    const verifier = lib.createVerifier(rules);
    for (let i = 0; i < 3; i += 1) {
      const { payload, protectedHeader, key: used } = verifier.verify(token(), at);
      assert.deepEqual(payload, claims);
      assert.equal(protectedHeader.alg, 'HS256');
      assert.equal(used, key);
    }
    const wrong = { claim: 'iss', reason: 'mismatch', expected: ISSUER, actual: 'https://x/' };
    const failed = 'ERR_JWT_CLAIM_VALIDATION_FAILED';
    rejects(() => verifier.verify(token({ iss: 'https://x/' }), at), failed, wrong);
    rejects(() => verifier.verify(token({ aud: 'other' }), at), failed, { claim: 'aud' });
    rejects(() => verifier.verify(token({ exp: NOW }), at), 'ERR_JWT_EXPIRED');
    rejects(() => verifier.verify(token()), 'ERR_JWT_EXPIRED');
    rejects(() => verifier.verify(`${token()}=`, at), 'ERR_JWS_INVALID');
  });

  test('later changes of the options object change nothing', () => {
    const options = { ...rules, audience: [AUDIENCE] };
    const verifier = lib.createVerifier(options);
    options.issuer = 'https://attacker.example/';
    options.audience.push('other');
    options.keys = undefined;
    verifier.verify(token(), at);
    rejects(() => verifier.verify(token({ aud: 'other' }), at), 'ERR_JWT_CLAIM_VALIDATION_FAILED');
  });

  test('refuses options that would check less than was meant', () => {
    for (const options of [
      undefined,
      null,
      {},
      { ...rules, keys: undefined },
      { ...rules, keys: 'secret' },
      { ...rules, audiance: 'x' },
      { ...rules, issuer: undefined },
      { ...rules, issuer: '' },
      { ...rules, currentDate: new Date() },
      { ...rules, isRevoked: undefined },
      { ...rules, isRevoked: true },
      { ...rules, onEvent: 'log' },
      { ...rules, schema: {} },
      { ...rules, schema: undefined },
      { issuers: [] },
      { issuers: [rules], audience: AUDIENCE },
      { issuers: [rules, rules] },
      { issuers: [{ keys: key, audience: AUDIENCE }] },
      { ...rules, requiredScopes: [] },
      { ...rules, requiredScopes: {} },
      { ...rules, requiredScopes: { any: ['a'], all: ['b'] } },
      { ...rules, requiredScopes: { some: ['a'] } },
      { ...rules, requiredScopes: { any: ['a'], path: 'scp' } },
      { ...rules, requiredRoles: { path: 'roles' } },
      { ...rules, rejectBefore: new Date(Number.NaN) },
      { ...rules, maxLifetime: '1 hour' },
    ]) {
      rejects(() => lib.createVerifier(options), 'ERR_API_MISUSE');
    }
    const verifier = lib.createVerifier(rules);
    rejects(() => verifier.verify(token(), { ...at, issuer: 'x' }), 'ERR_API_MISUSE');
    rejects(() => verifier.verify(token(), { currentDate: undefined }), 'ERR_API_MISUSE');
  });

  test('keys may be chosen by the unverified header, at once or after a while', async () => {
    const seen = [];
    const sync = lib.createVerifier({ ...rules, keys: (header) => (seen.push(header), key) });
    sync.verify(token(), at);
    assert.deepEqual(seen, [{ alg: 'HS256', typ: 'JWT' }]);
    const later = lib.createVerifier({ ...rules, keys: async () => key });
    assert.equal((await later.verifyAsync(token(), at)).payload.sub, 'user');
    rejects(() => later.verify(token(), at), 'ERR_API_MISUSE');
  });

  test('a set that is loaded elsewhere is waited for, and used at once when it is there', async () => {
    const set = lib.importJwkSet({ keys: [jwk(secret, 'a')] });
    const asked = [];
    const loading = {
      jwkSet: undefined,
      async keysFor(header, context) {
        asked.push([header.kid, typeof context.waitUntil]);
        loading.jwkSet = set;
        return set;
      },
    };
    const verifier = lib.createVerifier({ ...rules, keys: loading });
    const named = sign(claims, { alg: 'HS256', kid: 'a' });
    rejects(() => verifier.verify(named, at), 'ERR_API_MISUSE');
    const waitUntil = () => undefined;
    const { key: used } = await verifier.verifyAsync(named, { ...at, waitUntil });
    assert.equal(used, set.keys[0]);
    assert.deepEqual(asked, [['a', 'function']]);
    verifier.verify(named, at);
    const other = sign(claims, { alg: 'HS256', kid: 'b' });
    rejects(() => verifier.verify(other, at), 'ERR_JWKS_NO_MATCHING_KEY');
  });

  test('a revoked token is refused, and no answer is no permission', async () => {
    const revoking = (isRevoked) => lib.createVerifier({ ...rules, isRevoked });
    revoking(({ payload }) => payload.jti !== 'j1').verify(token(), at);
    const refusing = revoking(({ payload, protectedHeader }) => {
      assert.equal(protectedHeader.alg, 'HS256');
      return payload.jti === 'j1';
    });
    rejects(() => refusing.verify(token(), at), 'ERR_JWT_REVOKED');
    for (const answer of [undefined, null, 0, '', 'no']) {
      rejects(() => revoking(() => answer).verify(token(), at), 'ERR_CALLBACK_FAILED');
    }
    await rejectsAsync(revoking(async () => true).verifyAsync(token(), at), 'ERR_JWT_REVOKED');
    rejects(() => revoking(async () => false).verify(token(), at), 'ERR_API_MISUSE');
    let asked = false;
    const curious = revoking(() => (asked = true));
    rejects(() => curious.verify(token({ exp: 1 }), at), 'ERR_JWT_EXPIRED');
    assert.equal(asked, false, 'nobody is asked about a token that is not valid anyway');
  });

  test('a schema makes the type of the payload true', async () => {
    const schemaOf = (validate) => ({ '~standard': { version: 1, vendor: 'test', validate } });
    const tenant = schemaOf((value) =>
      typeof value.tenant === 'number'
        ? { value: { tenant: value.tenant } }
        : { issues: [{ message: 'canary', path: [{ key: 'tenant' }] }] },
    );
    const verifier = lib.createVerifier({ ...rules, schema: tenant });
    assert.deepEqual(verifier.verify(token({ tenant: 7 }), at).payload, { tenant: 7 });
    const about = { claim: 'tenant', reason: 'check_failed' };
    rejects(() => verifier.verify(token(), at), 'ERR_JWT_CLAIM_VALIDATION_FAILED', about);
    const later = schemaOf(async (value) => ({ value }));
    const slow = lib.createVerifier({ ...rules, schema: later });
    assert.equal((await slow.verifyAsync(token(), at)).payload.sub, 'user');
    rejects(() => slow.verify(token(), at), 'ERR_API_MISUSE');
  });

  test('audit events tell the outcome, and of a refused token nothing that it says', async () => {
    const events = [];
    const verifier = lib.createVerifier({ ...rules, onEvent: (event) => events.push(event) });
    verifier.verify(token(), at);
    await verifier.verifyAsync(token(), at);
    rejects(() => verifier.verify(token({ iss: 'canary' }), at), 'ERR_JWT_CLAIM_VALIDATION_FAILED');
    const [first, second, third, ...others] = events;
    assert.equal(others.length, 0);
    for (const event of [first, second]) {
      assert.ok(event.durationMilliseconds >= 0);
      const { durationMilliseconds, ...rest } = event;
      assert.deepEqual(rest, { type: 'accepted', issuer: ISSUER, jwtId: 'j1' });
    }
    assert.deepEqual(Object.keys(third), ['type', 'code', 'durationMilliseconds']);
    assert.equal(third.code, 'ERR_JWT_CLAIM_VALIDATION_FAILED');
  });

  test('RFC 8725 §3.8: several issuers, each with its own keys, algorithms and audience', async () => {
    const other = lib.importKey(new Uint8Array(48).fill(7), 'HS384');
    let asked = 0;
    const lazily = async () => {
      asked += 1;
      return key;
    };
    const verifier = lib.createVerifier({
      issuers: [
        rules,
        { keys: other, issuer: ['https://other.example/'], audience: 'theirs' },
        { keys: lazily, issuer: 'https://lazy.example/', audience: AUDIENCE },
      ],
    });
    assert.equal(verifier.verify(token(), at).key, key);
    // Signed with the key of the first, in the name of the second.
    const crossed = token({ iss: 'https://other.example/', aud: 'theirs' });
    rejects(() => verifier.verify(crossed, at), 'ERR_JOSE_KEY_MISMATCH');
    rejects(() => verifier.verify(token({ aud: 'theirs' }), at), 'ERR_JWT_CLAIM_VALIDATION_FAILED');
    for (const iss of ['https://unknown.example/', '', '__proto__', 1, undefined, [ISSUER]]) {
      await rejectsAsync(verifier.verifyAsync(token({ iss }), at), 'ERR_JWKS_NO_MATCHING_KEY');
    }
    assert.equal(asked, 0, 'no keys are loaded for an issuer that is not known');
    await verifier.verifyAsync(token({ iss: 'https://lazy.example/' }), at);
    assert.equal(asked, 1);
  });

  test('a verifier reads tokens as large as its own limits allow', () => {
    const large = token({ padding: 'x'.repeat(200_000) });
    const limits = { tokenLength: 400_000 };
    const issuers = [
      { ...rules, limits },
      { ...rules, issuer: 'https://small.example/' },
    ];
    lib.createVerifier({ issuers }).verify(large, at);
    const small = token({ iss: 'https://small.example/', padding: 'x'.repeat(200_000) });
    rejects(() => lib.createVerifier({ issuers }).verify(small, at), 'ERR_JOSE_LIMIT_EXCEEDED');
    lib.createVerifier({ ...rules, limits, keys: () => key }).verify(large, at);
  });
}

function jwk(secret, kid) {
  const k = btoa(String.fromCharCode(...secret))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return { kty: 'oct', alg: 'HS256', kid, k };
}
