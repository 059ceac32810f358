// Proofs of possession, by the twelve steps of RFC 9449 §4.3. The proofs are made by jose.

export default function ({ test, assert, lib, fixtures, rejects, key, sign }) {
  const { proofs, request, at, accessToken, thumbprint } = fixtures.dpop;
  const then = (seconds = 0) => ({ currentDate: new Date((at + seconds) * 1000) });
  const verify = (name, options = {}) =>
    lib.verifyDpopProof(proofs[name] ?? name, { ...request, ...then(), ...options });
  const refuses = (name, code, options, about) =>
    rejects(() => verify(name, options), code, { token: proofs[name] ?? name, ...about });
  const refusesClaim = (name, claim, reason, options) =>
    refuses(name, 'ERR_JWT_CLAIM_VALIDATION_FAILED', options, { claim, reason });

  test('a proof that holds tells whose it is', () => {
    const verified = verify('good');
    assert.equal(verified.thumbprint, thumbprint);
    assert.equal(verified.payload.jti, 'proof-1');
    assert.equal(verified.protectedHeader.typ, 'dpop+jwt');
    assert.equal(verified.expiresAt, at + 90);
    assert.equal(verified.replayId.length, 43);
    assert.ok(verified.replayId !== verify('another').replayId);
  });

  test('step 1: two header fields arrive as one, and are none', () => {
    refuses(`${proofs.good}, ${proofs.another}`, 'ERR_JWS_INVALID');
  });

  test('step 2: the proof is a single well-formed token', () => {
    for (const bad of ['', 'a.b', `${proofs.good}=`, ` ${proofs.good}`, `${proofs.good}.x`]) {
      refuses(bad, 'ERR_JWS_INVALID');
    }
    for (const bad of [undefined, null, 1, {}]) {
      rejects(() => lib.verifyDpopProof(bad, request), 'ERR_API_MISUSE');
    }
  });

  test('step 3: jti, htm, htu and iat are there', () => {
    for (const claim of ['jti', 'htm', 'htu', 'iat']) {
      refusesClaim(`without ${claim}`, claim, 'missing');
    }
  });

  test('step 4: typ is dpop+jwt', () => {
    refusesClaim('without typ', 'typ', 'missing');
    refusesClaim('typ JWT', 'typ', 'mismatch');
  });

  test('step 5: the algorithm has a public key, and is one that is allowed', () => {
    refuses('of HS256', 'ERR_JOSE_ALG_NOT_ALLOWED');
    refuses('good', 'ERR_JOSE_ALG_NOT_ALLOWED', { algorithms: ['EdDSA', 'RS256'] });
    verify('good', { algorithms: ['ES256'] });
    refuses('good', 'ERR_API_MISUSE', { algorithms: ['HS256'] });
  });

  test('step 6: the signature is of the key in the header', () => {
    refuses('of another key', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
  });

  test('step 7: the key is there, and without its private part', () => {
    refuses('without key', 'ERR_JWS_INVALID');
    refuses('with a private key', 'ERR_JWS_INVALID');
  });

  test('step 8: htm is the method of the request', () => {
    refusesClaim('htm GET', 'htm', 'mismatch');
    refusesClaim('htm in lower case', 'htm', 'mismatch');
    refusesClaim('good', 'htm', 'mismatch', { method: 'GET' });
  });

  test('step 9: htu is the URI of the request, but for query, fragment and spelling', () => {
    verify('htu with query and fragment');
    verify('htu written otherwise');
    verify('good', { url: `${request.url}?other=query` });
    refusesClaim('htu elsewhere', 'htu', 'mismatch');
    refusesClaim('htu without host', 'htu', 'invalid');
    refusesClaim('good', 'htu', 'mismatch', { url: 'https://api.example/orders/' });
    for (const url of ['', '/orders', 'ftp://api.example/', 'https://', undefined]) {
      refuses('good', 'ERR_API_MISUSE', { url });
    }
  });

  test('step 10: nonce is the one that was given out', () => {
    verify('with nonce', { nonce: 'nonce-1' });
    refusesClaim('with nonce', 'nonce', 'mismatch', { nonce: 'nonce-2' });
    refusesClaim('good', 'nonce', 'missing', { nonce: 'nonce-1' });
  });

  test('step 11: the proof was made just now', () => {
    for (const seconds of [-30, 0, 60, 90]) verify('good', then(seconds));
    refusesClaim('good', 'iat', 'check_failed', then(-31));
    refuses('good', 'ERR_JWT_EXPIRED', then(91));
    refuses('good', 'ERR_JWT_EXPIRED', { ...then(6), maxTokenAge: '5s', clockTolerance: 0 });
  });

  test('step 12: the proof belongs to the access token, and the token to the key', () => {
    const bound = { accessToken, thumbprint };
    verify('bound to the access token', bound);
    refusesClaim('bound to another access token', 'ath', 'mismatch', bound);
    refusesClaim('good', 'ath', 'missing', bound);
    const wrong = { accessToken, thumbprint: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' };
    refuses('bound to the access token', 'ERR_JOSE_KEY_MISMATCH', wrong);
    refuses('good', 'ERR_JOSE_KEY_MISMATCH', { thumbprint: wrong.thumbprint });
    // One without the other would prove nothing.
    refuses('bound to the access token', 'ERR_API_MISUSE', { accessToken });
  });

  test('a proof is taken once, and only one that holds is remembered', async () => {
    const replayStore = lib.createReplayStore();
    // The store goes by the system clock: the proofs must not be too old by the time of this test.
    const once = { replayStore, ...then(), maxTokenAge: '1d' };
    refusesClaim('htm GET', 'htm', 'mismatch', once);
    assert.equal(replayStore.size, 0);
    verify('good', once);
    refuses('good', 'ERR_JWT_REPLAYED', once);
    verify('another', once);
    const elsewhere = { ...once, replayStore: { take: async () => true } };
    refuses('good', 'ERR_API_MISUSE', elsewhere);
    await lib.verifyDpopProofAsync(proofs.good, { ...request, ...elsewhere });
    const seen = { ...request, ...then(), replayStore: { take: async () => false } };
    const error = await lib.verifyDpopProofAsync(proofs.good, seen).catch((thrown) => thrown);
    assert.equal(error.code, 'ERR_JWT_REPLAYED');
    for (const store of [undefined, null, {}, { take: true }]) {
      refuses('good', 'ERR_API_MISUSE', { replayStore: store });
    }
    for (const answer of [undefined, 1, 'yes']) {
      refuses('good', 'ERR_CALLBACK_FAILED', { replayStore: { take: () => answer } });
    }
    const cause = new RangeError('of the store');
    const take = () => {
      throw cause;
    };
    assert.equal(refuses('good', 'ERR_CALLBACK_FAILED', { replayStore: { take } }).cause, cause);
    const rejecting = { ...request, ...then(), replayStore: { take: async () => take() } };
    const failure = await lib
      .verifyDpopProofAsync(proofs.good, rejecting)
      .catch((thrown) => thrown);
    assert.deepEqual([failure.code, failure.cause], ['ERR_CALLBACK_FAILED', cause]);
    refuses('good', 'ERR_API_MISUSE', { replayStore: { take: async () => take() } });
  });

  test('options that are misspelt or missing are refused', () => {
    for (const options of [undefined, null, {}, { method: 'POST' }, { url: request.url }]) {
      rejects(() => lib.verifyDpopProof(proofs.good, options), 'ERR_API_MISUSE');
    }
    refuses('good', 'ERR_API_MISUSE', { issuer: 'x' });
    refuses('good', 'ERR_API_MISUSE', { nonce: undefined });
    refuses('good', 'ERR_API_MISUSE', { method: '' });
  });

  test('no other token is a proof, and no proof is another token', () => {
    const claims = { jti: 'j', htm: 'POST', htu: request.url, iat: at, exp: at + 60 };
    refuses(sign(claims, { alg: 'HS256', typ: 'dpop+jwt' }), 'ERR_JOSE_ALG_NOT_ALLOWED');
    rejects(() => lib.verify(proofs.good, key), 'ERR_JOSE_KEY_MISMATCH');
    rejects(() => lib.verify(proofs.good, undefined), 'ERR_API_MISUSE');
  });
}
