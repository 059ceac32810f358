/** What lies in the module, and is made again in the next instance where the module was started again. */
import { unavailable } from './wasm-unavailable.js';
import { call, isRunning } from './wasm.js';
import type { Core } from './wasm.js';

/**
 * What is to be done where it was made of a secret, of which no copy is kept.
 *
 * @internal
 */
export const IMPORT_AGAIN = 'a key with a secret has to be imported again';

/** @internal */
export class Handle<H extends { free(): void }> {
  #core: Core;
  #held: H;
  readonly #again: ((core: Core) => H) | string;

  /**
   * `held` lies in `core`. `again` makes the same in another instance, from what is no secret; where there is no
   * such thing, it says what the caller has to do.
   */
  constructor(core: Core, held: H, again: ((core: Core) => H) | string) {
    this.#core = core;
    this.#held = held;
    this.#again = again;
  }

  /** To be asked inside `wasm.call`. */
  in(core: Core): H {
    if (this.#core !== core) {
      this.#held = this.#madeIn(core);
      this.#core = core;
    }
    return this.#held;
  }

  /** Returns its memory, where that still is one. */
  release(): void {
    if (isRunning(this.#core)) call(() => this.#held.free());
  }

  #madeIn(core: Core): H {
    if (typeof this.#again === 'function') return this.#again(core);
    throw unavailable(`the WebAssembly module stopped and was started again: ${this.#again}`);
  }
}
