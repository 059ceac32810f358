/**
 * One task at a time, whose result all who ask meanwhile share.
 *
 * Where promises are tied to requests, nothing is shared: a promise of a request that ended never
 * settles, and all who wait for it hang. There every caller runs the task itself, and those who
 * would rather see what becomes of another's look again and again, by timers of their own.
 *
 * @internal
 */
import { tiesPromisesToRequests } from './runtime.js';

const LOOK_AGAIN_AFTER = 20;

/** @internal */
export class SingleFlight {
  readonly #longest: number;
  #pending: Promise<void> | undefined;
  #since: number | undefined;

  /** `longest` is the time, in milliseconds, after which a task that did not end was abandoned. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Whether a task is under way, here or in another request. */
  get isBusy(): boolean {
    const time = this.#since === undefined ? Number.NaN : Date.now() - this.#since;
    return time >= 0 && time <= this.#longest;
  }

  run(task: () => Promise<void>): Promise<void> {
    if (this.#pending !== undefined && !tiesPromisesToRequests()) return this.#pending;
    this.#since = Date.now();
    const ended = task().finally(() => {
      this.#since = undefined;
      this.#pending = undefined;
    });
    // Each caller gets the failure; one that nobody waits for any more is no accident.
    ended.catch(() => {});
    this.#pending = ended;
    return ended;
  }

  /**
   * Waits until the task under way has ended, or a little while. Whoever has waited looks at
   * {@link isBusy} again, because another may have begun one before it was their turn.
   */
  async settle(): Promise<void> {
    if (this.#pending !== undefined && !tiesPromisesToRequests())
      await this.#pending.catch(() => {});
    else await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_AFTER));
  }
}
