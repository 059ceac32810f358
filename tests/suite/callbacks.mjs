// Functions that the caller gives: whatever they throw or answer, no token is accepted by mistake, and
// nothing rejects out of verifyRequest.

import { rejectionOfPromise } from './support/rejection.mjs';

const ISSUER = 'https://issuer.example/';
const FAILED = 'ERR_CALLBACK_FAILED';

export default function ({ test, assert, lib, sign, secret, key, rejects, fixtures, algorithm }) {
  const good = sign({ iss: ISSUER, sub: 'user', jti: 'j1', exp: 9_999_999_999 });
  const rejectsLater = rejectionOfPromise(rejects);
  const cause = new RangeError('canary of the caller');
  const throws = () => {
    throw cause;
  };
  const proxy = (trap) => new Proxy({}, { [trap]: throws });
  const withGetter = (name) => Object.defineProperty({}, name, { get: throws, enumerable: true });
  const schemaOf = (validate) => ({ '~standard': { version: 1, vendor: 'test', validate } });
  const bearer = (token) => ({ headers: new Headers({ authorization: `Bearer ${token}` }) });

  /** Holds all three ways to verify, and the event, to one code and one status. */
  const refuses = async (options, code, status) => {
    const events = [];
    const verifier = lib.createVerifier({ onEvent: (event) => events.push(event), ...options });
    const result = await verifier.verifyRequest(bearer(good));
    assert.equal(result.ok, false);
    assert.equal(result.error.code, code);
    assert.equal(result.response.status, status);
    assert.equal(result.response.headers.has('retry-after'), status === 503);
    assert.equal(result.response.headers.has('www-authenticate'), status === 401);
    await rejectsLater(() => verifier.verifyAsync(good), code, { token: good });
    for (const event of events) assert.deepEqual([event.type, event.code], ['rejected', code]);
    assert.ok('onEvent' in options || events.length === 2, `${events.length} events`);
    return rejects(() => throwOf(result.error), code, { token: good });
  };

  /** What throws at once, later, by a thenable, and by whatever is read of an answer. */
  const failures = {
    'it throws': throws,
    'it rejects': async () => throws(),
    'its thenable throws': () => ({ then: throws }),
    'its thenable rejects': () => ({ then: (_, reject) => reject(cause) }),
    'the then of its answer throws': () => withGetter('then'),
    'its promise settles to such an answer': async () => withGetter('then'),
  };
  const given = {
    keys: (keys) => ({ keys }),
    issuers: (issuers) => ({ issuers }),
    isRevoked: (isRevoked) => ({ keys: key, isRevoked }),
    schema: (validate) => ({ keys: key, schema: schemaOf(validate) }),
    'keysFor of keys': (keysFor) => ({ keys: { jwkSet: undefined, keysFor } }),
  };
  for (const [name, optionsOf] of Object.entries(given)) {
    test(`${name}: what it throws is ERR_CALLBACK_FAILED and a 503, with the cause`, async () => {
      for (const [how, callback] of Object.entries(failures)) {
        const error = await refuses(optionsOf(callback), FAILED, 503);
        assert.equal(error.cause, cause, how);
        assert.ok(error.message.includes(`option ${name.split(' ').at(-1)} `), error.message);
      }
      const codes = ['ERR_JOSE_KEY_INVALID', 'ERR_API_MISUSE'];
      const own = codes.map(
        (code) => new lib.JoseError(code, 'an error of importKey in a callback'),
      );
      const odd = [undefined, null, 'canary', proxy('getPrototypeOf'), proxy('get')];
      for (const thrown of [...odd, ...own]) {
        const options = optionsOf(() => throwOf(thrown));
        const error = await refuses(options, FAILED, 503);
        assert.ok('cause' in error && error.cause === thrown);
      }
    });
  }

  const nonsense = {
    keys: [
      null,
      false,
      0,
      '',
      'canary',
      Symbol('canary'),
      {},
      [],
      () => key,
      { kty: 'oct', k: 'AA' },
      [key],
      new Map(),
      proxy('get'),
      Object.create(lib.JwkSet.prototype),
      '-----BEGIN PUBLIC KEY-----',
      disposed(lib.importKey(secret, 'HS256')),
      disposed(lib.importJwkSet({ keys: [] })),
    ],
    issuers: [
      null,
      false,
      0,
      '',
      'canary',
      [],
      {},
      new Map([['issuer', ISSUER]]),
      proxy('ownKeys'),
      { keys: key },
      { issuer: ISSUER },
      { keys: key, issuer: ISSUER, audiance: 'a' },
      { keys: disposed(lib.importKey(secret, 'HS256')), issuer: ISSUER },
      { keys: Promise.resolve(key), issuer: ISSUER },
      Object.assign(withGetter('issuer'), { keys: key }),
    ],
    isRevoked: [undefined, null, 0, 1, '', 'false', 'canary', {}, Object(false), Symbol('canary')],
    schema: [
      undefined,
      null,
      true,
      'canary',
      [],
      {},
      { issues: 'canary' },
      { issues: {} },
      { issues: null },
      withGetter('issues'),
      withGetter('value'),
      { issues: [withGetter('path')] },
      { issues: [{ path: [null] }] },
      { issues: [{ path: [{ key: { toString: throws } }] }] },
    ],
    'keysFor of keys': [null, {}, 'canary', key.algorithm],
  };
  for (const [name, answers] of Object.entries(nonsense)) {
    test(`${name}: what it must not answer is ERR_CALLBACK_FAILED and a 503`, async () => {
      for (const answer of answers) {
        for (const callback of [() => answer, async () => answer]) {
          await refuses(given[name](callback), FAILED, 503);
        }
      }
    });
  }

  test('undefined from keys is "no such key", and from issuers "no such issuer"', async () => {
    const known = new Map();
    const NO_KEY = 'ERR_JWKS_NO_MATCHING_KEY';
    await refuses({ keys: ({ kid }) => known.get(kid) }, NO_KEY, 401);
    await refuses({ keys: async () => undefined }, NO_KEY, 401);
    await refuses({ issuers: (issuer) => known.get(issuer) }, NO_KEY, 401);
    const verifier = lib.createVerifier({ keys: () => undefined });
    rejects(() => verifier.verify(good), NO_KEY, { token: good });
  });

  test('a key set that could not be had in keys says so itself', async () => {
    for (const [code, status] of [
      ['ERR_JWKS_FETCH_FAILED', 503],
      ['ERR_JWKS_TIMEOUT', 503],
      ['ERR_JWKS_INVALID', 503],
      ['ERR_JWKS_NO_MATCHING_KEY', 401],
    ]) {
      const thrown = new lib.JoseError(code, 'the key set could not be had');
      for (const keys of [() => throwOf(thrown), async () => throwOf(thrown)]) {
        assert.equal(await refuses({ keys }, code, status), thrown);
      }
      const elsewhere = { keys: key, isRevoked: () => throwOf(thrown) };
      assert.equal((await refuses(elsewhere, FAILED, 503)).cause, thrown);
    }
  });

  test('verify throws the same error at once, and drops what would reject later', () => {
    for (const optionsOf of Object.values(given).slice(0, 4)) {
      const error = rejects(() => lib.createVerifier(optionsOf(throws)).verify(good), FAILED);
      assert.equal(error.cause, cause);
      const getter = lib.createVerifier(optionsOf(failures['the then of its answer throws']));
      assert.equal(rejects(() => getter.verify(good), FAILED).cause, cause);
      // The promise rejects after that: unhandled, it would end the process.
      const later = lib.createVerifier(optionsOf(async () => throws()));
      rejects(() => later.verify(good), 'ERR_API_MISUSE');
    }
    const keys = Object.assign(withGetter('jwkSet'), { keysFor: throws });
    assert.equal(rejects(() => lib.createVerifier({ keys }).verify(good), FAILED).cause, cause);
  });

  test('a token that cannot be read is its own fault, before any function is asked', async () => {
    const verifier = lib.createVerifier({ keys: throws });
    const { response, error } = await verifier.verifyRequest(bearer('a.b.c'));
    assert.deepEqual([response.status, error.code], [401, 'ERR_JWS_INVALID']);
  });

  test('onEvent that throws lets no token in that it could not log, and changes no refusal', async () => {
    const seen = [];
    const onEvent = ({ type, code }) => {
      seen.push(code ?? type);
      throws();
    };
    const error = await refuses({ keys: key, onEvent }, FAILED, 503);
    assert.equal(error.cause, cause);
    assert.deepEqual(seen, ['accepted', FAILED, 'accepted', FAILED]);
    await refuses({ keys: () => undefined, onEvent }, 'ERR_JWKS_NO_MATCHING_KEY', 401);
    rejects(() => lib.createVerifier({ keys: key, onEvent }).verify(good), FAILED);
  });

  test('a promise of onEvent is not waited for, and its rejection ends nothing', async () => {
    for (const onEvent of [async () => throws(), () => new Promise(() => {})]) {
      const verifier = lib.createVerifier({ keys: key, onEvent });
      assert.equal((await verifier.verifyRequest(bearer(good))).ok, true);
      verifier.verify(good);
    }
    await refuses({ keys: key, onEvent: () => withGetter('then') }, FAILED, 503);
  });

  test('events are about the token, whatever a schema makes of it', () => {
    for (const output of [undefined, null, 'text', { tenant: 1 }, withGetter('iss')]) {
      const events = [];
      const schema = schemaOf(() => ({ value: output }));
      const onEvent = (event) => events.push(event);
      const { payload } = lib.createVerifier({ keys: key, schema, onEvent }).verify(good);
      assert.equal(payload, output);
      assert.deepEqual(
        [events[0].type, events[0].issuer, events[0].jwtId],
        ['accepted', ISSUER, 'j1'],
      );
    }
  });

  test('a list that is full keeps its code, and is answered with 503', async () => {
    const LIMIT = 'ERR_JOSE_LIMIT_EXCEEDED';
    const denylist = lib.createDenylist({ maxEntries: 1 });
    const once = (token) => {
      denylist.revokeJwtId('another', { expiresAt: 9_999_999_999 });
      denylist.revokeToken(token);
      return false;
    };
    await refuses({ keys: key, isRevoked: once }, LIMIT, 503);
    // The same code, and the client's doing.
    const limits = { tokenLength: 10 };
    await refuses({ keys: key, limits }, LIMIT, 401);
  });

  test('a replay store that fails or is full is a 503, and no invalid proof', async () => {
    const { boundToken, proofs, request, at } = fixtures.dpop;
    const verifier = lib.createVerifier({ keys: key });
    const call = { currentDate: new Date(at * 1000) };
    const headers = new Headers({
      authorization: `DPoP ${boundToken}`,
      dpop: proofs['for the bound token'],
    });
    const answer = async (take) => {
      const dpop = { replayStore: { take } };
      const result = await verifier.verifyRequest({ ...request, headers }, { dpop }, call);
      assert.equal(result.response.headers.has('www-authenticate'), false);
      return [result.response.status, result.error.code];
    };
    for (const take of Object.values(failures)) {
      assert.deepEqual(await answer(take), [503, FAILED]);
    }
    for (const value of [undefined, null, 0, 'true', {}]) {
      assert.deepEqual(await answer(() => value), [503, FAILED]);
      assert.deepEqual(await answer(async () => value), [503, FAILED]);
    }
    const store = lib.createReplayStore({ maxEntries: 1 });
    store.take('another', at + 60, at);
    const take = (id, expiresAt) => store.take(id, expiresAt, at);
    assert.deepEqual(await answer(take), [503, 'ERR_JOSE_LIMIT_EXCEEDED']);
  });

  test('fetch of a remote set that misbehaves is a 503; a store that does is done without', async () => {
    const { jwk, tokens } = algorithm('ES256');
    const jwks = JSON.stringify({ keys: [jwk] });
    const answer = async (options, context) => {
      const keys = lib.createRemoteJwkSet('https://issuer.example/jwks', options);
      const verifier = lib.createVerifier({ keys });
      const result = await verifier.verifyRequest(bearer(tokens[0].token), {}, context);
      return result.ok ? 'accepted' : [result.response.status, result.error.code];
    };
    const body = (reader) => ({
      status: 200,
      headers: new Headers(),
      body: { getReader: () => reader },
    });
    for (const fetch of [
      ...Object.values(failures),
      ...[
        undefined,
        null,
        'canary',
        {},
        withGetter('status'),
        body({}),
        body({ read: throws }),
      ].map((value) => async () => value),
    ]) {
      assert.deepEqual(await answer({ fetch }), [503, 'ERR_JWKS_FETCH_FAILED']);
    }
    const fetch = async () => new Response(jwks);
    for (const store of [
      ...Object.values(failures).map((fails) => ({ get: fails, put: fails })),
      { get: async () => 7, put: async () => 7 },
      { get: async () => withGetter('jwks'), put: () => undefined },
    ]) {
      assert.equal(await answer({ fetch, store }), 'accepted');
    }
    const store = { get: () => undefined, put: () => undefined };
    for (const context of [{ waitUntil: throws }, withGetter('waitUntil')]) {
      assert.equal(await answer({ fetch, store }, context), 'accepted');
    }
  });
}

function throwOf(thrown) {
  throw thrown;
}

function disposed(keyOrSet) {
  keyOrSet[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
  return keyOrSet;
}
