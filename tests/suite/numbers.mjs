// Every number and every length of time in options: what is taken, and where that ends. A mistaken unit, a
// division by zero or a text must not quietly become a check that checks nothing.

import { DURATIONS, NO_DURATIONS } from './support/durations.mjs';

const HOUR = 3600;
const DAY = 24 * HOUR;
const CENTURY = 36_500 * DAY;
/** The end of the year 9999. */
const LATEST = 253_402_300_799;
const MILLION = 1_000_000;

export default function ({ test, assert, lib, key, goodToken, algorithm, secret }) {
  const count = (most, call) => ({ least: 1, most, isWhole: true, call });
  const length = (least, most, call) => ({ least, most, units: true, call });
  const time = (call) => ({ least: 0, most: LATEST, call });
  const limits = (call) => ({
    tokenLength: count(16_777_216, (tokenLength) => call({ limits: { tokenLength } })),
    headerLength: count(1_048_576, (headerLength) => call({ limits: { headerLength } })),
    jsonDepth: count(100, (jsonDepth) => call({ limits: { jsonDepth } })),
  });
  const rules = (call) => ({
    ...limits(call),
    clockTolerance: length(0, HOUR, (clockTolerance) => call({ clockTolerance })),
    maxTokenAge: length(0, CENTURY, (maxTokenAge) => call({ maxTokenAge })),
    maxLifetime: length(0, CENTURY, (maxLifetime) => call({ maxLifetime })),
    maxAuthenticationAge: length(0, CENTURY, (maxAuthenticationAge) =>
      call({ maxAuthenticationAge }),
    ),
    rejectBefore: time((rejectBefore) => call({ rejectBefore })),
  });
  const jwks = { keys: [algorithm('ES256').jwk] };
  const remote = (options) => lib.createRemoteJwkSet('https://issuer.example/jwks', options);
  const verifierWith = (cache) => lib.createVerifier({ keys: key, cache });
  const signingKey = lazily(() => lib.importSigningKey(secret, 'HS256'));
  const account = lazily(() =>
    lib.importServiceAccount({
      type: 'service_account',
      private_key_id: '1',
      private_key: algorithm('RS256').otherForms['PKCS#8'].pem,
      client_email: 'robot@issuer.example',
      token_uri: 'https://issuer.example/token',
    }),
  );
  const proof = (options) =>
    lib.verifyDpopProof('e30.e30.', { method: 'GET', url: 'https://api.example/', ...options });
  const denylist = lib.createDenylist();
  const restored = (entry) =>
    lib.createDenylist().restore({ version: 1, entries: [{ sub: 'user-1', before: 1, ...entry }] });
  const taken = (expiresAt, now) => lib.createReplayStore().take('id', expiresAt, now);

  const operations = {
    verify: rules((options) => lib.verify(goodToken, key, options)),
    createVerifier: rules((options) => lib.createVerifier({ keys: key, ...options })),
    compactVerify: limits((options) => lib.compactVerify(goodToken, key, options)),
    decode: limits((options) => lib.decode(goodToken, options)),
    decodeProtectedHeader: limits((options) => lib.decodeProtectedHeader(goodToken, options)),
    verifyDpopProof: {
      ...limits(proof),
      clockTolerance: length(0, HOUR, (clockTolerance) => proof({ clockTolerance })),
      maxTokenAge: length(0, CENTURY, (maxTokenAge) => proof({ maxTokenAge })),
    },
    'cache of createVerifier': {
      maxEntries: count(MILLION, (maxEntries) => verifierWith({ maxEntries })),
    },
    'cache of refused tokens': {
      maxEntries: count(10_000, (maxEntries) => verifierWith({ failures: { maxEntries } })),
      maxAge: length(1, 60, (maxAge) => verifierWith({ failures: { maxAge } })),
    },
    createRemoteJwkSet: {
      timeout: length(0.001, 300, (timeout) => remote({ timeout })),
      maxResponseBytes: count(1_048_576, (maxResponseBytes) => remote({ maxResponseBytes })),
      cacheMaxAge: length(1, DAY, (cacheMaxAge) => remote({ cacheMaxAge })),
      maxStale: length(0, 30 * DAY, (maxStale) => remote({ maxStale })),
      cooldown: length(0, DAY, (cooldown) => remote({ cooldown })),
    },
    hydrate: {
      fetchedAt: {
        least: 0,
        most: 8.64e15,
        call: (fetchedAt) => remote().hydrate(jwks, { fetchedAt }),
      },
      expiresAt: {
        least: 0,
        most: 8.64e15,
        call: (expiresAt) => remote().hydrate(jwks, { expiresAt }),
      },
    },
    createDenylist: {
      maxEntries: count(10 * MILLION, (maxEntries) => lib.createDenylist({ maxEntries })),
      clockTolerance: length(0, DAY, (clockTolerance) => lib.createDenylist({ clockTolerance })),
    },
    'a denylist': {
      before: time((before) => denylist.revokeSubject('user-1', { before })),
      expiresAt: time((expiresAt) => denylist.revokeJwtId('id-1', { expiresAt })),
    },
    revokeIssuedBefore: { before: time((before) => denylist.revokeIssuedBefore(before)) },
    'a snapshot': {
      before: time((before) => restored({ before })),
      expiresAt: time((expiresAt) => restored({ expiresAt })),
    },
    createReplayStore: {
      maxEntries: count(10 * MILLION, (maxEntries) => lib.createReplayStore({ maxEntries })),
    },
    'a replay store': { now: time((now) => taken(LATEST, now)) },
    sign: {
      expiresIn: length(1, CENTURY, async (expiresIn) =>
        lib.sign({}, await signingKey(), { expiresIn }),
      ),
      notBefore: length(0, CENTURY, async (notBefore) =>
        lib.sign({}, await signingKey(), { notBefore }),
      ),
      issuedAt: time(async (issuedAt) => lib.sign({}, await signingKey(), { issuedAt })),
    },
    signClientAssertion: {
      expiresIn: length(1, HOUR, async (expiresIn) => {
        const client = { clientId: 'client-1', audience: 'https://issuer.example/', expiresIn };
        return lib.signClientAssertion(await signingKey(), client);
      }),
    },
    signServiceAccountAssertion: {
      expiresIn: length(1, HOUR, async (expiresIn) =>
        lib.signServiceAccountAssertion(await account(), { scope: 'read', expiresIn }),
      ),
    },
  };

  /** The error with which the option is refused, if it is. */
  async function misuse(call, value) {
    try {
      await call(value);
    } catch (error) {
      if (error.code === 'ERR_API_MISUSE') return error;
    }
    return undefined;
  }

  for (const [operation, options] of Object.entries(operations)) {
    for (const [name, { least, most, units, call }] of Object.entries(options)) {
      if (units !== true) continue;
      test(`${operation}: ${name} takes a text with a unit, and no other text`, async () => {
        for (const [text, seconds] of Object.entries(DURATIONS)) {
          const error = await misuse(call, text);
          assert.equal(error === undefined, seconds >= least && seconds <= most, text);
        }
        for (const text of NO_DURATIONS) {
          assert.ok((await misuse(call, text)) !== undefined, JSON.stringify(text));
        }
      });
    }
  }

  for (const [operation, options] of Object.entries(operations)) {
    for (const [name, { least, most, isWhole, units, call }] of Object.entries(options)) {
      test(`${operation}: ${name} is from ${least} to ${most}, and nothing else`, async () => {
        const isIn = (value) => value >= least && value <= most;
        const inText = units ? [`${least}s`, `${most}s`] : [];
        const between = [0.5, -0].filter((value) => isIn(value) && !(isWhole && value === 0.5));
        for (const value of [least, most, ...inText, ...between]) {
          assert.equal((await misuse(call, value))?.message, undefined, `${value}`);
        }
        const beyond = isWhole ? [least - 1, most + 1] : [least - 1, least - 0.0005, most * 1.001];
        const beyondInText = units ? [`${most + 1}s`, '9e300d', `${'9'.repeat(400)}d`] : [];
        const never = [Number.NaN, Infinity, -Infinity, 1e308, -1, 2 ** 53, '5', '', '.5s', '5.s'];
        const fraction = isWhole || !isIn(0.5) ? [0.5] : [];
        const others = [...fraction, true, [], {}, 5n];
        for (const value of [...beyond, ...beyondInText, ...never, ...others]) {
          const error = await misuse(call, value);
          assert.ok(error, `${typeof value} ${String(value)}`);
          // A value of a kind that no option has is refused before it is known what the option takes.
          if (error.message.includes('of a kind that no option takes')) continue;
          for (const part of [name, least, most]) {
            const isSaid = error.message.includes(String(part));
            assert.ok(isSaid, `${String(value)}: ${error.message} does not say ${part}`);
          }
        }
      });
    }
  }

  test('a replay store and a denylist keep tokens that never end for as long as they can', () => {
    const store = lib.createReplayStore();
    assert.equal(store.take('id', 9e15), true);
    assert.equal(store.take('id', 9e15), false);
    const list = lib.createDenylist();
    const token = { payload: { jti: 'id', exp: 9e15 } };
    list.revokeToken(token);
    assert.equal(list.isRevoked(token), true);
    lib.createDenylist().restore(list.snapshot());
  });
}

function lazily(make) {
  let made;
  return () => (made ??= make());
}
