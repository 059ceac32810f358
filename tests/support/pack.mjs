// The package as its users get it: packed by npm, and installed from that tarball into a folder
// where nothing of this repository is in reach.

import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.mjs';

const packageFolder = fileURLToPath(new URL('../../pkg', import.meta.url));

const NEEDED = [
  'package.json',
  'README.md',
  'LICENSE-APACHE',
  'LICENSE-MIT',
  'dist/library.js',
  'dist/inline.js',
  'dist/workerd.js',
  'dist/edge-light.js',
  'dist/fastly.js',
  'dist/fastly-module.js',
  'dist/slim.js',
  'dist/decode.js',
  'dist/shared.js',
  'dist/types/index.d.ts',
  'wasm/edge_jwt_bg.wasm',
  'src/index.ts',
  'sbom.cdx.json',
];

/**
 * Packs, installs and hands the installation to `use`: `folder` is the project it is installed in,
 * `installed` the package inside it, `tarball` what it was installed from, `files` what that holds.
 */
export async function withPackedPackage(use) {
  const folder = await mkdtemp(join(tmpdir(), 'edge-jwt-'));
  try {
    const { filename, files } = await pack(folder);
    requireFiles(files);
    await install(folder, filename);
    const installed = join(folder, 'node_modules', 'edge-jwt');
    return await use({ folder, installed, tarball: join(folder, filename), files });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How often the suite may ask for the package anew; a runner's folders are made before it runs. */
export const COPIES = 10;

/**
 * Installs the package once more for each copy, because a module is imported but once per place:
 * `folder/copies/1/index.mjs` and so on hand on what they find under the name `edge-jwt`.
 */
export async function installCopies({ folder, installed }) {
  for (let copy = 1; copy <= COPIES; copy += 1) {
    const place = join(folder, 'copies', `${copy}`);
    await cp(installed, join(place, 'node_modules', 'edge-jwt'), { recursive: true });
    await writeFile(join(place, 'index.mjs'), "export * from 'edge-jwt';\n");
  }
}

/** Packs the package, or the one in another folder, into `destination`. */
export async function pack(destination, from = packageFolder) {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', destination];
  const { stdout } = await npm(args, from);
  const [{ filename, files }] = JSON.parse(stdout);
  return { filename, files: files.map(({ path }) => path) };
}

function requireFiles(files) {
  const missing = NEEDED.filter((path) => !files.includes(path));
  if (missing.length === 0) return;
  throw new Error(`the packed package lacks ${missing.join(', ')}: run \`npm run build\` first`);
}

async function install(folder, filename) {
  await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  const options = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  await npm(['install', ...options, `./${filename}`], folder);
}
