/**
 * What the build makes of the glue that wasm-bindgen writes: see scripts/lib/glue.mjs.
 *
 * @internal
 */
export * from '../../wasm/edge_jwt.js';

/** Starts an instance, whose exports `exportsOf` gives, and gives its memory. */
export function startInstance(
  exportsOf: (imports: WebAssembly.Imports) => object,
): WebAssembly.Memory;

/** Lets go of the instance: whatever is asked of it, or of its handles, throws a `TypeError`. */
export function stopInstance(): void;
