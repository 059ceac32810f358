// What happens when the module really stops: traps that are built into a copy of the shipped WebAssembly, a memory
// that is full, and a stack that is. tests/suite/restart.mjs has what follows from it, in every runtime.

import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import binaryen from 'binaryen';
import { loop, report } from '../support/loop.mjs';
import { withPackedPackage } from '../support/pack.mjs';
import { thrownBy } from '../suite/support/rejection.mjs';

/** Operations of the module that get a trap, which JavaScript can arm. */
const TRAPPED = ['policy_verify', 'importJwk', 'jwspolicy_decode', 'jwspolicy_verify'];
const MEMORY_SECTION = 5;
const PAGES_TO_SPARE = 40;

/** The module with a trap at the end of each operation, when all of its work is done, and the results are there. */
function withTraps(bytes) {
  const module = binaryen.readBinary(bytes);
  const {
    MutableGlobals,
    ReferenceTypes,
    Multivalue,
    BulkMemory,
    SIMD128,
    SignExt,
    NontrappingFPToInt,
  } = binaryen.Features;
  module.setFeatures(
    MutableGlobals |
      ReferenceTypes |
      Multivalue |
      BulkMemory |
      SIMD128 |
      SignExt |
      NontrappingFPToInt,
  );
  module.addGlobal('armed', binaryen.i32, true, module.i32.const(0));
  module.addGlobalExport('armed', 'armed');
  for (const name of TRAPPED) {
    const { value } = binaryen.getExportInfo(module.getExport(name));
    const { params, results } = binaryen.getFunctionInfo(module.getFunction(value));
    const parameters = binaryen
      .expandType(params)
      .map((type, index) => module.local.get(index, type));
    const trap = module.if(module.global.get('armed', binaryen.i32), module.unreachable());
    const result = binaryen.expandType(params).length;
    const body = module.block(null, [
      module.local.set(result, module.call(value, parameters, results)),
      trap,
      module.local.get(result, results),
    ]);
    module.addFunction(`trapped ${name}`, params, results, [results], body);
    module.removeExport(name);
    module.addFunctionExport(`trapped ${name}`, name);
  }
  const patched = module.emitBinary();
  module.dispose();
  return patched;
}

/** The module with a memory that can grow by some pages only. */
function withLittleMemory(bytes) {
  let at = 8;
  const leb = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at];
      at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const lebOf = (value) => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...lebOf(value >> 7)]);
  for (;;) {
    const start = at;
    const section = bytes[at];
    at += 1;
    const end = leb() + at;
    if (section === MEMORY_SECTION) {
      assert.deepEqual([bytes[at], bytes[at + 1]], [1, 0], 'one memory, without a maximum');
      at += 2;
      const pages = leb();
      const content = [1, 1, ...lebOf(pages), ...lebOf(pages + PAGES_TO_SPARE)];
      const rest = bytes.subarray(end);
      return Uint8Array.from([
        ...bytes.subarray(0, start),
        section,
        content.length,
        ...content,
        ...rest,
      ]);
    }
    at = end;
  }
}

const codeOf = (action) => thrownBy(action)?.code;

const passed = await withPackedPackage(async ({ installed }) => {
  const { test, run } = loop();
  const bytes = await readFile(join(installed, 'wasm', 'edge_jwt_bg.wasm'));
  const segment = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = { ...publicKey.export({ format: 'jwk' }), alg: 'ES256' };
  const input = `${segment({ alg: 'ES256' })}.${segment({ sub: '1', exp: 4e9 })}`;
  const signature = sign('sha256', Buffer.from(input), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  const token = `${input}.${signature.toString('base64url')}`;

  /** The package with another module, and all the instances that it makes of it. */
  let copies = 0;
  const packageWith = async (wasm) => {
    copies += 1;
    const folder = join(installed, '..', `edge-jwt-${copies}`);
    await cp(installed, folder, { recursive: true });
    const lib = await import(pathToFileURL(join(folder, 'dist', 'slim.js')).href);
    const instances = [];
    const { Instance } = WebAssembly;
    WebAssembly.Instance = class extends Instance {
      constructor(...args) {
        super(...args);
        instances.push(this.exports);
      }
    };
    await lib.init(new WebAssembly.Module(wasm));
    return { lib, instances, restore: () => (WebAssembly.Instance = Instance) };
  };

  test('after a trap at the end of any operation there is an error, and then the right answer', async () => {
    const { lib, instances, restore } = await packageWith(withTraps(bytes));
    try {
      const key = lib.importKey(jwk);
      const set = lib.importJwkSet({ keys: [jwk] });
      const secret = lib.importKey(new Uint8Array(32), 'HS256');
      const operations = [
        () => lib.verify(token, key),
        () => lib.importKey(jwk),
        () => lib.decode(token),
        () => lib.compactVerify(token, key),
      ];
      assert.equal(operations.length, TRAPPED.length);
      for (const operation of operations) {
        operation();
        instances.at(-1).armed.value = 1;
        assert.throws(operation, (error) => {
          assert.ok(error instanceof lib.JoseError);
          assert.equal(error.code, 'ERR_WASM_UNAVAILABLE');
          assert.ok(error.cause instanceof WebAssembly.RuntimeError);
          return true;
        });
        assert.equal(lib.verify(token, key).payload.sub, '1');
        assert.equal(lib.verify(token, set).payload.sub, '1');
        assert.equal(
          codeOf(() => lib.verify(`${token}A`, key)),
          'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
        );
      }
      assert.equal(instances.length, 1 + operations.length);
      assert.throws(() => lib.verify(token, secret), /import the secret again/);
    } finally {
      restore();
    }
  });

  test('what the collector frees after a trap is freed nowhere', async () => {
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc');
    const { lib, instances, restore } = await packageWith(withTraps(bytes));
    try {
      const kept = lib.importKey(jwk);
      for (let count = 0; count < 1000; count += 1) lib.importKey(jwk);
      instances[0].armed.value = 1;
      assert.equal(
        codeOf(() => lib.decode(token)),
        'ERR_WASM_UNAVAILABLE',
      );
      const later = Array.from({ length: 1000 }, () => lib.importKey(jwk));
      for (let round = 0; round < 5; round += 1) {
        gc();
        await new Promise((resolve) => setTimeout(resolve, 10));
        for (const key of [kept, ...later]) assert.equal(lib.verify(token, key).payload.sub, '1');
      }
      assert.equal(instances.length, 2, 'no finalizer spoilt the second');
    } finally {
      restore();
    }
  });

  test('a memory that is full is an error, and the next call has an empty one', async () => {
    const { lib, instances, restore } = await packageWith(withLittleMemory(bytes));
    try {
      const key = lib.importKey(jwk);
      const kept = [];
      let thrown;
      while (thrown === undefined && kept.length < 100_000) {
        try {
          kept.push(lib.importKey(jwk, 'ES256', { keyId: `${kept.length}` }));
        } catch (error) {
          thrown = error;
        }
      }
      assert.equal(thrown?.code, 'ERR_WASM_UNAVAILABLE', `after ${kept.length} keys`);
      assert.ok(thrown.cause instanceof WebAssembly.RuntimeError);
      assert.equal(lib.verify(token, key).payload.sub, '1');
      assert.equal(lib.verify(token, kept.at(-1)).key, kept.at(-1));
      assert.equal(instances.length, 2);
      const large = 'A'.repeat(16_000_000);
      const options = { limits: { tokenLength: 16_000_000 } };
      assert.equal(
        codeOf(() => lib.decode(large, options)),
        'ERR_WASM_UNAVAILABLE',
      );
      assert.equal(lib.verify(token, key).payload.sub, '1');
    } finally {
      restore();
    }
  });

  test('where the module is JavaScript, also while a signature is waited for', async () => {
    const folder = join(installed, '..', 'edge-jwt-javascript');
    await cp(installed, folder, { recursive: true });
    const place = (name) => join(folder, 'dist', name);
    await rename(place('fastly-module.js'), place('real-module.js'));
    await writeFile(
      place('fastly-module.js'),
      `import { instantiate as real } from './real-module.js';
      export function instantiate(imports) {
        const exports = real(imports);
        const decode = (...args) => {
          if (globalThis.isArmed) throw new Error('unreachable');
          return exports.jwspolicy_decode(...args);
        };
        return Object.create(exports, { jwspolicy_decode: { value: decode } });
      }`,
    );
    const lib = await import(pathToFileURL(place('fastly.js')).href);
    const stop = () => {
      globalThis.isArmed = true;
      assert.equal(
        codeOf(() => lib.decode(token)),
        'ERR_WASM_UNAVAILABLE',
      );
      delete globalThis.isArmed;
    };
    const verifier = lib.createVerifier({ keys: lib.importKey(jwk) });
    assert.equal((await verifier.verifyAsync(token)).payload.sub, '1');
    stop();
    assert.equal((await verifier.verifyAsync(token)).payload.sub, '1');
    const waiting = verifier.verifyAsync(token);
    stop();
    lib.decode(token);
    await assert.rejects(waiting, ({ code, message }) => {
      assert.equal(code, 'ERR_WASM_UNAVAILABLE');
      assert.match(message, /verify the token again/);
      return true;
    });
    assert.equal((await verifier.verifyAsync(token)).payload.sub, '1');
  });

  return report('restart', await run());
});
if (!passed) process.exitCode = 1;
