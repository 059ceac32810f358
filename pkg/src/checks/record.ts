/**
 * Objects that are read by name. A bug elsewhere in the process can put a property on `Object.prototype`. Every
 * plain object then seems to have it: an option that nobody wrote, or a claim that is in no token.
 *
 * @internal
 */

/** Private, so that neither a spread nor the rest of an object that is taken apart has it. */
declare class Bare {
  readonly #inheritsNothing: true;
}

/**
 * An object without a prototype. `npm run check` refuses to read a member that can be missing from any other object.
 *
 * @internal
 */
export type Own<T> = T & Bare;

/**
 * A copy that inherits nothing, so that what is not written in it is not found in it.
 *
 * @internal
 */
export function record(): Own<Record<string, unknown>>;
export function record<T extends object>(members: T): Own<T>;
export function record(members?: object): object {
  return Object.assign(Object.create(null), members);
}

/**
 * What the object itself has under this name.
 *
 * @internal
 */
export function own<T extends object, N extends string>(
  object: T,
  name: N,
): N extends keyof T ? T[N] | undefined : unknown;
export function own(object: object, name: string): unknown {
  // Own: it was asked for that.
  return Object.hasOwn(object, name) ? (object as Own<Record<string, unknown>>)[name] : undefined;
}

/** Undefined for a Proxy that was revoked: it throws at whatever else it is asked. */
function isArray(value: unknown): boolean | undefined {
  try {
    return Array.isArray(value);
  } catch {
    return undefined;
  }
}

/**
 * Anything but a Proxy that was revoked.
 *
 * @internal
 */
export function isReadable(value: unknown): boolean {
  return isArray(value) !== undefined;
}

/**
 * An array, of this realm or another.
 *
 * @internal
 */
export function isList(value: unknown): value is readonly unknown[] {
  return isArray(value) === true;
}

/**
 * Anything that has members, but for functions.
 *
 * @internal
 */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && isReadable(value);
}
