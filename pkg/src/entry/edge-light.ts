/** Entry for Vercel's edge functions: the module is imported, compiled already. */
import module from '../../wasm/edge_jwt_bg.wasm?module';

import { useWasmSource } from '../wasm.js';

useWasmSource(() => module);

export * from '../index.js';
