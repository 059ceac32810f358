// Runs the suite in Node, against the packed package.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mint } from '../suite/mint.mjs';
import suite from '../suite/index.mjs';
import { signedTokens } from '../suite/signed-tokens.mjs';
import { loop, report } from './loop.mjs';
import { registerOtherVerifiers } from './other-verifiers.mjs';
import { withPackedPackage } from './pack.mjs';

// Node's own fetch starts a WebAssembly module on first use, and not all at once: it has to be done
// before a test takes WebAssembly away for a moment.
await fetch('data:,');

const passed = await withPackedPackage(async ({ folder }) => {
  // As a module in that folder would find it: through the package's own `exports`.
  const resolve = createRequire(join(folder, 'index.js')).resolve;
  const { href } = pathToFileURL(resolve('edge-jwt'));
  const lib = await import(href);
  let copies = 0;
  const freshCopy = () => import(`${href}?copy=${(copies += 1)}`);
  const { test, run } = loop();
  suite({ test, assert, lib, freshCopy, fixtures: await mint() });
  registerOtherVerifiers(test, await signedTokens(lib));
  return report('node', await run());
});
if (!passed) process.exitCode = 1;
