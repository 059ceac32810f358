// Fetches, responses, bodies and stores that throw, lie or never end.

import { MISUSE, OWN, URL_OF_KEYS } from './cases.mjs';
import {
  CAUSES,
  cause,
  goneBytes,
  hostile,
  instances,
  revoked,
  thrower,
  unreadable,
  withGetter,
} from './hostile.mjs';
import { CANARY } from '../support/rejection.mjs';

const FETCH_FAILED = 'ERR_JWKS_FETCH_FAILED';
const ISSUER = 'https://keys.invalid';
const FAR = 9_999_999_999;

export default function ({ test, lib, key, refuses, accepts, things, es256 }) {
  const keysBy = (fetch, more) =>
    lib.createRemoteJwkSet(URL_OF_KEYS, { fetch, timeout: 0.2, maxResponseBytes: 1000, ...more });
  const noFields = { get: () => null };
  const bodyOf = (read, more) => ({ getReader: () => ({ read, cancel: async () => {}, ...more }) });
  const answerOf = (body) => ({ status: 200, headers: noFields, body });
  const chunkOf = (value) => answerOf(bodyOf(async () => ({ done: false, value })));

  test('a fetch that throws, or gives what is no response, has failed', async () => {
    const responses = {
      ...unreadable,
      undefined: undefined,
      'an object of nothing': Object.create(null),
      'a status as text': { ...answerOf(null), status: '200' },
      'a status that is a symbol': { ...answerOf(null), status: Symbol(CANARY) },
      'a status that is an object': { ...answerOf(null), status: { toString: thrower(cause) } },
      'a status of a megabyte': { ...answerOf(null), status: CANARY.repeat(200_000) },
      'no headers': { status: 200, body: null },
      'headers that are a plain object': { status: 404, headers: {}, body: null },
      'headers that are revoked': { status: 404, headers: revoked(), body: null },
      'headers that give a symbol': {
        status: 404,
        headers: { get: () => Symbol(CANARY) },
        body: null,
      },
      'no body': { status: 200, headers: noFields },
      'a body that is text': answerOf('{"keys":[]}'),
      'a body that is revoked': answerOf(revoked()),
      'a reader that is null': answerOf({ getReader: () => null }),
      'a read that gives nothing': answerOf(bodyOf(() => undefined)),
      'a read that gives null': answerOf(bodyOf(async () => null)),
      'a read that gives a revoked Proxy': answerOf(bodyOf(async () => revoked())),
      'a chunk of text': chunkOf('{"keys":[]}'),
      'a chunk of numbers': chunkOf([123]),
      'a chunk that is a symbol': chunkOf(Symbol(CANARY)),
      'a chunk that is revoked': chunkOf(revoked()),
      'a chunk that is no UTF-8': {
        ...answerOf(null),
        body: (() => {
          let turn = 0;
          return bodyOf(async () => ({ done: turn++ > 0, value: Uint8Array.of(0xff) }));
        })(),
      },
      'empty chunks without end': chunkOf(new Uint8Array()),
      'chunks without end': chunkOf(new Uint8Array(100)),
      'a cancel that throws': answerOf(
        bodyOf(async () => ({ done: false, value: 1 }), { cancel: thrower(cause) }),
      ),
      'a cancel that is none': answerOf(
        bodyOf(async () => ({ done: false, value: 1 }), { cancel: undefined }),
      ),
    };
    for (const [what, value] of Object.entries({ ...responses, ...goneBytesAsChunks() })) {
      const keys = keysBy(async () => value);
      await refuses(`a response that is or has ${what}`, () => keys.keysFor({}), FETCH_FAILED);
      const issuer = lib.createRemoteJwkSet(
        { issuer: ISSUER },
        { fetch: async () => value, timeout: 0.2, maxResponseBytes: 1000 },
      );
      await refuses(`metadata that are or have ${what}`, () => issuer.refresh(), FETCH_FAILED);
    }
    for (const [what, thrown] of Object.entries(CAUSES)) {
      const ways = {
        'fetch throws': thrower(thrown),
        'fetch rejects with': async () => thrower(thrown)(),
        'the status throws': async () => withGetter('status', thrown),
        'headers throw': async () => withGetter('headers', thrown, { status: 200 }),
        'headers.get throws': async () => ({
          status: 200,
          headers: { get: thrower(thrown) },
          body: null,
        }),
        'the body throws': async () =>
          withGetter('body', thrown, { status: 200, headers: noFields }),
        'getReader throws': async () => answerOf({ getReader: thrower(thrown) }),
        'read throws': async () => answerOf(bodyOf(thrower(thrown))),
        'read rejects with': async () => answerOf(bodyOf(async () => thrower(thrown)())),
        'the response throws': async () =>
          new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : thrower(thrown)()) }),
      };
      for (const [how, fetch] of Object.entries(ways)) {
        const about = thrown === undefined ? {} : { cause: thrown };
        await refuses(`${how} ${what}`, () => keysBy(fetch).keysFor({}), FETCH_FAILED, about);
      }
    }
    for (const field of [
      'max-age=1,'.repeat(200_000),
      'max-age=\ud800',
      '\0',
      'max-age=constructor',
    ]) {
      await accepts(`Cache-Control is ${JSON.stringify(field.slice(0, 20))}`, async () => {
        const body = new Response('{"keys":[]}').body;
        const keys = keysBy(async () => ({ status: 200, headers: { get: () => field }, body }));
        return keys.keysFor({});
      });
    }
  });

  const goneBytesAsChunks = () =>
    Object.fromEntries(
      Object.entries(goneBytes()).map(([what, value]) => [
        `a chunk that is ${what}`,
        chunkOf(value),
      ]),
    );

  test("stores that throw, hang or lie stand in nobody's way", async () => {
    const good = async () => new Response(JSON.stringify(es256));
    const values = {
      ...unreadable,
      ...instances,
      'a set that is revoked': { jwks: revoked(), fetchedAt: 1, expiresAt: FAR * 1000 },
      'times that are symbols': { jwks: es256, fetchedAt: Symbol(CANARY), expiresAt: 1 },
      'a hostile Proxy': hostile(cause),
    };
    for (const [what, value] of Object.entries(values)) {
      const store = { get: async () => value, put: thrower(cause) };
      await accepts(`a store gives ${what}`, () => keysBy(good, { store }).keysFor({}));
    }
    for (const [what, thrown] of Object.entries(CAUSES)) {
      const store = { get: thrower(thrown), put: thrower(thrown) };
      await accepts(`a store throws ${what}`, () => keysBy(good, { store }).keysFor({}));
    }
    const stored = { jwks: es256, fetchedAt: 1, expiresAt: 2 };
    const kv = (text) => lib.kvStore({ get: async () => text, put: async () => {} });
    const cache = (response) =>
      lib.cacheApiStore({ match: async () => response, put: async () => {} });
    for (const [what, value] of Object.entries({
      ...unreadable,
      undefined: undefined,
      '{': '{',
      '': '',
    })) {
      // With such a Proxy it is the promise of the caller that rejects.
      if (what.startsWith('a revoked')) continue;
      await accepts(
        `a namespace gives ${what}`,
        async () => (await kv(value).get('u')) === undefined,
      );
      await accepts(
        `a cache gives ${what}`,
        async () => (await cache(value).get('u')) === undefined,
      );
    }
    const bodies = {
      'an object': {},
      text: 'canary',
      'a revoked Proxy': revoked(),
      'one whose read gives null': bodyOf(async () => null),
      'one whose read gives no chunk': bodyOf(async () => ({ done: false })),
    };
    for (const [what, body] of Object.entries(bodies)) {
      const call = () => cache({ body }).get('u');
      await refuses(`the body of a cached response is ${what}`, call, FETCH_FAILED);
    }
    for (const [name, store] of Object.entries({ kvStore: kv(null), cacheApiStore: cache() })) {
      for (const [what, url] of Object.entries({ ...unreadable, 'a lone surrogate': '\ud800' })) {
        await refuses(`${name}: get of ${what}`, () => store.get(url), MISUSE);
        await refuses(`${name}: put at ${what}`, () => store.put(url, stored), MISUSE);
      }
      for (const [what, value] of Object.entries({
        ...unreadable,
        'a BigInt inside': { ...stored, jwks: 1n },
      })) {
        await refuses(`${name}: put of ${what}`, () => store.put('u', value), MISUSE);
      }
      for (const [what, thrown] of Object.entries(CAUSES)) {
        const make = name === 'kvStore' ? lib.kvStore : lib.cacheApiStore;
        const failing = make({
          get: thrower(thrown),
          match: thrower(thrown),
          put: thrower(thrown),
        });
        const about = { cause: thrown };
        await refuses(`${name}: get throws ${what}`, () => failing.get('u'), OWN, about);
        await refuses(`${name}: put throws ${what}`, () => failing.put('u', stored), OWN, about);
      }
    }
    for (const [what, value] of Object.entries({ ...unreadable, ...instances })) {
      await refuses(`kvStore of ${what}`, () => lib.kvStore(value), MISUSE);
      if (value !== undefined)
        await refuses(`cacheApiStore of ${what}`, () => lib.cacheApiStore(value), MISUSE);
      const use = () => keysBy(good, { store: value });
      await refuses(`the store ${what}`, use, MISUSE);
    }
  });

  test('sources, hints and contexts of key sets that are none', async () => {
    const { remote } = await things();
    for (const [what, value] of Object.entries({
      ...unreadable,
      ...instances,
      undefined: undefined,
    })) {
      await refuses(`the source ${what}`, () => lib.createRemoteJwkSet(value), MISUSE);
      const issuer = () => lib.createRemoteJwkSet({ issuer: value });
      await refuses(`the issuer ${what}`, issuer, MISUSE);
      if (typeof value === 'object' && what in instances) continue;
      await refuses(`keysFor of ${what}`, () => remote.keysFor(value), MISUSE);
      const ofAlb = lib.awsAlb({
        loadBalancerArn:
          'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/0123456789abcdef',
        issuer: ISSUER,
        clientId: 'c',
      });
      await refuses(`keys of awsAlb for ${what}`, async () => ofAlb.keys(value), MISUSE);
    }
    for (const text of [
      '',
      '\0',
      '\ud800',
      'a',
      'https://',
      'x'.repeat(1_000_000),
      'file:///canary',
    ]) {
      const what = JSON.stringify(text.slice(0, 20));
      await refuses(`the source of the text ${what}`, () => lib.createRemoteJwkSet(text), MISUSE);
    }
    for (const [what, thrown] of Object.entries(CAUSES)) {
      const about = { cause: thrown };
      const source = () => lib.createRemoteJwkSet(withGetter('issuer', thrown));
      await refuses(`the issuer of a source throws ${what}`, source, OWN, about);
      const href = () => lib.createRemoteJwkSet(withGetter('href', thrown, new (class {})()));
      await refuses(`the href of a source throws ${what}`, href, OWN, about);
      const hint = () => remote.keysFor(withGetter('kid', thrown));
      await refuses(`the kid of a hint throws ${what}`, hint, OWN, about);
      const keys = () => lib.createVerifier({ keys: hostile(thrown) });
      await refuses(`the keys of a verifier throw ${what}`, keys, OWN, about);
      const schema = () => lib.createVerifier({ keys: key, schema: hostile(thrown) });
      await refuses(`the schema of a verifier throws ${what}`, schema, OWN, about);
      const store = () => keysBy(async () => {}, { store: hostile(thrown) });
      await refuses(`the methods of a store throw ${what}`, store, OWN, about);
    }
    for (const [what, value] of Object.entries({ ...unreadable, ...instances })) {
      const make = () => lib.createVerifier({ keys: key, schema: value });
      await refuses(`a schema that is ${what}`, make, MISUSE);
    }
    for (const [what, context] of Object.entries({
      'a revoked Proxy': revoked(),
      'a symbol': Symbol(CANARY),
    })) {
      const fresh = keysBy(async () => new Response(JSON.stringify(es256)));
      fresh.hydrate(es256, { fetchedAt: 1, expiresAt: Date.now() - 1000 });
      await accepts(`a context that is ${what}`, () => fresh.keysFor({}, context));
    }
  });
}
