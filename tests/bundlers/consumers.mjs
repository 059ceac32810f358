// How each consumer is built and run, and what it needs that its tool does not do on its own.

import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileServer } from '../../scripts/serve.mjs';
import { npm } from '../support/npm.mjs';
import { frameworkConsumers } from './framework-consumers.mjs';
import { nodeConsumers } from './node-consumers.mjs';
import { sizeOf, visit, visitDevelopment } from './page.mjs';
import { answerOf, withServer } from './server.mjs';

/**
 * By name: `source` is the folder in `consumers/`, `like` another one that it adds to, `tool` the package
 * that bundles. `run`, given the prepared `folder` and a `browser`, returns what was answered, by place,
 * and the `size` of a build. One that `isLong` is run by `npm run packaging` and not by `npm test`.
 */
export const consumers = {
  'vite-dev': { source: 'vite', tool: 'vite', needs: 'nothing', run: visitServer('dev') },
  'vite-build': { source: 'vite', tool: 'vite', needs: 'nothing', run: visitOutput('dist') },
  webpack: { source: 'webpack', tool: 'webpack', needs: 'nothing', run: visitOutput('.') },
  rspack: { source: 'rspack', tool: '@rspack/core', needs: 'nothing', run: visitOutput('.') },
  rollup: {
    source: 'rollup',
    tool: 'rollup',
    needs: '@rollup/plugin-node-resolve, as for any package',
    run: visitOutput('.'),
  },
  esbuild: { source: 'esbuild', tool: 'esbuild', needs: 'nothing', run: visitOutput('.') },
  parcel: { source: 'parcel', tool: 'parcel', needs: 'nothing', run: visitOutput('dist') },
  wrangler: { source: 'wrangler', tool: 'wrangler', needs: 'nothing', run: runWrangler },
  ...nodeConsumers,
  ...frameworkConsumers,
};

/** A build whose files any server can serve, here with `script-src 'self' 'wasm-unsafe-eval'`. */
function visitOutput(path) {
  return async ({ folder, browser }) => {
    await npm(['run', 'build'], folder);
    const server = createFileServer(join(folder, path)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { result, size } = await visit(browser, `http://127.0.0.1:${server.address().port}/`);
      return { answers: { page: result }, size };
    } finally {
      server.close();
      server.closeAllConnections();
    }
  };
}

/** A development server; the page states its policy itself. */
function visitServer(script) {
  return ({ folder, browser }) =>
    withServer(folder, script, async (origin) => {
      const result = await visitDevelopment(browser, `${origin}/`);
      return { answers: { page: result } };
    });
}

/** Built to see the size; `wrangler dev` builds once more, and runs that in workerd. */
async function runWrangler({ folder }) {
  await npm(['run', 'build'], folder);
  const output = await filesBelow(join(folder, 'dist'), /\.(js|wasm)$/);
  return withServer(folder, 'dev', async (origin) => ({
    answers: { worker: await answerOf(`${origin}/`) },
    size: sizeOf(output),
  }));
}

async function filesBelow(folder, pattern) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => pattern.test(name));
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}
