/**
 * What the build makes of the glue that wasm-bindgen writes: see scripts/lib/glue.mjs.
 *
 * @internal
 */
import type * as generated from '../wasm/edge_jwt.js';

type Generated = Omit<typeof generated, 'default' | 'initSync'>;

/** The functions and classes of one instance of the module. */
export interface Glue extends Generated {
  readonly memory: WebAssembly.Memory;
  /** Lets go of the instance: whatever is asked of it afterwards throws a `TypeError`. */
  stop(): void;
}

/** Starts an instance: `exportsOf` gives its exports. */
export function newGlue(exportsOf: (imports: WebAssembly.Imports) => object): Glue;
