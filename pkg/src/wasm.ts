/**
 * The only door to WebAssembly: it starts the module on first use and turns the core's faults into
 * errors. Where the module's bytes come from is for the entry file to say, one per environment.
 *
 * @internal
 */
import { initSync } from '../wasm/edge_jwt.js';
import { bytesOf } from './arguments.js';
import { JoseError, JwtClaimError } from './errors.js';
import type { ClaimFailureReason, JoseErrorCode } from './errors.js';
import { record } from './record.js';
import { checksumOf } from './wasm-checksum.js';
import {
  notAModule,
  notOurModule,
  notStarted,
  notTheModule,
  unavailable,
} from './wasm-unavailable.js';

/** @internal */
export {
  JwkSet as JwkSetHandle,
  FormPolicy as FormPolicyHandle,
  Policy as PolicyHandle,
  TokenBuffer as TokenBufferHandle,
  UnsignedJwt as UnsignedJwtHandle,
  VerifyingKey as KeyHandle,
  calculateJwkThumbprint,
  calculateJwkThumbprintUri,
  compactVerify,
  compactVerifyWithJwkSet,
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
  verifyDpopProof,
} from '../wasm/edge_jwt.js';

/**
 * The module where there is no WebAssembly: the function that wasm2js made of it. Takes its imports and
 * gives its exports.
 *
 * @internal
 */
export type TranslatedModule = (imports: object) => object;

/**
 * Hands out the module, or its bytes.
 *
 * @internal
 */
export type WasmSource = () => Uint8Array | WebAssembly.Module | TranslatedModule;

/** What the core throws: plain data, so that no class has to be shared across the border. */
interface Fault {
  readonly code: JoseErrorCode;
  readonly message: string;
  readonly claim?: string;
  readonly reason?: ClaimFailureReason;
  readonly expected?: unknown;
  readonly actual?: unknown;
  readonly skipped?: number;
  readonly cause?: Pick<Fault, 'code' | 'message'>;
}

/** Absent in `edge-jwt/slim`, where `init` has to be called. */
let source: WasmSource | undefined;
let state: 'absent' | 'running' | 'stopped' = 'absent';
let ofInstance: WebAssembly.Memory | undefined;

/**
 * Says where the module comes from. Nothing is loaded by it.
 *
 * @internal
 */
export function useWasmSource(wasmSource: WasmSource): void {
  source = wasmSource;
}

/**
 * Starts the module from a place that is not remembered, so that one that is no good can be followed
 * by another. Does nothing where it runs.
 *
 * @internal
 */
export function startFrom(wasmSource: WasmSource): void {
  if (state !== 'running') start(wasmSource);
}

/** @internal */
export function isStarted(): boolean {
  return state === 'running';
}

/**
 * Whether it is a `WebAssembly.Module`, of this realm or another: Vercel's edge runtime hands in one
 * that `instanceof` does not know.
 *
 * @internal
 */
export function isModule(value: unknown): value is WebAssembly.Module {
  return Object.prototype.toString.call(value) === '[object WebAssembly.Module]';
}

/**
 * The bytes, where they are those of the module that this package was built with.
 *
 * @internal
 */
export function intact(bytes: Uint8Array): Uint8Array {
  if (bytes.length === WASM_LENGTH && checksumOf(bytes) === WASM_CHECKSUM) return bytes;
  throw notTheModule(bytes);
}

/**
 * Runs an operation of the core, starting the module where that has not happened.
 *
 * @internal
 */
export function call<T>(operation: () => T): T {
  if (state !== 'running') start(source);
  try {
    return operation();
  } catch (thrown) {
    throw errorFrom(thrown);
  }
}

/**
 * The module's memory. To be asked for inside `call`, which sees to it that there is one.
 *
 * @internal
 */
export function memory(): WebAssembly.Memory {
  return ofInstance!;
}

/**
 * Returns what a handle holds. A module that stopped is left alone: it has nothing left to return.
 *
 * @internal
 */
export function release(handle: { free(): void } | undefined): void {
  if (handle !== undefined && state === 'running') call(() => handle.free());
}

function start(from: WasmSource | undefined): void {
  if (state === 'stopped') throw stopped();
  if (from === undefined) throw unavailable('init of edge-jwt/slim was not called, or has failed');
  try {
    const given = from();
    ofInstance = initSync({ module: startable(given) }).memory;
  } catch (cause) {
    throw notStarted(cause);
  }
  state = 'running';
}

function startable(given: ReturnType<WasmSource>): WebAssembly.Module | Uint8Array {
  if (typeof given === 'function') return given;
  if (isModule(given)) return ours(given);
  const bytes = bytesOf(given);
  if (bytes === undefined) throw notAModule();
  return intact(bytes);
}

/**
 * The module, as `initSync` takes it. What lacks the function that `initSync` calls last would be
 * taken for started by the next call.
 */
function ours(module: WebAssembly.Module): WebAssembly.Module {
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  if (!names.includes('__wbindgen_start')) throw notOurModule();
  // initSync asks `instanceof`, and would take a module of another realm for bytes.
  if (!(module instanceof WebAssembly.Module)) {
    Object.setPrototypeOf(module, WebAssembly.Module.prototype);
  }
  return module;
}

function errorFrom(thrown: unknown): JoseError {
  if (!isFault(thrown)) {
    // Not an answer but an accident inside the module (out of memory, out of stack). What it left
    // in memory is unknown, and a verifier that may be wrong must not go on answering.
    state = 'stopped';
    return stopped(thrown);
  }
  const { code, message, claim, reason, skipped, cause } = record(thrown);
  if (skipped !== undefined) {
    const left = cause && { cause: new JoseError(cause.code, cause.message) };
    return new JoseError(code, message, { skipped, ...left });
  }
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
  return unavailable(
    'the WebAssembly module stopped unexpectedly and is not used again; ' +
      'load the page or process anew',
    cause,
  );
}
