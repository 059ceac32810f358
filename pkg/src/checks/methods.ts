/**
 * What a store is made of: the objects of a runtime, told by the methods that are called.
 *
 * @internal
 */
import { misuse } from '../errors.js';
import { member } from './arguments.js';
import { isObject } from './record.js';

/**
 * The object, if it has the methods. Unseen, a binding that is misspelt would look like a store that
 * has nothing.
 *
 * @throws JoseError `ERR_API_MISUSE`.
 * @internal
 */
export function withMethods<T>(value: unknown, what: string, methods: readonly (keyof T)[]): T {
  const has = (name: keyof T) => typeof member(value, name as string) === 'function';
  if (isObject(value) && methods.every(has)) return value as T;
  throw misuse(`${what} must be an object with the methods ${methods.join(' and ')}`);
}
