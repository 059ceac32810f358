/**
 * The options of a remote key set, and what becomes of them.
 *
 * @internal
 */
import { record } from '../../checks/record.js';
import type { Own } from '../../checks/record.js';
import { isPlainObject, shown } from '../../checks/arguments.js';
import { callable, count, duration, flag } from '../../checks/checks.js';
import { coreValue } from '../../checks/core-options.js';
import { readOptions } from '../../checks/options.js';
import type { Check } from '../../checks/options.js';
import { misuse } from '../../errors.js';
import { importJwkSet } from '../jwk-set.js';
import type { ImportJwkSetOptions } from '../input.js';
import type { Algorithm } from '../../contract.js';
import { DAY, MINUTE, SECOND } from '../../checks/duration.js';
import { LONGEST_FRESHNESS } from './freshness.js';
import type { FetchFunction } from './http.js';
import type { JwkSetStore } from './stored-jwk-set.js';
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
  /** The longest response that is read. Defaults to 1 MiB, which is also the most. */
  readonly maxResponseBytes?: number;
  /**
   * How long keys are fresh when the response has no `Cache-Control: max-age`. What that says is kept
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
export interface CheckedOptions {
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
/** RFC 9110 §5.1 and §5.5, narrowed to what is written in ASCII. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e]*$/;

/** @internal */
export function readRemoteOptions(options: unknown): CheckedOptions {
  const values = readOptions(options, {
    algorithms: coreValue,
    allowWeakKey: coreValue,
    timeout: duration(1, 5 * MINUTE),
    maxResponseBytes: count(MEBIBYTE),
    cacheMaxAge: duration(SECOND, LONGEST_FRESHNESS),
    maxStale: duration(0, 30 * DAY),
    cooldown: duration(0, DAY),
    allowInsecureLoopback: flag,
    fetch: callable<FetchFunction>,
    headers,
    store,
  });
  return {
    imported: importOptionsOf(values),
    timeout: values.timeout ?? 5 * SECOND,
    maxResponseBytes: values.maxResponseBytes ?? MEBIBYTE,
    cacheMaxAge: values.cacheMaxAge ?? 10 * MINUTE,
    maxStale: values.maxStale ?? DAY,
    cooldown: values.cooldown ?? 30 * SECOND,
    allowInsecureLoopback: values.allowInsecureLoopback ?? false,
    fetch: values.fetch,
    headers: values.headers ?? record<Record<string, string>>({}),
    store: values.store,
  };
}

const store: Check<JwkSetStore> = (value, what) =>
  withMethods<JwkSetStore>(value, what, ['get', 'put']);

/** What they mean is for the core to judge, now and not when the first keys arrive. */
function importOptionsOf({
  algorithms,
  allowWeakKey,
}: Own<{ algorithms?: unknown; allowWeakKey?: unknown }>): ImportJwkSetOptions {
  const imported = record({
    ...(algorithms !== undefined && { algorithms }),
    ...(allowWeakKey !== undefined && { allowWeakKey }),
  }) as Own<ImportJwkSetOptions>;
  if (Object.keys(imported).length > 0) importJwkSet('{"keys":[]}', imported);
  const names: readonly string[] | undefined = imported.algorithms;
  if (names?.length === 0 || names?.some((name) => name.startsWith('HS'))) {
    throw misuse(
      'the option algorithms must name some, and none of shared secrets, which nobody fetches',
    );
  }
  return imported;
}

const headers: Check<Readonly<Record<string, string>>> = (value, what) => {
  if (!isPlainObject(value)) throw misuse(`${what} must be a plain object`);
  const read: Record<string, string> = Object.create(null);
  for (const name of Reflect.ownKeys(value)) {
    // Own: the name is one of its own.
    const text = (value as Own<Record<string | symbol, unknown>>)[name];
    if (typeof name !== 'string' || !HEADER_NAME.test(name)) {
      throw misuse(`${what} has a name that no header can have`);
    }
    if (typeof text !== 'string' || !HEADER_VALUE.test(text)) {
      throw misuse(`${what} has a value for ${shown(name)} that no header can have`);
    }
    read[name.toLowerCase()] = text;
  }
  return read;
};
