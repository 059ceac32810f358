/**
 * Functions that the caller gave (`keys`, `issuers`, `isRevoked`, `schema`, `onEvent`, a replay store).
 * They belong to the service: what they throw, and what they must not answer, is no fault of the token.
 *
 * @internal
 */
import { isInstance, isStackFull, JoseError } from '../errors.js';
import type { JoseErrorCode } from '../contract.js';

/** @internal */
export interface Callback {
  /** The option that it was given as. */
  readonly option: string;
  /** What it must answer. */
  readonly expected: string;
  /** Errors of these codes are passed on as they are. */
  readonly passedOn: readonly JoseErrorCode[];
}

/** What callbacks threw and was passed on: the same codes may also be about a token. */
const passedOn = new WeakSet<JoseError>();

/**
 * What the function answers. It is yielded, because it may have to be waited for; a rejection has to be
 * thrown into the generator.
 *
 * @throws JoseError `ERR_CALLBACK_FAILED`, or what is passed on.
 * @internal
 */
export function* answerOf(
  callback: Callback,
  call: () => unknown,
): Generator<unknown, unknown, unknown> {
  try {
    return yield call();
  } catch (thrown) {
    throw callbackThrew(callback, thrown);
  }
}

/** @internal */
export function callbackThrew(
  { option, expected, passedOn: codes }: Callback,
  cause: unknown,
): JoseError {
  if (isStackFull(cause)) throw cause;
  if (isOneOf(codes, cause)) {
    passedOn.add(cause);
    return cause;
  }
  return new JoseError(
    'ERR_CALLBACK_FAILED',
    `the option ${option} threw, and must give ${expected}; see the cause`,
    { cause },
  );
}

/** @internal */
export function wrongAnswer({ option, expected }: Callback, answer: unknown): JoseError {
  const message = `the option ${option} must give ${expected}, but gave ${kindOf(answer)}`;
  return new JoseError('ERR_CALLBACK_FAILED', message);
}

/**
 * Reads an answer that is an object of the caller's, whose getters may throw.
 *
 * @throws JoseError `ERR_CALLBACK_FAILED`, with what `read` threw as the cause.
 * @internal
 */
export function readAnswer<T>({ option, expected }: Callback, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const message = `the option ${option} must give ${expected}, but gave something else; see the cause`;
    throw new JoseError('ERR_CALLBACK_FAILED', message, { cause });
  }
}

/**
 * Whether it says that a store of the caller's is full or a key set too large, and not that a token is too
 * long.
 *
 * @internal
 */
export function isFullStore(error: JoseError): boolean {
  return error.code === 'ERR_JOSE_LIMIT_EXCEEDED' && passedOn.has(error);
}

/**
 * Whether it has to be waited for. Its `then` is read, which may throw.
 *
 * @internal
 */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}

/**
 * Handles the rejection of a promise that is not waited for. Unhandled, it would end a Node process.
 *
 * @internal
 */
export function drop(promise: PromiseLike<unknown>): void {
  new Promise((resolve) => resolve(promise)).catch(() => {});
}

function isOneOf(codes: readonly JoseErrorCode[], thrown: unknown): thrown is JoseError {
  try {
    return isInstance(thrown, JoseError) && codes.includes(thrown.code);
  } catch {
    // A Proxy can throw when it is asked what it is.
    return false;
  }
}

function kindOf(answer: unknown): string {
  if (answer === null || answer === undefined) return String(answer);
  if (typeof answer === 'object') return 'an object';
  return `a value of type ${typeof answer}`;
}
