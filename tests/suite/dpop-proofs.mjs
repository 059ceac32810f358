// Proofs of possession as a client makes them (RFC 9449 §4.2), held to the server's check of them.

import { rejectionOfPromise } from './support/rejection.mjs';

/** RFC 9449 §7.1 has this hash for this token. */
const ACCESS_TOKEN = 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU';
const ATH = 'fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo';
const URL_OF_API = 'https://api.example/orders';

export default function ({ test, assert, lib, fixtures, algorithm, rejects }) {
  const rejectsLater = rejectionOfPromise(rejects);
  const request = { method: 'POST', url: URL_OF_API };
  const importFixture = ({ alg, otherForms }) =>
    lib.importSigningKey(otherForms['PKCS#8'].pem, alg, { keyId: 'mine' });
  let signingKey;
  const importOnce = async () => (signingKey ??= await importFixture(algorithm('ES256')));
  const create = async (changes) =>
    lib.createDpopProof(await importOnce(), { ...request, ...changes });
  const claimsOf = async (changes) => lib.decode(await create(changes)).payload;

  for (const fixture of fixtures.algorithms.filter(({ pem }) => pem !== undefined)) {
    test(`${fixture.alg}: a proof holds, and shows the public key and nothing more of it`, async () => {
      const proof = await lib.createDpopProof(await importFixture(fixture), request);
      const { thumbprint, payload, protectedHeader } = lib.verifyDpopProof(proof, request);
      const { alg: _, kid: __, ...bare } = fixture.jwk;
      assert.equal(thumbprint, fixture.thumbprints.sha256);
      assert.deepEqual(protectedHeader.jwk, bare);
      assert.equal(protectedHeader.alg, fixture.alg);
      assert.equal(protectedHeader.typ, 'dpop+jwt');
      const { jti, iat, ...others } = payload;
      assert.deepEqual(others, { htm: 'POST', htu: URL_OF_API });
      assert.ok(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(jti));
      assert.ok(Number.isInteger(iat) && Math.abs(Date.now() / 1000 - iat) < 30);
    });
  }

  test('a key that was generated makes proofs, although nobody can read it', async () => {
    const { signingKey: generated, verifyingKey } = await lib.generateKeyPair('ES256');
    const proof = await lib.createDpopProof(generated, request);
    const thumbprint = lib.calculateJwkThumbprint(lib.exportJwk(verifyingKey));
    assert.ok(lib.verifyDpopProof(proof, { ...request, thumbprint }));
    assert.equal(generated.extractable, false);
  });

  test('holds for this request, this token and this nonce alone', async () => {
    const thumbprint = algorithm('ES256').thumbprints.sha256;
    const bound = { ...request, accessToken: ACCESS_TOKEN, nonce: 'nonce-1' };
    const proof = await create(bound);
    const rules = { ...bound, thumbprint };
    assert.ok(lib.verifyDpopProof(proof, rules));
    for (const [claim, changes] of Object.entries({
      htm: { method: 'GET' },
      htu: { url: 'https://api.example/other' },
      ath: { accessToken: 'another' },
      nonce: { nonce: 'nonce-2' },
    })) {
      const code = 'ERR_JWT_CLAIM_VALIDATION_FAILED';
      const verify = () => lib.verifyDpopProof(proof, { ...rules, ...changes });
      rejects(verify, code, { claim, reason: 'mismatch' });
    }
    const [header, , signature] = proof.split('.');
    const [, payload] = (await create({ ...bound, method: 'GET' })).split('.');
    rejects(
      () =>
        lib.verifyDpopProof([header, payload, signature].join('.'), { ...rules, method: 'GET' }),
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    );
  });

  test('RFC 9449 §7.1: ath is the hash of the access token', async () => {
    assert.equal((await claimsOf({ accessToken: ACCESS_TOKEN })).ath, ATH);
    assert.ok(!('ath' in (await claimsOf())));
  });

  test('htu is the URL as fetch sends it, without query and fragment', async () => {
    for (const [url, htu] of [
      [`${URL_OF_API}?page=2#top`, URL_OF_API],
      ['HTTPS://API.example:443/x/../orders', URL_OF_API],
      ['https://api.example', 'https://api.example/'],
      ['https://api.example:8443/?', 'https://api.example:8443/'],
      ['http://127.0.0.1:8080/a%2Fb', 'http://127.0.0.1:8080/a%2Fb'],
      ['https://api.example/Žofie', 'https://api.example/%C5%BDofie'],
      ['https://[::1]/a', 'https://[::1]/a'],
    ]) {
      assert.equal((await claimsOf({ url })).htu, htu);
      assert.ok(lib.verifyDpopProof(await create({ url }), { ...request, url: new URL(url).href }));
    }
  });

  test('no two proofs are the same: a server takes each once', async () => {
    const replayStore = lib.createReplayStore();
    for (let i = 0; i < 50; i += 1) {
      assert.ok(lib.verifyDpopProof(await create(), { ...request, replayStore }));
    }
  });

  test('a verifier takes the request of a client, once it answers with the nonce', async () => {
    const { secret } = algorithm('HS256');
    const issuerKey = await lib.importSigningKey(secret, 'HS256', { encoding: 'base64url' });
    const jkt = algorithm('ES256').thumbprints.sha256;
    const accessToken = await lib.sign({ cnf: { jkt } }, issuerKey, { expiresIn: '5m' });
    const verifier = lib.createVerifier({ keys: issuerKey.verifyingKey() });
    const send = async (nonce) => {
      const proof = await create({ accessToken, ...(nonce !== null && { nonce }) });
      const headers = new Headers({ authorization: `DPoP ${accessToken}`, dpop: proof });
      return verifier.verifyRequest({ ...request, headers }, { dpop: { nonce: 'nonce-1' } });
    };
    const { ok, response } = await send(null);
    assert.equal(ok, false);
    const nonce = response.headers.get('dpop-nonce');
    assert.equal(nonce, 'nonce-1');
    assert.equal((await send(nonce)).ok, true);
  });

  test('what is no request, no token or no nonce is refused', async () => {
    const refuses = (changes) => rejectsLater(() => create(changes), 'ERR_API_MISUSE');
    const never = [undefined, null, '', 1, {}, ['GET'], '\ud800'];
    for (const method of [...never, 'get', 'Get', 'GET ', 'GET\n', 'G ET', 'A'.repeat(33)]) {
      await refuses({ method });
    }
    for (const url of [
      ...never,
      '/orders',
      'api.example',
      'ftp://api.example/',
      'https://',
      'https://user@api.example/',
      'https://:word@api.example/',
      'data:,a',
      'https://api.example/\ud800',
      new URL(URL_OF_API),
    ]) {
      await refuses({ url });
    }
    for (const accessToken of [...never, 'a b', 'a\n', 'ä', '=', 'Bearer a']) {
      await refuses({ accessToken });
    }
    for (const nonce of [...never, 'a, b', 'a"b', 'ä', 'a\\', 'a\n']) await refuses({ nonce });
    await refuses({ misspelt: 'a' });
    await rejectsLater(async () => lib.createDpopProof(await importOnce()), 'ERR_API_MISUSE');
  });

  test('only a key pair can make one, and only with its public part', async () => {
    const { secret, jwk } = algorithm('HS256');
    const shared = await lib.importSigningKey(secret, 'HS256', { encoding: 'base64url' });
    const { cryptoKey } = await importOnce();
    const bare = await lib.importSigningKey(cryptoKey, 'ES256');
    const verifyingKey = lib.importKey(algorithm('ES256').jwk);
    const error = await rejectsLater(() => lib.createDpopProof(shared, request), 'ERR_API_MISUSE');
    assert.ok(error.message.includes('key pair'), error.message);
    for (const key of [bare, verifyingKey, cryptoKey, jwk, null, undefined]) {
      await rejectsLater(() => lib.createDpopProof(key, request), 'ERR_API_MISUSE');
    }
  });
}
