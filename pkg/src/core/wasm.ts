/**
 * The only door to WebAssembly: it starts the module on first use and turns the core's faults into
 * errors. Where the module's bytes come from is for the entry file to say, one per environment.
 *
 * @internal
 */
import { bytesOf, kindOf } from '../checks/arguments.js';
import { JwtClaimError } from '../claim-error.js';
import { JoseError, isStackFull } from '../errors.js';
import type { ClaimFailureReason, JoseErrorCode } from '../contract.js';
import { reachDown, startInstance, stopInstance } from './glue.js';
import { own, record } from '../checks/record.js';
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
  DpopPolicy as DpopPolicyHandle,
  JwsPolicy as JwsPolicyHandle,
  Keys as KeysHandle,
  Policy as PolicyHandle,
  TokenBuffer as TokenBufferHandle,
  UnsignedJwt as UnsignedJwtHandle,
  calculateJwkThumbprint,
  calculateJwkThumbprintUri,
  checkSignatureLength,
  importBytes,
  importJwk,
  importJwkSet,
  importText,
  inspectKeyBytes,
  inspectKeyText,
  privateKeyToPkcs8,
  signBytes,
} from './glue.js';

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

/** Calls of `reachDown`, for 70 KiB of the engine's stack: more than any operation needs, or compiling a function. */
const CALLS = 10;

/** Absent in `edge-jwt/slim`, where `init` has to be called. */
let source: WasmSource | undefined;
/** What instances are made of, once there was one. */
let module: WebAssembly.Module | TranslatedModule | undefined;
/** The memory of the instance that runs. */
let running: WebAssembly.Memory | undefined;
let restarted = 0;
/** Why the instance before was given up. */
let accident: unknown;

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
  if (module === undefined) start(wasmSource);
}

/** @internal */
export function isStarted(): boolean {
  return module !== undefined;
}

/**
 * How often the module was started again.
 *
 * @internal
 */
export function restarts(): number {
  return restarted;
}

/**
 * What stopped it last.
 *
 * @internal
 */
export function lastAccident(): unknown {
  return accident;
}

/**
 * Whether it is a `WebAssembly.Module`, of this realm or another: Vercel's edge runtime hands in one
 * that `instanceof` does not know.
 *
 * @internal
 */
export function isModule(value: unknown): value is WebAssembly.Module {
  return kindOf(value) === 'WebAssembly.Module';
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
 * The engine's error for a full stack is the caller's, and is thrown before anything has begun.
 *
 * @internal
 */
export function call<T>(operation: () => T): T {
  if (running === undefined) start(source);
  reachDown(CALLS, 0);
  try {
    return operation();
  } catch (thrown) {
    throw errorFrom(thrown);
  }
}

/** @internal */
export function isRunning(): boolean {
  return running !== undefined;
}

/**
 * The module's memory. To be asked for inside `call`, which sees to it that there is one.
 *
 * @internal
 */
export function memory(): WebAssembly.Memory {
  return running!;
}

function start(from: WasmSource | undefined): void {
  try {
    const given = module ?? moduleFrom(from);
    running = startInstance((imports) => instantiate(given, imports));
    if (module !== undefined) restarted += 1;
    module = given;
  } catch (cause) {
    stopInstance();
    throw isStackFull(cause) ? cause : notStarted(cause);
  }
}

function instantiate(
  from: WebAssembly.Module | TranslatedModule,
  imports: WebAssembly.Imports,
): object {
  return typeof from === 'function'
    ? from(imports)
    : new WebAssembly.Instance(from, imports).exports;
}

function moduleFrom(from: WasmSource | undefined): WebAssembly.Module | TranslatedModule {
  if (from === undefined) throw unavailable('init of edge-jwt/slim was not called, or has failed');
  const given = from();
  if (typeof given === 'function') return given;
  if (isModule(given)) return ours(given);
  const bytes = bytesOf(given);
  if (bytes === undefined) throw notAModule();
  return new WebAssembly.Module(intact(bytes) as BufferSource);
}

/** Refuses a module without the function that is called first. */
function ours(given: WebAssembly.Module): WebAssembly.Module {
  const names = WebAssembly.Module.exports(given).map(({ name }) => name);
  if (!names.includes('__wbindgen_start')) throw notOurModule();
  return given;
}

function errorFrom(thrown: unknown): JoseError {
  if (thrown instanceof JoseError) return thrown;
  if (!isFault(thrown)) return stopped(thrown);
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
    typeof own(thrown, 'code') === 'string'
  );
}

/**
 * Not an answer but an accident inside the module (out of memory, out of stack). What it left in memory is unknown,
 * so that the instance is given up. The next call makes another one.
 */
function stopped(cause: unknown): JoseError {
  stopInstance();
  running = undefined;
  accident = cause;
  return unavailable(
    'the WebAssembly module stopped: the next call starts it again, and secrets have to be imported again',
    cause,
  );
}
