// New keys, unknown keys, and tokens that name keys nobody has.

import assert from 'node:assert/strict';
import { json, status } from './issuer.mjs';
import { refused } from '../support/refusal.mjs';
import { eventually } from '../support/runtime.mjs';

export default function ({ test, lib, issuer, remote }) {
  test('a token of a new key makes the set be fetched anew', async ({ clock }) => {
    const keys = remote();
    await keys.keysFor({});
    await issuer.rotate('two');
    clock.pass(30);
    const token = await issuer.token('two');
    const set = await keys.keysFor(lib.decode(token).protectedHeader);
    assert.equal(lib.verify(token, set).key.keyId, 'two');
    assert.equal(issuer.hits.length, 2);
  });

  test('a token without kid and of an algorithm that no key has does so too', async ({ clock }) => {
    const keys = remote();
    await keys.keysFor({});
    clock.pass(30);
    await keys.keysFor({ alg: 'RS256' });
    assert.equal(issuer.hits.length, 2);
  });

  test('within the cool-down the set stays as it is', async ({ clock }) => {
    const keys = remote();
    const set = await keys.keysFor({ kid: 'unknown' });
    clock.pass(29);
    assert.equal(await keys.keysFor({ kid: 'unknown' }), set);
    assert.equal(issuer.hits.length, 1);
    assert.equal(keys.isCoolingDown, true);
    clock.pass(1);
    assert.equal(keys.isCoolingDown, false);
  });

  test('1,000 random kids make one fetch per cool-down, one after the other', async ({ clock }) => {
    const keys = remote({ cooldown: '1m' });
    await keys.keysFor({});
    for (let minute = 1; minute <= 3; minute += 1) {
      clock.pass(60);
      for (let count = 0; count < 1000; count += 1) {
        await keys.keysFor({ kid: `random ${minute} ${count}`, alg: 'ES256' });
      }
      assert.equal(issuer.hits.length, 1 + minute);
    }
  });

  test('10,000 calls wait for a server that hangs; the next one is refused at once', async ({
    clock,
  }) => {
    for (const isCold of [false, true]) {
      issuer.answer(json(() => issuer.jwks()));
      const keys = remote({ timeout: 0.5 });
      if (!isCold) await keys.keysFor({});
      clock.pass(30);
      const token = await issuer.token('one');
      issuer.answer(() => {});
      const call = (_, count) => keys.keysFor({ kid: `unknown ${count}` });
      const waiting = Promise.allSettled(Array.from({ length: 10_000 }, call));
      const verifier = lib.createVerifier({ keys, audience: null });
      let isOver = false;
      const ended = waiting.then(() => (isOver = true));
      await refused(lib, keys.keysFor({ kid: 'unknown' }), 'ERR_JWKS_FETCH_FAILED', /10000/);
      const headers = { authorization: `Bearer ${token}` };
      const { ok, response } = await verifier.verifyRequest(new Request(issuer.url, { headers }));
      // A token whose key is there waits for nothing.
      assert.equal(isCold ? response.status : ok, isCold ? 503 : true);
      assert.equal(isOver, false, 'nobody who is refused waited');
      await ended;
      issuer.answer(json(() => issuer.jwks()));
      clock.pass(60);
      assert.ok(await keys.keysFor({ kid: 'another' }), 'there is room again');
    }
  });

  test('and all at once', async ({ clock }) => {
    const keys = remote();
    await keys.keysFor({});
    for (let round = 1; round <= 3; round += 1) {
      clock.pass(30);
      await Promise.all(
        Array.from({ length: 1000 }, (_, count) => keys.keysFor({ kid: `${round} ${count}` })),
      );
      assert.equal(issuer.hits.length, 1 + round);
    }
  });

  test('and while the issuer is out of order', async ({ clock }) => {
    const keys = remote();
    const set = await keys.keysFor({});
    issuer.answer(status(500));
    clock.pass(30);
    const asked = Array.from({ length: 1000 }, (_, count) => keys.keysFor({ kid: `${count}` }));
    for (const answer of await Promise.all(asked)) assert.equal(answer, set, 'the old keys stay');
    assert.equal(issuer.hits.length, 2);
    assert.equal(keys.lastError.code, 'ERR_JWKS_FETCH_FAILED');
  });

  test('a kid that was not found is looked for again, less and less often', async ({ clock }) => {
    const keys = remote();
    await keys.keysFor({});
    const times = [];
    for (let second = 1; second <= 3000; second += 1) {
      clock.pass(1);
      if (second % 500 === 0) keys.hydrate(issuer.jwks(), {}); // so that the set stays fresh
      const before = issuer.hits.length;
      await keys.keysFor({ kid: 'withdrawn' });
      if (issuer.hits.length > before) times.push(second);
    }
    assert.deepEqual(times, [30, 60, 120, 240, 480, 960, 1560, 2160, 2760]);
  });

  test('the memory for kids that were not found is bounded', async ({ clock }) => {
    const keys = remote({ cooldown: 1 });
    const look = async (kid, seconds = 1) => {
      clock.pass(seconds);
      keys.hydrate(issuer.jwks());
      const before = issuer.hits.length;
      await keys.keysFor({ kid });
      return issuer.hits.length - before;
    };
    for (let wait = 1; wait <= 512; wait *= 2) assert.equal(await look('first', wait), 1);
    assert.equal(await look('first'), 0);
    for (let count = 0; count < 99; count += 1) assert.equal(await look(`random ${count}`), 1);
    assert.equal(await look('first'), 0, 'a hundred names are remembered');
    assert.equal(await look('one more'), 1);
    assert.equal(await look('first'), 1, 'and no more');
  });

  test('a kid too long to be remembered is looked for once per cool-down', async ({ clock }) => {
    const keys = remote();
    for (let fetches = 1; fetches <= 5; fetches += 1) {
      clock.pass(30);
      await keys.keysFor({ kid: 'x'.repeat(5000) });
      assert.equal(issuer.hits.length, fetches);
    }
  });

  test('a clock that is set back hides no key', async ({ clock }) => {
    const keys = remote();
    await keys.keysFor({});
    clock.pass(30);
    await keys.keysFor({ kid: 'two' });
    await issuer.addKey('two');
    clock.pass(-3600);
    assert.equal((await keys.keysFor({ kid: 'two' })).keys.length, 2);
  });

  test('a key that cannot be used is known, and not looked for', async ({ clock }) => {
    const { keys: members } = issuer.jwks();
    const keys = remote();
    keys.hydrate({ keys: [...members, { kty: 'AKP', kid: 'post-quantum', alg: 'ML-DSA-44' }] });
    clock.pass(60);
    await keys.keysFor({ kid: 'post-quantum' });
    assert.equal(issuer.hits.length, 0);
  });

  test('an unknown kid in stale keys makes them new before the answer', async ({ clock }) => {
    const keys = remote();
    await keys.keysFor({});
    await issuer.rotate('two');
    clock.pass(700);
    const token = await issuer.token('two');
    assert.ok(lib.verify(token, await keys.keysFor({ kid: 'two' })));
    assert.equal(issuer.hits.length, 2);
  });

  test('rotation under load: each token verifies, old and new', async ({ clock }) => {
    const keys = remote({ cooldown: 1 });
    for (let round = 0; round < 5; round += 1) {
      await issuer.addKey(`round ${round}`);
      clock.pass(2);
      const tokens = await Promise.all(
        Array.from({ length: round + 1 }, (_, index) => issuer.token(`round ${index}`)),
      );
      await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          const token = tokens[index % tokens.length];
          const set = await keys.keysFor(lib.decode(token).protectedHeader);
          assert.ok(lib.verify(token, set));
        }),
      );
      await eventually(() => issuer.hits.length === round + 1);
    }
  });
}
