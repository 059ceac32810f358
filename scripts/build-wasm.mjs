// Compiles the Rust core with its bindings into pkg/wasm.

import { rmSync } from 'node:fs';
import { run } from './lib/command.mjs';
import { main } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';
import { wasmTargetOptions } from './lib/wasm-target.mjs';

await main(async () => {
  await run('wasm-pack', [
    'build',
    'module',
    '--profile',
    'module',
    '--target',
    'web',
    '--out-dir',
    inProject('pkg', 'wasm'),
    '--out-name',
    'edge_jwt',
    // The manifest in pkg/ is written by hand, and the tools are already here: nothing is fetched.
    ...['--no-pack', '--mode', 'no-install', '--'],
    '--locked',
    ...wasmTargetOptions,
  ]);
  // wasm-pack ignores its whole output folder, which would also keep it out of `npm pack`.
  rmSync(inProject('pkg', 'wasm', '.gitignore'), { force: true });
});
