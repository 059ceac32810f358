// Functions of the caller that throw anything and give anything.

import { MISUSE, OWN } from './cases.mjs';
import {
  CAUSES,
  cause,
  hostile,
  instances,
  revoked,
  thrower,
  unreadable,
  withGetter,
} from './hostile.mjs';
import { CANARY } from '../support/rejection.mjs';

const FAILED = 'ERR_CALLBACK_FAILED';
const FAR = 9_999_999_999;

export default function ({ test, lib, sign, key, refuses, accepts, things, dpop }) {
  test('whatever a function throws is the cause of ERR_CALLBACK_FAILED, unchanged', async () => {
    const schemaOf = (validate) => ({ '~standard': { version: 1, vendor: 'test', validate } });
    const options = {
      keys: (keys) => ({ keys }),
      'keysFor of keys': (keysFor) => ({ keys: { jwkSet: undefined, keysFor } }),
      issuers: (issuers) => ({ issuers }),
      isRevoked: (isRevoked) => ({ keys: key, isRevoked }),
      schema: (validate) => ({ keys: key, schema: schemaOf(validate) }),
      onEvent: (onEvent) => ({ keys: key, onEvent }),
    };
    const token = sign({ iss: 'i', exp: FAR });
    for (const [name, optionsOf] of Object.entries(options)) {
      for (const [what, thrown] of Object.entries(CAUSES)) {
        const about = { cause: thrown };
        const verifier = lib.createVerifier(optionsOf(thrower(thrown)));
        const verifyLater = () => verifier.verifyAsync(token);
        await refuses(`${name} throws ${what}`, verifyLater, FAILED, about);
        await accepts(`${name} throws ${what}, and the request gets 503`, async () => {
          const headers = new Headers({ authorization: `Bearer ${token}` });
          const { error, response } = await verifier.verifyRequest({ headers });
          return response.status === 503 && Object.is(error.cause, thrown);
        });
        if (name.startsWith('keysFor')) continue;
        await refuses(
          `${name} throws ${what} at once`,
          () => verifier.verify(token),
          FAILED,
          about,
        );
      }
      if (name === 'onEvent') continue;
      const answers = {
        ...unreadable,
        'a hostile Proxy': hostile(cause),
        'an async function that gives a revoked Proxy': undefined,
      };
      for (const [what, answer] of Object.entries(answers)) {
        if (name === 'isRevoked' && typeof answer === 'boolean') continue;
        const callback = what.startsWith('an async function that')
          ? async () => revoked()
          : () => answer;
        const verifier = lib.createVerifier(optionsOf(callback));
        await refuses(`${name} gives ${what}`, () => verifier.verifyAsync(token), FAILED);
      }
    }
  });

  test('replay stores that throw or lie accept nothing', async () => {
    const { signingKey } = await things();
    const proof = await lib.createDpopProof(signingKey, dpop);
    for (const [what, thrown] of Object.entries(CAUSES)) {
      const replayStore = { take: thrower(thrown) };
      const about = { cause: thrown };
      const now = () => lib.verifyDpopProof(proof, { ...dpop, replayStore });
      await refuses(`take throws ${what}`, now, FAILED, about);
      const later = () => lib.verifyDpopProofAsync(proof, { ...dpop, replayStore });
      await refuses(`take throws ${what}, later`, later, FAILED, about);
      const rejecting = { take: async () => thrower(thrown)() };
      const waits = () => lib.verifyDpopProofAsync(proof, { ...dpop, replayStore: rejecting });
      await refuses(`take rejects with ${what}`, waits, FAILED, about);
    }
    for (const [what, answer] of Object.entries(unreadable)) {
      if (typeof answer === 'boolean') continue;
      const replayStore = { take: () => answer };
      const now = () => lib.verifyDpopProof(proof, { ...dpop, replayStore });
      await refuses(`take gives ${what}`, now, FAILED);
      const given = () => lib.verifyDpopProof(proof, { ...dpop, replayStore: answer });
      await refuses(`a replay store that is ${what}`, given, MISUSE);
    }
    const store = lib.createReplayStore();
    for (const [what, value] of Object.entries({ ...unreadable, ...instances })) {
      await refuses(`take of ${what}`, () => store.take(value, FAR), MISUSE);
      if (typeof value === 'number') continue;
      await refuses(`take until ${what}`, () => store.take('a', value), MISUSE);
      await refuses(`take while it is ${what}`, () => store.take('a', FAR, value), MISUSE);
    }
  });

  test('a denylist is asked about tokens alone', async () => {
    const { denylist } = await things();
    const cyclic = {};
    cyclic.self = cyclic;
    for (const [what, value] of Object.entries({ ...unreadable, undefined: undefined })) {
      await refuses(`isRevoked of ${what}`, () => denylist.isRevoked(value), MISUSE);
      const inside = { payload: value };
      await refuses(
        `isRevoked of a payload that is ${what}`,
        () => denylist.isRevoked(inside),
        MISUSE,
      );
      await refuses(`revokeToken of ${what}`, () => denylist.revokeToken(value), MISUSE);
      if (value === undefined) continue;
      await refuses(
        `revokeJwtId of ${what}`,
        () => denylist.revokeJwtId(value, { expiresAt: FAR }),
        MISUSE,
      );
      await refuses(`revokeSubject of ${what}`, () => denylist.revokeSubject(value), MISUSE);
      await refuses(`revokeIssuedBefore ${what}`, () => denylist.revokeIssuedBefore(value), MISUSE);
    }
    for (const claim of ['iss', 'jti', 'sub']) {
      for (const [what, value] of Object.entries({
        'a BigInt': 1n,
        'a cycle': cyclic,
        'a revoked Proxy': revoked(),
      })) {
        const token = { payload: { [claim]: value } };
        await refuses(
          `isRevoked of a token whose ${claim} is ${what}`,
          () => denylist.isRevoked(token),
          MISUSE,
        );
      }
      for (const [what, thrown] of Object.entries(CAUSES)) {
        const token = { payload: withGetter(claim, thrown) };
        const call = () => denylist.isRevoked(token);
        await refuses(`isRevoked of a token whose ${claim} throws ${what}`, call, OWN, {
          cause: thrown,
        });
      }
    }
    const list = lib.createDenylist();
    list.revokeIssuedBefore(FAR);
    for (const [what, iat] of Object.entries({
      'a symbol': Symbol(CANARY),
      'an object': { valueOf: thrower(cause) },
    })) {
      await accepts(`a token whose iat is ${what} is revoked`, () =>
        list.isRevoked({ payload: { iat } }),
      );
    }
  });
}
