/** Entry for Node, Bun and Deno: the module is read from the package's own folder. */
import { readFileSync } from 'node:fs';

import type { WasmSource } from '../wasm.js';

/**
 * Relative to dist/, where this file ends up.
 *
 * @internal
 */
export const source: WasmSource = () =>
  readFileSync(new URL('../wasm/edge_jwt_bg.wasm', import.meta.url));
