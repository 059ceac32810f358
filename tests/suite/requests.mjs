// verifyRequest: exactly one bearer token (RFC 6750 §2.1), and the answers of §3.

const ISSUER = 'https://issuer.example/';

export default function ({ test, assert, lib, sign, key }) {
  const exp = 9_999_999_999;
  const good = sign({ iss: ISSUER, sub: 'user', scope: 'read', exp });
  const verifier = lib.createVerifier({ keys: key, issuer: ISSUER, requiredScopes: ['read'] });
  const request = (headers) => ({ headers: new Headers(headers) });
  const withToken = (token) => request([['Authorization', `Bearer ${token}`]]);
  const challengeOf = ({ response }) => response.headers.get('www-authenticate');
  const refused = async (result, status, challenge) => {
    const { ok, response } = await result;
    assert.equal(ok, false);
    assert.equal(response.status, status);
    assert.equal(challengeOf({ response }), challenge);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(await response.text(), '');
  };

  test('a good token is accepted, whatever the case of the scheme', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      const result = await verifier.verifyRequest(request({ authorization: `${scheme} ${good}` }));
      assert.equal(result.ok, true);
      assert.equal(result.payload.sub, 'user');
    }
  });

  test('RFC 6750 §3: a request without a token is asked for one and told nothing else', async () => {
    for (const headers of [{}, { authorization: `Basic ${good}` }, { authorization: '' }]) {
      await refused(verifier.verifyRequest(request(headers)), 401, 'Bearer');
    }
    const realm = verifier.verifyRequest(request({}), { realm: 'api' });
    await refused(realm, 401, 'Bearer realm="api"');
  });

  test('RFC 6750 §3.1 invalid_request: anything but exactly one token', async () => {
    for (const authorization of [
      'Bearer',
      'Bearer ',
      `Bearer ${good} ${good}`,
      `Bearer ${good}, Bearer ${good}`,
      `Basic abc, Bearer ${good}`,
      `Bearer "${good}"`,
      'Bearer é',
    ]) {
      const result = verifier.verifyRequest(request({ authorization }));
      await refused(result, 400, 'Bearer error="invalid_request"');
    }
    const twice = new Headers();
    twice.append('authorization', `Bearer ${good}`);
    twice.append('authorization', `Bearer ${good}`);
    const result = verifier.verifyRequest({ headers: twice });
    await refused(result, 400, 'Bearer error="invalid_request"');
  });

  test('RFC 6750 §3.1 invalid_token: one answer for every reason', async () => {
    for (const token of [
      'x',
      `${good}A`,
      sign({ iss: ISSUER, scope: 'read', exp: 1 }),
      sign({ iss: 'https://x/', scope: 'read', exp }),
      sign({ iss: ISSUER, scope: 1, exp }),
      sign({ iss: ISSUER, scope: 'read', exp }, { alg: 'none' }),
    ]) {
      const result = verifier.verifyRequest(withToken(token));
      await refused(result, 401, 'Bearer error="invalid_token"');
      assert.ok((await result).error instanceof lib.JoseError, 'the reason is for the service');
    }
  });

  test('RFC 6750 §3.1 insufficient_scope: a good token that may not', async () => {
    const challenge = 'Bearer realm="api", error="insufficient_scope", scope="read"';
    for (const claims of [{}, { scope: 'write' }]) {
      const token = sign({ iss: ISSUER, exp, ...claims });
      await refused(verifier.verifyRequest(withToken(token), { realm: 'api' }), 403, challenge);
    }
    const admins = lib.createVerifier({
      keys: key,
      requiredRoles: { path: 'a.b', any: ['admin'] },
    });
    const token = sign({ exp, a: { b: ['user'] } });
    await refused(admins.verifyRequest(withToken(token)), 403, 'Bearer error="insufficient_scope"');
  });

  test('a cookie is taken only when it is named, and then alone', async () => {
    const options = { cookie: '__Host-token' };
    const cookie = `a=b; __Host-token=${good}; c=d`;
    assert.equal((await verifier.verifyRequest(request({ cookie }), options)).ok, true);
    await refused(verifier.verifyRequest(request({ cookie })), 401, 'Bearer');
    await refused(verifier.verifyRequest(withToken(good), options), 401, 'Bearer');
    const planted = request({ cookie: `${cookie}; __Host-token=${good}` });
    await refused(verifier.verifyRequest(planted, options), 400, 'Bearer error="invalid_request"');
    const similar = request({ cookie: `x__Host-token=${good}; __Host-tokens=${good}` });
    await refused(verifier.verifyRequest(similar, options), 401, 'Bearer');
  });

  test('a header field of its own: the token alone, and only from there', async () => {
    const options = { header: 'Cf-Access-Jwt-Assertion' };
    const passedOn = request({ 'cf-access-jwt-assertion': good, authorization: 'Bearer other' });
    assert.equal((await verifier.verifyRequest(passedOn, options)).ok, true);
    await refused(verifier.verifyRequest(withToken(good), options), 401, 'Bearer');
    for (const value of [`Bearer ${good}`, `${good}, ${good}`, `"${good}"`]) {
      const result = verifier.verifyRequest(request({ 'cf-access-jwt-assertion': value }), options);
      await refused(result, 400, 'Bearer error="invalid_request"');
    }
  });

  const preflight = { origin: 'https://app.example', 'access-control-request-method': 'POST' };
  const options = (headers, method = 'OPTIONS') => ({ method, headers: new Headers(headers) });

  test('a CORS preflight has no credentials: 204, nothing asked for, nothing accepted', async () => {
    const events = [];
    const logged = lib.createVerifier({ keys: key, onEvent: (event) => events.push(event) });
    const more = { ...preflight, 'access-control-request-headers': 'authorization' };
    for (const settings of [
      {},
      { realm: 'api' },
      { cookie: 'a' },
      { header: 'x-a' },
      { dpop: {} },
    ]) {
      const result = await logged.verifyRequest(options(more), settings);
      await refused(Promise.resolve(result), 204, null);
      assert.equal(result.isPreflight, true);
      assert.ok(result.error instanceof Error && !('payload' in result));
    }
    assert.equal(events.length, 0);
  });

  test('only OPTIONS with both header fields and without a token is a preflight', async () => {
    const { origin: _, ...withoutOrigin } = preflight;
    for (const [one, settings] of [
      [{ headers: new Headers(preflight) }],
      [options(preflight, 'GET')],
      [options(preflight, 'options')],
      [options(withoutOrigin)],
      [options({ origin: 'https://app.example' })],
      [options({})],
      [options({ ...preflight, authorization: '' })],
      [options({ ...preflight, authorization: 'Basic abc' })],
      [options({ ...preflight, authorization: 'Bearer x' })],
      [options({ ...preflight, authorization: 'Bearer' })],
      [options({ ...preflight, cookie: 'a=x' }), { cookie: 'a' }],
      [options({ ...preflight, 'x-a': 'x' }), { header: 'x-a' }],
    ]) {
      const result = await verifier.verifyRequest(one, settings);
      assert.deepEqual([result.ok, result.isPreflight], [false, false]);
      assert.ok([400, 401].includes(result.response.status));
    }
    const withToken = options({ ...preflight, authorization: `Bearer ${good}` });
    assert.equal((await verifier.verifyRequest(withToken)).ok, true);
  });

  test('while no keys can be had, the client is not to blame', async () => {
    const failing = async () => {
      throw new lib.JoseError('ERR_JWKS_TIMEOUT', 'the key set did not arrive in time');
    };
    const { response } = await lib.createVerifier({ keys: failing }).verifyRequest(withToken(good));
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '5');
    assert.equal(response.headers.get('www-authenticate'), null);
  });

  test('a wrong argument is thrown, not answered', async () => {
    const thrownBy = (promise) =>
      promise.then(
        () => undefined,
        (error) => error,
      );
    for (const options of [
      { realm: 'a"b' },
      { realm: 'a\r\nb' },
      { cookie: 'a=b' },
      { header: 'a b' },
      { header: 'a', cookie: 'b' },
      { coockie: 'a' },
    ]) {
      const refusal = await thrownBy(verifier.verifyRequest(withToken(good), options));
      assert.equal(refusal.code, 'ERR_API_MISUSE');
    }
  });
}
