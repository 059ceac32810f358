// How the packed package comes by its WebAssembly module: damage is found, `edge-jwt/slim` waits for
// `init`, and `init` takes what it says it takes, from a real server where it is a URL. Where the module cannot
// run, the error names the cause; tests/runtimes has the policies of browsers and the permissions of Deno.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createContext, runInContext, runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { loop, report } from '../support/loop.mjs';
import { withPackedPackage } from '../support/pack.mjs';

const UNAVAILABLE = { name: 'JoseError', code: 'ERR_WASM_UNAVAILABLE' };
const MISUSE = { name: 'JoseError', code: 'ERR_API_MISUSE' };
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** Imports from the glue what that has not, and exports what the glue calls last. */
const MODULE_OF_ANOTHER_VERSION = Buffer.concat([
  EMPTY_MODULE,
  Buffer.of(1, 4, 1, 0x60, 0, 0, 2, 22, 1, 16),
  Buffer.from('./edge_jwt_bg.js'),
  Buffer.of(1, 0x78, 0, 0, 7, 20, 1, 16),
  Buffer.from('__wbindgen_start'),
  Buffer.of(0, 0),
]);

const runFile = promisify(execFile);
/** Prints the message of the error with which the package fails, and `prepare` does something before. */
const failing = (entry, prepare) => `
${prepare};
const { importKey } = await import(${JSON.stringify(entry)});
try {
  importKey(new Uint8Array(32), 'HS256');
} catch (error) {
  console.log(error.code, error.message);
}`;

/** What a Node needs whose processor has no instructions for vectors. */
const WITHOUT_SIMD = '--no-enable-sse4-1';
const LEFT_OUT =
  process.arch === 'x64'
    ? {}
    : { 'the error says when WebAssembly has no SIMD': 'only Node for x64 can do without' };

const passed = await withPackedPackage(async ({ folder, installed }) => {
  const { test, run } = loop(LEFT_OUT);
  const wasm = await readFile(join(installed, 'wasm', 'edge_jwt_bg.wasm'));
  const module = new WebAssembly.Module(wasm);
  let copies = 0;
  /** The package once more, so that its module has not been started. */
  const freshCopy = async () => {
    const place = join(folder, `copy-${(copies += 1)}`);
    await cp(installed, place, { recursive: true });
    return place;
  };
  const load = (place, entry) => import(pathToFileURL(join(place, 'dist', `${entry}.js`)).href);
  const freshSlim = async () => load(await freshCopy(), 'slim');
  const works = ({ decode }) => assert.throws(() => decode('a.b.c'), { code: 'ERR_JWS_INVALID' });
  const isUnavailable = ({ decode }) => assert.throws(() => decode('a.b.c'), UNAVAILABLE);

  test('a flipped bit anywhere in the shipped module is refused', async () => {
    for (let place = 0; place < 12; place += 1) {
      const damaged = Buffer.from(wasm);
      damaged[Math.floor((place / 11) * (wasm.length - 1))] ^= 1 << (place % 8);
      const slim = await freshSlim();
      await assert.rejects(slim.init(damaged), UNAVAILABLE);
      isUnavailable(slim);
    }
  });

  test('a module that lacks its end, has more, or is empty is refused', async () => {
    const others = [wasm.subarray(0, -1), Buffer.concat([wasm, Buffer.of(0)]), Buffer.alloc(0)];
    for (const other of others) {
      const slim = await freshSlim();
      await assert.rejects(slim.init(other), UNAVAILABLE);
      isUnavailable(slim);
    }
  });

  test('a changed character anywhere in the inlined module is refused', async () => {
    const text = await readFile(join(installed, 'dist', 'inline.js'), 'utf8');
    for (let place = 1; place < 12; place += 1) {
      // One of those that stand for a byte, or end a pair, by another: the length stays as it is.
      const rest = text.slice(Math.floor((place / 12) * text.length));
      const at = text.length - rest.length + rest.search(/[B-Z]/);
      const copy = await freshCopy();
      const damaged = `${text.slice(0, at)}A${text.slice(at + 1)}`;
      await writeFile(join(copy, 'dist', 'inline.js'), damaged);
      isUnavailable(await load(copy, 'inline'));
    }
  });

  test('slim has all that the package has, and init', async () => {
    const copy = await freshCopy();
    const names = Object.keys(await load(copy, 'slim'));
    const expected = [...Object.keys(await load(copy, 'inline')), 'init'];
    assert.deepEqual(names.sort(), expected.sort());
  });

  test('slim is unavailable until init has been called, and says so', async () => {
    const slim = await freshSlim();
    assert.throws(() => slim.decode('a.b.c'), { ...UNAVAILABLE, message: /init/ });
    assert.equal(slim.inspect('a.b.c').checks[0].code, 'ERR_WASM_UNAVAILABLE');
    await slim.init(wasm);
    works(slim);
  });

  test('init takes a module, one of another realm, bytes, a buffer and a Response', async () => {
    const foreign = runInNewContext('new WebAssembly.Module(bytes)', { bytes: wasm });
    assert.ok(!(foreign instanceof WebAssembly.Module));
    const buffer = Uint8Array.from(wasm).buffer;
    for (const input of [module, foreign, wasm, buffer, new Response(wasm)]) {
      const slim = await freshSlim();
      assert.equal(await slim.init(input), undefined);
      works(slim);
    }
  });

  test('init fetches a URL, and reads no further than the module is long', async () => {
    let isEndless = true;
    let isClosed = false;
    const server = createServer((request, response) => {
      if (!isEndless) return response.end(wasm);
      const timer = setInterval(() => response.write(Buffer.alloc(65_536)), 1);
      return response.on('close', () => {
        isClosed = true;
        clearInterval(timer);
      });
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const url = new URL(`http://127.0.0.1:${server.address().port}/edge_jwt_bg.wasm`);
      const slim = await freshSlim();
      await assert.rejects(slim.init(url), UNAVAILABLE);
      while (!isClosed) await new Promise((resolve) => setTimeout(resolve, 5));
      isEndless = false;
      await slim.init(url);
      works(slim);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  test('a failed init can be repeated, whatever it failed on', async () => {
    const slim = await freshSlim();
    const damaged = Buffer.from(wasm);
    damaged[wasm.length - 9] ^= 1;
    const failing = [
      damaged,
      EMPTY_MODULE,
      new WebAssembly.Module(EMPTY_MODULE),
      new Response(wasm, { status: 404 }),
      new Response(null),
      new Response(damaged),
      new URL('http://127.0.0.1:1/'),
      new URL('unknown:x'),
      { [Symbol.toStringTag]: 'WebAssembly.Module' },
      { [Symbol.toStringTag]: 'Response', status: 200, body: {} },
    ];
    for (const input of failing) {
      await assert.rejects(slim.init(input), UNAVAILABLE);
      isUnavailable(slim);
    }
    await slim.init(module);
    works(slim);
  });

  test('init once more does nothing, at the same time or later', async () => {
    const slim = await freshSlim();
    await Promise.all([slim.init(module), slim.init(wasm), slim.init(new Response(wasm))]);
    const secret = Buffer.alloc(32, 7);
    const signed = 'eyJhbGciOiJIUzI1NiJ9.e30';
    const signature = createHmac('sha256', secret).update(signed).digest('base64url');
    const key = slim.importKey(secret, 'HS256');
    await slim.init(EMPTY_MODULE);
    // After a second start this key would point into the memory of the first.
    assert.ok(slim.compactVerify(`${signed}.${signature}`, key));
    works(slim);
  });

  test('init of anything else is misuse, started or not', async () => {
    const slim = await freshSlim();
    const throwing = {
      get [Symbol.toStringTag]() {
        throw new Error('canary');
      },
    };
    const inputs = [undefined, null, '', 'https://a.example/', 1, {}, [], Promise.resolve(module)];
    for (const input of [...inputs, throwing]) await assert.rejects(slim.init(input), MISUSE);
    await slim.init(module);
    for (const input of [...inputs, throwing]) await assert.rejects(slim.init(input), MISUSE);
  });

  test('slim and the entries of one copy are one library', async () => {
    const copy = await freshCopy();
    const slim = await load(copy, 'slim');
    const inline = await load(copy, 'inline');
    works(slim);
    assert.equal(slim.JoseError, inline.JoseError);
    assert.ok(slim.importKey(new Uint8Array(32), 'HS256') instanceof inline.VerifyingKey);
  });

  const entryFile = pathToFileURL(join(installed, 'dist', 'inline.js')).href;
  const messageOf = async (options, prepare = '') => {
    const script = failing(entryFile, prepare);
    const args = [...options, '--input-type=module', '--eval', script];
    const { stdout } = await runFile(process.execPath, args);
    return stdout.trim();
  };
  const bundled = async (options) => {
    const { outputFiles } = await build({
      stdin: { contents: "export * from 'edge-jwt'", resolveDir: folder },
      ...{ bundle: true, write: false, format: 'iife', globalName: 'lib', ...options },
    });
    return outputFiles.at(-1).text;
  };

  test('the error says when there is no WebAssembly', async () => {
    const message = await messageOf(['--jitless']);
    assert.match(message, /^ERR_WASM_UNAVAILABLE this engine has no WebAssembly .*"fastly"/);
  });

  test('the condition that it names works without WebAssembly', async () => {
    const script = `
      import { importKey } from 'edge-jwt';
      console.log(typeof WebAssembly, importKey(new Uint8Array(32), 'HS256').algorithm);`;
    const args = ['--jitless', '--conditions=fastly', '--input-type=module', '--eval', script];
    const { stdout } = await runFile(process.execPath, args, { cwd: folder });
    assert.equal(stdout.trim(), 'undefined HS256');
  });

  test('the error says when WebAssembly has no SIMD', async () => {
    const message = await messageOf([WITHOUT_SIMD]);
    assert.match(message, /^ERR_WASM_UNAVAILABLE this engine or processor has no SIMD .*"fastly"/);
  });

  test('the error says when there is no memory for the module', async () => {
    const takeAll = `
      globalThis.taken = [];
      try {
        for (;;) taken.push(new WebAssembly.Memory({ initial: 1 }));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }`;
    const message = await messageOf([], takeAll);
    assert.match(message, /^ERR_WASM_UNAVAILABLE there is no memory .*ulimit/);
  });

  test('the error says when the environment compiles no WebAssembly', async () => {
    const context = createContext({}, { codeGeneration: { strings: true, wasm: false } });
    const { importKey } = runInContext(`${await bundled()}\nlib`, context);
    assert.throws(() => importKey(new Uint8Array(32), 'HS256'), {
      ...UNAVAILABLE,
      message: /^this environment compiles no WebAssembly: .*"workerd".*'wasm-unsafe-eval'/,
    });
  });

  test('the error says when a bundler takes the module for something else', async () => {
    const options = { conditions: ['workerd'], loader: { '.wasm': 'file' }, outdir: folder };
    const { importKey } = runInNewContext(`${await bundled(options)}\nlib`);
    assert.throws(() => importKey(new Uint8Array(32), 'HS256'), {
      ...UNAVAILABLE,
      message: /^the bundler does not import edge_jwt_bg\.wasm as a WebAssembly\.Module: .*slim/,
    });
  });

  test('the error of init says what is wrong with what it was given', async () => {
    const damaged = Buffer.from(wasm);
    damaged[wasm.length - 9] ^= 1;
    const page = Buffer.from('<!doctype html><title>Not found</title>');
    const longer = Buffer.concat([wasm, Buffer.of(0)]);
    const thisVersion = 'use the edge_jwt_bg.wasm of this version of the package';
    const other = 'the WebAssembly module is of another version';
    const inputs = [
      [page, 'the bytes are no WebAssembly (a page of the server?)'],
      [new Response(page), 'the bytes are no WebAssembly (a page of the server?)'],
      [damaged, 'the WebAssembly module is damaged'],
      [wasm.subarray(0, -1), 'the WebAssembly module is damaged'],
      [EMPTY_MODULE, other],
      [
        new WebAssembly.Module(EMPTY_MODULE),
        'the WebAssembly.Module is not the one of this package',
      ],
      [
        new WebAssembly.Module(MODULE_OF_ANOTHER_VERSION),
        'the WebAssembly.Module is of another version',
      ],
      [
        new Response(longer),
        'the response is longer than the WebAssembly module, or not made of bytes',
      ],
      [
        new Response('', { status: 404 }),
        'the response has status 404 in place of the WebAssembly module and status 200',
      ],
      [
        new Response(null),
        'the response has no body in place of the WebAssembly module and status 200',
      ],
    ];
    for (const [input, what] of inputs) {
      const slim = await freshSlim();
      const message = `${what}: ${thisVersion}`;
      await assert.rejects(slim.init(input), { ...UNAVAILABLE, message });
    }
  });

  test('the error of init says why a URL could not be fetched', async () => {
    const { init } = await freshSlim();
    const fails = async (url, reason) => {
      const message = `the WebAssembly module could not be fetched: ${reason}`;
      await assert.rejects(init(new URL(url)), { ...UNAVAILABLE, message });
    };
    const address = 'check the address, and in a page CORS and connect-src';
    await fails('http://127.0.0.1:1/', address);
    await fails(
      pathToFileURL(join(installed, 'wasm', 'edge_jwt_bg.wasm')),
      'no such file, or no fetch of files in this runtime: give init the bytes',
    );
    const { timeout } = AbortSignal;
    AbortSignal.timeout = () => AbortSignal.abort(new DOMException('', 'TimeoutError'));
    try {
      await fails('http://127.0.0.1:1/', 'it took more than 30 seconds');
    } finally {
      AbortSignal.timeout = timeout;
    }
  });

  return report('loading', await run());
});
if (!passed) process.exitCode = 1;
