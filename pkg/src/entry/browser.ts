/** Entry for browsers and everything else: the module travels inside the JavaScript, as base64. */
import base64 from '../../wasm/edge_jwt_bg.wasm?inline';

import { useWasmSource } from '../wasm.js';

useWasmSource(() => {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  // Not Uint8Array.from, whose iterator takes ten times as long for a megabyte.
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
});

export * from '../index.js';
