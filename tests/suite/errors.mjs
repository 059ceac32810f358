// Errors as programs and people meet them.

export default function ({ test, assert, lib, sign, key, goodToken, rejects }) {
  test('one class, with a code, a name and a stack', () => {
    const error = rejects(() => lib.verify('', key), 'ERR_JWS_INVALID');
    assert.equal(Object.prototype.toString.call(error), '[object Error]');
    assert.equal(String(error), `JoseError: ${error.message}`);
    assert.equal(typeof error.stack, 'string');
    assert.deepEqual(Object.keys(error), ['code'], 'nothing else is logged with it');
    assert.equal(error.cause, undefined);
  });

  test('a claim error says which claim, why, what was asked for and what was there', () => {
    const token = sign({ exp: 9999999999, iss: 'https://other.example' });
    const error = rejects(
      () => lib.verify(token, key, { issuer: ['a', 'b'] }),
      'ERR_JWT_CLAIM_VALIDATION_FAILED',
    );
    assert.equal(String(error), `JwtClaimError: ${error.message}`);
    assert.deepEqual(
      { ...error },
      {
        code: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
        claim: 'iss',
        reason: 'mismatch',
        expected: ['a', 'b'],
        actual: 'https://other.example',
      },
    );
    assert.ok(error.message.includes('"iss"'), error.message);
  });

  test('a claim that is missing has no actual value', () => {
    const error = rejects(() => lib.verify(sign({}), key), 'ERR_JWT_CLAIM_VALIDATION_FAILED');
    assert.equal('actual' in error, false);
  });

  test('actual values come through as they are in the token', () => {
    for (const aud of ['web', ['web', 'app'], [], 'Žofie 🗝️ "quoted" \\ \u0000']) {
      rejects(
        () => lib.verify(sign({ exp: 9999999999, aud }), key, { audience: 'api' }),
        'ERR_JWT_CLAIM_VALIDATION_FAILED',
        { actual: aud },
      );
    }
    rejects(
      () => lib.verify(sign('{"exp":{"a":[1,null]}}'), key),
      'ERR_JWT_CLAIM_VALIDATION_FAILED',
      {
        actual: { a: [1, null] },
      },
    );
  });

  test('a message about a header shows nothing of it: what an attacker writes reaches no log', () => {
    const evil = 'canary\n2026-01-01 [info] login ok';
    for (const header of [
      { alg: evil },
      { alg: 'HS256', crit: [evil], [evil]: 1 },
      { alg: 'HS256', crit: [evil] },
      { alg: 'HS256', b64: [evil] },
    ]) {
      const token = sign({ exp: 9999999999 }, header);
      let code;
      try {
        lib.verify(token, key);
      } catch (error) {
        code = error.code;
      }
      rejects(() => lib.verify(token, key), code, { token });
    }
  });

  test('a message about an option shows its name without letting it break the line', () => {
    rejects(() => lib.verify(goodToken, key, { 'a\nb': 1 }), 'ERR_API_MISUSE');
    rejects(() => lib.verify(goodToken, key, { 'a\u2028b': 1 }), 'ERR_API_MISUSE');
  });

  test('errors can be made by programs too, to stand in for ours in their tests', () => {
    const error = new lib.JoseError('ERR_JWT_INVALID', 'as in a test', { cause: 1 });
    assert.deepEqual(
      [error.code, error.message, error.cause],
      ['ERR_JWT_INVALID', 'as in a test', 1],
    );
    const claim = new lib.JwtClaimError('ERR_JWT_EXPIRED', 'as in a test', {
      claim: 'exp',
      reason: 'check_failed',
      actual: 1,
    });
    assert.ok(claim instanceof lib.JoseError);
    assert.deepEqual([claim.claim, claim.reason, claim.actual], ['exp', 'check_failed', 1]);
  });
}
