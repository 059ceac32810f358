/**
 * The keys that were looked for and not found: tokens of a withdrawn key, and forged ones. Each is
 * looked for again after a while that doubles, because a key may be published after its first token.
 *
 * @internal
 */
import { MINUTE } from '../../checks/duration.js';

/** So that random names cost little memory. The oldest is forgotten; the cool-down still holds. */
const MOST_NAMES = 100;
const LONGEST_NAME = 256;
const LONGEST_WAIT = 10 * MINUTE;

/** @internal */
export class MissingKeys {
  readonly #waits = new Map<string, { readonly since: number; readonly wait: number }>();
  readonly #firstWait: number;

  constructor(firstWait: number) {
    this.#firstWait = firstWait;
  }

  /** Whether it is too early to look for it again. */
  has(name: string, now: number): boolean {
    const known = this.#waits.get(name);
    return known !== undefined && now >= known.since && now < known.since + known.wait;
  }

  add(name: string, now: number): void {
    if (name.length > LONGEST_NAME) return;
    const known = this.#waits.get(name);
    const wait = known === undefined ? this.#firstWait : Math.min(known.wait * 2, LONGEST_WAIT);
    this.#waits.delete(name);
    this.#waits.set(name, { since: now, wait });
    if (this.#waits.size <= MOST_NAMES) return;
    const [oldest] = this.#waits.keys();
    this.#waits.delete(oldest!);
  }
}
