// Builds the page twice, by Vite: as a site in www/dist, and as one self-contained file beside it.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, main } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';

const WWW = inProject('www');
const DIST = inProject('www', 'dist');
/** The whole page in one file, to be kept or passed on. */
export const ONE_FILE = 'edge-jwt-debugger.html';

const settings = (edition, packageEntry, more) => ({
  root: WWW,
  base: './',
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  resolve: {
    alias: [
      { find: /^edge-jwt$/, replacement: packageEntry },
      { find: /^\.\/edition\/edition\.js$/, replacement: join(WWW, 'edition', `${edition}.ts`) },
    ],
  },
  ...more,
});

const output = (more) => ({
  target: 'es2022',
  outDir: DIST,
  emptyOutDir: false,
  // Inlined images and the like would ask for more in the policy.
  assetsInlineLimit: 0,
  modulePreload: false,
  ...more,
  rollupOptions: {
    checks: { pluginTimings: false },
    ...more.rollupOptions,
  },
});

/**
 * The module is fetched with the script, and not after it; and so is what the script shares with the files that are
 * loaded when they are needed, which the bundler puts into a file of its own.
 */
const preloadModule = {
  name: 'preload the WebAssembly module and the shared script',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      const module = Object.keys(bundle ?? {}).find((name) => name.endsWith('.wasm'));
      const attrs = { rel: 'preload', as: 'fetch', href: `./${module}`, crossorigin: true };
      const shared = Object.values(bundle ?? {}).flatMap(({ isEntry, imports }) =>
        isEntry === true ? imports : [],
      );
      const preloads = shared.map((name) => ({
        ...{ rel: 'modulepreload', href: `./${name}`, crossorigin: true },
      }));
      return [attrs, ...preloads].map((given) => ({ tag: 'link', attrs: given, injectTo: 'head' }));
    },
  },
};

const sourceHash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

await main(async () => {
  // Imported here, so that this file can be read before the dependencies are installed.
  const { build } = await import('vite');
  rmSync(DIST, { recursive: true, force: true });
  await build(settings('site', 'edge-jwt/slim', { build: output({}), plugins: [preloadModule] }));
  await buildServiceWorker(build);
  await buildOneFile(build);
});

/** It names the files of the site, so it is built when they are there. */
async function buildServiceWorker(build) {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  const names = files.map((file) => file.slice(DIST.length + 1).replaceAll('\\', '/'));
  await build(
    settings('site', 'edge-jwt/slim', {
      define: {
        FILES: JSON.stringify(names.map((name) => (name === 'index.html' ? './' : name))),
        VERSION: JSON.stringify(hash.digest('hex').slice(0, 16)),
      },
      build: output({
        rollupOptions: {
          input: join(WWW, 'offline', 'service-worker.ts'),
          output: { entryFileNames: 'sw.js' },
        },
      }),
    }),
  );
}

/** Script and styles stand in the file, and its policy allows these and no others, by their hashes. */
async function buildOneFile(build) {
  const { output: parts } = await build(
    settings('file', 'edge-jwt/inline', {
      build: output({
        ...{ write: false, assetsDir: '' },
        // What is loaded when it is asked for is in the file from the start.
        rollupOptions: { output: { codeSplitting: false } },
      }),
    }),
  );
  const [page] = parts.filter(({ fileName }) => fileName === 'index.html');
  const scripts = parts.filter(({ type }) => type === 'chunk');
  const styles = parts.filter(({ fileName }) => fileName.endsWith('.css'));
  if (scripts.length !== 1 || styles.length !== 1) {
    throw new Fault('The page has more than one script or style sheet: it does not fit one file.');
  }
  // In a script, and nowhere else in ours, this would end the element.
  const script = `\n${scripts[0].code.replaceAll('</script', '<\\/script')}`;
  const style = `\n${styles[0].source}`;
  const text = `${page.source}`
    .replace(/<script type="module"[^>]*><\/script>/, () => '')
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
    .replace("script-src 'self'", `script-src ${sourceHash(script)}`)
    .replace("style-src 'self'", `style-src ${sourceHash(style)}`)
    .replace("connect-src 'self' https:", 'connect-src https:')
    .replace(" worker-src 'self';", '')
    .replace('trusted-types edge-jwt', "trusted-types 'none'")
    .replace('</body>', () => `<script type="module">${script}</script>\n  </body>`);
  writeFileSync(join(DIST, ONE_FILE), text);
}
