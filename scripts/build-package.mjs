// Makes the npm package's dist/ from pkg/src and pkg/wasm: an entry per runtime, what they share,
// declarations, and the bill of materials.

import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sbom } from './build-sbom.mjs';
import { run, runNode } from './lib/command.mjs';
import { entryPlugin, entryPoint, exportsOfLibrary } from './lib/entry.mjs';
import { Fault, main } from './lib/fault.mjs';
import { changedGlue } from './lib/glue.mjs';
import { inProject } from './lib/project.mjs';

const GENERATED = {
  wasm: ['edge_jwt.js', 'edge_jwt.d.ts', 'edge_jwt_bg.wasm'],
  wasm2js: ['edge_jwt.js', 'edge_jwt_bg.js'],
};
/** Each brings the module along, from a place of its own. */
const ENTRIES = ['inline', 'workerd', 'edge-light'];
const LICENSES = ['LICENSE-APACHE', 'LICENSE-MIT'];

/** Throws a `Fault` unless the builds before have left everything the package is made from. */
export function requireWasm() {
  for (const [folder, names] of Object.entries(GENERATED)) {
    const missing = names.filter((name) => !existsSync(inProject('pkg', folder, name)));
    if (missing.length === 0) continue;
    throw new Fault(
      `pkg/${folder} lacks ${missing.join(', ')}: run \`node scripts/build-${folder}.mjs\` first, ` +
        'or `npm run build`, which does everything.',
    );
  }
}

/**
 * Bundles the entries into pkg/dist, with source maps. All that those with a module share is in one chunk, so
 * that the package holds it once, and a program that loads two of them has one library.
 */
export async function bundle() {
  const bytes = readFileSync(inProject('pkg', 'wasm', 'edge_jwt_bg.wasm'));
  const { checksumOf } = await importTypeScript(
    inProject('pkg', 'src', 'core', 'wasm-checksum.ts'),
  );
  const { textOfBytes } = await importTypeScript(inProject('pkg', 'src', 'core', 'wasm-text.ts'));
  const options = {
    outdir: inProject('pkg', 'dist'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    // Anything a runtime would have to provide is a mistake here, and neutral makes it an error.
    platform: 'neutral',
    define: { WASM_LENGTH: `${bytes.length}`, WASM_CHECKSUM: `${checksumOf(bytes)}` },
    charset: 'utf8',
    sourcemap: 'linked',
    logLevel: 'warning',
  };
  const plugins = [assembled, shared, glue('wasm'), wasmImports(textOfBytes(bytes))];
  await build({ ...options, entryPoints: { shared: entry('shared') } });
  await build({ ...options, entryPoints: { decode: entry('decode') }, plugins: [shared] });
  await build({
    ...options,
    entryPoints: {
      ...Object.fromEntries(ENTRIES.map((name) => [name, entryPoint(name)])),
      slim: entry('slim'),
      hono: entry('hono'),
    },
    splitting: true,
    chunkNames: 'library',
    plugins: [...plugins, entryPlugin(await exportsOfLibrary({ ...options, plugins }))],
  });
  // With a library of its own: its glue is another one, and nobody loads it beside the others.
  await build({
    ...options,
    entryPoints: [entry('fastly')],
    plugins: [assembled, shared, glue('wasm2js'), wasm2jsImports],
  });
  copyFileSync(
    inProject('pkg', 'wasm2js', 'edge_jwt_bg.js'),
    inProject('pkg', 'dist', 'fastly-module.js'),
  );
}

const entry = (name) => inProject('pkg', 'src', 'entry', `${name}.ts`);

/** `?inline` is turned into text here; the other spellings are for the runtime or its bundler. */
const wasmImports = (text) => ({
  name: 'wasm imports',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.wasm(\?module)?$/ }, ({ path }) => ({
      path: `../wasm/${basename(path)}`,
      external: true,
    }));
    // Relative, because esbuild writes the path into the bundle.
    onResolve({ filter: /\.wasm\?inline$/ }, ({ path }) => ({
      path: `wasm/${basename(path, '?inline')}`,
      namespace: 'inline',
    }));
    // Costs nothing until it is decoded; esbuild's `binary` decodes on import.
    onLoad({ filter: /./, namespace: 'inline' }, () => ({ contents: text, loader: 'text' }));
  },
});

/** The module in a file of its own, which needs no source map. */
const wasm2jsImports = {
  name: 'wasm2js imports',
  setup({ onResolve }) {
    onResolve({ filter: /\/wasm2js\/edge_jwt_bg\.js$/ }, () => ({
      path: './fastly-module.js',
      external: true,
    }));
  },
};

/** `glue.js` of the sources: what wasm-bindgen wrote into a folder of pkg/, changed. */
const glue = (folder) => ({
  name: 'glue',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/glue\.js$/ }, () => ({ path: inProject('pkg', folder, 'edge_jwt.js') }));
    onLoad({ filter: /\bedge_jwt\.js$/ }, async ({ path }) => ({
      contents: changedGlue(await readFile(path, 'utf8'), '../src/checks/utf8.ts'),
    }));
  },
});

/** What `entry/shared.ts` hands on is in its file alone. */
const shared = {
  name: 'shared',
  setup({ onResolve }) {
    onResolve({ filter: /\/(?:errors|record)\.js$/ }, () => ({
      path: './shared.js',
      external: true,
    }));
  },
};

/** WebAssembly in words, as an array of its bytes. */
const assembled = {
  name: 'assembled WebAssembly',
  setup({ onLoad }) {
    onLoad({ filter: /\.wat$/ }, async ({ path }) => {
      const folder = mkdtempSync(join(tmpdir(), 'edge-jwt-wat-'));
      try {
        const file = join(folder, 'assembled.wasm');
        await run('wasm-opt', ['-Oz', path, '-o', file]);
        return { contents: JSON.stringify([...readFileSync(file)]), loader: 'json' };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
};

async function importTypeScript(path) {
  const { outputFiles } = await build({
    ...{ entryPoints: [path], bundle: true, format: 'esm', write: false },
    plugins: [assembled],
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
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
  writeFileSync(inProject('pkg', 'sbom.cdx.json'), sbom());
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) await main(buildPackage);
