/** Entry for every environment that is not named: the module is inside the JavaScript, as text. */
import text from '../../wasm/edge_jwt_bg.wasm?inline';

import type { WasmSource } from '../core/wasm.js';
import { bytesOfText } from '../core/wasm-text.js';

/** @internal */
export const source: WasmSource = () => bytesOfText(text);
