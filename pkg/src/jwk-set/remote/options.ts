/**
 * The options of a remote key set, and what becomes of them.
 *
 * @internal
 */
import { record } from '../../checks/record.js';
import type { Own } from '../../checks/record.js';
import { checkedOptions, isPlainObject, noSuchOption, shown } from '../../checks/arguments.js';
import type { OptionValues } from '../../checks/arguments.js';
import { misuse } from '../../errors.js';
import { importJwkSet } from '../jwk-set.js';
import type { Algorithm, ImportJwkSetOptions } from '../../types.js';
import { checkedDuration, DAY, HOUR, MINUTE, SECOND } from '../../checks/duration.js';
import { LONGEST_FRESHNESS } from './freshness.js';
import type { FetchFunction } from './http.js';
import type { JwkSetStore } from './store.js';
import { withMethods } from '../../checks/methods.js';

/**
 * Options of `createRemoteJwkSet`. An option that is not known by name is an error. Lengths of time
 * are seconds, or texts such as `'30s'`, `'5m'`, `'1h'`, `'1d'`.
 */
export interface RemoteJwkSetOptions {
  /**
   * For keys without `alg`: the algorithms the caller would accept, one of which must fit. Shared
   * secrets are never fetched, so HS256, HS384 and HS512 are none of them.
   */
  readonly algorithms?: readonly Algorithm[];
  /** Take keys below the floor of their algorithm. Defaults to false. */
  readonly allowWeakKey?: boolean;
  /**
   * How long the network may take to give the keys, discovery included; and, apart from that, a
   * store. At most 5 minutes. Defaults to 5 seconds.
   */
  readonly timeout?: number | string;
  /** The longest answer that is read. Defaults to 1 MiB, which is also the most. */
  readonly maxResponseBytes?: number;
  /**
   * How long keys are fresh when the answer has no `Cache-Control: max-age`. What that says is kept
   * to within 1 minute and 1 day; `no-store` and `no-cache` make it 1 minute. At most 1 day.
   * Defaults to 10 minutes.
   */
  readonly cacheMaxAge?: number | string;
  /**
   * How long keys that are no longer fresh may still be used while they are being renewed, or while
   * renewing them fails. At most 30 days. Defaults to 1 day.
   */
  readonly maxStale?: number | string;
  /**
   * How long after a fetch tokens with an unknown `kid` cause no other one. At most 1 day. Defaults
   * to 30 seconds.
   */
  readonly cooldown?: number | string;
  /** Allow `http:` to 127.0.0.1, [::1] and localhost, for development. Defaults to false. */
  readonly allowInsecureLoopback?: boolean;
  /** In place of the global `fetch`. It must follow no redirect. */
  readonly fetch?: FetchFunction;
  /**
   * Headers to send, for instance `authorization`. They go to the origin that the caller named, and
   * to no other that an issuer's metadata may name.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /** Where keys outlive this process or isolate. Defaults to none. */
  readonly store?: JwkSetStore;
}

/**
 * The options, checked, with their defaults. Lengths of time are milliseconds.
 *
 * @internal
 */
export interface Settings {
  readonly imported: ImportJwkSetOptions;
  readonly timeout: number;
  readonly maxResponseBytes: number;
  readonly cacheMaxAge: number;
  readonly maxStale: number;
  readonly cooldown: number;
  readonly allowInsecureLoopback: boolean;
  readonly fetch: FetchFunction | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly store: JwkSetStore | undefined;
}

const MEBIBYTE = 1024 * 1024;
const NAMES = [
  ...['algorithms', 'allowWeakKey', 'timeout', 'maxResponseBytes', 'cacheMaxAge', 'maxStale'],
  ...['cooldown', 'allowInsecureLoopback', 'fetch', 'headers', 'store'],
];
/** RFC 9110 §5.1 and §5.5, narrowed to what is written in ASCII. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e]*$/;

/** @internal */
export function checkedSettings(options: unknown): Settings {
  const { values, fetch, store } = separated(options);
  return {
    imported: importOptionsOf(values),
    timeout: durationOf(values, 'timeout', 5 * SECOND, { least: 1, most: 5 * MINUTE }),
    maxResponseBytes: sizeOf(values),
    cacheMaxAge: durationOf(values, 'cacheMaxAge', 10 * MINUTE, {
      least: SECOND,
      most: LONGEST_FRESHNESS,
    }),
    maxStale: durationOf(values, 'maxStale', 24 * HOUR, { least: 0, most: 30 * DAY }),
    cooldown: durationOf(values, 'cooldown', 30 * SECOND, { least: 0, most: DAY }),
    allowInsecureLoopback: flagOf(values, 'allowInsecureLoopback'),
    fetch,
    headers: headersOf(values),
    store,
  };
}

/** Takes out the two options that are no data; each is read once, as all are. */
function separated(options: unknown): {
  values: OptionValues;
  fetch: FetchFunction | undefined;
  store: JwkSetStore | undefined;
} {
  const data: OptionValues = Object.create(null);
  const others: OptionValues = Object.create(null);
  if (options !== undefined && !isPlainObject(options)) {
    throw misuse('options must be a plain object');
  }
  for (const name of Reflect.ownKeys(options ?? {}) as string[]) {
    if (!NAMES.includes(name)) throw noSuchOption(name);
    // Own: the name is one of its own.
    const value = (options as OptionValues)[name];
    if (value === undefined) throw misuse(`option ${name} is undefined: leave it out instead`);
    (name === 'fetch' || name === 'store' ? others : data)[name] = value;
  }
  const { fetch, store } = others;
  if (fetch !== undefined && typeof fetch !== 'function') {
    throw misuse('option fetch must be a function');
  }
  return {
    values: checkedOptions(data) ?? record(),
    fetch: fetch as FetchFunction | undefined,
    store:
      store === undefined
        ? undefined
        : withMethods<JwkSetStore>(store, 'option store', ['get', 'put']),
  };
}

/** What they mean is for the core to judge, now and not when the first keys arrive. */
function importOptionsOf(values: OptionValues): ImportJwkSetOptions {
  const given = ['algorithms', 'allowWeakKey'].filter((name) => name in values);
  const imported: Own<ImportJwkSetOptions> = record(
    Object.fromEntries(given.map((name) => [name, values[name]])),
  );
  if (given.length > 0) importJwkSet('{"keys":[]}', imported);
  const algorithms: readonly string[] | undefined = imported.algorithms;
  if (algorithms?.length === 0 || algorithms?.some((name) => name.startsWith('HS'))) {
    throw misuse(
      'option algorithms must name some, and none of shared secrets, which nobody fetches',
    );
  }
  return imported;
}

function durationOf(
  values: OptionValues,
  name: string,
  otherwise: number,
  range: { readonly least: number; readonly most: number },
): number {
  return name in values ? checkedDuration(values[name], name, range) : otherwise;
}

function sizeOf({ maxResponseBytes = MEBIBYTE }: OptionValues): number {
  const bytes = maxResponseBytes as number;
  if (Number.isInteger(bytes) && bytes > 0 && bytes <= MEBIBYTE) return bytes;
  throw misuse(`option maxResponseBytes must be an integer from 1 to ${MEBIBYTE}`);
}

function flagOf(values: OptionValues, name: string): boolean {
  const value = name in values ? values[name] : false;
  if (typeof value === 'boolean') return value;
  throw misuse(`option ${name} must be true or false`);
}

function headersOf({ headers = {} }: OptionValues): Readonly<Record<string, string>> {
  if (!isPlainObject(headers)) throw misuse('option headers must be a plain object');
  const checked: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) {
    if (!HEADER_NAME.test(name)) throw misuse('option headers has a name that no header can have');
    if (typeof value !== 'string' || !HEADER_VALUE.test(value)) {
      throw misuse(`option headers has a value for ${shown(name)} that no header can have`);
    }
    checked[name.toLowerCase()] = value;
  }
  return checked;
}

/** A name of the caller's, in a message. */
