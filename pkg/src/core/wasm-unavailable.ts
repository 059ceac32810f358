/**
 * `ERR_WASM_UNAVAILABLE`: why the WebAssembly module does not run here, and what to do about it. Engines say the
 * first in words of their own, and the second never; what they said is the error's `cause`.
 *
 * @internal
 */
import { isInstance, JoseError } from '../errors.js';

/** A function that makes a vector and counts its bits: `i8x16.popcnt(i8x16.splat(0))`. */
const SIMD_MODULE = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
];

const AS_JAVASCRIPT = 'build with the condition "fastly", whose module is JavaScript';

/** @internal */
export const PUT_THERE = 'use the edge_jwt_bg.wasm of this version of the package';

/** @internal */
export function unavailable(message: string, cause?: unknown): JoseError {
  return new JoseError(
    'ERR_WASM_UNAVAILABLE',
    message,
    cause === undefined ? undefined : { cause },
  );
}

/**
 * What was thrown while the module was compiled or started, as an error that names the cause.
 *
 * @internal
 */
export function notStarted(cause: unknown): JoseError {
  return isInstance(cause, JoseError) ? cause : unavailable(reasonOf(cause), cause);
}

function reasonOf(cause: unknown): string {
  if (typeof WebAssembly === 'undefined') {
    return `this engine has no WebAssembly (React Native, Lockdown Mode, --jitless): ${AS_JAVASCRIPT}`;
  }
  const { name, message: text } = Object(cause) as Error;
  const message = String(text);
  // In the words of Firefox, and of Chromium and WebKit.
  if (/\bCSP\b|Content Security Policy/.test(message)) {
    return "the Content-Security-Policy forbids WebAssembly: script-src needs 'wasm-unsafe-eval'";
  }
  if (message.includes('disallowed by embedder')) {
    return (
      'this environment compiles no WebAssembly: Workers and edge functions need the condition "workerd" ' +
      'or "edge-light", or init of edge-jwt/slim; a page needs \'wasm-unsafe-eval\' in script-src'
    );
  }
  if (!WebAssembly.validate(new Uint8Array(SIMD_MODULE))) {
    return (
      'this engine or processor has no SIMD in WebAssembly: use Chrome 91, Firefox 89, Safari 16.4, ' +
      `Node 16.4 or newer, or ${AS_JAVASCRIPT}`
    );
  }
  if (name === 'LinkError') return `the WebAssembly.Module is of another version: ${PUT_THERE}`;
  if (/memory/i.test(message)) {
    return 'there is no memory for the WebAssembly module: raise the limit of the process (ulimit -v)';
  }
  return 'the WebAssembly module could not be started; the cause of this error says why';
}

/**
 * For bytes that are not the module this package was built with.
 *
 * @internal
 */
export function notTheModule(bytes: Uint8Array): JoseError {
  const isWasm = String.fromCharCode(...bytes.subarray(0, 4)) === '\0asm';
  const isOther = bytes.length !== WASM_LENGTH && WebAssembly.validate(bytes as BufferSource);
  const what = !isWasm
    ? 'bytes are no WebAssembly (a page of the server?)'
    : `WebAssembly module is ${isOther ? 'of another version' : 'damaged'}`;
  return unavailable(`the ${what}: ${PUT_THERE}`);
}

/**
 * For a `WebAssembly.Module` that lacks what is exported by ours.
 *
 * @internal
 */
export function notOurModule(): JoseError {
  return unavailable(`the WebAssembly.Module is not the one of this package: ${PUT_THERE}`);
}

/**
 * For what a bundler made of the import of the module.
 *
 * @internal
 */
export function notAModule(): JoseError {
  return unavailable(
    'the bundler does not import edge_jwt_bg.wasm as a WebAssembly.Module: build without the conditions ' +
      '"workerd" and "edge-light", or use edge-jwt/slim and init',
  );
}
