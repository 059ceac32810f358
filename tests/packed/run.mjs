// What the packed package is made of: no dependency, nothing run at install, and a WebAssembly module
// that can reach nothing but the values it is given.

import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, posix, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { flags, main } from '../../scripts/lib/fault.mjs';
import { inProject, root } from '../../scripts/lib/project.mjs';
import { cargoHome } from '../../scripts/lib/tools.mjs';
import { withPackedPackage } from '../support/pack.mjs';

/**
 * All that the module imports, without the hashes of their names: reading and making strings, numbers,
 * bytes, arrays, objects and errors, and `sign` of a SubtleCrypto that is handed in. No clock, no
 * randomness, no network, no evaluation of code, and no global scope to find them in; keys that a header
 * names by URL cannot be fetched by a module that has nothing to fetch with.
 */
const IMPORTS = new Set(
  [
    'Number boolean_get create entries generic get get_unchecked hasOwn init_externref_table',
    'instanceof_Uint8Array isArray is_null is_object is_string is_undefined keys length',
    'new_from_slice number_get of parse prototypesetcall reject set sign string_get stringify throw',
  ].flatMap((line) => line.split(' ')),
);

const IMPORTS_OF_BUNDLES = {
  'decode.js': ['./shared.js'],
  'shared.js': [],
  'library.js': ['./shared.js'],
  'edge-light.js': ['../wasm/edge_jwt_bg.wasm?module', './library.js'],
  'fastly-module.js': [],
  'fastly.js': ['./fastly-module.js', './shared.js'],
  'hono.js': [],
  'inline.js': ['./library.js'],
  'slim.js': ['./library.js', './shared.js'],
  'workerd.js': ['../wasm/edge_jwt_bg.wasm', './library.js'],
};
const BUNDLES = Object.keys(IMPORTS_OF_BUNDLES);
/** The module as JavaScript, which has no source that anybody could read. */
const TRANSLATED = 'fastly-module.js';
const LARGE = ['library.js', 'inline.js', 'fastly.js', TRANSLATED];
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
const TOP_LEVEL_FILES = [
  'LICENSE-APACHE',
  'LICENSE-MIT',
  'README.md',
  'package.json',
  'sbom.cdx.json',
  'wasm/edge_jwt_bg.wasm',
];
/** Whose machine or account it was built on is nobody's business, and no two builds would be the same. */
const PATHS_OF_BUILDERS = [
  ...[root, homedir(), cargoHome(), realpathSync(tmpdir())].map((path) => `${path}/`),
  '/home/',
  '/Users/',
  '/root/',
  'file:///',
];

await main(async () => {
  flags([]);
  await withPackedPackage(async ({ folder, installed, files }) => {
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    assertNothingComesAlong(manifest);
    await assertExactlyWhatIsMeant(files);
    await assertNoPathOfTheBuilder(installed, files);
    for (const target of [manifest.main, ...Object.values(manifest.exports).flatMap(targetsOf)]) {
      assert.ok(files.includes(target.replace('./', '')), `${target} is exported and not packed`);
    }
    await assertSourceMaps(installed);
    await assertDeclarationMaps(installed, files);
    await assertBundles(installed);
    await assertModuleReachesNothing(join(installed, 'wasm', 'edge_jwt_bg.wasm'));
    await assertPresetsAreLeftOut(folder);
    await assertBundlersKeepTheModule(folder);
    await assertBundlersLeaveOutWhatIsNotUsed(folder);
  });
  console.log('package: 11 passed, 0 failed');
});

function assertNothingComesAlong(manifest) {
  for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies']) {
    assert.equal(manifest[kind], undefined, kind);
  }
  for (const script of INSTALL_SCRIPTS) assert.equal(manifest.scripts?.[script], undefined, script);
  assert.equal(manifest.sideEffects, false);
  assert.equal(Object.keys(manifest.exports['.'])[0], 'types', 'TypeScript takes the first match');
}

/** The sources, a declaration for each that is compiled, the bundles, and maps of both. Nothing else. */
async function assertExactlyWhatIsMeant(files) {
  const sources = (await filesBelow(inProject('pkg', 'src'))).filter((path) =>
    /\.(?:ts|wat)$/.test(path),
  );
  const compiled = sources.filter((path) => /(?<!\.d)\.ts$/.test(path));
  const declarations = compiled.map((path) => `dist/types/${path.replace(/\.ts$/, '.d.ts')}`);
  const bundles = BUNDLES.map((name) => `dist/${name}`);
  const made = [...bundles, ...declarations]
    .flatMap((path) => [path, `${path}.map`])
    .filter((path) => path !== `dist/${TRANSLATED}.map`);
  const meant = [...TOP_LEVEL_FILES, ...sources.map((path) => `src/${path}`), ...made];
  assert.deepEqual([...files].sort(), meant.sort());
}

/** With slashes, relative to the folder. */
async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .map((path) => path.split(sep).join('/'));
}

async function assertNoPathOfTheBuilder(installed, files) {
  for (const file of files) {
    const text = await readFile(join(installed, file), 'latin1');
    for (const path of PATHS_OF_BUILDERS) assert.ok(!text.includes(path), `${path} is in ${file}`);
  }
}

/** What is inside the bundles can be read in the sources that come along. */
async function assertSourceMaps(installed) {
  for (const bundle of BUNDLES.filter((name) => name !== TRANSLATED)) {
    const map = JSON.parse(await readFile(join(installed, 'dist', `${bundle}.map`), 'utf8'));
    const own = map.sources.filter((source) => source.startsWith('../src/'));
    const least = LARGE.includes(bundle) && bundle !== 'inline.js' ? 10 : 1;
    assert.ok(own.length >= least, `${bundle} has a source map without our sources`);
    for (const source of own) await readFile(join(installed, 'dist', source));
  }
}

/** "Go to definition" ends in the source, with its comments. */
async function assertDeclarationMaps(installed, files) {
  for (const file of files.filter((path) => path.endsWith('.d.ts.map'))) {
    const { sources } = JSON.parse(await readFile(join(installed, file), 'utf8'));
    assert.equal(sources.length, 1, file);
    const source = posix.join(posix.dirname(file), sources[0]);
    assert.ok(files.includes(source), `${file} points at ${source}, which is not packed`);
    const declaration = await readFile(join(installed, file.replace(/\.map$/, '')), 'utf8');
    assert.ok(declaration.endsWith(`//# sourceMappingURL=${posix.basename(file)}`), file);
  }
}

/**
 * The library is there once, and once more with the glue for Fastly; the module twice, and once as
 * JavaScript. Each entry asks its runtime for what it has, and none looks for a file beside itself.
 */
async function assertBundles(installed) {
  const names = (await readdir(join(installed, 'dist'))).filter((name) => name.endsWith('.js'));
  assert.deepEqual(names.sort(), [...BUNDLES].sort());
  for (const name of BUNDLES) {
    const text = await readFile(join(installed, 'dist', name), 'utf8');
    const imports = new Set(
      [...text.matchAll(/(?:from|import) "([^"]+)"/g)].map(([, from]) => from),
    );
    assert.deepEqual([...imports].sort(), IMPORTS_OF_BUNDLES[name], name);
    assert.ok(!text.includes('import.meta'), `${name} has no place in CommonJS or in a bundle`);
    assert.ok(LARGE.includes(name) || text.length < 12_000, name);
  }
}

async function assertModuleReachesNothing(file) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(await readFile(file)));
  assert.ok(imports.length > 0);
  for (const { name, kind } of imports) {
    const stem = name.replace(/^__wbg_|^__wbindgen_/g, '').replace(/^__wbindgen_/, '');
    const what = stem.replace(/_[0-9a-f]{16}$/, '');
    assert.ok(
      IMPORTS.has(what),
      `the module imports ${what}, which is not among what it may reach`,
    );
    assert.equal(kind, 'function');
  }
}

/** Whoever uses no preset, or one, carries none of the others. */
async function assertPresetsAreLeftOut(folder) {
  const hosts = ['googleapis.com', 'amazonaws.com', 'microsoftonline.com', 'supabase.co'];
  const hostsIn = async (contents) => {
    const text = await bundled(contents, folder);
    return hosts.filter((host) => text.includes(host));
  };
  assert.deepEqual(await hostsIn("export { verify } from 'edge-jwt'"), []);
  assert.deepEqual(await hostsIn("export { google } from 'edge-jwt'"), ['googleapis.com']);
  assert.deepEqual(await hostsIn("export * from 'edge-jwt'"), hosts);
}

/** Whoever uses one function has its module too, though the function is in another file. */
async function assertBundlersKeepTheModule(folder) {
  const file = join(folder, 'bundled.mjs');
  await writeFile(file, await bundled("export { decode } from 'edge-jwt'", folder));
  const { decode } = await import(pathToFileURL(file).href);
  assert.throws(() => decode('a.b.c'), { code: 'ERR_JWS_INVALID' });
}

/** Whoever imports a function and does not call it carries neither the function nor the module. */
async function assertBundlersLeaveOutWhatIsNotUsed(folder) {
  const text = await bundled("import { decode } from 'edge-jwt'; export default 1", folder);
  assert.ok(text.length < 100, text.slice(0, 1000));
}

/** What esbuild makes of a script for a browser. */
async function bundled(contents, folder) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    ...{ bundle: true, write: false, format: 'esm', platform: 'browser' },
  });
  return outputFiles[0].text;
}

/** Conditions may hold conditions. */
function targetsOf(conditions) {
  return typeof conditions === 'string'
    ? [conditions]
    : Object.values(conditions).flatMap(targetsOf);
}
