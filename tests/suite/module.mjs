// The WebAssembly module itself: when it starts, what happens when it cannot, and when it breaks.

import { thrownBy } from './support/rejection.mjs';

export default function ({ test, assert, lib, freshCopy, secret, goodToken, key, rejects }) {
  const importInto = (copy) => copy.importKey(secret, 'HS256');
  const assertUnavailable = (copy, error) => {
    assert.ok(error instanceof copy.JoseError, String(error));
    assert.equal(error.code, 'ERR_WASM_UNAVAILABLE');
  };

  test('importing the package starts nothing, so it works where WebAssembly does not', async () => {
    const { WebAssembly } = globalThis;
    delete globalThis.WebAssembly;
    try {
      const copy = await freshCopy();
      const error = thrownBy(() => importInto(copy));
      assertUnavailable(copy, error);
      assert.ok(/no WebAssembly.*"fastly"/.test(error.message), error.message);
      assert.ok(error.cause instanceof Error);
    } finally {
      globalThis.WebAssembly = WebAssembly;
    }
  });

  test('a start that failed is tried again by the next call', async () => {
    const copy = await freshCopy();
    const { Instance } = WebAssembly;
    const refusal = new Error('refused');
    // Not Module: where the package is given one that is compiled already, nobody asks for it.
    WebAssembly.Instance = class {
      constructor() {
        throw refusal;
      }
    };
    try {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const error = thrownBy(() => importInto(copy));
        assertUnavailable(copy, error);
        assert.equal(error.cause, refusal);
        const { valid, checks } = copy.inspect(goodToken);
        assert.deepEqual([valid, checks[0].name], [false, 'module']);
      }
    } finally {
      WebAssembly.Instance = Instance;
    }
    assert.ok(copy.verify(goodToken, importInto(copy)));
  });

  test('a key of another copy of the package is no key of this one', async () => {
    const copy = await freshCopy();
    const foreign = importInto(copy);
    assert.ok(copy.verify(goodToken, foreign));
    rejects(() => lib.verify(goodToken, foreign), 'ERR_API_MISUSE');
    rejects(() => lib.verify(goodToken, copy.importJwkSet({ keys: [] })), 'ERR_API_MISUSE');
    assert.equal(lib.inspect(goodToken, foreign).checks[0].code, 'ERR_API_MISUSE');
    const asked = lib.createVerifier({ keys: () => foreign });
    rejects(() => asked.verify(goodToken), 'ERR_CALLBACK_FAILED');
  });
}
