// Options: known by name, of the right type, read once.

export default function ({ test, assert, lib, fixtures, sign, key, goodToken, rejects }) {
  const misuse = (options, token = goodToken) =>
    rejects(() => lib.verify(token, key, options), 'ERR_API_MISUSE');

  test('an option that does not exist is an error, so that a typing mistake checks nothing', () => {
    for (const name of [
      'audiance',
      'issuers',
      'algorithm',
      'clockTolerence',
      'Issuer',
      'toString',
      'constructor',
      '',
    ]) {
      misuse({ [name]: 'x' });
    }
    misuse(JSON.parse('{"__proto__":{"issuer":"x"}}'));
    const call = (action) => rejects(action, 'ERR_API_MISUSE');
    call(() => lib.decode(goodToken, { issuer: 'x' }));
    call(() => lib.compactVerify(goodToken, key, { issuer: 'x' }));
    call(() => lib.compactVerify(goodToken, key, { currentDate: new Date() }));
    call(() => lib.importKey(fixtures.algorithms[0].jwk, 'HS256', { kid: 'x' }));
    call(() => lib.importKey(new Uint8Array(32), 'HS256', { encoding: 'hex' }));
    call(() => lib.importJwkSet({ keys: [] }, { keyId: 'x' }));
  });

  test('options are a plain object: on a prototype nobody would look for them', () => {
    class Options {
      get issuer() {
        return 'https://issuer.example';
      }
    }
    for (const options of [
      new Options(),
      Object.create({ issuer: 'x' }),
      null,
      1,
      'x',
      [],
      new Map(),
      () => {},
    ]) {
      misuse(options);
      rejects(() => lib.decode(goodToken, options), 'ERR_API_MISUSE');
      rejects(() => lib.compactVerify(goodToken, key, options), 'ERR_API_MISUSE');
      rejects(() => lib.importKey(fixtures.algorithms[0].jwk, 'HS256', options), 'ERR_API_MISUSE');
      rejects(() => lib.importJwkSet({ keys: [] }, options), 'ERR_API_MISUSE');
    }
    misuse({ [Symbol('issuer')]: 'x' });
    const withoutPrototype = Object.assign(Object.create(null), { subject: 'subject-7f3a' });
    assert.ok(lib.verify(goodToken, key, withoutPrototype));
  });

  test('an option that is there but not enumerable counts', () => {
    const options = Object.defineProperty({}, 'issuer', { value: 'https://other.example' });
    rejects(() => lib.verify(goodToken, key, options), 'ERR_JWT_CLAIM_VALIDATION_FAILED');
  });

  test('issuer: a string or a list of at least one; no function', () => {
    for (const issuer of [1, true, null, {}, [], [1], ['a', null], () => true, new String('x')]) {
      misuse({ issuer });
    }
  });

  test('audience: a string, a list of at least one, or null', () => {
    for (const audience of [1, true, {}, [], [1], new Set(['api'])]) misuse({ audience });
  });

  test('subject, jwtId, nonce and typ: a string', () => {
    for (const name of ['subject', 'jwtId', 'nonce', 'typ']) {
      for (const value of [1, null, true, {}, [], ['x']]) misuse({ [name]: value });
    }
  });

  test('what is refused is called by the name of the option, with what it can be', () => {
    const messages = [
      [{ jwtId: '' }, 'the option jwtId must be a string that is not empty'],
      [{ typ: '' }, 'the option typ must be a string that is not empty'],
      [{ issuer: [] }, 'the option issuer must be a list of at least one string'],
      [{ acr: [''] }, 'the option acr must be a string that is not empty'],
      [{ algorithms: [] }, 'the option algorithms must be a list of at least one algorithm'],
      [
        { requiredScopes: [] },
        'the option requiredScopes must be a list of at least one string, none of them empty',
      ],
      [
        { requiredRoles: { any: [] } },
        'the option requiredRoles must be a list of at least one string, none of them empty',
      ],
      [
        { maxLifetime: -1 },
        "the option maxLifetime must be from 0 to 3153600000 seconds, or a text such as '5m'",
      ],
      [{ limits: { jsonDepth: 0 } }, 'the option jsonDepth must be an integer from 1 to 100'],
      [{ limits: { jsonDepth: 1.5 } }, 'the option jsonDepth must be an integer from 1 to 100'],
      [{ profile: 'id_token', clientId: 'c' }, 'the option issuer must be given'],
      [
        { profile: 'id_token', issuer: 'i', clientId: 'c', typ: 'JWT' },
        'the option typ must be left out: the kind of token decides it',
      ],
      [
        { profile: 'id_token', issuer: 'i', clientId: [] },
        'the option clientId must be a list of at least one string',
      ],
      [
        { profile: 'id_token', issuer: 'i', clientId: 'c', code: '' },
        'the option code must be a string that is not empty',
      ],
      [
        { issuer: 'https://a.example/', tenants: ['t'] },
        'the option issuer must be a name with {tenantid} in it, when tenants are given',
      ],
    ];
    for (const [options, message] of messages) {
      const error = rejects(() => lib.verify(goodToken, key, options), 'ERR_API_MISUSE');
      assert.equal(error.message, message);
    }
    const request = { method: 'GET', url: 'https://a.example/' };
    for (const [options, name] of [
      [{ ...request, nonce: [] }, 'nonce'],
      [{ ...request, thumbprint: '' }, 'thumbprint'],
      [{ ...request, accessToken: '', thumbprint: 't' }, 'accessToken'],
      [{ ...request, url: '/orders' }, 'url'],
      [{ ...request, algorithms: ['HS256'] }, 'algorithms'],
      [{ ...request, clockTolerance: 3601 }, 'clockTolerance'],
    ]) {
      const error = rejects(() => lib.verifyDpopProof(goodToken, options), 'ERR_API_MISUSE');
      assert.ok(error.message.startsWith(`the option ${name} must be `), error.message);
    }
  });

  test('algorithms: a list of at least one known name', () => {
    for (const algorithms of [
      'HS256',
      [],
      [1],
      ['HS257'],
      ['HS256', 'hs256'],
      {},
      null,
      new Set(['HS256']),
    ]) {
      misuse({ algorithms });
    }
  });

  test('requiredClaims and crit: lists of strings', () => {
    for (const list of ['exp', [1], [null], {}, null, 1]) {
      misuse({ requiredClaims: list });
      misuse({ crit: list });
    }
  });

  test('acceptPadding and allowWeakKey: true or false, nothing that only looks like it', () => {
    for (const value of [1, 0, 'true', '', null, {}]) {
      misuse({ acceptPadding: value });
      rejects(() => lib.decode(goodToken, { acceptPadding: value }), 'ERR_API_MISUSE');
      rejects(() => lib.importJwkSet({ keys: [] }, { allowWeakKey: value }), 'ERR_API_MISUSE');
    }
  });

  test('an option given as undefined is an error: a missing setting must not switch a check off', () => {
    for (const name of [
      'issuer',
      'audience',
      'subject',
      'algorithms',
      'requiredClaims',
      'typ',
      'limits',
    ]) {
      misuse({ [name]: undefined });
    }
    assert.ok(lib.verify(goodToken, key, undefined));
  });

  test('lone surrogates are refused before they could become equal to each other', () => {
    const lone = 'tenant-\ud800';
    for (const options of [
      { issuer: lone },
      { issuer: ['a', lone] },
      { audience: lone },
      { audience: [lone] },
      { subject: lone },
      { jwtId: lone },
      { nonce: lone },
      { typ: lone },
      { requiredClaims: ['exp', lone] },
      { crit: [lone] },
      { algorithms: [lone] },
      { clockTolerance: lone },
      { [lone]: 'x' },
      { limits: { [lone]: 1 } },
    ]) {
      misuse(options);
    }
    const misused = (action) => rejects(action, 'ERR_API_MISUSE');
    misused(() => lib.importKey(lone.repeat(8), 'HS256', { encoding: 'utf8' }));
    misused(() => lib.importKey(new Uint8Array(32), 'HS256', { keyId: lone }));
    misused(() => lib.importKey(lone));
    misused(() => lib.importKey({}, lone));
    misused(() => lib.importJwkSet(lone));
    misused(() => lib.calculateJwkThumbprint(lone));
    misused(() => lib.calculateJwkThumbprint('{}', lone));
    const pair = 'tenant-\ud83d\udddd';
    assert.ok(lib.verify(sign({ exp: 9999999999, iss: pair }), key, { issuer: pair }));
    const replaced = sign({ exp: 9999999999, iss: 'tenant-\ufffd' });
    misuse({ issuer: lone }, replaced);
  });

  test('an option is read once: what was checked is what is used', () => {
    let reads = 0;
    const options = {
      get issuer() {
        reads += 1;
        return reads === 1 ? 'https://other.example' : 'https://issuer.example';
      },
    };
    rejects(() => lib.verify(goodToken, key, options), 'ERR_JWT_CLAIM_VALIDATION_FAILED', {
      claim: 'iss',
      expected: 'https://other.example',
    });
    const counted = new Proxy(
      { subject: 'someone else' },
      {
        get(target, name) {
          target[name] = 'subject-7f3a';
          return Reflect.get({ subject: 'someone else' }, name);
        },
      },
    );
    rejects(() => lib.verify(goodToken, key, counted), 'ERR_JWT_CLAIM_VALIDATION_FAILED', {
      claim: 'sub',
      expected: 'someone else',
    });
    assert.equal(reads, 1);
  });

  test('options are not kept: changing them changes the next call', () => {
    const options = { issuer: ['https://issuer.example'] };
    assert.ok(lib.verify(goodToken, key, options));
    options.issuer[0] = 'https://other.example';
    rejects(() => lib.verify(goodToken, key, options), 'ERR_JWT_CLAIM_VALIDATION_FAILED');
    assert.deepEqual(Object.keys(options), ['issuer'], 'nor are they changed');
    const dated = { currentDate: new Date() };
    assert.ok(lib.verify(goodToken, key, dated));
    assert.deepEqual(Object.keys(dated), ['currentDate']);
  });

  test('what an option throws when it is read is thrown as it is', () => {
    const options = {
      get issuer() {
        throw new RangeError('mine');
      },
    };
    let thrown;
    try {
      lib.verify(goodToken, key, options);
    } catch (error) {
      thrown = error;
    }
    assert.ok(thrown instanceof RangeError);
  });
}
