// inspect: every check at once, and never an exception.

import { encode } from './support/base64url.mjs';
import { withSegment } from './support/tokens.mjs';
import { thrownBy } from './support/rejection.mjs';

const NAMES = [
  'form',
  'crit',
  'algorithm',
  'key',
  'signature',
  'payload',
  'typ',
  'header',
  'required',
  'iss',
  'sub',
  'aud',
  'jti',
  'nonce',
  'iat',
  'nbf',
  'exp',
  'max_token_age',
  'max_lifetime',
  'reject_before',
  'auth_time',
  'acr',
  'scopes',
  'roles',
  'claims',
];

export default function ({ test, assert, lib, fixtures, algorithm, claims, sign, key, goodToken }) {
  const failedOf = ({ checks }) => checks.filter(({ status }) => status === 'failed');
  const statusOf = ({ checks }, name) => checks.find((check) => check.name === name)?.status;
  const codeOf = (action) => thrownBy(action)?.code;

  test('a good token passes, with its header and payload', () => {
    for (const { alg, jwk, tokens } of fixtures.algorithms) {
      for (const { by, token } of tokens) {
        const inspection = lib.inspect(token, lib.importKey(jwk));
        assert.equal(inspection.valid, true, `${alg} by ${by}`);
        assert.deepEqual(failedOf(inspection), []);
        assert.deepEqual(inspection.payload, claims);
        assert.deepEqual(inspection.protectedHeader, { alg, typ: 'JWT', kid: `key-${alg}` });
      }
    }
  });

  test('every check is listed once, in the order in which verify makes them', () => {
    for (const token of [goodToken, sign({ exp: 1 }), sign({}, { alg: 'none' })]) {
      const { checks } = lib.inspect(token, key);
      assert.deepEqual(
        checks.map(({ name }) => name),
        NAMES,
      );
      for (const { status } of checks) assert.ok(['passed', 'failed', 'skipped'].includes(status));
    }
  });

  test('where a token cannot be read, the list ends there', () => {
    for (const token of ['a.b', '', '*.*.*', 'x'.repeat(300_000)]) {
      assert.deepEqual(
        lib.inspect(token, key).checks.map(({ name, status }) => [name, status]),
        [['form', 'failed']],
      );
    }
    assert.equal(lib.inspect(sign('[]'), key).checks.at(-1).name, 'payload');
  });

  test('a check that failed says its code and message, and others do not', () => {
    const inspection = lib.inspect(sign({ exp: 1, aud: 'web' }), key, {
      audience: 'api',
      issuer: 'a',
    });
    for (const { status, code, message } of inspection.checks) {
      assert.equal(code !== undefined, status === 'failed');
      assert.equal(message !== undefined, status === 'failed');
    }
  });

  test('all failures are told, not the first alone', () => {
    const token = sign({ exp: 1000, nbf: 9999999999, aud: 'web', iss: 'a', sub: 'b' });
    const options = { audience: 'api', issuer: 'c', subject: 'd', jwtId: 'e', typ: 'at+jwt' };
    const inspection = lib.inspect(token, key, options);
    assert.equal(inspection.valid, false);
    const failed = Object.fromEntries(failedOf(inspection).map((check) => [check.name, check]));
    assert.deepEqual(Object.keys(failed).sort(), ['aud', 'exp', 'iss', 'jti', 'nbf', 'sub', 'typ']);
    assert.equal(failed.exp.code, 'ERR_JWT_EXPIRED');
    assert.equal(failed.nbf.code, 'ERR_JWT_NOT_YET_VALID');
    assert.equal(failed.aud.code, 'ERR_JWT_CLAIM_VALIDATION_FAILED');
    assert.deepEqual([failed.iss.expected, failed.iss.actual], ['c', 'a']);
    assert.deepEqual([failed.aud.expected, failed.aud.actual], ['api', 'web']);
    assert.equal(failed.jti.reason, 'missing');
  });

  test('claims are told where the signature does not hold, and valid is false', () => {
    const token = withSegment(sign({ exp: 1 }), 'signature', () => encode(new Uint8Array(32)));
    const inspection = lib.inspect(token, key);
    assert.equal(inspection.valid, false);
    assert.equal(statusOf(inspection, 'signature'), 'failed');
    assert.equal(statusOf(inspection, 'exp'), 'failed');
    assert.deepEqual(inspection.payload, { exp: 1 });
  });

  test('without a key the rest is told, and valid is false', () => {
    const inspection = lib.inspect(goodToken);
    assert.equal(inspection.valid, false);
    assert.equal(statusOf(inspection, 'signature'), 'skipped');
    assert.equal(statusOf(inspection, 'exp'), 'passed');
    assert.deepEqual(inspection.payload, claims);
    assert.equal(
      lib.inspect(goodToken, undefined, { issuer: 'x' }).checks.find(({ name }) => name === 'iss')
        .status,
      'failed',
    );
  });

  test('with a key set, the key is chosen as verify chooses it', () => {
    const keys = fixtures.algorithms.filter(({ pem }) => pem).map(({ jwk }) => jwk);
    const set = lib.importJwkSet({ keys });
    assert.equal(lib.inspect(algorithm('PS384').tokens[0].token, set).valid, true);
    const inspection = lib.inspect(goodToken, set);
    assert.equal(inspection.valid, false);
    assert.equal(failedOf(inspection)[0].code, 'ERR_JWKS_NO_MATCHING_KEY');
  });

  test('inspect and verify agree: the first failure is what verify throws', () => {
    const date = { currentDate: new Date(1_700_000_000_000) };
    const cases = [
      [goodToken, {}],
      [goodToken, { algorithms: ['HS512'] }],
      [goodToken, { issuer: 'x' }],
      [goodToken, { limits: { tokenLength: 10 } }],
      [sign({ exp: 1 }), {}],
      [sign({}), {}],
      [sign({ exp: 'x' }), {}],
      [sign({ exp: 1_800_000_000, nbf: 1_750_000_000 }), date],
      [sign({ exp: 1_800_000_000, iat: 1_600_000_000 }), { ...date, maxTokenAge: '1d' }],
      [sign({ exp: 9999999999, aud: 'a' }), {}],
      [sign('[]'), {}],
      [sign('{"exp":1,"exp":2}'), {}],
      [sign(claims, { alg: 'none' }), {}],
      [sign(claims, { alg: 'HS256', crit: ['x'], x: 1 }), {}],
      [sign(claims, { alg: 'HS256', crit: [] }), {}],
      [sign(claims, { alg: 'HS256', b64: false }), {}],
      [sign(claims, {}), {}],
      [sign(claims, { alg: 'RS256' }), {}],
      [withSegment(goodToken, 'signature', () => 'AA'), {}],
      [withSegment(goodToken, 'payload', () => 'A'), {}],
      ['', {}],
      ['a.b.c.d.e', {}],
      [goodToken.slice(0, -1), {}],
    ];
    for (const [token, options] of cases) {
      const expected = codeOf(() => lib.verify(token, key, options));
      const inspection = lib.inspect(token, key, options);
      const described = JSON.stringify([expected, options, failedOf(inspection)]);
      assert.equal(inspection.valid, expected === undefined, described);
      assert.ok(
        failedOf(inspection).some(({ code }) => code === expected) || inspection.valid,
        described,
      );
    }
  });

  test('never throws: arguments that are wrong are a failed check like any other', () => {
    const set = lib.importJwkSet({ keys: [] });
    const throwing = {
      get issuer() {
        throw new Error('canary');
      },
    };
    const calls = [
      () => lib.inspect(undefined),
      () => lib.inspect(1, key),
      () => lib.inspect(goodToken, 'key'),
      () => lib.inspect(goodToken, null),
      () => lib.inspect(goodToken, {}),
      () => lib.inspect(goodToken, key, null),
      () => lib.inspect(goodToken, key, { audiance: 'x' }),
      () => lib.inspect(goodToken, key, { issuer: 1 }),
      () => lib.inspect(goodToken, key, { currentDate: new Date(Number.NaN) }),
      () => lib.inspect(goodToken, set, { clockTolerance: -1 }),
      () => lib.inspect(goodToken, key, throwing),
      () => lib.inspect(goodToken, undefined, { algorithms: ['none'] }),
    ];
    for (const call of calls) {
      const { valid, checks, ...rest } = call();
      assert.equal(valid, false);
      assert.deepEqual(
        checks.map(({ name, status, code }) => [name, status, code]),
        [['options', 'failed', 'ERR_API_MISUSE']],
      );
      assert.ok(!checks[0].message.includes('canary'));
      assert.deepEqual(rest, { findings: [], segments: [] });
    }
  });

  test('what could be read of a broken token is shown', () => {
    const { protectedHeader, payload } = lib.inspect(
      `${goodToken.split('.')[0]}.${encode('[]')}.AA`,
      key,
    );
    assert.deepEqual(protectedHeader, { alg: 'HS256', typ: 'JWT' });
    assert.equal(payload, undefined);
  });
}
