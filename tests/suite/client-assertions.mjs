// Assertions by which a client authenticates itself (RFC 7523 §3, OpenID Connect Core 1.0 §9).

import { rejectionOfPromise } from './support/rejection.mjs';

const CLIENT = 'client-1';
const SERVER = 'https://issuer.example/';

export default function ({ test, assert, lib, fixtures, algorithm, rejects }) {
  const rejectsLater = rejectionOfPromise(rejects);
  const options = { clientId: CLIENT, audience: SERVER };
  const rules = {
    ...{ issuer: CLIENT, subject: CLIENT, audience: SERVER, maxTokenAge: '1m' },
    requiredClaims: ['jti', 'iat', 'exp'],
  };
  const importFixture = ({ alg, secret, otherForms }) =>
    secret === undefined
      ? lib.importSigningKey(otherForms['PKCS#8'].pem, alg, { keyId: `key-${alg}` })
      : lib.importSigningKey(secret, alg, { encoding: 'base64url', keyId: `key-${alg}` });
  let signingKey;
  const importOnce = async () => (signingKey ??= await importFixture(algorithm('ES256')));
  const sign = async (changes) =>
    lib.signClientAssertion(await importOnce(), { ...options, ...changes });
  const idOf = (token) => lib.decode(token).payload.jti;

  for (const fixture of fixtures.algorithms) {
    test(`${fixture.alg}: RFC 7523 §3, the client says who it is and to whom`, async () => {
      const assertion = await lib.signClientAssertion(await importFixture(fixture), options);
      const { payload, protectedHeader } = lib.verify(assertion, lib.importKey(fixture.jwk), rules);
      const { iat, exp, jti, ...others } = payload;
      assert.deepEqual(others, { iss: CLIENT, sub: CLIENT, aud: SERVER });
      assert.ok(Number.isInteger(iat) && Math.abs(Date.now() / 1000 - iat) < 30);
      assert.equal(exp, iat + 60);
      assert.ok(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(jti));
      assert.equal(protectedHeader.kid, `key-${fixture.alg}`);
    });
  }

  test('is refused when anything in it is changed', async () => {
    const key = lib.importKey(algorithm('ES256').jwk);
    const [header, payload, signature] = (await sign()).split('.');
    const others = (await sign({ clientId: 'client-2' })).split('.');
    const failed = 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED';
    for (const token of [
      [header, others[1], signature],
      [header, payload, others[2]],
    ]) {
      rejects(() => lib.verify(token.join('.'), key, rules), failed);
    }
  });

  test('no two of a client are the same', async () => {
    const ids = await Promise.all(Array.from({ length: 50 }, async () => idOf(await sign())));
    assert.equal(new Set(ids).size, 50);
  });

  test('holds for as long as it is asked for, and an hour at most', async () => {
    for (const [expiresIn, seconds] of [
      [30, 30],
      ['30s', 30],
      ['1h', 3600],
    ]) {
      const { iat, exp } = lib.decode(await sign({ expiresIn })).payload;
      assert.equal(exp - iat, seconds);
    }
    for (const expiresIn of [3601, '2h', 0, -1, '', '1 m', NaN, null, undefined, {}]) {
      await rejectsLater(() => sign({ expiresIn }), 'ERR_API_MISUSE');
    }
  });

  test('what is missing, empty or unknown is refused', async () => {
    for (const name of ['clientId', 'audience']) {
      for (const value of ['', undefined, null, 1, ['a'], '\ud800']) {
        await rejectsLater(() => sign({ [name]: value }), 'ERR_API_MISUSE');
      }
      const { [name]: _, ...rest } = options;
      await rejectsLater(
        async () => lib.signClientAssertion(await importOnce(), rest),
        'ERR_API_MISUSE',
      );
    }
    for (const name of ['client_id', 'issuer', 'jwtId', 'header']) {
      await rejectsLater(() => sign({ [name]: 'a' }), 'ERR_API_MISUSE');
    }
    await rejectsLater(async () => lib.signClientAssertion(await importOnce()), 'ERR_API_MISUSE');
  });

  test('only a key that signs can sign', async () => {
    const verifyingKey = lib.importKey(algorithm('ES256').jwk);
    for (const key of [verifyingKey, algorithm('ES256').otherForms['PKCS#8'].pem, {}, null]) {
      await rejectsLater(() => lib.signClientAssertion(key, options), 'ERR_API_MISUSE');
    }
  });

  test('RFC 7523 §2.2: a request carries it in two parameters', () => {
    assert.deepEqual(lib.clientAssertionParameters('a.b.c'), {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'a.b.c',
    });
    for (const value of ['', 'a', 'a.b', 'a.b.c.d', 'a.b.c&d=e', undefined, null, 1, {}]) {
      rejects(() => lib.clientAssertionParameters(value), 'ERR_API_MISUSE');
    }
  });
}
