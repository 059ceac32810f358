// Validation of the claims set: RFC 7519 §4.1, and RFC 8725 on what has gone wrong with it.

const NOW = 1_700_000_000;
const FAILED = 'ERR_JWT_CLAIM_VALIDATION_FAILED';
const EXPIRED = 'ERR_JWT_EXPIRED';
const NOT_YET = 'ERR_JWT_NOT_YET_VALID';

/** JSON values that are not a NumericDate. */
const NOT_DATES = [
  '"9999999999"',
  '"1"',
  '"never"',
  '""',
  'null',
  'true',
  'false',
  '[]',
  '[9999999999]',
  '{}',
  '-1',
  '-0.5',
  '-1e300',
];
/** JSON values that are not a string. */
const NOT_STRINGS = ['1', '0', 'null', 'true', 'false', '[]', '["a"]', '{}', '{"a":"b"}'];

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
    refuses(EXPIRED, { exp: 0 });
    refuses(EXPIRED, '{"exp":-0}');
    refuses(EXPIRED, { exp: NOW + 1 }, at(NOW + 1));
    accepts({ exp: NOW + 1 }, at(NOW + 0.999));
  });

  test('exp far away and with a fraction is fine; milliseconds are merely far away', () => {
    for (const exp of ['9007199254740993', '1e15', '1700000000000', '1.7e300', '1700000000.75']) {
      accepts(`{"exp":${exp}}`);
    }
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
    accepts({ exp: NOW - 86_399 }, { clockTolerance: '1d' });
    refuses(EXPIRED, { exp: NOW - 1 }, { clockTolerance: 0 });
  });

  for (const claim of ['exp', 'nbf', 'iat']) {
    test(`${claim} is a number of seconds or the token is refused, asked for or not`, () => {
      for (const value of NOT_DATES) {
        const others = claim === 'exp' ? '' : `"exp":${NOW + 60},`;
        const payload = `{${others}"${claim}":${value}}`;
        for (const options of [{}, { requiredClaims: [] }, { requiredClaims: [claim] }]) {
          refuses(FAILED, payload, options, { claim, reason: 'invalid' });
        }
      }
      refuses('ERR_JWT_INVALID', `{"exp":1e300,"a":1e400}`);
    });
  }

  for (const claim of ['iss', 'sub', 'jti']) {
    test(`${claim} is a string or the token is refused, asked for or not`, () => {
      for (const value of NOT_STRINGS) {
        refuses(
          FAILED,
          `{"exp":${NOW + 60},"${claim}":${value}}`,
          {},
          { claim, reason: 'invalid' },
        );
      }
    });
  }

  test('iss equals the expected issuer, or one of them', () => {
    const issuer = 'https://issuer.example';
    accepts({ ...valid, iss: issuer }, { issuer });
    accepts({ ...valid, iss: issuer }, { issuer: ['https://other.example', issuer] });
    refuses(FAILED, valid, { issuer }, { claim: 'iss', reason: 'missing' });
    for (const iss of [
      'https://issuer.example/',
      'https://issuer.exampl',
      'https://issuer.example.attacker.example',
      'HTTPS://issuer.example',
      'issuer.example',
      ' https://issuer.example',
      '',
    ]) {
      const about = { claim: 'iss', reason: 'mismatch', expected: issuer, actual: iss };
      refuses(FAILED, { ...valid, iss }, { issuer }, about);
    }
    refuses(FAILED, { ...valid, iss: issuer }, { issuer: 'https://issuer.example/tenant' });
    refuses(
      FAILED,
      { ...valid, iss: issuer },
      { issuer: ['https://a.example', 'https://b.example'] },
    );
  });

  test('strings compare by their characters: composed and decomposed accents differ', () => {
    refuses(FAILED, { ...valid, iss: 'caf\u00e9' }, { issuer: 'cafe\u0301' });
    accepts({ ...valid, iss: 'caf\u00e9 🗝' }, { issuer: 'caf\u00e9 🗝' });
    accepts(`{"exp":${NOW + 60},"iss":"\\u0063af\\u00e9"}`, { issuer: 'caf\u00e9' });
  });

  test('a token for an audience needs a verifier that says who it is (RFC 7519 §4.1.3)', () => {
    const about = { claim: 'aud', reason: 'check_failed' };
    refuses(FAILED, { ...valid, aud: 'api' }, {}, about);
    refuses(FAILED, { ...valid, aud: ['api'] }, {}, about);
    accepts({ ...valid, aud: 'api' }, { audience: null });
    accepts({ ...valid, aud: ['api', 'web'] }, { audience: null });
    accepts(valid, { audience: null });
  });

  test('aud names the verifier, alone or among others', () => {
    for (const audience of ['api', ['api'], ['web', 'api']]) {
      accepts({ ...valid, aud: 'api' }, { audience });
      accepts({ ...valid, aud: ['api'] }, { audience });
      accepts({ ...valid, aud: ['other', 'api'] }, { audience });
      refuses(FAILED, valid, { audience }, { claim: 'aud', reason: 'missing' });
    }
    for (const aud of [
      'API',
      'api ',
      'ap',
      'apis',
      '',
      'https://api',
      [],
      ['ap'],
      ['web', ''],
      'a,api',
    ]) {
      refuses(
        FAILED,
        { ...valid, aud },
        { audience: 'api' },
        {
          claim: 'aud',
          reason: 'mismatch',
          expected: 'api',
          actual: aud,
        },
      );
    }
  });

  test('aud is a string or an array of strings, whoever asks', () => {
    for (const aud of [
      '1',
      'null',
      'true',
      '{}',
      '{"api":1}',
      '[1]',
      '["api",1]',
      '[["api"]]',
      '["api",null]',
    ]) {
      for (const options of [{}, { audience: 'api' }, { audience: null }]) {
        refuses(FAILED, `{"exp":${NOW + 60},"aud":${aud}}`, options, {
          claim: 'aud',
          reason: 'invalid',
        });
      }
    }
  });

  for (const [option, claim] of [
    ['subject', 'sub'],
    ['jwtId', 'jti'],
    ['nonce', 'nonce'],
  ]) {
    test(`${claim} equals the option ${option}`, () => {
      accepts({ ...valid, [claim]: 'a-1' }, { [option]: 'a-1' });
      refuses(FAILED, valid, { [option]: 'a-1' }, { claim, reason: 'missing' });
      for (const value of ['a-2', 'A-1', 'a-1 ', 'a-', '']) {
        const about = { claim, reason: 'mismatch', expected: 'a-1', actual: value };
        refuses(FAILED, { ...valid, [claim]: value }, { [option]: 'a-1' }, about);
      }
      refuses(
        FAILED,
        { ...valid, [claim]: ['a-1'] },
        { [option]: 'a-1' },
        { claim, reason: 'invalid' },
      );
      refuses(FAILED, { ...valid, [claim]: 1 }, { [option]: '1' }, { claim, reason: 'invalid' });
    });
  }

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

  test('times in options are non-negative and finite, or in words that are understood', () => {
    for (const time of [
      -1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '',
      's',
      '-5s',
      '5 s s',
      '5x',
      'soon',
      '1e3s',
      null,
      {},
      [],
      true,
    ]) {
      refuses('ERR_API_MISUSE', valid, { clockTolerance: time });
      refuses('ERR_API_MISUSE', { ...valid, iat: NOW }, { maxTokenAge: time });
    }
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
