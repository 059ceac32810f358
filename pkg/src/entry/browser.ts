/** Entry for browsers and everything else: the module travels inside the JavaScript, as text. */
import text from '../../wasm/edge_jwt_bg.wasm?inline';

import { useWasmSource } from '../wasm.js';
import { bytesOfText } from '../wasm-text.js';

useWasmSource(() => bytesOfText(text));

export * from '../index.js';
