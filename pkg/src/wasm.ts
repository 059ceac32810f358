/**
 * The only door to WebAssembly: it starts the module on first use and turns the core's faults into
 * errors. Where the module's bytes come from is for the entry file to say, one per environment.
 *
 * @internal
 */
import { initSync } from '../wasm/edge_jwt.js';
import { JoseError, JwtClaimError } from './errors.js';
import type { ClaimFailureReason, JoseErrorCode } from './errors.js';

/** @internal */
export {
  JwkSet as JwkSetHandle,
  UnsignedJwt as UnsignedJwtHandle,
  Policy as PolicyHandle,
  VerifyingKey as KeyHandle,
  calculateJwkThumbprint,
  calculateJwkThumbprintUri,
  compactVerify,
  compactVerifyWithJwkSet,
  decode,
  importBytes,
  importJwk,
  importJwkSet,
  importText,
  privateKeyToPkcs8,
  checkSignatureLength,
  signBytes,
  inspect,
  inspectKeyBytes,
  inspectKeyText,
  inspectWithJwkSet,
  inspectWithKey,
  verify,
  verifyDpopProof,
  verifyWithJwkSet,
} from '../wasm/edge_jwt.js';

/**
 * Hands out the module, or its bytes.
 *
 * @internal
 */
export type WasmSource = () => BufferSource | WebAssembly.Module;

/** What the core throws: plain data, so that no class has to be shared across the border. */
interface Fault {
  readonly code: JoseErrorCode;
  readonly message: string;
  readonly claim?: string;
  readonly reason?: ClaimFailureReason;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

let source: WasmSource;
let state: 'absent' | 'running' | 'stopped' = 'absent';

/**
 * Says where the module comes from. Nothing is loaded by it.
 *
 * @internal
 */
export function useWasmSource(wasmSource: WasmSource): void {
  source = wasmSource;
}

/**
 * Runs an operation of the core, starting the module where that has not happened.
 *
 * @internal
 */
export function call<T>(operation: () => T): T {
  if (state !== 'running') start();
  try {
    return operation();
  } catch (thrown) {
    throw errorFrom(thrown);
  }
}

/**
 * Returns what a handle holds. A module that stopped is left alone: it has nothing left to return.
 *
 * @internal
 */
export function release(handle: { free(): void } | undefined): void {
  if (handle !== undefined && state === 'running') call(() => handle.free());
}

function start(): void {
  if (state === 'stopped') throw stopped();
  try {
    initSync({ module: source() });
  } catch (cause) {
    throw new JoseError(
      'ERR_WASM_UNAVAILABLE',
      'the WebAssembly module could not be started; ' +
        "under a Content-Security-Policy, script-src needs 'wasm-unsafe-eval'",
      { cause },
    );
  }
  state = 'running';
}

function errorFrom(thrown: unknown): JoseError {
  if (!isFault(thrown)) {
    // Not an answer but an accident inside the module (out of memory, out of stack). What it left
    // in memory is unknown, and a verifier that may be wrong must not go on answering.
    state = 'stopped';
    return stopped(thrown);
  }
  const { code, message, claim, reason } = thrown;
  if (claim === undefined || reason === undefined) return new JoseError(code, message);
  return new JwtClaimError(code, message, { ...thrown, claim, reason });
}

function isFault(thrown: unknown): thrown is Fault {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    !(thrown instanceof Error) &&
    typeof (thrown as Fault).code === 'string'
  );
}

function stopped(cause?: unknown): JoseError {
  return new JoseError(
    'ERR_WASM_UNAVAILABLE',
    'the WebAssembly module stopped unexpectedly and is not used again; ' +
      'load the page or process anew',
    cause === undefined ? undefined : { cause },
  );
}
