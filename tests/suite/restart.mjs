// An accident inside the module: the instance is given up, the next call makes another one, and what can be made
// again is. Only secrets, which are not kept outside of the module, have to be imported again.

import { thrownBy } from './support/rejection.mjs';

export default function ({ test, assert, freshCopy, algorithm, secret, goodToken }) {
  const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');
  const ACCIDENT = new WebAssembly.RuntimeError('unreachable');

  let theCopy;
  const state = { isBroken: false, instances: [] };

  /** As the engine's own, of instances that count what they are asked, and stop at any operation while `isBroken`. */
  const watching = (Instance) =>
    function (...args) {
      const instance = { calls: 0 };
      const watched = ([name, value]) => {
        if (typeof value !== 'function') return [name, value];
        const isOperation = !name.startsWith('__') && name !== 'reachDown';
        return [
          name,
          (...rest) => {
            instance.calls += 1;
            if (state.isBroken && isOperation) throw ACCIDENT;
            return value(...rest);
          },
        ];
      };
      const { exports } = new Instance(...args);
      state.instances.push(instance);
      return { exports: Object.fromEntries(Object.entries(exports).map(watched)) };
    };

  /** With a copy of the package whose module can be broken: always the same, and each test finds it running. */
  async function breakable(action) {
    const { Instance } = WebAssembly;
    WebAssembly.Instance = watching(Instance);
    try {
      theCopy ??= await freshCopy();
      theCopy.decode(goodToken);
      state.instances.splice(0, state.instances.length - 1);
      await action(theCopy, state);
    } finally {
      WebAssembly.Instance = Instance;
    }
  }

  /** Breaks the module in an operation. */
  const breakDown = (copy, state) => {
    state.isBroken = true;
    const error = thrownBy(() => copy.decode(goodToken));
    state.isBroken = false;
    return error;
  };
  const assertUnavailable = (error, message) => {
    assert.equal(error?.code, 'ERR_WASM_UNAVAILABLE', String(error));
    assert.ok(message.test(error.message), error.message);
  };

  test('an operation that stops the module is an error, and the next one has another module', () =>
    breakable(async (copy, state) => {
      const error = breakDown(copy, state);
      assertUnavailable(error, /module stopped: the next call/);
      assert.equal(error.cause, ACCIDENT);
      assert.ok(copy.decode(goodToken).payload);
      assert.equal(state.instances.length, 2);
    }));

  test('the instance that broke is never asked again, not even to free something', () =>
    breakable(async (copy, state) => {
      const { jwk, tokens } = algorithm('ES256');
      const key = copy.importKey(jwk);
      const set = copy.importJwkSet({ keys: [jwk] });
      const forgotten = copy.importKey(jwk);
      copy.verify(tokens[0].token, key);
      breakDown(copy, state);
      const [broken] = state.instances;
      const { calls } = broken;
      forgotten[dispose]();
      copy.verify(tokens[0].token, key);
      copy.verify(tokens[0].token, set);
      key[dispose]();
      set[dispose]();
      assert.equal(broken.calls, calls);
      assert.equal(thrownBy(() => copy.verify(tokens[0].token, key)).code, 'ERR_API_MISUSE');
    }));

  test('public keys, sets, their keys and compiled options are made again, and say the same', () =>
    breakable(async (copy, state) => {
      for (const alg of ['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA']) {
        const { jwk, tokens } = algorithm(alg);
        const { token } = tokens[0];
        const key = copy.importKey(jwk, alg, { keyId: 'mine' });
        const set = copy.importJwkSet({ keys: [{ ...jwk, kid: 'other' }, jwk] });
        const verifier = copy.createVerifier({ keys: set.keys[1], algorithms: [alg] });
        const refused = algorithm(alg === 'ES256' ? 'EdDSA' : 'ES256').tokens[0].token;
        const answers = () =>
          [
            () => copy.verify(token, key).payload,
            () => copy.verify(token, set).key === set.keys[1],
            () => verifier.verify(token).payload,
            () => copy.exportPem(key),
            () => copy.exportJwk(set.keys[0]),
            () => [key.keyId, set.keys[0].keyId],
            () => copy.inspect(token, key).valid,
            () => copy.compactVerify(token, set).protectedHeader,
            () => copy.verify(refused, key),
            () => copy.verify(token.replace(/.$/, ''), key),
            () => copy.verify(token, key, { issuer: 'somebody else' }),
          ].map((action) => {
            try {
              return action();
            } catch ({ code, message }) {
              return [code, message];
            }
          });
        const before = answers();
        breakDown(copy, state);
        assert.deepEqual(answers(), before);
        breakDown(copy, state);
        assert.deepEqual(answers(), before, 'a second time');
      }
    }));

  test('a public key is made again from every form, of a private key from its public part', () =>
    breakable(async (copy, state) => {
      const pem = copy.exportPem(copy.importKey(algorithm('ES256').jwk));
      const der = Uint8Array.from(atob(pem.replaceAll(/-----[^-]+-----|\s/g, '')), (character) =>
        character.charCodeAt(0),
      );
      // RFC 8037, appendix A.1
      const pair = {
        kty: 'OKP',
        crv: 'Ed25519',
        d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
        x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      };
      const keys = [
        copy.importKey(pem, 'ES256', { keyId: 'mine' }),
        copy.importKey(pem.replaceAll('\n', '\\n'), 'ES256'),
        copy.importKey(der, 'ES256'),
        copy.importKey(pair, 'EdDSA'),
        copy.importKey(JSON.stringify(pair).replace('"d"', '"\\u0064"'), 'EdDSA'),
      ];
      const answers = () => keys.map((key) => [copy.exportJwk(key), key.keyId]);
      const before = answers();
      breakDown(copy, state);
      der.fill(0);
      assert.deepEqual(answers(), before);
    }));

  test('a key with a secret answers that it has to be imported again, and that is enough', () =>
    breakable(async (copy, state) => {
      const jwk = { kty: 'oct', k: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8', alg: 'HS256' };
      const key = copy.importKey(secret, 'HS256');
      const ofText = copy.importKey('a secret that is text, 32 bytes long', 'HS256', {
        encoding: 'utf8',
      });
      const ofJwk = copy.importKey(jwk);
      const set = copy.importJwkSet({ keys: [jwk] });
      const verifier = copy.createVerifier({ keys: key, cache: true });
      verifier.verify(goodToken);
      breakDown(copy, state);
      for (const action of [
        () => copy.verify(goodToken, key),
        () => copy.verify(goodToken, ofText),
        () => copy.verify(goodToken, ofJwk),
        () => copy.verify(goodToken, set),
        () => copy.verify(goodToken, set.keys[0]),
        () => copy.compactVerify(goodToken, key),
        () => key.verifySignature(new Uint8Array(1), new Uint8Array(32)),
        () => verifier.verify(goodToken),
      ]) {
        // The second time too: the first must not have stopped anything.
        assertUnavailable(thrownBy(action), /import the secret again/);
        assertUnavailable(thrownBy(action), /import the secret again/);
      }
      const [check] = copy.inspect(goodToken, key).checks;
      assert.deepEqual([check.name, check.code], ['module', 'ERR_WASM_UNAVAILABLE']);
      assert.ok(copy.verify(goodToken, copy.importKey(secret, 'HS256')));
      assert.equal(state.instances.length, 2);
      key[dispose]();
      set[dispose]();
    }));

  test('onEvent is told once of a restart, with its cause', () =>
    breakable(async (copy, state) => {
      const { jwk, tokens } = algorithm('ES256');
      const told = [];
      const onEvent = (event) => told.push(event);
      const verifier = copy.createVerifier({ keys: copy.importKey(jwk), cache: true, onEvent });
      verifier.verify(tokens[0].token);
      verifier.verify(tokens[0].token);
      state.isBroken = true;
      assert.ok(thrownBy(() => verifier.verify('e30.e30.AAAA')));
      state.isBroken = false;
      // What the broken instance had said is forgotten: this is no hit of the cache.
      copy.decode(goodToken);
      const { calls } = state.instances[1];
      verifier.verify(tokens[0].token);
      assert.ok(state.instances[1].calls > calls);
      verifier.verify(tokens[0].token);
      assert.deepEqual(
        told.map(({ type }) => type),
        ['accepted', 'accepted', 'rejected', 'module-restarted', 'accepted', 'accepted'],
      );
      assert.equal(told[2].code, 'ERR_WASM_UNAVAILABLE');
      assert.equal(told[3].cause, ACCIDENT);
      const later = [];
      const other = { keys: copy.importKey(jwk), onEvent: ({ type }) => later.push(type) };
      copy.createVerifier(other).verify(tokens[0].token);
      assert.deepEqual(later, ['accepted'], 'of what was before it a verifier is not told');
    }));

  test('a module that cannot be started again says so, and can be later', () =>
    breakable(async (copy, state) => {
      breakDown(copy, state);
      const { Instance } = WebAssembly;
      WebAssembly.Instance = function () {
        throw new RangeError('out of memory');
      };
      assertUnavailable(
        thrownBy(() => copy.decode(goodToken)),
        /memory/,
      );
      WebAssembly.Instance = Instance;
      assert.ok(copy.decode(goodToken).payload);
    }));
}
