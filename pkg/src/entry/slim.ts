/** Entry `edge-jwt/slim`: brings no module along and waits for `init` to be given it. */
export { init } from '../init.js';
export type { WasmInput } from '../init.js';
export * from '../index.js';
