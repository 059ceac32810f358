/** Entry `edge-jwt/slim`: brings no module along and waits for `init` to be given it. */
export { init } from '../core/init.js';
export type { WasmInput } from '../core/init.js';
export * from '../index.js';
