/**
 * What this package throws: a class, another for claims (claim-error.ts), and a code that says which fault it was.
 *
 * Codes that `jose` also has mean the same here, but for three that README.md lists. A message is for people
 * and may change; a code is for programs and does not.
 */
import { isObject, record } from './checks/record.js';
import type { JoseErrorCode } from './contract.js';

/**
 * The one class of error this package throws.
 *
 * The message never holds token text, key material, or, before the signature held, claim values.
 *
 * @example
 * ```ts
 * try {
 *   verify(token, key, { audience: 'https://api.example' });
 * } catch (error) {
 *   if (error instanceof JoseError && error.code === 'ERR_JWT_EXPIRED') refresh();
 *   else throw error;
 * }
 * ```
 */
export class JoseError extends Error {
  static {
    // On the prototype, as the built-in errors have it: an own property would be printed with
    // every error that is logged.
    Object.defineProperty(
      this.prototype,
      'name',
      record({ value: 'JoseError', configurable: true }),
    );
  }

  /** Which fault it was. Stable across releases. */
  readonly code: JoseErrorCode;

  /**
   * Of `ERR_JWKS_NO_MATCHING_KEY`: how many members of the set were left out when it was imported, see
   * `JwkSet.skipped`. If the one with the token's `kid` is among them, `cause` is why.
   */
  declare readonly skipped?: number;

  constructor(
    code: JoseErrorCode,
    message: string,
    options?: { cause?: unknown; skipped?: number },
  ) {
    if (typeof message === 'symbol' || !isObject(options ?? {})) throw malformed();
    const more = options && record(options);
    super(message, more);
    this.code = code;
    if (more?.skipped !== undefined) this.skipped = more.skipped;
  }
}

/**
 * An argument or an option was wrong, whatever the token says.
 *
 * @internal
 */
export function misuse(message: string): JoseError {
  return new JoseError('ERR_API_MISUSE', message);
}

/**
/**
 * A method or a getter was called on what is not an object of its class, as after
 * `const { verify } = verifier`.
 *
 * @internal
 */
export function tornOff(): JoseError {
  return misuse('a method must be called on the object that it belongs to: verifier.verify(token)');
}

/**
 * `instanceof` for what somebody else may have thrown: of a Proxy it can throw.
 *
 * @internal
 */
export function isInstance<T>(value: unknown, of: { readonly prototype: T }): value is T {
  try {
    return value instanceof (of as unknown as new () => T);
  } catch {
    return false;
  }
}

/**
 * Whether an engine threw it because the stack is full. There is no error class for it: V8 has a SyntaxError for a
 * regular expression that it had no room to compile.
 *
 * @internal
 */
export function isStackFull(thrown: unknown): boolean {
  try {
    return (
      thrown instanceof Error && /call stack|too much recursion|Stack overflow/.test(thrown.message)
    );
  } catch {
    // A Proxy, or a getter.
    return false;
  }
}

/** @internal */
export function malformed(): JoseError {
  return misuse('an error has a code, a message that is text, and an object');
}

/**
 * What was thrown, as one of ours. Only a getter or a Proxy of the caller's can throw anything else, and
 * what it throws is not passed on. A full stack is: it says nothing about an argument.
 *
 * @internal
 */
export function errorOf(thrown: unknown): JoseError {
  if (isStackFull(thrown)) throw thrown;
  return isInstance(thrown, JoseError) ? thrown : misuse('an argument threw when it was read');
}
