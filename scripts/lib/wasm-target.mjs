// How the Rust core is compiled to WebAssembly: the build and the lint must see the same code.

import { join } from 'node:path';
import { cargoHome } from './tools.mjs';

/** The product of RSA has a form for the vector unit, which every runtime we name has. */
const VECTORS = '-Ctarget-feature=+simd128';
/** A panic message names its source file: without this, one below the builder's home folder. */
const HIDE_HOME = `--remap-path-prefix=${join(cargoHome(), 'registry', 'src')}=/crates`;
/**
 * The module is downloaded by everybody. A function that does not say `#[inline]` is copied into its
 * callers only where that costs next to nothing; the arithmetic says so where it counts.
 */
const INLINE_LESS = '-Cllvm-args=-inline-threshold=25';

/** Options of cargo for `--target wasm32-unknown-unknown`. */
export const wasmTargetOptions = targetOptions(VECTORS, INLINE_LESS);

/**
 * The same for what is to become JavaScript. Without reference types, because wasm-bindgen would make a
 * second table, which wasm2js does not know, and without vectors.
 */
export const wasm2jsTargetOptions = targetOptions('-Ctarget-cpu=mvp');

function targetOptions(...rustFlags) {
  const flags = JSON.stringify([...rustFlags, HIDE_HOME]);
  return ['--config', `target.wasm32-unknown-unknown.rustflags=${flags}`];
}
