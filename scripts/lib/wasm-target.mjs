// How the Rust core is compiled to WebAssembly: the build and the lint must see the same code.

import { join } from 'node:path';
import { cargoHome } from './tools.mjs';

const RUSTFLAGS = [
  // The product of RSA has a form for the vector unit, which every runtime we name has.
  '-Ctarget-feature=+simd128',
  // A panic message names its source file: without this, one below the builder's home folder.
  `--remap-path-prefix=${join(cargoHome(), 'registry', 'src')}=/crates`,
];

/** Options of cargo for `--target wasm32-unknown-unknown`. */
export const wasmTargetOptions = [
  '--config',
  `target.wasm32-unknown-unknown.rustflags=${JSON.stringify(RUSTFLAGS)}`,
];
