/** Entry for browsers and everything else: the module travels inside the JavaScript, as base64. */
import base64 from '../../wasm/edge_jwt_bg.wasm?inline';

import { useWasmSource } from '../wasm.js';

useWasmSource(() => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));

export * from '../index.js';
