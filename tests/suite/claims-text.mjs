// Claims on their way into a token: what JSON would drop or change is refused, the rest arrives.

import { decodeText } from './support/base64url.mjs';
import { rejectionOfPromise } from './support/rejection.mjs';

/** What JSON.stringify would leave out, or write as something else. */
const DROPPED_OR_CHANGED = {
  undefined: undefined,
  'a function': () => 1,
  'a symbol': Symbol('canary'),
  NaN: NaN,
  Infinity: -Infinity,
  'negative zero': -0,
  'a BigInt': 1n,
  'a Date': new Date(0),
  'an invalid Date': new Date(NaN),
  'a Map': new Map([['canary', 1]]),
  'a Set': new Set(['canary']),
  'a RegExp': /canary/,
  'an Error': new Error('canary'),
  'a URL': new URL('https://canary.example'),
  'a Promise': Promise.resolve(1),
  bytes: new Uint8Array(2),
  'a String object': new String('canary'),
  'a Number object': new Number(1),
  'an object with toJSON': { toJSON: () => 'canary' },
  'an instance of a class': new (class {
    a = 1;
  })(),
  'an inherited member': Object.create({ canary: 1 }),
  'a name that is a symbol': { [Symbol('canary')]: 1 },
  'a member that is not enumerable': Object.defineProperty({}, 'canary', { value: 1 }),
  'an array with a hole': [1, , 2],
  'an array that is all holes': new Array(4_000_000_000),
  'an array with a name': Object.assign([1], { canary: 1 }),
  'a lone surrogate': 'canary \ud83d',
  'a name with a lone surrogate': { '\udddd': 1 },
};

export default function ({ test, assert, lib, secret, rejects }) {
  const rejectsLater = rejectionOfPromise(rejects);
  const newKey = () => lib.importSigningKey(secret, 'HS256');
  const refuses = async (code, claims) => {
    const key = await newKey();
    return rejectsLater(() => lib.sign(claims, key), code);
  };
  const textOf = async (claims) => {
    const token = await lib.sign(claims, await newKey(), { issuedAt: null });
    return decodeText(token.split('.')[1]);
  };

  for (const [name, value] of Object.entries(DROPPED_OR_CHANGED)) {
    test(`${name} is refused wherever it stands`, async () => {
      for (const claims of [{ a: value }, { a: [value] }, { a: { b: [{ c: value }] } }]) {
        await refuses('ERR_API_MISUSE', claims);
      }
    });
  }

  test('claims are a plain object', async () => {
    class Claims {
      sub = 'a';
    }
    for (const claims of [
      undefined,
      null,
      1,
      'a',
      '{}',
      true,
      [],
      () => {},
      Symbol('a'),
      1n,
      new Map(),
      new Claims(),
      new Date(),
      Object.create({ sub: 'a' }),
    ]) {
      await refuses('ERR_API_MISUSE', claims);
    }
  });

  test('everything that JSON can say arrives as it is', async () => {
    const claims = {
      ...{ text: 'ž \u0000 \u2028 " \\ / 🗝️', empty: '', no: false, yes: true, nothing: null },
      ...{ zero: 0, small: 5e-324, large: 1.7976931348623157e308, big: 1e21, negative: -1.5 },
      ...{ integer: Number.MAX_SAFE_INTEGER, list: [], object: {}, 'a name "of\\ its own': [[{}]] },
    };
    const text = await textOf(claims);
    assert.equal(text, JSON.stringify(claims));
    assert.deepEqual(JSON.parse(text), claims);
  });

  test('an object without a prototype and a member called __proto__ are nothing special', async () => {
    const claims = Object.assign(Object.create(null), { a: 1 });
    assert.equal(await textOf(claims), '{"a":1}');
    const parsed = JSON.parse('{"__proto__":{"admin":true},"constructor":1,"toJSON":"text"}');
    assert.equal(
      await textOf(parsed),
      '{"__proto__":{"admin":true},"constructor":1,"toJSON":"text"}',
    );
  });

  test('each property is read once, so that what was looked at is what is signed', async () => {
    let reads = 0;
    const claims = {
      get sub() {
        reads += 1;
        return reads === 1 ? 'first' : 'second';
      },
    };
    assert.equal(await textOf(claims), '{"sub":"first"}');
    assert.equal(reads, 1);
  });

  test('toJSON on the prototypes of the runtime changes nothing', async () => {
    Object.defineProperty(Array.prototype, 'toJSON', { value: () => 'x', configurable: true });
    Object.defineProperty(Object.prototype, 'toJSON', { value: () => 'x', configurable: true });
    Object.defineProperty(String.prototype, 'toJSON', { value: () => 'x', configurable: true });
    try {
      assert.equal(await textOf({ a: [1, { b: 'c' }] }), '{"a":[1,{"b":"c"}]}');
    } finally {
      delete Array.prototype.toJSON;
      delete Object.prototype.toJSON;
      delete String.prototype.toJSON;
    }
  });

  test('a getter or a Proxy that throws is a mistake of the caller, and its error is not shown', async () => {
    const thrower = () => {
      throw new Error('canary');
    };
    const getter = Object.defineProperty({}, 'sub', { get: thrower, enumerable: true });
    const proxy = new Proxy({}, { ownKeys: thrower });
    for (const claims of [getter, proxy, { a: getter }, { a: proxy }]) {
      await refuses('ERR_API_MISUSE', claims);
    }
  });

  test('64 levels are the most, as verify reads them', async () => {
    const nested = (levels) => {
      let value = {};
      for (let level = 1; level < levels; level += 1) value = { a: value };
      return value;
    };
    const key = await newKey();
    const token = await lib.sign(nested(64), key, { expiresIn: 60 });
    assert.ok(lib.verify(token, key.verifyingKey()));
    await refuses('ERR_JOSE_LIMIT_EXCEEDED', nested(65));
    await refuses('ERR_JOSE_LIMIT_EXCEEDED', nested(100_000));
  });

  test('a circle is refused, and one object in two places is not', async () => {
    const circle = { list: [] };
    circle.list.push(circle);
    await refuses('ERR_JOSE_LIMIT_EXCEEDED', circle);
    const shared = { b: 1 };
    assert.equal(await textOf({ one: shared, two: [shared] }), '{"one":{"b":1},"two":[{"b":1}]}');
  });

  test('few objects that would make a text without end are refused at once', async () => {
    let value = ['canary'];
    for (let level = 0; level < 40; level += 1) value = [value, value];
    const since = performance.now();
    await refuses('ERR_JOSE_LIMIT_EXCEEDED', { value });
    assert.ok(performance.now() - since < 2000);
  });
}
