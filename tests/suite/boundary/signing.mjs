// Claims, headers and assertions that are none.

import { MISUSE, OWN } from './cases.mjs';
import { CAUSES, hostile, instances, named, noValues, unreadable, withGetter } from './hostile.mjs';
import { CANARY } from '../support/rejection.mjs';

export default function ({ test, lib, key, refuses, accepts, things }) {
  test('claims and headers that are no JSON are misuse, whatever they throw', async () => {
    const { signingKey, signer } = await things();
    const cyclic = {};
    cyclic.self = cyclic;
    const values = {
      ...unreadable,
      ...instances,
      undefined: undefined,
      'a hole': [, 1],
      'an array that lies about its length': noValues['an array that lies about its length'],
      'a symbol as a name': { [Symbol(CANARY)]: 1 },
      'a hidden member': Object.defineProperty({}, 'a', { value: 1 }),
    };
    delete values['an array'];
    delete values['a boolean'];
    delete values.null;
    const writers = {
      'a claim': (value) => lib.sign({ a: value }, signingKey),
      'a claim one level down': (value) => lib.sign({ a: { b: [value] } }, signingKey),
      'a claim of a signer': (value) => signer.sign({ a: value }),
      'a header parameter': (value) => lib.sign({}, signingKey, { header: { a: value } }),
    };
    for (const [name, write] of Object.entries(writers)) {
      for (const [what, value] of Object.entries(values)) {
        await refuses(`${name} is ${what}`, () => write(value), MISUSE);
      }
      for (const [what, thrown] of Object.entries(CAUSES)) {
        await refuses(`${name}: a Proxy throws ${what}`, () => write(hostile(thrown)), MISUSE);
        const getter = withGetter('b', thrown);
        await refuses(`${name}: a getter throws ${what}`, () => write(getter), MISUSE);
      }
      await refuses(`${name} is a cycle`, () => write(cyclic), 'ERR_JOSE_LIMIT_EXCEEDED');
      const long = 'a'.repeat(1_000_000);
      await refuses(`${name} is long`, () => write(long), 'ERR_JOSE_LIMIT_EXCEEDED');
      await refuses(`${name} is a lone surrogate`, () => write('\ud800'), MISUSE);
      await refuses(`${name} has a name that is one`, () => write({ '\ud800': 1 }), MISUSE);
    }
    for (const [what, value] of Object.entries({ ...unreadable, ...instances })) {
      await refuses(`the claims are ${what}`, () => lib.sign(value, signingKey), MISUSE);
      const withHeader = () => lib.sign({}, signingKey, { header: value });
      await refuses(`the header is ${what}`, withHeader, MISUSE);
    }
    for (const name of [
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'then',
      'toJSON',
    ]) {
      await accepts(`a claim called ${name}`, async () => {
        const token = await lib.sign(named(name, 'x'), signingKey, { expiresIn: '1h' });
        return Object.hasOwn(lib.decode(token).payload, name);
      });
    }
  });

  test('assertions and key files that are none', async () => {
    for (const [what, value] of Object.entries({
      ...unreadable,
      ...instances,
      'a token cut off': 'a.b',
    })) {
      await refuses(`tokenRequestBody: ${what}`, () => lib.tokenRequestBody(value), MISUSE);
      const parameters = () => lib.clientAssertionParameters(value);
      await refuses(`clientAssertionParameters: ${what}`, parameters, MISUSE);
    }
    for (const [what, value] of Object.entries({ ...unreadable, ...instances })) {
      await refuses(`importServiceAccount: ${what}`, () => lib.importServiceAccount(value), MISUSE);
    }
    const file = {
      type: 'service_account',
      client_email: 'a@b.example',
      private_key: 'canary',
      token_uri: 'https://a.example',
    };
    for (const member of Object.keys(file)) {
      for (const [what, value] of Object.entries({ ...unreadable, ...instances })) {
        const given = { ...file, [member]: value };
        const call = () => lib.importServiceAccount(given);
        await refuses(`${member} of a key file is ${what}`, call, 'ERR_JOSE_KEY_INVALID');
      }
      for (const [what, thrown] of Object.entries(CAUSES)) {
        const given = withGetter(member, thrown, { ...file });
        const call = () => lib.importServiceAccount(given);
        await refuses(`${member} of a key file throws ${what}`, call, OWN, { cause: thrown });
      }
    }
    for (const text of ['', '\0', '[]', 'null', '"canary"', '{', '\ud800']) {
      const call = () => lib.importServiceAccount(text);
      await refuses(`a key file of ${JSON.stringify(text)}`, call, 'ERR_JOSE_KEY_INVALID');
    }
  });
}
