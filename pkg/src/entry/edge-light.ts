/** Entry for Vercel's edge functions: the module is imported, compiled already. */
import module from '../../wasm/edge_jwt_bg.wasm?module';

import type { WasmSource } from '../core/wasm.js';

/** @internal */
export const source: WasmSource = () => module;
