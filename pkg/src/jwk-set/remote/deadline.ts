/**
 * A point in time by which something must be done.
 *
 * @internal
 */
import { JoseError } from '../../errors.js';

/** @internal */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #passed: Promise<never>;
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(milliseconds: number) {
    let fail: (error: JoseError) => void;
    this.#passed = new Promise((_, reject) => {
      fail = reject;
    });
    // Whoever races it is told; when nobody does any more, nobody has to be.
    this.#passed.catch(() => {});
    this.#timer = setTimeout(() => {
      fail(new JoseError('ERR_JWKS_TIMEOUT', 'there was no complete response within the timeout'));
    }, milliseconds);
  }

  /** Aborted by {@link end}, which has to be called, whatever happened. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The promise, unless the time is up first: not everything heeds a signal. */
  race<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#passed]);
  }

  /** Stops the clock and drops whatever is still being received. */
  end(): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
  }
}
