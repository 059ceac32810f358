// What a claim may be, cell by cell: RFC 7519 §2 (NumericDate) and §4.1. The values are those with
// which one library or another was made to skip a check, or to accept another's token.

const NOW = 1_700_000_000;
const ACCEPTED = 'accepted';
const FAILED = 'ERR_JWT_CLAIM_VALIDATION_FAILED';
const EXPIRED = 'ERR_JWT_EXPIRED';
const NOT_YET = 'ERR_JWT_NOT_YET_VALID';
const MALFORMED = 'ERR_JWT_INVALID';
const MISUSE = 'ERR_API_MISUSE';

const notADate = { exp: FAILED, nbf: FAILED, iat: FAILED };
const notAPayload = { exp: MALFORMED, nbf: MALFORMED, iat: MALFORMED };
const past = { exp: EXPIRED, nbf: ACCEPTED, iat: ACCEPTED };
const future = { exp: ACCEPTED, nbf: NOT_YET, iat: ACCEPTED };

/** What becomes of a token whose exp, nbf or iat is this JSON text. */
const DATES = {
  '"9999999999"': notADate,
  '"1700000060"': notADate,
  '"1"': notADate,
  '"never"': notADate,
  '""': notADate,
  null: notADate,
  true: notADate,
  false: notADate,
  '[]': notADate,
  '[9999999999]': notADate,
  '{}': notADate,
  // RFC 7519 §2: seconds from the epoch, in either direction.
  '-1': past,
  '-0.5': past,
  '-1e300': past,
  // Beyond the largest double: JSON.parse would read Infinity.
  '1e400': notAPayload,
  '-1e400': notAPayload,
  '1e309': notAPayload,
  0: past,
  '-0': past,
  1: past,
  1.5: past,
  1699999999.999: past,
  1700000000.75: future,
  12345678901234567: future,
  9007199254740992: future,
  '9007199254740993': future,
  '9223372036854775808': future,
  '18446744073709551616': future,
  '1.7e300': future,
  // Milliseconds for seconds: merely far away.
  1700000060000: future,
};

/** JSON texts that are no string. */
const NOT_STRINGS = ['1', '0', 'null', 'true', 'false', '[]', '["a-1"]', '{}', '{"a-1":"a-1"}'];

/** JSON texts that are neither a string nor an array of strings. */
const NOT_AUDIENCES = [
  '1',
  '0',
  'null',
  'true',
  'false',
  '{}',
  '{"api":1}',
  '{"0":"api"}',
  '[1]',
  '["api",1]',
  '["api",null]',
  '[["api"]]',
  '[["api"],"api"]',
  '[{}]',
  '[true]',
];

const aud = {
  /** Every token that names nobody else's verifier. */
  ours: ['"api"', '["api"]', '["other","api"]', '["api","api"]'],
  others: [
    '"API"',
    '"api "',
    '" api"',
    '"ap"',
    '"apis"',
    '"a,api"',
    '"api other"',
    '"https://api"',
    '""',
    '[]',
    '[""]',
    '["ap"]',
    '["web2",""]',
    '["a","p","i"]',
    '"\\u0430pi"',
  ],
};

export default function ({ test, assert, lib, sign, key, rejects }) {
  const options = (more) => ({ currentDate: new Date(NOW * 1000), ...more });
  /** Holds one cell of a table to what is expected in it. */
  const cell = (expected, payload, more, about) => {
    const verify = () => lib.verify(sign(payload), key, options(more));
    if (expected === ACCEPTED) assert.ok(verify(), `${payload} with ${JSON.stringify(more)}`);
    else rejects(verify, expected, about);
  };
  const valid = `"exp":${NOW + 60}`;
  const withClaim = (claim, value) => `{${valid},"${claim}":${value}}`;

  for (const [value, codes] of Object.entries(DATES)) {
    test(`exp, nbf and iat of ${value}: the same whether required or not asked for`, () => {
      for (const [claim, code] of Object.entries(codes)) {
        const payload = claim === 'exp' ? `{"exp":${value}}` : withClaim(claim, value);
        const about = code === FAILED ? { claim, reason: 'invalid' } : undefined;
        for (const requiredClaims of [[claim], []]) cell(code, payload, { requiredClaims }, about);
      }
    });
  }

  test('exp, nbf and iat left out: refused where required, and only there', () => {
    for (const claim of ['exp', 'nbf', 'iat']) {
      const about = { claim, reason: 'missing' };
      cell(FAILED, '{}', { requiredClaims: [claim] }, about);
      cell(ACCEPTED, '{}', { requiredClaims: [] });
    }
    cell(FAILED, '{}', {}, { claim: 'exp', reason: 'missing' });
  });

  test('a NumericDate that an option looks at is held to its type as well', () => {
    for (const [value, codes] of Object.entries(DATES)) {
      if (codes !== notADate) continue;
      for (const option of [{ maxTokenAge: '1d' }, { maxLifetime: '1d' }, { rejectBefore: 1 }]) {
        cell(FAILED, withClaim('iat', value), option, { claim: 'iat', reason: 'invalid' });
      }
    }
  });

  for (const [option, claim] of [
    ['issuer', 'iss'],
    ['subject', 'sub'],
    ['jwtId', 'jti'],
    ['nonce', 'nonce'],
  ]) {
    test(`${claim} that is no string is refused, required, expected or not asked for`, () => {
      for (const value of NOT_STRINGS) {
        const about = { claim, reason: 'invalid' };
        const payload = withClaim(claim, value);
        cell(FAILED, payload, { [option]: 'a-1' }, about);
        cell(FAILED, payload, { [option]: '1' }, about);
        // Only OpenID Connect gives `nonce` a meaning, and a type with it.
        const unasked = claim === 'nonce' ? ACCEPTED : FAILED;
        for (const requiredClaims of [[claim], []]) {
          cell(unasked, payload, { requiredClaims }, unasked === FAILED ? about : undefined);
        }
      }
    });

    test(`${claim} equals the option ${option}: nothing shorter, longer or merely alike`, () => {
      cell(ACCEPTED, withClaim(claim, '"a-1"'), { [option]: 'a-1' });
      cell(ACCEPTED, withClaim(claim, '"\\u0061-1"'), { [option]: 'a-1' });
      cell(FAILED, `{${valid}}`, { [option]: 'a-1' }, { claim, reason: 'missing' });
      for (const value of [
        'a-2',
        'A-1',
        'a-1 ',
        ' a-1',
        'a-',
        '-1',
        'a-1a-1',
        'a-1,b',
        '',
        '.*',
        'a.1',
        '\u0430-1',
        'a\u20101',
        'a-1\0',
        'a-\uff11',
      ]) {
        const about = { claim, reason: 'mismatch', expected: 'a-1', actual: value };
        cell(FAILED, withClaim(claim, JSON.stringify(value)), { [option]: 'a-1' }, about);
      }
    });
  }

  test('iss is one of several issuers, or none of them', () => {
    const issuer = ['https://a.example', 'https://b.example'];
    for (const iss of issuer) cell(ACCEPTED, withClaim('iss', JSON.stringify(iss)), { issuer });
    for (const iss of ['https://a.example/', 'https://c.example', 'a.example', issuer.join()]) {
      const about = { claim: 'iss', reason: 'mismatch', expected: issuer, actual: iss };
      cell(FAILED, withClaim('iss', JSON.stringify(iss)), { issuer }, about);
    }
  });

  test('iss: URLs that mean the same are not the same issuer', () => {
    const issuer = 'https://issuer.example';
    for (const iss of [
      'https://issuer.example/',
      'https://issuer.exampl',
      'https://issuer.example.attacker.example',
      'https://issuer.example:443',
      'https://user@issuer.example',
      'HTTPS://issuer.example',
      'https://ISSUER.example',
      'issuer.example',
    ]) {
      const about = { claim: 'iss', reason: 'mismatch', expected: issuer, actual: iss };
      cell(FAILED, withClaim('iss', JSON.stringify(iss)), { issuer }, about);
    }
    cell(FAILED, withClaim('iss', `"${issuer}"`), { issuer: `${issuer}/tenant` });
  });

  test('acceptLooseTypes takes digits for strings and null for nothing, and leaves times alone', () => {
    const loose = { acceptLooseTypes: true };
    for (const [claim, option] of [
      ['iss', 'issuer'],
      ['sub', 'subject'],
      ['jti', 'jwtId'],
    ]) {
      cell(FAILED, withClaim(claim, 42), {}, { claim, reason: 'invalid' });
      cell(ACCEPTED, withClaim(claim, 42), { ...loose });
      cell(ACCEPTED, withClaim(claim, 42), { ...loose, [option]: '42' });
      cell(
        FAILED,
        withClaim(claim, 42),
        { ...loose, [option]: '43' },
        { claim, reason: 'mismatch' },
      );
      cell(ACCEPTED, withClaim(claim, null), loose);
      cell(
        FAILED,
        withClaim(claim, null),
        { ...loose, [option]: 'null' },
        { claim, reason: 'missing' },
      );
      for (const value of ['true', '[42]', '{}']) {
        cell(FAILED, withClaim(claim, value), loose, { claim, reason: 'invalid' });
      }
    }
    cell(ACCEPTED, withClaim('aud', '["a",7]'), { ...loose, audience: '7' });
    cell(FAILED, withClaim('aud', 7), loose, { claim: 'aud', reason: 'check_failed' });
    cell(FAILED, withClaim('aud', null), { ...loose, audience: 'api' }, { claim: 'aud' });
    cell(ACCEPTED, withClaim('nbf', null), loose);
    cell(FAILED, '{"exp":null}', loose, { claim: 'exp', reason: 'missing' });
    cell(FAILED, '{"exp":"9999999999"}', loose, { claim: 'exp', reason: 'invalid' });
    const { payload } = lib.verify(sign(withClaim('sub', 42)), key, options(loose));
    assert.equal(payload.sub, 42, 'what the token says');
    for (const value of [1, 'true', null, undefined]) {
      cell(MISUSE, withClaim('sub', 42), { acceptLooseTypes: value });
    }
  });

  const ourselves = ['api', ['api'], ['web', 'api']];

  test('aud that names the verifier, alone or among others, is accepted', () => {
    for (const value of aud.ours) {
      for (const audience of ourselves) cell(ACCEPTED, withClaim('aud', value), { audience });
      const audience = ['web', 'x'];
      const about = { claim: 'aud', reason: 'mismatch', expected: audience };
      cell(FAILED, withClaim('aud', value), { audience }, about);
    }
  });

  test('aud that names others, nobody, or the verifier in other letters is refused', () => {
    for (const value of aud.others) {
      for (const audience of ourselves) {
        const actual = JSON.parse(value);
        const about = { claim: 'aud', reason: 'mismatch', actual };
        cell(FAILED, withClaim('aud', value), { audience }, about);
      }
    }
  });

  test('aud needs a verifier that says who it is, or null on purpose (RFC 7519 §4.1.3)', () => {
    for (const value of [...aud.ours, ...aud.others]) {
      cell(FAILED, withClaim('aud', value), {}, { claim: 'aud', reason: 'check_failed' });
      cell(ACCEPTED, withClaim('aud', value), { audience: null });
    }
  });

  test('aud that is neither a string nor an array of strings is refused, whoever asks', () => {
    for (const value of NOT_AUDIENCES) {
      for (const more of [...ourselves.map((audience) => ({ audience })), { audience: null }, {}]) {
        cell(FAILED, withClaim('aud', value), more, { claim: 'aud', reason: 'invalid' });
      }
    }
  });

  test('aud left out: refused where one is expected, and only there', () => {
    for (const audience of ourselves) {
      cell(FAILED, `{${valid}}`, { audience }, { claim: 'aud', reason: 'missing' });
    }
    cell(ACCEPTED, `{${valid}}`, { audience: null });
    cell(ACCEPTED, `{${valid}}`, {});
  });

  test('an expectation that would match nothing, or anything, is a mistake', () => {
    for (const value of ['', [], [''], ['api', ''], undefined]) {
      for (const name of ['audience', 'issuer']) cell(MISUSE, `{${valid}}`, { [name]: value });
    }
    for (const name of ['subject', 'jwtId', 'nonce', 'typ']) {
      for (const value of ['', undefined]) cell(MISUSE, `{${valid}}`, { [name]: value });
    }
  });

  test('strings are compared, never matched: no regular expression is taken', () => {
    const names = ['issuer', 'audience', 'subject', 'jwtId', 'nonce', 'typ'];
    for (const name of names) {
      for (const pattern of [/a/, /a/g, /a/y, /^(a+)+$/]) {
        cell(MISUSE, `{${valid}}`, { [name]: pattern });
        cell(MISUSE, `{${valid}}`, { [name]: [pattern] });
      }
    }
    cell(MISUSE, `{${valid}}`, { requiredScopes: /a/ });
    cell(MISUSE, `{${valid}}`, { requiredRoles: { path: /a/, any: 'a' } });
  });

  test('times in options are non-negative and finite, or in words that are understood', () => {
    const payload = `{${valid},"iat":${NOW}}`;
    const notANumber = [Number.NaN, Infinity, -Infinity, -1, -0.001];
    const notWords = ['', 's', '-5s', '5 s s', '5x', 'soon', '1e3s', 'NaN', 'Infinity', '1e999s'];
    for (const value of [...notANumber, ...notWords, null, undefined, {}, [], [5], true]) {
      for (const name of ['clockTolerance', 'maxTokenAge', 'maxLifetime']) {
        cell(MISUSE, payload, { [name]: value });
      }
      cell(MISUSE, payload, { rejectBefore: value });
      for (const limit of ['tokenLength', 'headerLength', 'jsonDepth']) {
        cell(MISUSE, payload, { limits: { [limit]: value } });
      }
    }
    for (const date of [Number.NaN, Infinity, -1]) {
      cell(MISUSE, payload, { currentDate: new Date(date) });
      cell(MISUSE, payload, { rejectBefore: new Date(date) });
    }
  });
}
