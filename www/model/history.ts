/**
 * One history for the whole page: states that were there, and no others. To undo in each field by itself would put
 * the payload of one token beside the signature of another.
 */

/** More is further back than people remember; each state shares most of what it holds with its neighbours. */
const MOST_STATES = 200;
/** Milliseconds: what is typed in one field without a longer pause is undone at once. */
const PAUSE = 1000;

export class History<State> {
  #past: State[] = [];
  #present: State;
  #future: State[] = [];
  /** The field that the present state is being typed into, and when that was last done. */
  #typing: { readonly field: string; readonly at: number } | undefined;

  constructor(first: State) {
    this.#present = first;
  }

  get present(): State {
    return this.#present;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** A new state. With a `field` that was typed into a moment ago, it takes the place of the present one. */
  put(state: State, field?: string, now = Date.now()): void {
    const isMore = field !== undefined && field === this.#typing?.field;
    if (!(isMore && now - this.#typing!.at < PAUSE)) {
      this.#past.push(this.#present);
      if (this.#past.length > MOST_STATES) this.#past.shift();
    }
    this.#typing = field === undefined ? undefined : { field, at: now };
    this.#present = state;
    this.#future = [];
  }

  /** What follows from the present state by itself, such as its signature: no step of its own. */
  amend(state: State): void {
    this.#present = state;
  }

  undo(): boolean {
    return this.#step(this.#past, this.#future);
  }

  redo(): boolean {
    return this.#step(this.#future, this.#past);
  }

  #step(from: State[], to: State[]): boolean {
    const state = from.pop();
    if (state === undefined) return false;
    to.push(this.#present);
    this.#present = state;
    this.#typing = undefined;
    return true;
  }
}
