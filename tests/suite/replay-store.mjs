// The replay store: an identifier can be taken once, and memory is bounded without forgetting early.

import { withClock } from './support/clock.mjs';
import { randomFrom } from './support/random.mjs';

const NOW = 1_700_000_000;

export default function ({ test, assert, lib, rejects }) {
  test('an identifier is taken once, until its time is over', () => {
    const store = lib.createReplayStore();
    assert.equal(store.take('a', NOW + 10, NOW), true);
    assert.equal(store.take('a', NOW + 10, NOW), false);
    assert.equal(store.take('a', NOW + 99, NOW + 9), false);
    assert.equal(store.take('b', NOW + 10, NOW), true);
    assert.equal(store.take('a', NOW + 20, NOW + 10), true);
    assert.equal(store.take('a', NOW + 20, NOW + 19), false);
  });

  test('the system clock is asked when none is given', () => {
    withClock(NOW, (setTime) => {
      const store = lib.createReplayStore();
      assert.equal(store.take('a', NOW + 10), true);
      assert.equal(store.size, 1);
      setTime(NOW + 9.9);
      assert.equal(store.take('a', NOW + 10), false);
      setTime(NOW + 10);
      assert.equal(store.size, 0);
      assert.equal(store.take('a', NOW + 20), true);
    });
  });

  test('what is over already is not taken: nothing would remember it', () => {
    const store = lib.createReplayStore();
    assert.equal(store.take('a', NOW, NOW), false);
    assert.equal(store.take('a', NOW - 1, NOW), false);
  });

  test('a full store refuses, and forgets nothing early', () => {
    const store = lib.createReplayStore({ maxEntries: 2 });
    store.take('a', NOW + 10, NOW);
    store.take('b', NOW + 20, NOW);
    rejects(() => store.take('c', NOW + 30, NOW), 'ERR_JOSE_LIMIT_EXCEEDED');
    assert.equal(store.take('a', NOW + 10, NOW), false);
    assert.equal(store.take('b', NOW + 20, NOW), false);
    assert.equal(store.take('c', NOW + 30, NOW + 10), true);
    rejects(() => store.take('d', NOW + 30, NOW + 10), 'ERR_JOSE_LIMIT_EXCEEDED');
    assert.equal(store.take('b', NOW + 20, NOW + 10), false);
  });

  test('wrong options and arguments are misuse, and identifiers have a bound', () => {
    for (const options of [null, { maxEntries: 0 }, { maxEntries: undefined }, { max: 1 }]) {
      rejects(() => lib.createReplayStore(options), 'ERR_API_MISUSE');
    }
    const store = lib.createReplayStore();
    for (const args of [[], [1, NOW], ['a'], ['a', Number.NaN], ['a', '1'], ['\ud800', NOW]]) {
      rejects(() => store.take(...args), 'ERR_API_MISUSE');
    }
    rejects(() => store.take('a', NOW + 1, -1), 'ERR_API_MISUSE');
    store.take('x'.repeat(512), NOW + 1, NOW);
    rejects(() => store.take('x'.repeat(513), NOW + 1, NOW), 'ERR_JOSE_LIMIT_EXCEEDED');
  });

  test('100,000 random takes: never another answer than a list that is searched through', () => {
    const random = randomFrom(3);
    const store = lib.createReplayStore({ maxEntries: 30 });
    let model = [];
    let now = NOW;
    const counts = { true: 0, false: 0, ERR_JOSE_LIMIT_EXCEEDED: 0 };
    let wrong = 0;
    for (let i = 0; i < 100_000; i += 1) {
      if (random(10) === 0) now += random(6) / 2;
      const [id, end] = [String(random(60)), Math.ceil(now) + random(30)];
      model = model.filter((entry) => entry.end > now);
      const isNew = end > now && !model.some((entry) => entry.id === id);
      const expected = isNew && model.length === 30 ? 'ERR_JOSE_LIMIT_EXCEEDED' : String(isNew);
      let answer;
      try {
        answer = String(store.take(id, end, now));
      } catch (error) {
        answer = error.code;
      }
      if (answer !== expected) wrong += 1;
      if (answer === 'true') model.push({ id, end });
      counts[answer] += 1;
    }
    assert.equal(wrong, 0);
    for (const [what, count] of Object.entries(counts)) {
      assert.ok(count > 500, `only ${count} were ${what}: the test shows little`);
    }
  });

  test('a million identifiers pass through a store that has room for two thousand', () => {
    const store = lib.createReplayStore({ maxEntries: 2000 });
    for (let i = 0; i < 1_000_000; i += 1) {
      const now = NOW + Math.floor(i / 100);
      if (!store.take(String(i), now + 10, now)) throw new Error('an identifier was taken twice');
    }
  });
}
