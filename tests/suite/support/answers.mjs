// What the package answers, a little of everything: things that must be accepted and things that must be refused.
// Asked again under other circumstances, it has to answer the same.

import { encode } from './base64url.mjs';
import { PRESETS } from '../providers.mjs';
import { signer } from './tokens.mjs';

const ISSUER = 'https://issuer.example';

/** Said in full, for the host reads what it inherits. */
const json = (value) =>
  new Response(
    JSON.stringify(value),
    Object.assign(Object.create(null), { status: 200, statusText: '', headers: [] }),
  );

/** What differs each time, left out. */
const withoutChance = ({ payload, protectedHeader }) => {
  const { iat, exp, jti, ...others } = Object.assign(Object.create(null), payload);
  return [others, exp === undefined || exp - iat, typeof jti, protectedHeader];
};

const accepted = ({ payload, protectedHeader, key }) => [payload, protectedHeader, key.algorithm];

/** As far as a request is looked at. */
const request = (fields, members) => ({
  ...members,
  headers: { get: (name) => (Object.hasOwn(fields, name) ? fields[name] : null) },
});

/** A schema that has issues, and one that has none. */
const schema = (validate) => ({ '~standard': { version: 1, vendor: 'test', validate } });

/**
 * Questions by name: functions that give a value, or a promise, or throw. All that is asked of the package is made by
 * them, each time anew.
 */
export function questions({ lib, fixtures, secret }) {
  const NOW = fixtures.claims.iat;
  const CALL = { currentDate: new Date(NOW * 1000) };
  const sign = signer(secret);
  const ES256 = fixtures.algorithms.find(({ alg }) => alg === 'ES256');
  const RS256 = fixtures.algorithms.find(({ alg }) => alg === 'RS256');
  const ed25519 = fixtures.algorithms.find(({ alg }) => alg === 'EdDSA');
  const HS256 = fixtures.algorithms.find(({ alg }) => alg === 'HS256');
  const { kid: _, ...namelessJwk } = ES256.jwk;
  const { x: _x, y: _y, alg: _alg, ...privateAlone } = ES256.privateJwk;

  const claims = { iss: ISSUER, sub: '1', aud: 'me', jti: 'one', iat: NOW - 60, exp: NOW + 3600 };
  const good = sign(claims);
  const other = sign({ ...claims, sub: '2', jti: 'two' });
  const inRole = sign({ ...claims, roles: ['admin'], scope: 'read' });
  const nameless = sign({ exp: NOW + 3600 });
  const expired = sign({ iss: ISSUER, exp: NOW - 3600 });
  const bytes = new TextEncoder().encode(good);
  const forAnyone = { audience: null, ...CALL };
  const { boundToken, proofs, request: proofRequest, at } = fixtures.dpop;
  const proof = proofs['for the bound token'];
  const keyFile = {
    type: 'service_account',
    private_key: RS256.otherForms['PKCS#8'].pem,
    client_email: 'robot@example',
    token_uri: 'https://oauth2.example/token',
  };
  const jwks = { keys: [ES256.jwk, namelessJwk, { kty: 'OKP', crv: 'X25519', x: 'AA' }] };

  const key = () => lib.importKey(secret, 'HS256');
  const rules = (more) => ({ keys: key(), audience: null, ...more });
  const verifying = (token, options) => accepted(lib.createVerifier(options).verify(token, CALL));
  const signing = (more) =>
    lib.importSigningKey(HS256.jwk.k, 'HS256', { encoding: 'base64url', ...more });
  const ecKey = () => lib.importSigningKey(ES256.privateJwk, 'ES256');
  const revoking = (revoke, token) => {
    const denylist = lib.createDenylist();
    revoke(denylist);
    const restored = lib.createDenylist({ maxEntries: 10 });
    restored.restore(denylist.snapshot());
    const isRevoked = (query) => denylist.isRevoked(query) && restored.isRevoked(query);
    const verifier = lib.createVerifier(rules({ isRevoked }));
    try {
      return accepted(verifier.verify(token, CALL));
    } catch (error) {
      return [error, denylist.size, JSON.stringify(denylist.snapshot())];
    }
  };
  const eventsOf = (options, token) => {
    const events = [];
    const onEvent = ({ durationMilliseconds: _duration, ...event }) => events.push(event);
    try {
      lib.createVerifier(rules({ onEvent, ...options })).verify(token, CALL);
    } catch {
      // It is about what was told.
    }
    return events;
  };
  const answerTo = async (asked, options, more) => {
    const verifier = lib.createVerifier(rules(more));
    const result = await verifier.verifyRequest(asked, options, {
      currentDate: new Date(at * 1000),
    });
    if (result.ok) return [result.payload, Object.hasOwn(result, 'dpopProof')];
    const { status, statusText, headers } = result.response;
    return [result.isPreflight, result.error, status, statusText, [...headers]];
  };
  const remote = async (source, options, use) => {
    const asked = [];
    const fetch = async (url, init) => {
      asked.push(url, Object.entries({ ...init, signal: undefined }));
      if (url.endsWith('configuration')) {
        return json({ issuer: ISSUER, jwks_uri: `${ISSUER}/keys` });
      }
      return json({ keys: [ES256.jwk] });
    };
    const keys = lib.createRemoteJwkSet(source, { fetch, ...options });
    const set = await keys.keysFor(use ?? { kid: ES256.jwk.kid });
    const { fetchedAt, expiresAt, ...stored } = keys.export();
    return [asked, keys.url, set.keys.length, expiresAt - fetchedAt, stored];
  };
  const storing = async (store) => {
    const answer = await remote(`${ISSUER}/jwks`, { store });
    const fetch = () => Promise.reject(new Error('asked in vain'));
    const again = lib.createRemoteJwkSet(`${ISSUER}/jwks`, { store, fetch });
    return [answer, (await again.keysFor({ kid: ES256.jwk.kid })).keys.length];
  };
  const kv = () => {
    const values = new Map();
    const told = [];
    const get = async (name) => values.get(name) ?? null;
    const put = async (name, value, options) => {
      values.set(name, value);
      told.push(Object.keys(options));
    };
    return [lib.kvStore({ get, put }), told];
  };
  const cache = () => {
    const values = new Map();
    return lib.cacheApiStore({
      match: async (url) => values.get(url),
      put: async (url, response) => void values.set(url, response),
    });
  };

  return {
    ...Object.fromEntries(
      PRESETS.map(({ name, given }) => [
        `${name} of ${Object.keys(given)}`,
        () => {
          const { keys, ...options } = lib[name](given);
          return [keys instanceof lib.RemoteJwkSet && keys.url, options];
        },
      ]),
    ),
    'a preset without its arguments': () => lib.auth0({}),
    'a preset with key options': () =>
      lib.auth0({ ...PRESETS[0].given, keyOptions: { timeout: 9 } }).keys.url,

    'verify: a good token': () =>
      accepted(lib.verify(good, key(), { issuer: ISSUER, ...forAnyone })),
    'verify: bytes': () => accepted(lib.verify(bytes, key(), { limits: {}, ...forAnyone })),
    'verify: too many bytes': () => lib.verify(bytes, key(), { limits: { tokenLength: 9 } }),
    'verify: expired': () => lib.verify(expired, key(), forAnyone),
    'verify: no issuer': () => lib.verify(nameless, key(), { issuer: ISSUER, ...forAnyone }),
    'verify: an audience, and no option for it': () => lib.verify(good, key(), CALL),
    'verify: of another key': () => lib.verify(ES256.tokens[0].token, key()),
    'verify: by a set': () =>
      accepted(lib.verify(ES256.tokens[0].token, lib.importJwkSet(jwks), { audience: null })),
    'verify: by a set without the key': () =>
      lib.verify(RS256.tokens[0].token, lib.importJwkSet(jwks)),
    'verify: no options': () => lib.verify(good, key(), null),
    'verify: an unknown option': () => lib.verify(good, key(), { isseur: 'a' }),
    'verify: no key': () => lib.verify(good),
    'ID token': () => lib.verifyIdToken(good, key(), { issuer: ISSUER, clientId: 'me', ...CALL }),
    'access token': () =>
      lib.verifyAccessToken(good, key(), { issuer: ISSUER, audience: 'me', ...CALL }),
    'logout token': () =>
      lib.verifyLogoutToken(good, key(), { issuer: ISSUER, clientId: 'me', ...CALL }),
    inspect: () => lib.inspect(good, key(), { issuer: ISSUER, ...CALL }),
    'inspect: what fails': () => lib.inspect(expired, key(), { ...CALL }),
    'inspect: no key': () => lib.inspect(nameless, undefined, CALL),
    'inspect: misuse': () => lib.inspect(good, 'key'),
    'inspect a key': () => lib.inspectKey(ES256.jwk),
    'inspect a set': () => lib.inspectKey(jwks),
    'inspect a secret': () => lib.inspectKey('secret', 'HS256'),
    'inspect what is no key': () => lib.inspectKey(1),
    decode: () => lib.decode(good),
    'decode a header': () => lib.decodeProtectedHeader(good, { acceptPadding: true }),
    compactVerify: () => lib.compactVerify(good, key()).payload,
    'compactVerify: by a set': () =>
      lib.compactVerify(ES256.tokens[0].token, lib.importJwkSet(jwks)).payload,
    thumbprint: () => [
      lib.calculateJwkThumbprint(ES256.jwk),
      lib.calculateJwkThumbprintUri(RS256.jwk),
    ],
    'thumbprint of a part': () => lib.calculateJwkThumbprint({ kty: 'EC' }),

    'importKey: no name': () => Object.entries(lib.importKey(namelessJwk)),
    'importKey: a name': () => Object.entries(lib.importKey(secret, 'HS256', { keyId: 'k' })),
    'importKey: weak': () => lib.importKey('short', 'HS256'),
    'importKey: no algorithm': () => lib.importKey(secret),
    importJwkSet: () => {
      const set = lib.importJwkSet(jwks);
      return [set.keys.map((one) => Object.entries(one)), set.skipped];
    },
    'importJwkSet: no keys': () => lib.importJwkSet({}),
    exportJwk: () => lib.exportJwk(lib.importKey(namelessJwk)),
    exportPem: () => lib.exportPem(lib.importKey(namelessJwk)),

    verifier: () => verifying(good, rules({ issuer: ISSUER })),
    'verifier: another issuer': () => verifying(good, rules({ issuer: 'b' })),
    'verifier: no scope': () => verifying(good, rules({ requiredScopes: 'read' })),
    'verifier: a scope': () =>
      verifying(inRole, rules({ requiredScopes: { any: ['read', 'write'] } })),
    'verifier: a role': () => verifying(inRole, rules({ requiredRoles: 'admin' })),
    'verifier: no role': () =>
      verifying(good, rules({ requiredRoles: { all: ['admin'], path: 'roles' } })),
    'verifier: no such option': () => verifying(good, rules({ isseur: 'a' })),
    'verifier: no keys': () => lib.createVerifier({}),
    'verifier: once more, from the cache': () => {
      const verifier = lib.createVerifier(rules({ cache: true }));
      const { payload } = verifier.verify(inRole, CALL);
      return [payload, accepted(verifier.verify(inRole, CALL))];
    },
    'verifier: a refusal once more': () => {
      const verifier = lib.createVerifier(rules({ issuer: 'b', cache: { failures: true } }));
      const refused = () => {
        try {
          return verifier.verify(good, CALL);
        } catch (error) {
          return error;
        }
      };
      return [refused(), refused()];
    },
    'verifier: one of several issuers': () =>
      verifying(good, { issuers: [rules({ issuer: ISSUER }), rules({ issuer: 'b' })] }),
    'verifier: none of several issuers': () =>
      verifying(nameless, { issuers: [rules({ issuer: ISSUER })] }),
    'verifier: issuers by a function': async () => {
      const issuers = async (issuer) => rules({ issuer, acceptPadding: true });
      return accepted(await lib.createVerifier({ issuers }).verifyAsync(good, CALL));
    },
    'verifier: keys by a function': async () => {
      const headers = [];
      const keys = async (header) => {
        headers.push(header);
        return key();
      };
      return [accepted(await lib.createVerifier(rules({ keys })).verifyAsync(good, CALL)), headers];
    },
    'verifier: what a schema takes': () =>
      verifying(good, rules({ schema: schema((value) => ({ value })) })),
    'verifier: what a schema refuses': () =>
      verifying(good, rules({ schema: schema(() => ({ issues: [{ message: 'no' }] })) })),
    'verifier: what a schema refuses for a claim': () =>
      verifying(
        good,
        rules({ schema: schema(() => ({ issues: [{ message: 'no', path: ['sub'] }] })) }),
      ),
    'verifier: what is no schema': () => verifying(good, rules({ schema: {} })),
    events: () => eventsOf({ keys: lib.importKey(secret, 'HS256', { keyId: 'k' }) }, good),
    'events: of a token without names': () => eventsOf({}, nameless),
    'events: of a refusal': () => eventsOf({}, expired),

    'denylist: a token': () => revoking((list) => list.revokeToken({ payload: claims }), good),
    'denylist: another token': () =>
      revoking((list) => list.revokeToken({ payload: claims }), other),
    'denylist: an ID': () =>
      revoking((list) => list.revokeJwtId('one', { expiresAt: NOW * 2 }), good),
    'denylist: a subject': () => revoking((list) => list.revokeSubject('1', { before: NOW }), good),
    'denylist: a subject since then': () =>
      revoking((list) => list.revokeSubject('1', { before: 9 }), good),
    'denylist: an issuer': () =>
      revoking((list) => list.revokeIssuedBefore(NOW, { issuer: ISSUER }), good),
    'denylist: what has no ID': () => revoking((list) => list.revokeToken({ payload: {} }), good),
    'denylist: no end': () => revoking((list) => list.revokeJwtId('one', {}), good),
    'denylist: no such entry': () =>
      lib.createDenylist().restore({ version: 1, entries: [{ sub: '1' }] }),
    'denylist: no token': () => lib.createDenylist().isRevoked({}),
    'replay store': () => {
      const store = lib.createReplayStore();
      return [store.take('a', NOW * 2), store.take('a', NOW * 2), store.take('b', 9), store.size];
    },

    'request: Bearer': () => answerTo(request({ authorization: `Bearer ${boundToken}` })),
    'request: none': () => answerTo(request({}), { realm: 'api' }),
    'request: a preflight by its fields alone': () =>
      answerTo(request({ origin: ISSUER, 'access-control-request-method': 'GET' })),
    'request: a cookie': () =>
      answerTo(request({ cookie: `session=${boundToken}` }), { cookie: 'session' }),
    'request: a token in a cookie that no option names': () =>
      answerTo(request({ cookie: `evil=${boundToken}` })),
    'request: a field': () =>
      answerTo(request({ 'x-token': boundToken, evil: 'x' }), { header: 'x-token' }),
    'request: no scope': () =>
      answerTo(request({ authorization: `Bearer ${boundToken}` }), {}, { requiredScopes: 'read' }),
    'request: Bearer where a proof is due': () =>
      answerTo(request({ authorization: `Bearer ${boundToken}` }, proofRequest), { dpop: {} }),
    'request: no proof': () =>
      answerTo(request({ authorization: `DPoP ${boundToken}` }, proofRequest), { dpop: {} }),
    'request: a proof': () =>
      answerTo(request({ authorization: `DPoP ${boundToken}`, dpop: proof }, proofRequest), {
        dpop: { replayStore: { take: async () => true } },
      }),
    'request: a proof without nonce': () =>
      answerTo(request({ authorization: `DPoP ${boundToken}`, dpop: proof }, proofRequest), {
        dpop: { nonce: 'n', required: false },
      }),
    'request: a token that is not bound, with a proof': () =>
      answerTo(
        request(
          { authorization: `DPoP ${sign({ ...claims, exp: at + 3600 })}`, dpop: proof },
          proofRequest,
        ),
        { dpop: {} },
      ),
    'request: a proof, and no URL': () =>
      answerTo(request({ authorization: `DPoP ${boundToken}`, dpop: proof }), { dpop: {} }),
    proof: () =>
      lib.verifyDpopProof(proofs.good, { ...proofRequest, currentDate: new Date(at * 1000) }),
    'proof: of another URL': () =>
      lib.verifyDpopProof(proofs['htu elsewhere'], { ...proofRequest, ...CALL }),

    'remote: a URL': () => remote(`${ISSUER}/jwks`, {}),
    'remote: an issuer': () => remote({ issuer: ISSUER }, { headers: { 'x-a': 'b' } }),
    'remote: an unknown key': () => remote({ issuer: ISSUER }, {}, { kid: 'unknown' }),
    'remote: no such option': () => remote({ issuer: ISSUER }, { timeuot: 1 }),
    'remote: no source': () => lib.createRemoteJwkSet({}),
    'remote: in memory': () => storing(lib.memoryStore()),
    'remote: in KV': async () => {
      const [store, told] = kv();
      return [await storing(store), told];
    },
    'remote: in a cache': () => storing(cache()),
    'remote: handed over': () => {
      const keys = lib.createRemoteJwkSet(`${ISSUER}/jwks`);
      keys.hydrate({ keys: [ES256.jwk] });
      const verifier = lib.createVerifier({ keys, audience: null });
      return accepted(verifier.verify(ES256.tokens[0].token));
    },

    sign: async () => lib.sign({ a: 1 }, await signing(), { issuedAt: NOW }),
    'sign: by a signer': async () => {
      const signer = lib.createSigner({ key: await signing({ keyId: 'k' }), issuer: ISSUER });
      return [
        await signer.sign({}, { issuedAt: null }),
        await signer.sign({ b: [{}] }, { issuedAt: NOW, header: { c: 1 }, typ: 'at+jwt' }),
      ];
    },
    'sign: by RSA': async () => {
      const signingKey = await lib.importSigningKey(RS256.privateJwk, 'RS256');
      return lib.sign(claims, signingKey);
    },
    'sign: what has no JSON': async () => lib.sign({ a: undefined }, await signing()),
    'sign: no such option': async () => lib.sign({}, await signing(), { expireIn: 1 }),
    'a private key without its public part': async () => {
      const signingKey = await lib.importSigningKey(privateAlone, 'ES256');
      return lib.exportJwk(signingKey.verifyingKey());
    },
    'a private key of Ed25519 without its public part': async () => {
      const { x: _, alg: __, ...members } = ed25519.privateJwk;
      return lib.sign({}, await lib.importSigningKey(members, 'EdDSA'), { issuedAt: NOW });
    },
    'a public key to sign with': () => lib.importSigningKey(ES256.jwk, 'ES256'),
    'a CryptoKey of another algorithm': async () =>
      lib.importSigningKey((await signing()).cryptoKey, 'HS512'),
    'a CryptoKey': async () =>
      lib.sign({}, await lib.importSigningKey((await signing()).cryptoKey, 'HS256'), {
        issuedAt: NOW,
      }),
    'a private key, given out': async () => {
      const given = await lib.importSigningKey(ES256.privateJwk, 'ES256', { extractable: true });
      return [await lib.exportJwk(given), await lib.exportPem(given)];
    },
    'a private key, kept': async () => lib.exportJwk(await ecKey()),
    'a key pair, made': async () => {
      const { signingKey, verifyingKey } = await lib.generateKeyPair('ES256');
      return [signingKey.extractable, signingKey.keyId, Object.keys(lib.exportJwk(verifyingKey))];
    },
    'a secret, made': async () =>
      Object.keys(await lib.exportJwk(await lib.generateSecret('HS256', { extractable: true }))),
    'client assertion': async () => {
      const options = { clientId: 'c', audience: ISSUER };
      const assertion = await lib.signClientAssertion(await signing(), options);
      const { client_assertion_type: type } = lib.clientAssertionParameters(assertion);
      return [withoutChance(lib.decode(assertion)), type];
    },
    'client assertion: no client': async () => lib.signClientAssertion(await signing(), {}),
    'service account': async () => {
      const assertion = await lib.signServiceAccountAssertion(keyFile, { scope: 'a' });
      return withoutChance(lib.decode(assertion));
    },
    'service account: no key': () => lib.importServiceAccount({ type: 'service_account' }),
    'a proof, made': async () => {
      const options = { method: 'GET', url: `${ISSUER}/a?b` };
      return withoutChance(lib.decode(await lib.createDpopProof(await ecKey(), options)));
    },
    'a proof, made by a secret': async () => lib.createDpopProof(await signing(), {}),
  };
}

/** What each question was answered, or what it threw: values, for `described` to make texts of. */
export async function answersTo(asked) {
  const answers = [];
  for (const question of asked) {
    try {
      answers[answers.length] = [await question()];
    } catch (error) {
      answers[answers.length] = error;
    }
  }
  return answers;
}

/** An answer as text that shows all that it has. */
export function described(answer) {
  return JSON.stringify(answer, (_, value) => {
    if (value instanceof Uint8Array) return encode(value);
    if (typeof value === 'undefined' || typeof value === 'bigint') return String(value);
    if (!(value instanceof Error)) return value;
    const { name, message, code, cause } = value;
    return [name, message, code, cause && `${cause.name} ${cause.message}`, { ...value }];
  });
}
