// Which functions, and which crates, the code of a WebAssembly module consists of.

import { demangled } from './demangle.mjs';
import { functionsOf } from './wasm-module.mjs';

/** How many of the largest are told. */
const TOP = 30;
const OUR_CRATE = 'edge_jwt';

/** The largest functions first, and the areas that they belong to likewise: `{ largest, areas }`. */
export function topOf(bytes) {
  const functions = functionsOf(bytes).map(({ size, name: symbol = '' }) => {
    const name = demangled(symbol);
    return { size, name, area: areaOf(name) };
  });
  const areas = new Map();
  for (const { area, size } of functions) {
    const { count, size: sum } = areas.get(area) ?? { count: 0, size: 0 };
    areas.set(area, { area, count: count + 1, size: sum + size });
  }
  const bySize = (a, b) => b.size - a.size;
  return {
    largest: functions.toSorted(bySize).slice(0, TOP),
    areas: [...areas.values()].toSorted(bySize),
  };
}

/**
 * The crate that comes first in the name, and of ours the module, too: in `<p256::Scalar as ff::Field>::invert`
 * that of the type. What has no path, as C's `memcpy`, belongs to none.
 */
export function areaOf(name) {
  const path = /(?:^|[<&*( ])([a-z]\w*)::(?:([a-z]\w*)::)?/.exec(name);
  if (path === null) return 'none';
  const [, crate, module] = path;
  return crate === OUR_CRATE && module !== undefined ? `${crate}::${module}` : crate;
}
