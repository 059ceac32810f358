// Options: read once, known by name, whatever they are made of.

import { MISUSE, OWN, URL_OF_KEYS } from './cases.mjs';
import {
  CAUSES,
  cause,
  disguised,
  hostile,
  instances,
  NAMES,
  named,
  noValues,
  revoked,
  spelled,
  thrower,
  unreadable,
  withGetter,
} from './hostile.mjs';
import { CANARY } from '../support/rejection.mjs';

/** One level below these no option is a list. */
const TAKES_NO_LIST = ['headers of a remote set', 'an entry of a snapshot'];

export default function ({
  test,
  lib,
  secret,
  key,
  goodToken,
  refuses,
  accepts,
  things,
  request,
  es256,
  dpop,
}) {
  /** What a getter of the option `known`, and a Proxy in place of the options, throw comes out unchanged. */
  const passesOn = async (name, known, [what, thrown], call) => {
    const about = { cause: thrown };
    const getter = withGetter(known, thrown);
    await refuses(`${name}: a getter throws ${what}`, () => call(getter), OWN, about);
    const proxy = hostile(thrown);
    await refuses(`${name}: a Proxy throws ${what}`, () => call(proxy), OWN, about);
  };

  const presets = {
    auth0: 'domain',
    awsAlb: 'issuer',
    clerk: 'frontendApi',
    cloudflareAccess: 'team',
    cognito: 'userPoolId',
    entra: 'tenant',
    entraMultiTenant: 'tenants',
    firebase: 'projectId',
    firebaseSession: 'projectId',
    google: 'clientId',
    keycloak: 'realm',
    okta: 'domain',
    supabase: 'url',
  };
  /** What takes options: a call with them, and the name of an option that it knows. */
  const takers = {
    decode: [(o) => lib.decode(goodToken, o), 'limits'],
    decodeProtectedHeader: [(o) => lib.decodeProtectedHeader(goodToken, o), 'acceptPadding'],
    verify: [(o) => lib.verify(goodToken, key, o), 'issuer'],
    'verify with a set': [(o, { set }) => lib.verify(goodToken, set, o), 'audience'],
    verifyAccessToken: [(o) => lib.verifyAccessToken(goodToken, key, o), 'audience'],
    verifyIdToken: [(o) => lib.verifyIdToken(goodToken, key, o), 'clientId'],
    verifyLogoutToken: [(o) => lib.verifyLogoutToken(goodToken, key, o), 'clientId'],
    compactVerify: [(o) => lib.compactVerify(goodToken, key, o), 'algorithms'],
    importKey: [(o) => lib.importKey(secret, 'HS256', o), 'keyId'],
    'importKey of text': [(o) => lib.importKey('', 'HS256', o), 'encoding'],
    'importKey of a JWK': [(o) => lib.importKey(es256.keys[0], 'ES256', o), 'algorithms'],
    importJwkSet: [(o) => lib.importJwkSet(es256, o), 'algorithms'],
    importSigningKey: [(o) => lib.importSigningKey(secret, 'HS256', o), 'extractable'],
    'importSigningKey of a CryptoKey': [
      (o, { hmac }) => lib.importSigningKey(hmac.cryptoKey, 'HS256', o),
      'verifyingKey',
    ],
    generateKeyPair: [(o) => lib.generateKeyPair('ES256', o), 'keyId'],
    generateSecret: [(o) => lib.generateSecret('HS256', o), 'keyId'],
    sign: [(o, { signingKey }) => lib.sign({}, signingKey, o), 'subject'],
    createSigner: [(o) => lib.createSigner(o), 'key'],
    'new Signer': [(o) => new lib.Signer(o), 'issuer'],
    'sign of a signer': [(o, { signer }) => signer.sign({}, o), 'expiresIn'],
    signClientAssertion: [(o, { hmac }) => lib.signClientAssertion(hmac, o), 'clientId'],
    signServiceAccountAssertion: [(o) => lib.signServiceAccountAssertion('{}', o), 'scope'],
    createDpopProof: [(o, { signingKey }) => lib.createDpopProof(signingKey, o), 'url'],
    createDenylist: [(o) => lib.createDenylist(o), 'maxEntries'],
    'new Denylist': [(o) => new lib.Denylist(o), 'clockTolerance'],
    revokeJwtId: [(o, { denylist }) => denylist.revokeJwtId('x', o), 'expiresAt'],
    revokeSubject: [(o, { denylist }) => denylist.revokeSubject('x', o), 'before'],
    revokeIssuedBefore: [(o, { denylist }) => denylist.revokeIssuedBefore(1, o), 'issuer'],
    restore: [(o, { denylist }) => denylist.restore(o), 'entries'],
    createReplayStore: [(o) => lib.createReplayStore(o), 'maxEntries'],
    createRemoteJwkSet: [(o) => lib.createRemoteJwkSet(URL_OF_KEYS, o), 'headers'],
    hydrate: [(o, { remote }) => remote.hydrate(es256, o), 'fetchedAt'],
    'the cache of a verifier': [(cache) => lib.createVerifier({ keys: key, cache }), 'failures'],
    'failures of a cache': [
      (failures) => lib.createVerifier({ keys: key, cache: { failures } }),
      'maxAge',
    ],
    'keyOptions of google': [(o) => lib.google({ clientId: 'c', keyOptions: o }), 'timeout'],
    ...Object.fromEntries(
      Object.entries(presets).map(([name, member]) => [name, [(o) => lib[name](o), member]]),
    ),
  };
  /** Those that also take objects of classes, of which only what they themselves have is read. */
  const lenientTakers = {
    createVerifier: [(o) => lib.createVerifier(o), 'keys'],
    'new Verifier': [(o) => new lib.Verifier(o), 'isRevoked'],
    'one of the issuers': [(o) => lib.createVerifier({ issuers: [o] }), 'issuer'],
    'verify of a verifier': [(o, { verifier }) => verifier.verify(goodToken, o), 'currentDate'],
    verifyAsync: [(o, { verifier }) => verifier.verifyAsync(goodToken, o), 'currentDate'],
    verifyRequest: [(o, { verifier }) => verifier.verifyRequest(request(), o), 'realm'],
    'the context of verifyRequest': [
      (o, { verifier }) => verifier.verifyRequest(request(), {}, o),
      'currentDate',
    ],
    'dpop of verifyRequest': [
      (o, { verifier }) => verifier.verifyRequest(request(), { dpop: o }),
      'nonce',
    ],
    verifyDpopProof: [(o) => lib.verifyDpopProof(goodToken, o), 'replayStore'],
    verifyDpopProofAsync: [(o) => lib.verifyDpopProofAsync(goodToken, o), 'accessToken'],
  };

  for (const [name, [call, known]] of Object.entries({ ...takers, ...lenientTakers })) {
    const isCall = ['verify of a verifier', 'verifyAsync'].includes(name);
    test(`options of ${name}: no object, and names of every object, are misuse`, async () => {
      const given = await things();
      const { 'a boolean': _, ...objects } = unreadable;
      for (const [what, value] of Object.entries(name.includes('cache') ? objects : unreadable)) {
        await refuses(`${name}: ${what}`, () => call(value, given), MISUSE);
      }
      for (const [what, value] of Object.entries(name in takers ? instances : {})) {
        await refuses(`${name}: ${what}`, () => call(value, given), MISUSE);
      }
      for (const option of NAMES) {
        const options = named(option);
        await refuses(`${name}: option ${spelled(option)}`, () => call(options, given), MISUSE);
      }
      const inherited = Object.create(revoked());
      if (name in takers)
        await refuses(`${name}: on a revoked Proxy`, () => call(inherited, given), MISUSE);
      const withSymbol = { [Symbol(known)]: 1 };
      await refuses(`${name}: a symbol as a name`, () => call(withSymbol, given), MISUSE);
      for (const [what, value] of Object.entries(isCall ? {} : noValues)) {
        if (known === 'currentDate' || name === 'restore') continue;
        // A function is what these take.
        if (known === 'keys' && what === 'a function') continue;
        if (known === 'isRevoked' && what === 'a function') continue;
        const options = { [known]: value };
        await refuses(`${name}: ${known} is ${what}`, () => call(options, given), MISUSE);
      }
    });

    test(`options of ${name}: what reading them throws comes out unchanged`, async () => {
      const given = await things();
      for (const [what, thrown] of Object.entries(CAUSES)) {
        await passesOn(name, known, [what, thrown], (options) => call(options, given));
      }
    });
  }

  const nested = {
    'limits of decode': [(limits) => lib.decode(goodToken, { limits }), 'tokenLength'],
    'limits of verify': [(limits) => lib.verify(goodToken, key, { limits }), 'jsonDepth'],
    'limits of compactVerify': [
      (limits) => lib.compactVerify(goodToken, key, { limits }),
      'headerLength',
    ],
    'limits of verifyDpopProof': [
      (limits) => lib.verifyDpopProof(goodToken, { ...dpop, limits }),
      'tokenLength',
    ],
    'limits of a verifier': [(limits) => lib.createVerifier({ keys: key, limits }), 'jsonDepth'],
    requiredScopes: [(value) => lib.verify(goodToken, key, { requiredScopes: value }), 'any'],
    requiredRoles: [(value) => lib.verify(goodToken, key, { requiredRoles: value }), 'path'],
    'headers of a remote set': [
      (headers) => lib.createRemoteJwkSet(URL_OF_KEYS, { headers }),
      'accept',
    ],
    'an entry of a snapshot': [
      (entry, { denylist }) => denylist.restore({ version: 1, entries: [entry] }),
      'jti',
    ],
  };
  for (const [name, [call, known]] of Object.entries(nested)) {
    test(`${name}: what is wrong one level down`, async () => {
      const given = await things();
      for (const [what, value] of Object.entries({ ...unreadable, ...noValues })) {
        // A list of names is a rule, and these are none.
        await refuses(`${name}: ${what}`, () => call(value, given), MISUSE);
        const deeper = { [known]: value };
        if (name.startsWith('headers') && typeof value === 'boolean') continue;
        await refuses(`${name}: ${known} is ${what}`, () => call(deeper, given), MISUSE);
      }
      for (const [what, thrown] of Object.entries(CAUSES)) {
        await passesOn(name, known, [what, thrown], (options) => call(options, given));
        const list = withGetter(0, thrown, Object.assign([], { length: 1 }));
        const refusal = `${name}: ${known} is a list that throws ${what}`;
        // Where no list can be, none is read.
        const expected = TAKES_NO_LIST.includes(name) ? [MISUSE] : [OWN, { cause: thrown }];
        await refuses(refusal, () => call({ [known]: list }, given), ...expected);
      }
    });
  }

  test('a Date where no date belongs is not read inside of the module', async () => {
    for (const option of ['claims', 'header', 'requiredScopes', 'limits', 'audience', 'typ']) {
      const dates = {
        'a Date': new Date(),
        'a Date with getters': withGetter('any', cause, withGetter('tenant', cause, new Date())),
        'a Proxy of a Date': new Proxy(new Date(), { get: () => 'Date', ownKeys: thrower(cause) }),
        'what says that it is a Date': disguised(
          'Date',
          withGetter('any', cause, new (class {})()),
        ),
      };
      for (const [what, date] of Object.entries(dates)) {
        const call = () => lib.verify(goodToken, key, { [option]: date });
        await refuses(`${option} is ${what}`, call, MISUSE);
      }
    }
    const currentDate = withGetter('getTime', cause, new Date());
    await accepts('currentDate is a Date with getters', () =>
      lib.verify(goodToken, key, { currentDate }),
    );
  });

  test('the iterator of a list is never asked', async () => {
    class Endless extends Array {
      *[Symbol.iterator]() {
        for (;;) yield CANARY;
      }
    }
    const given = await things();
    const endless = Endless.of('a', 'b');
    const lists = {
      'audience of verify': () => lib.verify(goodToken, key, { audience: endless }),
      'nonce of dpop': () =>
        given.verifier.verifyRequest({ headers: new Headers() }, { dpop: { nonce: endless } }),
      issuers: () => lib.createVerifier({ issuers: Endless.of({ keys: key, issuer: 'a' }) }),
      'audience of a preset': () => lib.google({ clientId: endless }),
      'audience of sign': () => lib.sign({}, given.signingKey, { audience: endless }),
      'a claim of sign': () => lib.sign({ roles: endless }, given.signingKey),
      'entries of a snapshot': () =>
        given.denylist.restore({ version: 1, entries: Endless.of({ jti: 'a', expiresAt: 1 }) }) ??
        true,
    };
    for (const [name, call] of Object.entries(lists)) {
      if (name === 'audience of verify') {
        await refuses(`endless ${name}`, call, 'ERR_JWT_CLAIM_VALIDATION_FAILED');
      } else await accepts(`endless ${name}`, call);
    }
  });
}
