// How each consumer is built and run, and what it needs that its tool does not do on its own.

import { once } from 'node:events';
import { join } from 'node:path';
import { createFileServer } from '../../scripts/serve.mjs';
import { npm } from '../runtimes/npm.mjs';
import { visit } from './page.mjs';
import { withServer } from './server.mjs';

/**
 * By name: `source` is the folder in `consumers/`, `tool` the package that bundles. `run`, given the
 * prepared `folder` and a `browser`, returns what was answered, by place, and the `size` of a build.
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
      const { result } = await visit(browser, `${origin}/`);
      return { answers: { page: result } };
    });
}
