// Remote key sets with a fetch of the caller's, so that nothing here needs a network.

export default function ({ test, assert, lib, fixtures, algorithm, claims, rejects }) {
  const publicJwks = fixtures.algorithms.filter(({ pem }) => pem).map(({ jwk }) => jwk);
  const { token } = algorithm('ES256').tokens[0];
  const { protectedHeader } = lib.decode(token);

  const remote = (answer, options) => {
    const urls = [];
    const fetch = async (url) => {
      urls.push(url);
      return answer(url);
    };
    const keys = lib.createRemoteJwkSet('https://issuer.example/jwks', { fetch, ...options });
    return { keys, urls };
  };
  const jsonOf = (value) => () => new Response(JSON.stringify(value));
  const good = jsonOf({ keys: publicJwks });

  const refuses = async (promise, code) => {
    let thrown;
    await promise.catch((error) => {
      thrown = error;
    });
    return rejects(() => {
      if (thrown !== undefined) throw thrown;
    }, code);
  };

  test('once the keys are there, every algorithm verifies synchronously', async () => {
    const { keys, urls } = remote(good);
    await keys.keysFor(protectedHeader);
    for (const { alg } of fixtures.algorithms.filter(({ pem }) => pem)) {
      const verified = lib.verify(algorithm(alg).tokens[0].token, keys.jwkSet);
      assert.deepEqual(verified.payload, claims, alg);
    }
    await keys.keysFor(protectedHeader);
    assert.deepEqual(urls, ['https://issuer.example/jwks']);
  });

  test('100 at once make one request', async () => {
    const { keys, urls } = remote(good);
    const sets = await Promise.all(Array.from({ length: 100 }, () => keys.keysFor({})));
    assert.ok(sets.every((set) => set === keys.jwkSet));
    assert.equal(urls.length, 1);
  });

  test("an issuer's keys are found by its metadata", async () => {
    const fetch = async (url) => {
      if (url === 'https://issuer.example/keys') return good();
      const isMetadata = url === 'https://issuer.example/.well-known/openid-configuration';
      if (!isMetadata) return new Response('', { status: 404 });
      const members = { issuer: 'https://issuer.example', jwks_uri: 'https://issuer.example/keys' };
      return jsonOf(members)();
    };
    const keys = lib.createRemoteJwkSet({ issuer: 'https://issuer.example' }, { fetch });
    assert.ok(lib.verify(token, await keys.keysFor(protectedHeader)));
    assert.equal(keys.url, 'https://issuer.example/keys');
    const other = lib.createRemoteJwkSet({ issuer: 'https://issuer.example/' }, { fetch });
    await refuses(other.keysFor({}), 'ERR_JWKS_FETCH_FAILED');
  });

  test('what cannot be fetched says why, and gives nothing away', async () => {
    const bodies = [
      () => new Response('canary', { status: 503 }),
      () => new Response(new Uint8Array([0x7b, 0xff])),
      () => new Response(' '.repeat(1_048_577)),
      () => ({ ...good(), status: 200, redirected: true, headers: new Headers(), body: null }),
      () => {
        throw new TypeError('canary');
      },
      () => undefined,
    ];
    for (const body of bodies) {
      const { keys } = remote(body);
      const error = await refuses(keys.keysFor({}), 'ERR_JWKS_FETCH_FAILED');
      assert.equal(keys.lastError, error);
      assert.equal(keys.jwkSet, undefined);
    }
    const { keys } = remote(() => new Promise(() => {}), { timeout: 0.02 });
    await refuses(keys.keysFor({}), 'ERR_JWKS_TIMEOUT');
  });

  test('what must not be trusted is refused as a set given by hand is', async () => {
    const [jwk] = publicJwks;
    const secret = { kty: 'oct', alg: 'HS256', k: fixtures.secret };
    for (const keys of [undefined, [jwk, jwk], [{ ...jwk, d: 'AAAA' }], [jwk, secret], [secret]]) {
      await refuses(remote(jsonOf({ keys })).keys.keysFor({}), 'ERR_JWKS_INVALID');
      rejects(() => remote(good).keys.hydrate({ keys }), 'ERR_JWKS_INVALID');
    }
  });

  test('hydrate takes keys that are there already; export gives them on', async () => {
    const { keys, urls } = remote(good);
    keys.hydrate(JSON.stringify({ keys: publicJwks }));
    assert.ok(lib.verify(token, keys.jwkSet));
    const { jwks, fetchedAt, expiresAt, jwksUri } = JSON.parse(JSON.stringify(keys.export()));
    assert.deepEqual(jwks, { keys: publicJwks });
    assert.deepEqual([expiresAt - fetchedAt, jwksUri], [600_000, 'https://issuer.example/jwks']);
    const other = remote(good).keys;
    other.hydrate(jwks, { fetchedAt, expiresAt });
    assert.ok(lib.verify(token, await other.keysFor(protectedHeader)));
    assert.equal(urls.length, 0);
  });

  test('hydrate refuses what is no set and no time', () => {
    const { keys } = remote(good);
    const jwks = { keys: publicJwks };
    for (const nothing of [undefined, null, 1, [], new Map()]) {
      rejects(() => keys.hydrate(nothing), 'ERR_API_MISUSE');
    }
    for (const options of [
      null,
      1,
      { fetchedAt: undefined },
      { fetchedAt: '0' },
      { fetchedAt: -1 },
      { expiresAt: Infinity },
      { fetchedAt: new Date() },
      { jwksUri: 'https://issuer.example' },
      { fetchedat: 1 },
    ]) {
      rejects(() => keys.hydrate(jwks, options), 'ERR_API_MISUSE');
    }
    assert.equal(keys.jwkSet, undefined);
  });

  test('keysFor takes a header', async () => {
    const { keys } = remote(good);
    for (const header of [undefined, null, 'kid', { kid: 1 }, { alg: null }, { kid: '\ud800' }]) {
      await refuses(keys.keysFor(header), 'ERR_API_MISUSE');
    }
  });

  test('a set that was replaced goes on verifying', async () => {
    const { keys } = remote(good);
    const old = await keys.keysFor({});
    await keys.refresh();
    assert.ok(old !== keys.jwkSet);
    assert.ok(lib.verify(token, old));
  });

  test('URLs and keys in a token are not asked for', async () => {
    const { keys, urls } = remote(good);
    const evil = 'https://evil.example/jwks';
    await keys.keysFor({ alg: 'ES256', kid: 'key-ES256', jku: evil, x5u: evil });
    assert.deepEqual(urls, ['https://issuer.example/jwks']);
  });
}
