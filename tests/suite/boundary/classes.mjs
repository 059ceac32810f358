// Methods without their object, classes without their functions, and what never throws.

import { MISUSE, OWN, URL_OF_KEYS } from './cases.mjs';
import {
  CAUSES,
  goneBytes,
  hostile,
  instances,
  NAMES,
  noValues,
  revoked,
  spelled,
  unreadable,
  withGetter,
} from './hostile.mjs';
import { CANARY } from '../support/rejection.mjs';

const FAR = 9_999_999_999;

export default function ({ test, lib, secret, key, goodToken, refuses, accepts, things }) {
  test('methods and getters that were torn off say so', async () => {
    const { verifier, signer, denylist, remote, signingKey, verifyingKey, set } = await things();
    const objects = {
      verifier: [verifier, [goodToken]],
      signer: [signer, [{}]],
      denylist: [denylist, [{ payload: { jti: 'a' } }, { expiresAt: FAR }]],
      remote: [remote, [{}]],
      signingKey: [signingKey, [new Uint8Array(1)]],
      verifyingKey: [verifyingKey, [new Uint8Array(1), new Uint8Array(1)]],
      set: [set, []],
    };
    for (const [name, [object, args]] of Object.entries(objects)) {
      const prototype = Object.getPrototypeOf(object);
      for (const member of Reflect.ownKeys(prototype)) {
        if (member === 'constructor') continue;
        const { get, value } = Object.getOwnPropertyDescriptor(prototype, member);
        const method = get ?? value;
        const foreign = {
          nothing: undefined,
          'a plain object': {},
          'a Proxy of it': new Proxy(object, {}),
          'a revoked Proxy': revoked(),
          'an object of its prototype': Object.create(prototype),
          'an object of another class': name === 'set' ? verifier : set,
        };
        for (const [what, receiver] of Object.entries(foreign)) {
          const call = () => Reflect.apply(method, receiver, args);
          await refuses(`${String(member)} of ${name}, called on ${what}`, call, MISUSE);
        }
      }
    }
    const { isRevoked } = denylist;
    await accepts('isRevoked of a denylist is no method', () => !isRevoked({ payload: {} }));
    const { take } = lib.createReplayStore();
    await accepts('take of a replay store is no method', () => take('a', FAR));
  });

  test('classes are made by their functions, and can be inherited from', async () => {
    const { signingKey } = await things();
    const inner = ['VerifyingKey', 'JwkSet', 'SigningKey', 'ServiceAccount'];
    for (const name of inner) {
      const Class = lib[name];
      class Heir extends Class {}
      for (const [what, value] of Object.entries({
        ...unreadable,
        ...instances,
        undefined: undefined,
      })) {
        await refuses(`new ${name} of ${what}`, () => new Class(value), MISUSE);
        await refuses(
          `new heir of ${name} of ${what}`,
          () => new Heir(value, value, value),
          MISUSE,
        );
      }
    }
    for (const name of ['Verifier', 'Denylist', 'Signer', 'RemoteJwkSet']) {
      class Heir extends lib[name] {}
      const options = {
        Verifier: { keys: key },
        Denylist: undefined,
        Signer: { key: signingKey },
        RemoteJwkSet: URL_OF_KEYS,
      };
      await accepts(`an heir of ${name}`, () => new Heir(options[name]) instanceof lib[name]);
      await refuses(`new heir of ${name} of a revoked Proxy`, () => new Heir(revoked()), MISUSE);
    }
    class Careful extends lib.Verifier {
      verify(...args) {
        return super.verify(...args);
      }
    }
    await accepts('super.verify of an heir', () => new Careful({ keys: key }).verify(goodToken));
    for (const make of [
      () => new lib.JoseError('ERR_JWT_INVALID', Symbol(CANARY)),
      () => new lib.JoseError('ERR_JWT_INVALID', 'text', 1),
      () => new lib.JoseError('ERR_JWT_INVALID', 'text', revoked()),
      () => new lib.JwtClaimError('ERR_JWT_EXPIRED', 'text'),
      () => new lib.JwtClaimError('ERR_JWT_EXPIRED', 'text', null),
      () => new lib.JwtClaimError('ERR_JWT_EXPIRED', 'text', revoked()),
    ]) {
      await refuses(`an error that is malformed: ${make}`, make, MISUSE);
    }
    for (const [what, thrown] of Object.entries(CAUSES)) {
      const details = withGetter('claim', thrown);
      const make = () => new lib.JwtClaimError('ERR_JWT_EXPIRED', 'text', details);
      await refuses(`the details of a claim error throw ${what}`, make, OWN, { cause: thrown });
    }
  });

  test('inspect and inspectKey never throw', async () => {
    const wrong = { ...unreadable, ...instances, ...goneBytes(), ...noValues };
    for (const thrown of Object.keys(CAUSES))
      wrong[`what throws ${thrown}`] = hostile(CAUSES[thrown]);
    for (const [what, value] of Object.entries(wrong)) {
      const reports = {
        'the token': () => lib.inspect(value, key),
        'the key': () => lib.inspect(goodToken, value),
        'the options': () => lib.inspect(goodToken, key, value),
        'the issuer': () => lib.inspect(goodToken, key, { issuer: value }),
      };
      for (const [which, report] of Object.entries(reports)) {
        if (which === 'the issuer' && what === 'an array') continue;
        await accepts(`inspect: ${which} is ${what}`, () => {
          const { valid, checks } = report();
          return !valid && checks.some(({ code }) => code === MISUSE);
        });
      }
      await accepts(`inspectKey of ${what}`, () => lib.inspectKey(value).valid === false);
      await accepts(
        `inspectKey for ${what}`,
        () => lib.inspectKey(secret, value).error.code === MISUSE,
      );
    }
    for (const alg of NAMES) {
      await accepts(
        `inspectKey for ${spelled(alg)}`,
        () => lib.inspectKey(secret, alg).valid === false,
      );
    }
  });
}
