// Runs the suite in this Node, against the packed package.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { signedTokens } from '../suite/support/signed-tokens.mjs';
import { runSuite } from './in-runtime.mjs';
import { loop, withResults } from '../support/loop.mjs';
import { registerOtherVerifiers } from './other-verifiers.mjs';
import { runner } from './runner.mjs';

await runner('node', async ({ folder }) => {
  // Node's own fetch starts a WebAssembly module on first use, and not all at once: it has to be done
  // before a test takes WebAssembly away for a moment.
  await fetch('data:,');
  const { href } = pathToFileURL(join(folder, '/'));
  const { default: fixtures } = await import(`${href}fixtures.mjs`);
  const importPackage = (copy) => import(`${href}copies/${copy}/index.mjs`);
  const suite = await runSuite({ importPackage, fixtures });
  const { test, run } = loop();
  registerOtherVerifiers(test, await signedTokens(await importPackage(1)));
  return withResults({ version: process.versions.node, ...suite }, [await run()]);
});
