// Which functions, and which crates, the code of a WebAssembly module consists of.

import { functionsOf } from './wasm-module.mjs';

/** How many of the largest are told. */
const TOP = 30;

/** The largest functions first, and the crates likewise: `{ largest, crates }`. */
export function topOf(bytes) {
  const functions = functionsOf(bytes).map(({ size, name = '' }) => ({
    ...{ size, name: shortened(name), crate: crateOf(name) },
  }));
  const crates = new Map();
  for (const { crate, size } of functions) {
    const { count, size: sum } = crates.get(crate) ?? { count: 0, size: 0 };
    crates.set(crate, { crate, count: count + 1, size: sum + size });
  }
  const bySize = (a, b) => b.size - a.size;
  return {
    largest: functions.toSorted(bySize).slice(0, TOP),
    crates: [...crates.values()].toSorted(bySize),
  };
}

/**
 * The crate that comes first in the name: in `<p256::Scalar as ff::Field>::invert::h01` that of the type.
 * What has no path, as C's `memcpy`, belongs to none.
 */
export function crateOf(name) {
  return /(?:^|[<&*( [])([a-z]\w*)(?:\[[0-9a-f]+\])?::/.exec(name)?.[1] ?? 'none';
}

/** Without the hash that tells two functions of one name apart. */
const shortened = (name) => name.replace(/::h[0-9a-f]{16}$/, '');
