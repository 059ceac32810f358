// What a bug elsewhere in the process puts on `Object.prototype` and `Array.prototype` changes no answer of the
// package, and is not asked for by it.

import { answersTo, described, questions } from './support/answers.mjs';
import { hostQuestions } from './support/host-answers.mjs';
import { VALUES } from './support/polluting-values.mjs';

/** With these the language itself fails for everybody: describing a property, iterating, and the traps of a Proxy. */
const OF_THE_LANGUAGE = [
  'get',
  'set',
  'value',
  'writable',
  'enumerable',
  'configurable',
  'next',
  'done',
  'return',
  'throw',
  'apply',
  'construct',
  'has',
];
/** That the package asks for all the same, to see whether it is a function: JSON has none. */
const METHODS = ['keysFor', 'then'];
/** A global scope has a class. What they say decides only who waits for whom. */
const OF_THE_SCOPE = ['navigator', 'EdgeRuntime'];
/** Beyond the end of short lists. */
const INDEXES = ['0', '1', '2', '3'];
/** Not asked for, and looked at one by one all the same: what once changed an answer. */
const ONCE_READ = [
  'jwksUri',
  'required',
  'cookie',
  'cnf',
  'before',
  'expiresAt',
  'iat',
  'alg',
  'issuer',
  'path',
  'keyId',
  'limits',
  'statusText',
  'issues',
  'cause',
  'method',
  'fetch',
  'value',
];

const bare = (members) => Object.assign(Object.create(null), members);

export default function ({ test, assert, lib, freshCopy, fixtures, secret }) {
  const asked = questions({ lib, fixtures, secret });
  const labels = Object.keys(asked);
  const ofHost = hostQuestions({ fixtures });
  // A sandbox of Node's module vm asks the prototype of its global object for the globals.
  const isGlobal = (name) => /^(?:function|object)$/.test(typeof globalThis[name]);
  const names = fixtures.identifiers.filter(
    (name) => !(name in {}) && !OF_THE_LANGUAGE.includes(name) && !isGlobal(name),
  );
  const answers = async (all = Object.values(asked)) => (await answersTo(all)).map(described);
  let expected;
  let expectedOfHost;
  const askOnce = async () => {
    expected ??= await answers();
    expectedOfHost ??= await answers(ofHost);
  };

  /** Asks while `prototypes` have these properties, and takes them away before anything is looked at. */
  const whilePolluted = async (properties, all, prototypes = [Object.prototype]) => {
    const { defineProperty } = Object;
    let found;
    try {
      for (const prototype of prototypes) {
        for (const [name, property] of properties) defineProperty(prototype, name, property);
      }
      found = await answersTo(all);
    } finally {
      for (const prototype of prototypes) {
        for (const [name] of properties) delete prototype[name];
      }
    }
    return found.map(described);
  };
  const written = (value) => bare({ value, writable: true, enumerable: true, configurable: true });
  const allWith = (value, polluted = names) => polluted.map((name) => [name, written(value)]);
  const differences = (found) =>
    labels.flatMap((label, index) =>
      found[index] === expected[index] ? [] : [`${label}: ${found[index]}, not ${expected[index]}`],
    );
  const isHostTheSame = async (properties, prototypes) => {
    const found = await whilePolluted(properties, ofHost, prototypes);
    return found.every((answer, index) => answer === expectedOfHost[index]);
  };

  /** The names that are asked of a prototype while all these questions are answered. */
  const namesAskedFor = async (all, prototypes = [Object.prototype], from = names) => {
    const { defineProperty } = Object;
    const wanted = new Set();
    const properties = from.map((name) => [
      name,
      bare({
        configurable: true,
        get: () => void wanted.add(name),
        set(value) {
          defineProperty(this, name, written(value));
        },
      }),
    ]);
    return [await whilePolluted(properties, all, prototypes), [...wanted]];
  };

  test('the package asks no prototype for a name, but to see whether it is a method', async () => {
    await askOnce();
    assert.ok(['jwksUri', 'required', 'before', 'keysFor'].every((name) => names.includes(name)));
    const [, hosts] = await namesAskedFor(ofHost);
    const [found, all] = await namesAskedFor(Object.values(asked));
    assert.deepEqual(differences(found), []);
    const explained = [...hosts, ...METHODS, ...OF_THE_SCOPE];
    const unexplained = all.filter((name) => !explained.includes(name));
    assert.deepEqual(unexplained, []);
  });

  test('the package asks no prototype for what is beyond the end of a list', async () => {
    await askOnce();
    const prototypes = [Object.prototype, Array.prototype];
    const [, hosts] = await namesAskedFor(ofHost, prototypes, INDEXES);
    const [found, all] = await namesAskedFor(Object.values(asked), prototypes, INDEXES);
    assert.deepEqual(differences(found), []);
    assert.deepEqual(
      all.filter((name) => !hosts.includes(name)),
      [],
    );
  });

  test('all names at once, with any value, change no answer', async () => {
    await askOnce();
    const [, hosts] = await namesAskedFor(ofHost);
    let left = 0;
    for (const value of VALUES) {
      // Where the host itself answers otherwise, nothing can be asked of the package.
      const without = [];
      for (const name of hosts) {
        if (!(await isHostTheSame([[name, written(value)]]))) without.push(name);
      }
      const properties = allWith(value).filter(([name]) => !without.includes(name));
      assert.ok(await isHostTheSame(properties), String(value));
      assert.deepEqual(differences(await whilePolluted(properties, Object.values(asked))), []);
      left += without.length;
    }
    assert.ok(left < names.length / 4, `the host fails with ${left} of them`);
  });

  const assertSame = async (name, value, prototype) => {
    const properties = [[name, written(value)]];
    if (!(await isHostTheSame(properties, [prototype]))) return;
    const found = await whilePolluted(properties, Object.values(asked), [prototype]);
    assert.deepEqual(differences(found), [], name);
  };

  test('single names change no answer', async () => {
    await askOnce();
    for (const name of [...METHODS, ...OF_THE_SCOPE]) {
      for (const value of VALUES) await assertSame(name, value, Object.prototype);
    }
    for (const [index, name] of ONCE_READ.entries()) {
      await assertSame(name, VALUES[index % VALUES.length], Object.prototype);
    }
  });

  test('elements that every list seems to have change no answer', async () => {
    await askOnce();
    for (const name of INDEXES) await assertSame(name, 'evil', Array.prototype);
  });

  test('what was there before the module started changes no answer', async () => {
    await askOnce();
    const copy = await freshCopy();
    const again = Object.values(questions({ lib: copy, fixtures, secret }));
    const [, hosts] = await namesAskedFor(ofHost);
    const properties = allWith(
      'evil',
      names.filter((name) => !hosts.includes(name)),
    );
    assert.deepEqual(differences(await whilePolluted(properties, again)), []);
  });
}
