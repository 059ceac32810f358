// Makes the npm package's dist/ from pkg/src and pkg/wasm: one bundle per entry, and declarations.

import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { runNode } from './lib/command.mjs';
import { Fault, main } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';

const GENERATED = ['edge_jwt.js', 'edge_jwt.d.ts', 'edge_jwt_bg.wasm'];
const LICENSES = ['LICENSE-APACHE', 'LICENSE-MIT'];

/** Throws a `Fault` unless the WebAssembly build has left everything the package is made from. */
export function requireWasm() {
  const missing = GENERATED.filter((name) => !existsSync(inProject('pkg', 'wasm', name)));
  if (missing.length === 0) return;
  throw new Fault(
    `pkg/wasm lacks ${missing.join(', ')}: run \`node scripts/build-wasm.mjs\` first, ` +
      'or `npm run build`, which does both.',
  );
}

/** Bundles the entries into pkg/dist/node.js and pkg/dist/browser.js, with source maps. */
export async function bundle() {
  const common = {
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'linked',
    outdir: inProject('pkg', 'dist'),
    logLevel: 'warning',
  };
  await build({
    ...common,
    entryPoints: [inProject('pkg', 'src', 'entry', 'node.ts')],
    platform: 'node',
  });
  await build({
    ...common,
    entryPoints: [inProject('pkg', 'src', 'entry', 'browser.ts')],
    // Anything a runtime would have to provide is a mistake here, and neutral makes it an error.
    platform: 'neutral',
    // Text, which costs nothing until it is decoded; esbuild's `binary` decodes on import.
    loader: { '.wasm': 'base64' },
  });
}

/** Writes the declarations into pkg/dist/types. */
export async function declare() {
  await runNode('node_modules/typescript/bin/tsc', ['--project', 'pkg']);
}

/** The whole of it. The licences are copied because npm packs nothing from outside the package. */
export async function buildPackage() {
  requireWasm();
  rmSync(inProject('pkg', 'dist'), { recursive: true, force: true });
  await bundle();
  await declare();
  for (const name of LICENSES) copyFileSync(inProject(name), inProject('pkg', name));
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) await main(buildPackage);
