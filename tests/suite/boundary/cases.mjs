// One case at the boundary: what an action throws, and that nothing is different after it.

import { thrower } from './hostile.mjs';
import { rejectionOf } from '../support/rejection.mjs';

export const MISUSE = 'ERR_API_MISUSE';
export const URL_OF_KEYS = 'https://keys.invalid/jwks';

/** What the caller threw, as it is. */
export const OWN = 'the exception of the caller';

/** Makes `refuses` and `accepts`; `names` has the name of every case. */
export function casesOf({ assert, lib, key, goodToken, secret }) {
  const rejects = rejectionOf({ assert, lib, goodKey: key, goodToken });
  const names = new Set();
  const register = (name) => {
    assert.ok(!names.has(name), `two cases are called ${name}`);
    names.add(name);
  };
  return {
    names,

    /**
     * `action` throws or rejects: with a JoseError of the code `expected`, and `about.cause` as its cause; or,
     * where OWN is expected, with `about.cause` itself.
     */
    async refuses(name, action, expected, about = {}) {
      register(name);
      const outcome = await outcomeOf(action);
      try {
        if (expected === OWN)
          assert.ok(doesThrow(outcome, about.cause), 'not what the caller threw');
        else {
          const error = rejects(outcome, expected, { token: goodToken, material: secret });
          assert.ok(!/\p{Surrogate}/u.test(error.message), 'a message is well-formed');
          if ('cause' in about) assert.ok('cause' in error && Object.is(error.cause, about.cause));
        }
        assert.ok(lib.verify(goodToken, key).key === key, 'nothing is different after it');
      } catch (thrown) {
        throw new Error(`${name}: ${described(thrown)}`);
      }
    },

    /** `action` gives something true, or a promise of it. */
    async accepts(name, action) {
      register(name);
      try {
        assert.ok(await action(), 'not as it should be');
        assert.ok(lib.verify(goodToken, key).key === key, 'nothing is different after it');
      } catch (thrown) {
        throw new Error(`${name}: ${described(thrown)}`);
      }
    },
  };
}

async function outcomeOf(action) {
  try {
    await action();
  } catch (thrown) {
    return thrower(thrown);
  }
  return () => {};
}

function doesThrow(outcome, cause) {
  try {
    outcome();
  } catch (thrown) {
    return Object.is(thrown, cause);
  }
  return false;
}

function described(thrown) {
  try {
    return thrown?.stack ?? String(thrown);
  } catch {
    return 'something that cannot be shown';
  }
}
