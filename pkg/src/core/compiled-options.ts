/**
 * Options that the core has compiled, kept and found again by what they say.
 *
 * An object may be changed between two calls, so that it is never known by itself: every call reads it
 * anew, and what was read is compared with what was compiled, value by value and in order.
 *
 * @internal
 */
import { isOptionCopy } from '../checks/core-options.js';
import type { CoreOptions } from '../checks/core-options.js';

/** More than a program writes down; beyond it the one that was not used for longest goes. */
const MOST_FORMS = 16;

/** What a call asks of one token alone: kept, it would only push out what comes again. */
const OF_ONE_TOKEN = ['accessToken', 'code', 'jwtId', 'nonce'];

interface Form<C> {
  readonly options: CoreOptions | undefined;
  readonly compiled: C;
}

/** @internal */
export class CompiledOptions<C extends { release(): void }> {
  readonly #compile: (options: CoreOptions | undefined) => C;
  /** Last used first. */
  readonly #forms: Form<C>[] = [];

  /** What `compile` throws is passed on, and nothing is kept of it. */
  constructor(compile: (options: CoreOptions | undefined) => C) {
    this.#compile = compile;
  }

  /** Does the operation with the compiled options, which are a copy that nobody else has. */
  use<R>(options: CoreOptions | undefined, operation: (compiled: C) => R): R {
    const known = this.#find(options);
    if (known !== undefined) return operation(known);
    const compiled = this.#compile(options);
    if (options === undefined || !OF_ONE_TOKEN.some((name) => name in options)) {
      this.#forms.unshift({ options, compiled });
      if (this.#forms.length > MOST_FORMS) this.#forms.pop()!.compiled.release();
      return operation(compiled);
    }
    try {
      return operation(compiled);
    } finally {
      compiled.release();
    }
  }

  #find(options: CoreOptions | undefined): C | undefined {
    const index = this.#forms.findIndex((form) => isSame(form.options, options));
    if (index > 0) this.#forms.unshift(...this.#forms.splice(index, 1));
    return index < 0 ? undefined : this.#forms[0]!.compiled;
  }
}

/** The order of members counts, because checks go by it. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return Object.is(one, other);
  if (Array.isArray(one) && Array.isArray(other)) return areSame(one, other);
  // A Date could be changed in place, so none is the same as another.
  if (!isOptionCopy(one) || !isOptionCopy(other)) return one === null && other === null;
  const names = Object.keys(one);
  if (!areSame(names, Object.keys(other))) return false;
  return names.every((name) => isSame(one[name], other[name]));
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => isSame(value, other[index]!));
}
