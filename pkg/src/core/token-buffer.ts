/**
 * Tokens on their way to the core: written once, into its own memory, with no copy in between.
 *
 * The place is kept from token to token and grows with the longest, which the limit on tokens bounds.
 *
 * @internal
 */
import { utf8Encoder } from '../checks/utf8.js';
import * as wasm from './wasm.js';

/** UTF-8 takes no more for a UTF-16 code unit. */
const BYTES_PER_UNIT = 3;
const SMALLEST = 8192;
const NOWHERE = new Uint8Array(0);

/** The memory that it is in. */
let owner: WebAssembly.Memory | undefined;
let buffer: wasm.TokenBufferHandle | undefined;
let capacity = 0;
let place = NOWHERE;

/**
 * Writes the token where the core will read it. To be called inside `wasm.call`.
 *
 * @returns How many bytes it has. One that is longer than `limit` is not written, because the memory of
 * WebAssembly never shrinks: its length is all that the core needs to refuse it.
 * @internal
 */
export function writeToken(token: string, limit: number): number {
  if (token.length > limit) return token.length;
  return utf8Encoder().encodeInto(token, roomFor(token.length * BYTES_PER_UNIT)).written;
}

/**
 * Where the token is, for the core.
 *
 * @internal
 */
export function tokenBuffer(): wasm.TokenBufferHandle {
  forgetOthers();
  buffer ??= new wasm.TokenBufferHandle(capacity);
  return buffer;
}

/**
 * A copy of the first bytes, which the core has put in place of the token: there is room for them, and nothing runs.
 *
 * @internal
 */
export function bytesInPlace(length: number): Uint8Array {
  return roomFor(length).slice(0, length);
}

function roomFor(needed: number): Uint8Array {
  forgetOthers();
  if (capacity < needed) {
    buffer?.free();
    buffer = undefined;
    // Doubled, so that tokens that get longer and longer do not each ask for more.
    capacity = Math.max(SMALLEST, needed, capacity * 2);
    place = NOWHERE;
  }
  // Memory that has grown is another buffer; where the module is JavaScript, the old one stays readable.
  if (place.buffer !== wasm.memory().buffer) {
    const { address } = tokenBuffer();
    place = new Uint8Array(wasm.memory().buffer, address, capacity);
  }
  return place;
}

/** After a restart: where an instance that stopped had it is nowhere any more. */
function forgetOthers(): void {
  const memory = wasm.memory();
  if (owner === memory) return;
  owner = memory;
  buffer = undefined;
  capacity = 0;
  place = NOWHERE;
}
