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
    const { alg: _, ...nameless } = secret;
    for (const keys of [
      undefined,
      [{ ...jwk, d: 'AAAA' }],
      [jwk, secret],
      // A secret that was published is none, whoever names its algorithm.
      ...[[secret], [nameless]],
    ]) {
      await refuses(remote(jsonOf({ keys })).keys.keysFor({}), 'ERR_JWKS_INVALID');
      rejects(() => remote(good).keys.hydrate({ keys }), 'ERR_JWKS_INVALID');
    }
  });

  test('a set of more than 1,000 members is refused, and no fault of the token', async () => {
    const tooMany = { keys: Array.from({ length: 1001 }, () => ({})) };
    const { keys } = remote(jsonOf(tooMany));
    await refuses(keys.keysFor({}), 'ERR_JOSE_LIMIT_EXCEEDED');
    rejects(() => keys.hydrate(tooMany), 'ERR_JOSE_LIMIT_EXCEEDED');
    const verifier = lib.createVerifier({ keys: remote(jsonOf(tooMany)).keys });
    const headers = { authorization: `Bearer ${token}` };
    const request = new Request('https://api.example/', { headers });
    const { error, response } = await verifier.verifyRequest(request);
    assert.deepEqual([error.code, response.status], ['ERR_JOSE_LIMIT_EXCEEDED', 503]);
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
    for (const header of [undefined, null, 'kid']) {
      await refuses(keys.keysFor(header), 'ERR_API_MISUSE');
    }
  });

  test("what in a header is no string says nothing about a key: the header is a stranger's", async () => {
    const { keys, urls } = remote(good);
    await keys.keysFor({});
    for (const header of [
      { kid: 1 },
      { kid: null },
      { alg: null },
      { kid: '\ud800' },
      { x5t: [] },
    ]) {
      assert.ok(await keys.keysFor(header));
    }
    assert.equal(urls.length, 1);
  });

  test('algorithms of a verifier reach remote keys without alg, as those of Entra', async () => {
    const nameless = publicJwks.map(({ alg: _, ...jwk }) => jwk);
    const { keys } = remote(jsonOf({ keys: nameless }));
    const { alg } = protectedHeader;
    const named = lib.createVerifier({ keys, algorithms: [alg] });
    assert.ok(await named.verifyAsync(token));
    const unnamed = lib.createVerifier({ keys });
    const error = await refuses(unnamed.verifyAsync(token), 'ERR_JWKS_NO_MATCHING_KEY');
    assert.equal(error.skipped, nameless.length);
    assert.equal(error.cause.code, 'ERR_JOSE_KEY_MISMATCH');
  });

  test('a rotated key that tokens name by x5t alone is fetched', async () => {
    const [first, second] = publicJwks.map((jwk, index) => ({
      ...jwk,
      kid: undefined,
      x5t: `${index}`,
    }));
    let served = { keys: [first] };
    const { keys, urls } = remote(() => jsonOf(served)(), { cooldown: 0 });
    assert.ok((await keys.keysFor({ alg: first.alg, x5t: '0' })).keys.length === 1);
    served = { keys: [first, second] };
    assert.ok((await keys.keysFor({ alg: first.alg, x5t: '1' })).keys.length === 2);
    assert.equal(urls.length, 2);
    await keys.keysFor({ alg: first.alg, x5t: '1' });
    assert.equal(urls.length, 2, 'found, so not looked for again');
  });

  test('PEM by kid is a remote key set, kept as long as Cache-Control says', async () => {
    const { forms, token: signed } = fixtures.otherPrograms.keys[0];
    const map = { other: forms['certificate, version 1'], x: forms['certificate, version 3'] };
    const answer = () =>
      new Response(JSON.stringify(map), { headers: { 'cache-control': 'public, max-age=21302' } });
    const { keys } = remote(answer);
    const verifier = lib.createVerifier({ keys, algorithms: ['RS256'], requiredClaims: [] });
    assert.ok(await verifier.verifyAsync(signed));
    assert.equal(keys.expiresAt - keys.fetchedAt, 21_302_000);
    const { keys: copy } = remote(answer);
    copy.hydrate(keys.export().jwks);
    assert.equal(copy.jwkSet.skipped.length, 2, 'an export is taken by hydrate');
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
