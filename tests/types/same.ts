/** Compiles only when the two types are the same. */
export type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export function same<T extends true>(): T | undefined {
  return undefined;
}
