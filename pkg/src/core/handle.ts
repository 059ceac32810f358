/** What lies in the module, and is made again in the next instance where the module was started again. */
import { unavailable } from './wasm-unavailable.js';
import { call, isRunning, restarts } from './wasm.js';

/**
 * What is to be done where it was made of a secret, of which no copy is kept.
 *
 * @internal
 */
export const IMPORT_AGAIN = 'import the secret again';

/** @internal */
export class Handle<H extends { free(): void }> {
  #held: H;
  /** The instance that it lies in: the next one would take its address for one of its own. */
  #instance = restarts();
  readonly #again: (() => H) | string;

  /**
   * `again` makes the same as `held` in another instance, from what is no secret; where there is no such thing, it
   * says what the caller has to do.
   */
  constructor(held: H, again: (() => H) | string) {
    this.#held = held;
    this.#again = again;
  }

  /** To be asked inside `wasm.call`. */
  held(): H {
    if (this.#instance !== restarts()) {
      this.#held = this.#madeAgain();
      this.#instance = restarts();
    }
    return this.#held;
  }

  /** Returns its memory, where that still is one. */
  release(): void {
    if (isRunning() && this.#instance === restarts()) call(() => this.#held.free());
  }

  #madeAgain(): H {
    if (typeof this.#again === 'function') return this.#again();
    throw unavailable(`the WebAssembly module had stopped: ${this.#again}`);
  }
}
