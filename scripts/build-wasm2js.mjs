// Compiles the Rust core into JavaScript for engines that have no WebAssembly, by way of WebAssembly, into
// pkg/wasm2js: `edge_jwt_bg.js` is the module, `edge_jwt.js` the glue to it.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { run } from './lib/command.mjs';
import { main } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';
import { wasm2jsTargetOptions } from './lib/wasm-target.mjs';
import { changedGlue, startedByGlue } from './lib/wasm2js-glue.mjs';

const TARGET = 'wasm32-unknown-unknown';
const COMPILED = inProject('target', TARGET, 'wasm2js', 'edge_jwt_module.wasm');
const WORK = inProject('target', 'translated');
const OUT = inProject('pkg', 'wasm2js');

/** By name: with all of them, wasm-opt writes what wasm-bindgen does not read. */
const FEATURES = [
  '--enable-bulk-memory',
  '--enable-sign-ext',
  '--enable-nontrapping-float-to-int',
  '--enable-mutable-globals',
  '--enable-reference-types',
  '--enable-multivalue',
];
/** What wasm2js does not translate. The standard library comes compiled, and uses all of it. */
const LOWERING = [
  '--signext-lowering',
  '--llvm-memory-copy-fill-lowering',
  '--llvm-nontrapping-fptoint-lowering',
];

await main(async () => {
  mkdirSync(WORK, { recursive: true });
  const file = (name) => join(WORK, name);
  await run('cargo', [
    'build',
    '--package',
    'edge-jwt-module',
    '--target',
    TARGET,
    '--target-dir',
    inProject('target'),
    '--profile',
    'wasm2js',
    '--locked',
    '--features',
    'wasm2js',
    ...wasm2jsTargetOptions,
  ]);
  // wasm-bindgen goes by the section that names features, and the standard library's names them all.
  await run('wasm-opt', [...FEATURES, '--strip-target-features', COMPILED, '-o', file('mvp.wasm')]);
  await run('wasm-bindgen', [
    '--target',
    'web',
    '--no-typescript',
    '--omit-default-module-path',
    '--out-dir',
    WORK,
    '--out-name',
    'edge_jwt',
    file('mvp.wasm'),
  ]);
  await run('wasm-opt', [
    ...FEATURES,
    ...LOWERING,
    '-O2',
    '--strip-target-features',
    file('edge_jwt_bg.wasm'),
    '-o',
    file('lowered.wasm'),
  ]);
  await run('wasm2js', ['-O2', file('lowered.wasm'), '-o', file('edge_jwt_bg.js')]);
  const module = startedByGlue(readFileSync(file('edge_jwt_bg.js'), 'utf8'));
  const { code } = await transform(module, { minify: true, format: 'esm', target: 'es2022' });
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT);
  writeFileSync(join(OUT, 'edge_jwt_bg.js'), code);
  writeFileSync(join(OUT, 'edge_jwt.js'), changedGlue(readFileSync(file('edge_jwt.js'), 'utf8')));
});
