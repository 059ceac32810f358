// How the Rust core is compiled to WebAssembly: the build and the lint must see the same code.

import { join } from 'node:path';
import { cargoHome } from './tools.mjs';

/** The product of RSA has a form for the vector unit, which every runtime we name has. */
const VECTORS = '-Ctarget-feature=+simd128';
/** A panic message names its source file: without this, one below the builder's home folder. */
const HIDE_HOME = `--remap-path-prefix=${join(cargoHome(), 'registry', 'src')}=/crates`;

/** Options of cargo for `--target wasm32-unknown-unknown`. */
export const wasmTargetOptions = targetOptions(VECTORS);

/**
 * The same for what is to become JavaScript. Without reference types, because wasm-bindgen would make a
 * second table, which wasm2js does not know, and without vectors.
 */
export const wasm2jsTargetOptions = targetOptions('-Ctarget-cpu=mvp');

function targetOptions(rustFlag) {
  const flags = JSON.stringify([rustFlag, HIDE_HOME]);
  return ['--config', `target.wasm32-unknown-unknown.rustflags=${flags}`];
}
