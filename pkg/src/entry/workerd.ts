/** Entry for Cloudflare Workers, which compile no bytes: the module is imported, compiled already. */
import module from '../../wasm/edge_jwt_bg.wasm';

import { useWasmSource } from '../wasm.js';

useWasmSource(() => module);

export * from '../index.js';
