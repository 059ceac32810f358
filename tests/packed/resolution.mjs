// That the packed package is found by what looks for it: Node, bundlers and TypeScript, as publint and
// "Are the types wrong?" see them, and `require` as Node itself does it.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { transform } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { loop, report } from '../support/loop.mjs';
import { withPackedPackage } from '../support/pack.mjs';

/**
 * Ways of resolving that a package of ES modules alone is not written for. TypeScript's `node10` knows
 * nothing of `exports`, and its `node16` nothing of `require` of an ES module, which Node has and
 * `nodenext` knows: tests/types tries it.
 */
const NOT_MEANT = ['node10', 'node16-cjs'];

/** What its import yields (a module, a URL, bytes) is for the bundler to say, and so is the type. */
const NOT_JAVASCRIPT = './edge_jwt_bg.wasm';

const ENTRIES = ['edge-jwt', 'edge-jwt/slim', 'edge-jwt/inline', 'edge-jwt/decode'];
const NO_REQUIRE = { 'require takes every entry': 'this Node cannot require an ES module' };

const passed = await withPackedPackage(async ({ folder, installed, tarball }) => {
  const { test, run } = loop(process.features.require_module ? {} : NO_REQUIRE);
  const bytes = new Uint8Array(await readFile(tarball));

  test('publint has nothing to say', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
    const sentences = messages.map((message) => formatMessage(message, pkg, { color: false }));
    assert.deepEqual(sentences, []);
  });

  test('the types are right, by whichever entry', async () => {
    const { entrypoints, problems } = await checkPackage(createPackageFromTarballData(bytes), {
      excludeEntrypoints: [NOT_JAVASCRIPT],
    });
    assert.deepEqual(Object.keys(entrypoints), [
      '.',
      './slim',
      './inline',
      './decode',
      './hono',
      './package.json',
    ]);
    assert.deepEqual(
      problems.filter(({ resolutionKind }) => !NOT_MEANT.includes(resolutionKind)),
      [],
    );
  });

  test('nothing awaits at its top level, which would shut require out', async () => {
    const names = await readdir(join(installed, 'dist'));
    for (const name of names.filter((name) => name.endsWith('.js'))) {
      // esbuild refuses to turn a module that awaits into one that is required.
      await transform(await readFile(join(installed, 'dist', name), 'utf8'), { format: 'cjs' });
    }
  });

  test('require takes every entry', async () => {
    const place = join(folder, 'index.cjs');
    const require = createRequire(place);
    for (const entry of ENTRIES) {
      const imported = await import(pathToFileURL(require.resolve(entry)).href);
      assert.equal(require(entry).JoseError, imported.JoseError, entry);
    }
    assert.throws(() => require('edge-jwt').decode('a.b.c'), { code: 'ERR_JWS_INVALID' });
  });

  return report('resolution', await run());
});
if (!passed) process.exitCode = 1;
