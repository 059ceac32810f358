// Runs the suite against what Fastly Compute gets, the package whose module is JavaScript, in this Node:
// Fastly's own engine has no compiler and would take hours.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runSuite } from './in-runtime.mjs';
import { inWasm2js } from './left-out.mjs';
import { runner } from './runner.mjs';

await runner('wasm2js', async ({ folder }) => {
  const { href } = pathToFileURL(join(folder, '/'));
  const { default: fixtures } = await import(`${href}fixtures.mjs`);
  // Only Fastly's bundler asks for the condition, so the entry is named.
  const importPackage = (copy) =>
    import(`${href}copies/${copy}/node_modules/edge-jwt/dist/fastly.js`);
  const suite = await runSuite({ importPackage, fixtures, leftOut: inWasm2js });
  return { version: process.versions.node, ...suite };
});
