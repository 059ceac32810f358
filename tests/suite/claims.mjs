// Validation of the claims set: RFC 7519 §4.1, and RFC 8725 on what has gone wrong with it.

const NOW = 1_700_000_000;
const FAILED = 'ERR_JWT_CLAIM_VALIDATION_FAILED';
const EXPIRED = 'ERR_JWT_EXPIRED';
const NOT_YET = 'ERR_JWT_NOT_YET_VALID';

export default function ({ test, assert, lib, sign, key, rejects }) {
  const at = (seconds) => ({ currentDate: new Date(seconds * 1000) });
  const verify = (payload, options = {}) =>
    lib.verify(sign(payload), key, { ...at(NOW), ...options }).payload;
  const accepts = (payload, options) => assert.ok(verify(payload, options));
  const refuses = (code, payload, options, about) =>
    rejects(() => verify(payload, options), code, about);
  const valid = { exp: NOW + 60 };

  test('exp is required unless the caller says otherwise', () => {
    refuses(FAILED, {}, {}, { claim: 'exp', reason: 'missing' });
    refuses(FAILED, { sub: 'a' }, {}, { claim: 'exp', reason: 'missing' });
    accepts({}, { requiredClaims: [] });
    accepts({ sub: 'a' }, { requiredClaims: ['sub'] });
  });

  test('exp: the token is over at that second, not after it (RFC 7519 §4.1.4)', () => {
    accepts({ exp: NOW + 1 });
    accepts({ exp: NOW + 0.5 });
    refuses(EXPIRED, { exp: NOW }, {}, { claim: 'exp', reason: 'check_failed', actual: NOW });
    refuses(EXPIRED, { exp: NOW - 1 });
    refuses(EXPIRED, { exp: NOW + 1 }, at(NOW + 1));
    accepts({ exp: NOW + 1 }, at(NOW + 0.999));
  });

  test('exp is checked even where it is not required', () => {
    refuses(EXPIRED, { exp: NOW - 1 }, { requiredClaims: [] });
  });

  test('nbf: the token begins at that second (RFC 7519 §4.1.5)', () => {
    accepts({ ...valid, nbf: NOW });
    accepts({ ...valid, nbf: 0 });
    refuses(
      NOT_YET,
      { ...valid, nbf: NOW + 1 },
      {},
      {
        claim: 'nbf',
        reason: 'check_failed',
        actual: NOW + 1,
      },
    );
    refuses(NOT_YET, { ...valid, nbf: NOW + 0.5 });
    refuses(NOT_YET, '{"exp":1e300,"nbf":1e299}');
  });

  test('clockTolerance shifts both ends, in seconds or in words', () => {
    for (const clockTolerance of [5, '5s', 5.0]) {
      accepts({ exp: NOW - 4 }, { clockTolerance });
      refuses(EXPIRED, { exp: NOW - 5 }, { clockTolerance });
      accepts({ ...valid, nbf: NOW + 5 }, { clockTolerance });
      refuses(NOT_YET, { ...valid, nbf: NOW + 6 }, { clockTolerance });
    }
    accepts({ exp: NOW - 119 }, { clockTolerance: '2m' });
    refuses(EXPIRED, { exp: NOW - 120 }, { clockTolerance: '2m' });
    accepts({ exp: NOW - 3599 }, { clockTolerance: '1h' });
    accepts({ ...valid, iat: NOW - 86_400 }, { maxTokenAge: '1d' });
    refuses(EXPIRED, { exp: NOW - 1 }, { clockTolerance: 0 });
  });

  test('strings compare by their characters: composed and decomposed accents differ', () => {
    refuses(FAILED, { ...valid, iss: 'caf\u00e9' }, { issuer: 'cafe\u0301' });
    accepts({ ...valid, iss: 'caf\u00e9 🗝' }, { issuer: 'caf\u00e9 🗝' });
    accepts(`{"exp":${NOW + 60},"iss":"\\u0063af\\u00e9"}`, { issuer: 'caf\u00e9' });
  });

  test('requiredClaims names any claim; null is a value, absence is not', () => {
    const requiredClaims = ['exp', 'sub', 'tenant'];
    accepts({ ...valid, sub: 'a', tenant: null }, { requiredClaims });
    refuses(
      FAILED,
      { ...valid, sub: 'a' },
      { requiredClaims },
      { claim: 'tenant', reason: 'missing' },
    );
    refuses(
      FAILED,
      { ...valid, tenant: 1 },
      { requiredClaims },
      { claim: 'sub', reason: 'missing' },
    );
    refuses(
      FAILED,
      valid,
      { requiredClaims: ['constructor'] },
      { claim: 'constructor', reason: 'missing' },
    );
    refuses(
      FAILED,
      valid,
      { requiredClaims: ['__proto__'] },
      { claim: '__proto__', reason: 'missing' },
    );
  });

  test('maxTokenAge counts from iat, and makes it required', () => {
    for (const maxTokenAge of [600, '600s', '10m']) {
      accepts({ ...valid, iat: NOW - 599 }, { maxTokenAge });
      refuses(
        EXPIRED,
        { ...valid, iat: NOW - 601 },
        { maxTokenAge },
        { claim: 'iat', reason: 'check_failed' },
      );
      refuses(FAILED, valid, { maxTokenAge }, { claim: 'iat', reason: 'missing' });
      refuses(
        FAILED,
        { ...valid, iat: NOW + 1 },
        { maxTokenAge },
        { claim: 'iat', reason: 'check_failed' },
      );
      accepts({ ...valid, iat: NOW - 605 }, { maxTokenAge, clockTolerance: 10 });
      accepts({ ...valid, iat: NOW + 5 }, { maxTokenAge, clockTolerance: 10 });
    }
    accepts({ ...valid, iat: NOW - 86_000 }, { maxTokenAge: '1d' });
    accepts({ ...valid, iat: 0 });
  });

  test('currentDate is a valid Date', () => {
    for (const currentDate of [
      NOW,
      String(NOW),
      new Date(Number.NaN),
      null,
      undefined,
      {},
      { getTime: () => NOW },
      new Date(-1),
    ]) {
      refuses('ERR_API_MISUSE', valid, { currentDate });
    }
    refuses(EXPIRED, valid, { currentDate: new Date(8.64e15) });
    accepts({ exp: 1 }, { currentDate: new Date(0) });
  });

  test('the system clock is used where no date is given', () => {
    const now = Date.now() / 1000;
    assert.ok(lib.verify(sign({ exp: now + 60 }), key));
    rejects(() => lib.verify(sign({ exp: now - 60 }), key), EXPIRED);
    rejects(() => lib.verify(sign({ exp: now + 60, nbf: now + 30 }), key), NOT_YET);
  });

  test('nothing is said about claims before the signature held', () => {
    const token = sign({ exp: 1, iss: 'canary-issuer', aud: 'canary-audience' });
    const changed = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BA' : 'AA'}`;
    const options = { issuer: 'https://issuer.example', audience: 'api' };
    rejects(() => lib.verify(changed, key, options), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', {
      token: changed,
    });
  });

  test('claims that nobody asked about pass through untouched', () => {
    const payload = { ...valid, azp: 1, scope: null, iss: 'x', roles: [], exp_: 'never', EXP: 'x' };
    assert.deepEqual(verify(payload), payload);
  });
}
