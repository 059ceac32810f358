// Compiles the Rust core with its bindings into pkg/wasm.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './lib/command.mjs';
import { main } from './lib/fault.mjs';
import { inProject } from './lib/project.mjs';
import { cargoHome } from './lib/tools.mjs';

/** A panic message names its source file: without this, one below the builder's home folder. */
const HIDE_HOME = `--remap-path-prefix=${join(cargoHome(), 'registry', 'src')}=/crates`;

const CARGO_OPTIONS = [
  ...['--locked', '--features', 'wasm'],
  ...['--config', `target.wasm32-unknown-unknown.rustflags=[${JSON.stringify(HIDE_HOME)}]`],
];

await main(async () => {
  await run('wasm-pack', [
    'build',
    ...['--target', 'web', '--out-dir', 'pkg/wasm', '--out-name', 'edge_jwt'],
    // The manifest in pkg/ is written by hand, and the tools are already here: nothing is fetched.
    ...['--no-pack', '--mode', 'no-install', '--release', '.', '--', ...CARGO_OPTIONS],
  ]);
  // wasm-pack ignores its whole output folder, which would also keep it out of `npm pack`.
  rmSync(inProject('pkg', 'wasm', '.gitignore'), { force: true });
});
