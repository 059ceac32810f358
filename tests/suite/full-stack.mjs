// A stack that is too full is the caller's: the engine's own error comes out, and the module goes on.

export default function ({ test, assert, freshCopy, algorithm, secret, goodToken }) {
  /**
   * Does `action` from every depth of a recursion that fills the stack, where it is left up to `most` times deeper
   * than the first one that has room again. Gives what was thrown, each message once.
   */
  function fromEveryDepth(action, most) {
    const thrown = new Set();
    let depths = 0;
    const descend = () => {
      try {
        descend();
      } catch {
        // The stack is full; what follows is done from here, and from each frame above.
      }
      depths += 1;
      if (depths > most) return;
      try {
        action();
      } catch (error) {
        thrown.add(error);
      }
    };
    descend();
    return [...thrown];
  }

  let theCopy;
  const aCopy = async () => (theCopy ??= await freshCopy());

  /** No engine has a class of its own for it. */
  const isOfEngine = (error) =>
    /call stack|too much recursion|Stack overflow/.test(error.message) && error.code === undefined;

  test('from every depth there is an answer, or the error of the engine', async () => {
    const copy = await aCopy();
    const operations = [];
    for (const alg of ['RS256', 'ES256', 'ES512', 'EdDSA']) {
      const { jwk, tokens } = algorithm(alg);
      const { token } = tokens[0];
      const key = copy.importKey(jwk, alg);
      const verifier = copy.createVerifier({ keys: copy.importJwkSet({ keys: [jwk] }) });
      operations.push(
        () => copy.verify(token, key),
        () => verifier.verify(token),
        () => copy.importKey(jwk, alg),
        () => copy.importJwkSet({ keys: [jwk] }),
        () => copy.exportPem(key),
        () => copy.inspect(token, key),
      );
    }
    const told = [];
    const shared = copy.importKey(secret, 'HS256');
    const onEvent = ({ type }) => told.push(type);
    const verifier = copy.createVerifier({ keys: shared, onEvent });
    operations.push(
      () => copy.decode(goodToken),
      () => copy.verify(goodToken, shared, { issuer: ['a', 'b'], audience: `${Math.random()}` }),
      () => copy.inspectKey({ kty: 'oct', k: 'AAAA' }),
      () => verifier.verify(goodToken),
    );
    for (const operation of operations) {
      const errors = fromEveryDepth(operation, 1500);
      const others = errors.filter((error) => !isOfEngine(error));
      assert.ok(
        others.every(({ code }) => code === 'ERR_JWT_CLAIM_VALIDATION_FAILED'),
        `${others[0]} ${others[0]?.cause?.stack} in ${operation}`,
      );
      assert.ok(errors.some(isOfEngine), `the stack was never full in ${operation}`);
    }
    assert.ok(copy.verify(goodToken, shared), 'a secret that is still there was never lost');
    assert.ok(!told.includes('module-restarted'));
  });

  test('a callback that asks its own verifier for ever ends in the error of the engine', async () => {
    const copy = await aCopy();
    const key = copy.importKey(secret, 'HS256');
    const verifier = copy.createVerifier({
      keys: key,
      isRevoked: () => verifier.verify(goodToken),
    });
    let thrown;
    try {
      verifier.verify(goodToken);
    } catch (error) {
      thrown = error;
    }
    assert.ok(isOfEngine(thrown), String(thrown));
    assert.ok(copy.verify(goodToken, key));
  });

  test('a key or set that is too deep is told so, with room on the stack', async () => {
    const copy = await aCopy();
    let deep = [];
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    for (const action of [
      () => copy.importKey({ kty: 'oct', k: 'AAAA', deep }, 'HS256'),
      () => copy.importJwkSet({ keys: deep }),
    ]) {
      let code;
      try {
        action();
      } catch (error) {
        code = error.code;
      }
      // Engines differ in what is too deep for JSON.stringify.
      assert.ok(['ERR_API_MISUSE', 'ERR_JOSE_LIMIT_EXCEEDED'].includes(code), String(code));
    }
  });
}
