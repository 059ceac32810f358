/**
 * Starting the WebAssembly module from where the caller has it. Takes the module that belongs to this
 * version of the package and no other.
 *
 * @internal
 */
import { record } from '../checks/record.js';
import { bytesOf, checkedText, kindOf } from '../checks/arguments.js';
import { JoseError, errorOf, isInstance, misuse } from '../errors.js';
import type { FetchResponse } from '../jwk-set/remote/http.js';
import type { UrlObject } from '../jwk-set/remote/source.js';
import { intact, isModule, isStarted, startFrom } from './wasm.js';
import { PUT_THERE, notStarted, unavailable } from './wasm-unavailable.js';

/** Milliseconds for a module that is fetched from a URL, its body included. */
const PATIENCE = 30_000;

/**
 * What {@link init} takes: a `URL` to fetch the module from, a `Response` that has it, its bytes, or
 * a `WebAssembly.Module`, which is any `object` to TypeScript.
 */
export type WasmInput = UrlObject | FetchResponse | Uint8Array | ArrayBuffer | object;

/**
 * Starts the WebAssembly module, which is the file `edge-jwt/edge_jwt_bg.wasm` of this very version.
 * Only `edge-jwt/slim` needs it, once, before anything else.
 *
 * Once the module runs, a further call does nothing. A call that failed can be repeated. Bytes are
 * held to their length and checksum before they are compiled; of a `WebAssembly.Module` only its
 * imports and exports can be looked at. A URL is given 30 seconds.
 *
 * @throws {JoseError} `ERR_API_MISUSE` for an argument of any other kind; `ERR_WASM_UNAVAILABLE` when
 *   the module cannot be fetched, is not the one of this version, or may not be compiled here. The
 *   message says which, and what to do: a Content-Security-Policy needs `'wasm-unsafe-eval'`, and
 *   Cloudflare Workers take a `WebAssembly.Module` alone.
 * @see {@link https://webassembly.github.io/spec/js-api/ WebAssembly JavaScript Interface}
 *
 * @example
 * ```ts
 * import { importKey, init, verify } from 'edge-jwt/slim';
 *
 * await init(new URL('/assets/edge_jwt_bg.wasm', location.href));
 * const { payload } = verify(token, importKey(pem, 'ES256'));
 * ```
 */
export async function init(input: WasmInput): Promise<void> {
  const load = loaderOf(input);
  if (isStarted()) return;
  // The promise is not shared among calls: on edge runtimes it would end with the first one's request.
  const module = await load();
  startFrom(() => module);
}

/** Looks at the argument at once, and at the network only when called. */
function loaderOf(input: unknown): () => Promise<WebAssembly.Module> {
  try {
    const bytes = bytesOf(input);
    if (bytes !== undefined) return () => compiled(bytes);
    const kind = kindOf(input);
    if (kind === 'Response') {
      return async () => compiled(await bytesOfResponse(input as FetchResponse));
    }
    if (kind === 'URL') {
      // Inherited: a URL has it from its class.
      const url = checkedText((input as UrlObject).href, 'the URL');
      return async () => compiled(await fetchedBytes(url));
    }
    if (isModule(input)) return async () => input;
  } catch (error) {
    throw errorOf(error);
  }
  throw misuse(
    'init takes a WebAssembly.Module, a Response, a URL, a Uint8Array or an ArrayBuffer',
  );
}

async function compiled(bytes: Uint8Array): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(intact(bytes) as BufferSource);
  } catch (cause) {
    throw notStarted(cause);
  }
}

async function fetchedBytes(url: string): Promise<Uint8Array> {
  let response: FetchResponse;
  try {
    response = await fetch(url, record({ signal: AbortSignal.timeout(PATIENCE) }));
  } catch (cause) {
    throw unavailable(
      `the WebAssembly module could not be fetched: ${remedyOf(url, cause)}`,
      cause,
    );
  }
  return bytesOfResponse(response);
}

function remedyOf(url: string, cause: unknown): string {
  const { name } = Object(cause) as Error;
  if (name === 'NotCapable') return 'in Deno it needs --allow-read or --allow-net';
  if (name === 'TimeoutError') return `it took more than ${PATIENCE / 1000} seconds`;
  return url.startsWith('file:')
    ? 'no such file, or no fetch of files in this runtime: give init the bytes'
    : 'check the address, and in a page CORS and connect-src';
}

/** Reads no further than the module is long, whatever is sent. */
async function bytesOfResponse(response: FetchResponse): Promise<Uint8Array> {
  const whole = new Uint8Array(WASM_LENGTH);
  let length = 0;
  try {
    const { status, body } = response;
    if (status !== 200 || body === null) {
      const what = status === 200 ? 'no body' : `status ${String(status)}`;
      throw unavailable(
        `the response has ${what} in place of the WebAssembly module and status 200: ${PUT_THERE}`,
      );
    }
    const reader = body.getReader();
    for (let turns = 0; ; turns += 1) {
      const { done, value } = record(await reader.read());
      if (done) return whole.subarray(0, length);
      const chunk = bytesOf(value);
      if (chunk === undefined || Math.max(length + chunk.length, turns) > whole.length) {
        // Not waited for: dropping the connection is all that is wanted.
        (async () => reader.cancel())().catch(() => {});
        throw unavailable(
          `the response is longer than the WebAssembly module, or not made of bytes: ${PUT_THERE}`,
        );
      }
      whole.set(chunk, length);
      length += chunk.length;
    }
  } catch (cause) {
    if (isInstance(cause, JoseError)) throw cause;
    throw unavailable('the WebAssembly module could not be read from the response', cause);
  }
}
