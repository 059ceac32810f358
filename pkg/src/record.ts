/**
 * Objects that are read by name. A bug elsewhere in the process can put a property on `Object.prototype`. Every
 * plain object then seems to have it: an option that nobody wrote, or a claim that is in no token.
 *
 * @internal
 */

/**
 * A copy that inherits nothing, so that what is not written in it is not found in it.
 *
 * @internal
 */
export function record<T extends object>(members: T): T {
  return Object.assign(Object.create(null), members);
}

/**
 * What the object itself has under this name.
 *
 * @internal
 */
export function own(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
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

/**
 * What anything at all has under this name, also by its class.
 *
 * @internal
 */
export function member(value: unknown, name: string): unknown {
  return isReadable(value)
    ? (value as Record<string, unknown> | null | undefined)?.[name]
    : undefined;
}
