// Bundles www/main.ts with the browser build of the package into www/dist.

import { rmSync } from 'node:fs';
import { main } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';

await main(async () => {
  // Imported here, so that this file can be read before the dependencies are installed.
  const { build } = await import('esbuild');
  rmSync(inProject('www', 'dist'), { recursive: true, force: true });
  await build({
    entryPoints: [inProject('www', 'main.ts')],
    outdir: inProject('www', 'dist'),
    bundle: true,
    conditions: ['browser'],
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    sourcemap: true,
    logLevel: 'warning',
  });
});
