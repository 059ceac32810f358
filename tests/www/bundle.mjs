// The page's pure half as a module of Node: www/model and www/strings, on the package as it was built.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inProject } from '../../scripts/lib/project.mjs';

const PACKAGE = pathToFileURL(inProject('pkg', 'dist', 'inline.js')).href;

/** Hands `use` what the files export, each under its path: `model/pasted`, `strings/en`. */
export async function withPage(paths, use) {
  const folder = await mkdtemp(join(tmpdir(), 'edge-jwt-page-'));
  try {
    await build({
      entryPoints: paths.map((path) => ({ in: inProject('www', `${path}.ts`), out: path })),
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'neutral',
      logLevel: 'warning',
      plugins: [
        {
          name: 'package',
          setup: ({ onResolve }) =>
            onResolve({ filter: /^edge-jwt$/ }, () => ({ path: PACKAGE, external: true })),
        },
      ],
    });
    const modules = await Promise.all(
      paths.map(async (path) => [
        path.split('/').slice(1).join('/'),
        await import(pathToFileURL(join(folder, `${path}.mjs`)).href),
      ]),
    );
    return await use(Object.fromEntries(modules));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
