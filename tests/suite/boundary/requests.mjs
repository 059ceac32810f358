// Requests that are none, and what of them must not get into an answer.

import { MISUSE, OWN } from './cases.mjs';
import { CAUSES, hostile, revoked, thrower, unreadable, withGetter } from './hostile.mjs';
import { CANARY } from '../support/rejection.mjs';

export default function ({ test, lib, key, goodToken, refuses, accepts, things, request }) {
  test('a request that is none is misuse, and what it throws comes out unchanged', async () => {
    const { verifier } = await things();
    const get = (value) => ({ headers: { get: () => value } });
    const requests = {
      ...unreadable,
      undefined: undefined,
      'an object of nothing': Object.create(null),
      'one with headers that are null': { headers: null },
      'one with headers that are a plain object': { headers: { authorization: 'Bearer x' } },
      'one with headers that are a list': { headers: [['authorization', 'Bearer x']] },
      'one with headers that are revoked': { headers: revoked() },
      'one whose get is no function': { headers: { get: 'Bearer x' } },
      'one whose get gives a number': get(1),
      'one whose get gives a symbol': get(Symbol(CANARY)),
      'one whose get gives an object': get({ toString: () => `Bearer ${goodToken}` }),
      'one whose get gives a boxed string': get(Object(`Bearer ${goodToken}`)),
      'one whose get gives a list': get([`Bearer ${goodToken}`]),
      'one whose get gives a Promise': get(Promise.resolve(null)),
      'one whose get gives a revoked Proxy': get(revoked()),
    };
    const settings = {
      header: { header: 'x-token' },
      cookie: { cookie: 'c' },
      dpop: { dpop: {} },
      bearer: {},
    };
    for (const [way, options] of Object.entries(settings)) {
      for (const [what, value] of Object.entries(requests)) {
        const call = () => verifier.verifyRequest(value, options);
        await refuses(`${way}: a request that is ${what}`, call, MISUSE);
      }
      for (const [what, thrown] of Object.entries(CAUSES)) {
        const hostiles = {
          'its headers throw': withGetter('headers', thrown),
          'its get throws': { headers: { get: thrower(thrown) } },
          'the get of its headers throws': { headers: withGetter('get', thrown) },
          'it throws': hostile(thrown),
          'its method throws': withGetter('method', thrown, { headers: new Headers() }),
        };
        for (const [how, value] of Object.entries(hostiles)) {
          const call = () => verifier.verifyRequest(value, options);
          await refuses(`${way}: ${how} ${what}`, call, OWN, { cause: thrown });
        }
      }
      const answers = {
        'nothing, as a Map does': undefined,
        'a megabyte': 'a,'.repeat(500_000),
        'a megabyte of a token': `Bearer ${'a'.repeat(1_000_000)}`,
        'lone surrogates': 'Bearer \ud800',
        NUL: '\0',
        'nothing at all': '',
      };
      for (const [what, value] of Object.entries(answers)) {
        await accepts(`${way}: get gives ${what}`, async () => {
          const result = await verifier.verifyRequest(get(value), options);
          return !result.ok && [400, 401].includes(result.response.status);
        });
      }
      await accepts(`${way}: headers are a Map, and OPTIONS no preflight`, async () => {
        const result = await verifier.verifyRequest(
          { method: 'OPTIONS', headers: new Map() },
          options,
        );
        return !result.ok && !result.isPreflight;
      });
    }
  });

  test('what cannot stand in a header is not put there', async () => {
    for (const scope of ['читать', 'a\nb', 'a"b', '\u{1f5dd}']) {
      const verifier = lib.createVerifier({ keys: key, requiredScopes: [scope] });
      await accepts(`a scope called ${JSON.stringify(scope)}`, async () => {
        const { response } = await verifier.verifyRequest(request());
        return (
          response.status === 403 && !response.headers.get('www-authenticate').includes('scope=')
        );
      });
    }
    const { verifier } = await things();
    for (const nonce of ['é', 'a\nb', 'a"b', 'a b', '', ['ok', 'a\nb']]) {
      const call = () => verifier.verifyRequest(request(), { dpop: { nonce } });
      await refuses(`a nonce that is ${JSON.stringify(nonce)}`, call, MISUSE);
    }
    for (const algorithms of ['ES256', 'constructor', ['a\nb'], ['HS256'], {}, 1, null]) {
      const call = () =>
        verifier.verifyRequest({ headers: new Headers() }, { dpop: { algorithms } });
      await refuses(`algorithms of proofs that are ${JSON.stringify(algorithms)}`, call, MISUSE);
    }
  });
}
