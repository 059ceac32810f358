/**
 * Objects on their way to the core, which reads JSON text so that it can hold it to its own rules.
 *
 * @internal
 */
import { misuse } from '../errors.js';
import { call } from '../core/wasm.js';

/** @internal */
export function jsonText(value: object, what: string): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // The stack is full.
    call(() => {});
    // Or it is a cycle, a BigInt, or too deep. The engine's message is not passed on: it may show members of a key.
  }
  if (text === undefined) throw misuse(`${what} cannot be written as JSON`);
  return text;
}
