// verifyRequest with tokens that are bound to a key, and the answers of RFC 9449 §7.

const ALGORITHMS = 'ES256 ES384 ES512 EdDSA Ed25519 PS256 PS384 PS512 RS256 RS384 RS512';

export default function ({ test, assert, lib, fixtures, key, sign }) {
  const { boundToken, proofs, request, at, thumbprint } = fixtures.dpop;
  const events = [];
  const verifier = lib.createVerifier({ keys: key, onEvent: (event) => events.push(event) });
  const call = { currentDate: new Date(at * 1000) };
  const unbound = sign({ sub: 'user-1', exp: at + 3600 });
  const proof = proofs['for the bound token'];
  const verify = (authorization, proofOfRequest, dpop = {}, changes = {}) => {
    const headers = new Headers();
    if (authorization !== undefined) headers.set('authorization', authorization);
    for (const value of [proofOfRequest ?? []].flat()) headers.append('dpop', value);
    return verifier.verifyRequest({ ...request, headers, ...changes }, { dpop }, call);
  };
  const refused = async (result, status, challenge, nonce = null) => {
    const { ok, response, error } = await result;
    assert.equal(ok, false);
    assert.equal(response.status, status);
    assert.equal(response.headers.get('www-authenticate'), challenge);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('dpop-nonce'), nonce);
    return error;
  };
  const dpopChallenge = (error) =>
    `DPoP ${error === undefined ? '' : `error="${error}", `}algs="${ALGORITHMS}"`;

  test('a bound token with its proof is accepted, and the proof is handed out', async () => {
    for (const scheme of ['DPoP', 'dpop']) {
      const result = await verify(`${scheme} ${boundToken}`, proof);
      assert.equal(result.ok, true);
      assert.equal(result.payload.sub, 'user-1');
      assert.equal(result.dpopProof.thumbprint, thumbprint);
      assert.equal(events.at(-1).type, 'accepted');
    }
  });

  test('a bound token without its proof is refused, however it is sent', async () => {
    await refused(verify(`Bearer ${boundToken}`), 401, dpopChallenge());
    await refused(verify(`DPoP ${boundToken}`), 401, dpopChallenge('invalid_dpop_proof'));
    const either = verify(`Bearer ${boundToken}`, proof, { required: false });
    const both = `DPoP algs="${ALGORITHMS}", Bearer error="invalid_token"`;
    const error = await refused(either, 401, both);
    assert.deepEqual([error.code, error.claim], ['ERR_JWT_CLAIM_VALIDATION_FAILED', 'cnf']);
    assert.equal(events.at(-1).type, 'rejected');
  });

  test('a token that is not bound passes as Bearer alone, and only where it may', async () => {
    assert.equal((await verify(`Bearer ${unbound}`, undefined, { required: false })).ok, true);
    await refused(verify(`Bearer ${unbound}`), 401, dpopChallenge());
    const error = await refused(
      verify(`DPoP ${unbound}`, proof),
      401,
      dpopChallenge('invalid_token'),
    );
    assert.equal(error.claim, 'cnf');
  });

  test('a proof that does not hold is answered as such, and told to the log', async () => {
    for (const [bad, code] of [
      [proofs['for the bound token, by GET'], 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
      [proofs['bound to another access token'], 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
      [proofs['of another key'], 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
      [[proof, proof], 'ERR_JWS_INVALID'],
      ['', 'ERR_JWS_INVALID'],
    ]) {
      const result = verify(`DPoP ${boundToken}`, bad);
      const error = await refused(result, 401, dpopChallenge('invalid_dpop_proof'));
      assert.equal(error.code, code);
      assert.equal(events.at(-1).code, code);
    }
    const elsewhere = verify(`DPoP ${boundToken}`, proof, { url: 'https://other.example/' });
    await refused(elsewhere, 401, dpopChallenge('invalid_dpop_proof'));
  });

  test('RFC 9449 §9: a proof without one of the nonces is given the first of them', async () => {
    const nonces = { nonce: ['nonce-2', 'nonce-1'] };
    const withNonce = proofs['for the bound token, with nonce'];
    assert.equal((await verify(`DPoP ${boundToken}`, withNonce, nonces)).ok, true);
    const without = verify(`DPoP ${boundToken}`, proof, nonces);
    await refused(without, 401, dpopChallenge('use_dpop_nonce'), 'nonce-2');
    const stale = verify(`DPoP ${boundToken}`, withNonce, { nonce: 'nonce-3' });
    await refused(stale, 401, dpopChallenge('use_dpop_nonce'), 'nonce-3');
  });

  test('a proof is taken once', async () => {
    const seen = new Set();
    const take = async (id) => !seen.has(id) && seen.add(id) === seen;
    const dpop = { replayStore: { take } };
    assert.equal((await verify(`DPoP ${boundToken}`, proof, dpop)).ok, true);
    const again = verify(`DPoP ${boundToken}`, proof, dpop);
    const error = await refused(again, 401, dpopChallenge('invalid_dpop_proof'));
    assert.equal(error.code, 'ERR_JWT_REPLAYED');
  });

  test('the algorithms of proofs are those that are asked for', async () => {
    const dpop = { algorithms: ['EdDSA'] };
    const challenge = 'DPoP error="invalid_dpop_proof", algs="EdDSA"';
    await refused(verify(`DPoP ${boundToken}`, proof, dpop), 401, challenge);
  });

  test('without the option the scheme is unknown, and misuse of it throws', async () => {
    const headers = new Headers({ authorization: `DPoP ${boundToken}`, dpop: proof });
    await refused(verifier.verifyRequest({ ...request, headers }, {}, call), 401, 'Bearer');
    const fails = async (result) => {
      const error = await result.catch((thrown) => thrown);
      assert.equal(error.code, 'ERR_API_MISUSE');
    };
    for (const dpop of [
      undefined,
      null,
      true,
      { required: 1 },
      { misspelt: true },
      { nonce: '' },
    ]) {
      await fails(verifier.verifyRequest({ ...request, headers }, { dpop }, call));
    }
    await fails(verify(`DPoP ${boundToken}`, proof, {}, { method: undefined }));
    await fails(verify(`DPoP ${boundToken}`, proof, {}, { url: '/relative' }));
    const inCookie = { cookie: 'token', dpop: {} };
    await fails(verifier.verifyRequest({ ...request, headers }, inCookie, call));
  });
}
