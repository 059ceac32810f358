/** Entry for Cloudflare Workers, which compile no bytes: the module is imported, compiled already. */
import module from '../../wasm/edge_jwt_bg.wasm';

import type { WasmSource } from '../core/wasm.js';

/** @internal */
export const source: WasmSource = () => module;
