/**
 * Two loops over every byte of the WebAssembly module, in a WebAssembly module of their own, of some 200
 * bytes. They run once, and an engine runs JavaScript slowly until it has seen it often.
 *
 * @internal
 */
import type { Own } from '../checks/record.js';
import code from './wasm-prelude.wat';

/**
 * Where what they work on starts: in front of it is room for a table of all ASCII characters.
 *
 * @internal
 */
export const START = 128;

/** @internal */
export interface Prelude {
  /** All of its memory, zero from `START + length` on. */
  readonly bytes: Uint8Array;
  readonly decode: (at: number, end: number, singles: number, base: number) => number;
  readonly checksum: (at: number, end: number) => number;
}

/**
 * Has room for `length` bytes from `START` on, and for a word behind them.
 *
 * @internal
 */
export function prelude(length: number): Prelude {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(code)));
  // Own: the exports of an instance inherit nothing.
  const { memory, decode, checksum } = exports as unknown as Own<Omit<Prelude, 'bytes'>> & {
    readonly memory: WebAssembly.Memory;
  };
  memory.grow((START + length) >> 16);
  return { bytes: new Uint8Array(memory.buffer), decode, checksum };
}
