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
