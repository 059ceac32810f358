/**
 * The one reader of options: a table says which there are, and how the value of each is checked. Each member is read
 * once, so that a getter or a Proxy cannot answer twice in two ways.
 *
 * @internal
 */
import { misuse } from '../errors.js';
import type { JoseError } from '../errors.js';
import { checkedText, isPlainObject, shown } from './arguments.js';
import { record } from './record.js';
import type { Own } from './record.js';

/**
 * Gives the value of an option as it is used from then on, or throws. `what` is what a message calls it.
 *
 * @internal
 */
export type Check<T = unknown> = (value: unknown, what: string) => T;

/** @internal */
export type OptionTable = Readonly<Record<string, Check>>;

/**
 * The options that were given, after their checks.
 *
 * @internal
 */
export type OptionsOf<T extends OptionTable> = Own<{ readonly [N in keyof T]?: ReturnType<T[N]> }>;

/** What the members of an object are called in messages. */
type Kind = 'option' | 'argument' | 'member';

/**
 * The options, none of them under a name that the table has not, and none of them undefined.
 *
 * @param what - What a message calls the object.
 * @throws JoseError `ERR_API_MISUSE`.
 * @internal
 */
export function readOptions<T extends OptionTable>(
  options: unknown,
  table: T,
  what = 'options',
  kind: Kind = 'option',
): OptionsOf<T> {
  const checks = record(table) as Own<OptionTable>;
  const values = record();
  for (const [name, value] of membersOf(options, what)) {
    const check = checks[name];
    if (check === undefined) throw noSuchOption(name, kind);
    values[name] = checked(check, value, name, kind);
  }
  return values as OptionsOf<T>;
}

/**
 * As `readOptions`, of options some of which must be there.
 *
 * @throws JoseError `ERR_API_MISUSE`.
 * @internal
 */
export function readRequired<T extends OptionTable, R extends keyof T & string>(
  options: unknown,
  table: T,
  required: readonly R[],
  what = 'options',
  kind: Kind = 'option',
): OptionsOf<T> & { readonly [N in R]: ReturnType<T[N]> } {
  const values = readOptions(options, table, what, kind);
  for (const name of required) {
    if (!(name in values)) throw misuse(`the ${kind} ${name} is missing`);
  }
  return values as OptionsOf<T> & { readonly [N in R]: ReturnType<T[N]> };
}

/**
 * The options that the table has, and the others, which somebody else has to read.
 *
 * @throws JoseError `ERR_API_MISUSE`.
 * @internal
 */
export function takeOptions<T extends OptionTable>(
  options: unknown,
  table: T,
  what = 'options',
): readonly [taken: OptionsOf<T>, others: Own<Record<string, unknown>>] {
  const checks = record(table) as Own<OptionTable>;
  const [taken, others] = [record(), record()];
  for (const [name, value] of membersOf(options, what)) {
    const check = checks[name];
    if (check === undefined) others[name] = value;
    else taken[name] = checked(check, value, name, 'option');
  }
  return [taken as OptionsOf<T>, others];
}

/**
 * That the object has no other names than `known`. Its members are not read.
 *
 * @throws JoseError `ERR_API_MISUSE`.
 * @internal
 */
export function checkNames(options: object, known: readonly string[]): void {
  for (const key of Reflect.ownKeys(options)) {
    const name = checkedText(key, 'the name of an option');
    if (!known.includes(name)) throw noSuchOption(name, 'option');
  }
}

function noSuchOption(name: string, kind: Kind): JoseError {
  return misuse(`there is no ${kind} called ${shown(name)}`);
}

/** @internal */
export function isUndefined(what: string): JoseError {
  return misuse(`${what} is undefined: leave it out instead`);
}

/** What the object itself has, each member read once. */
function* membersOf(
  options: unknown,
  what: string,
): Generator<readonly [name: string, value: unknown]> {
  if (options === undefined) return;
  if (!isPlainObject(options)) throw misuse(`${what} must be a plain object`);
  for (const key of Reflect.ownKeys(options)) {
    const name = checkedText(key, 'the name of an option');
    // Own: the name is one of its own.
    yield [name, (options as Own<Record<string, unknown>>)[name]];
  }
}

function checked(check: Check, value: unknown, name: string, kind: Kind): unknown {
  const what = `the ${kind} ${name}`;
  if (value === undefined) throw isUndefined(what);
  return check(value, what);
}
