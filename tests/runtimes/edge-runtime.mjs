// Runs the suite in Vercel's edge-runtime, where scripts run and no modules: bundled as Vercel's own
// bundler would, with the condition `edge-light`. The module is compiled outside and handed in, so
// that `instanceof` does not know it inside.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { modulesOf, npmTools } from '../../scripts/lib/npm-tools.mjs';
import { inProject } from '../../scripts/lib/project.mjs';
import { inEdgeRuntime } from './left-out.mjs';
import { COPIES } from '../support/pack.mjs';
import { runner } from './runner.mjs';

const load = createRequire(join(modulesOf(npmTools.edgeRuntime), 'index.js'));
const { EdgeRuntime } = load('edge-runtime');

const GLOBAL_NAME = 'EDGE_JWT_MODULE';

/** `x.wasm?module` is a compiled module, which Vercel keeps under a global name. */
const modulesOfVercel = {
  name: 'x.wasm?module',
  setup({ onResolve, onLoad }) {
    const namespace = 'module';
    onResolve({ filter: /\.wasm\?module$/ }, ({ path }) => ({ path, namespace }));
    onLoad({ filter: /./, namespace }, () => ({
      contents: `export default globalThis.${GLOBAL_NAME};`,
    }));
  },
};

await runner('edge-runtime', async ({ folder, installed }) => {
  const wasm = await readFile(join(installed, 'wasm', 'edge_jwt_bg.wasm'));
  const module = new WebAssembly.Module(wasm);
  const runtime = new EdgeRuntime({
    initialCode: await bundleOf(folder),
    extend: (context) => Object.assign(context, { [GLOBAL_NAME]: module }),
  });
  const response = await runtime.dispatchFetch('http://localhost/');
  if (!response.ok) throw new Error(await response.text());
  return { version: npmTools.edgeRuntime.version, ...(await response.json()) };
});

async function bundleOf(folder) {
  const { outputFiles } = await build({
    stdin: { contents: scriptOf(), resolveDir: folder },
    ...{ bundle: true, write: false, format: 'iife', target: 'es2022' },
    conditions: ['edge-light'],
    plugins: [modulesOfVercel],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

function scriptOf() {
  const places = Array.from({ length: COPIES }, (_, index) => `./copies/${index + 1}/index.mjs`);
  return `
import fixtures from './fixtures.mjs';
import { runSuite } from '${inProject('tests', 'runtimes', 'in-runtime.mjs')}';

const packages = [${places.map((place) => `() => import('${place}')`)}];
const importPackage = (copy) => packages[copy - 1]();
const leftOut = ${JSON.stringify(inEdgeRuntime)};

addEventListener('fetch', (event) => {
  const result = runSuite({ importPackage, fixtures, leftOut });
  event.respondWith(result.then((found) => Response.json(found)));
});
`;
}
