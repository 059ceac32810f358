/** `createRemoteJwkSet`: the keys of an issuer, fetched, kept and renewed. */
import type { WaitUntil } from '../core/runtime-types.js';
import type { Own } from '../checks/record.js';
import { isPlainObject, member } from '../checks/arguments.js';
import { readOptions } from '../checks/options.js';
import type { Check } from '../checks/options.js';
import { misuse, tornOff } from '../errors.js';
import type { JoseError } from '../errors.js';
import { JwkSet } from './jwk-set.js';
import { jsonText } from '../checks/json-text.js';
import { Deadline } from './remote/deadline.js';
import { isWithin, SECOND } from '../checks/duration.js';
import { fetchFailed, placeOf } from './remote/failure.js';
import { freshnessOf } from './remote/freshness.js';
import { checkedHint, nameOf } from './remote/key-hint.js';
import type { KeyHint } from './remote/key-hint.js';
import { importFetched, isFresh, isUsable } from './remote/loaded-jwk-set.js';
import type { Lifetime, LoadedJwkSet } from './remote/loaded-jwk-set.js';
import { locationOf } from './remote/location.js';
import type { JwksLocation } from './remote/location.js';
import { MissingKeys } from './remote/missing-keys.js';
import { get } from './remote/request.js';
import type { DownloadedDocument } from './remote/http.js';
import { tiesPromisesToRequests } from './remote/runtime.js';
import { readRemoteOptions } from './remote/options.js';
import type { RemoteJwkSetOptions, CheckedOptions } from './remote/options.js';
import { SingleFlight } from './remote/single-flight.js';
import { checkedSource } from './remote/source.js';
import type { IssuerSource, UrlObject } from './remote/source.js';
import { readStore, storedFrom, withinBounds, writeStore } from './remote/store.js';
import { isTime, LATEST } from './remote/stored-jwk-set.js';
import type { StoredJwkSet } from './remote/stored-jwk-set.js';
import type { JwkSetInput, PemByKeyId } from './input.js';

/** What is known of a key set that is given by hand. Times are milliseconds since the epoch. */
export interface HydrateOptions {
  /** When it was fetched. Defaults to now. */
  readonly fetchedAt?: number;
  /** Until when it is fresh. Defaults to `cacheMaxAge` after `fetchedAt`. */
  readonly expiresAt?: number;
}

/** Keys that could not be had are asked for again after so long, not by every token. */
const PAUSE_WITHOUT_KEYS = SECOND;

/** A key server that hangs must not make every request wait with it. */
const MOST_WAITING = 10_000;

/**
 * A key set that lives elsewhere, made by `createRemoteJwkSet`.
 *
 * It holds the last keys it got. They are fresh for as long as the issuer said; then, for
 * `maxStale`, they are still used while new ones are fetched or cannot be had; then they are not.
 */
export class RemoteJwkSet {
  readonly #options: CheckedOptions;
  readonly #location: JwksLocation;
  readonly #missing: MissingKeys;
  readonly #reads: SingleFlight;
  readonly #fetches: SingleFlight;
  /** Reading the store, then fetching, while there are keys to go on with. */
  readonly #renewals: SingleFlight;
  #waiting = 0;
  #joinedAt = Number.NEGATIVE_INFINITY;
  #loaded: LoadedJwkSet | undefined;
  #lastError: JoseError | undefined;
  #attemptedAt = Number.NEGATIVE_INFINITY;
  #failedAt = Number.NEGATIVE_INFINITY;

  private constructor(source: unknown, options: unknown) {
    const checked = readRemoteOptions(options);
    this.#options = checked;
    this.#location = locationOf(checkedSource(source, checked.allowInsecureLoopback), checked);
    this.#missing = new MissingKeys(checked.cooldown);
    // Reading a store, fetching, and writing to the store have the timeout each.
    this.#reads = new SingleFlight(checked.timeout);
    this.#fetches = new SingleFlight(2 * checked.timeout);
    this.#renewals = new SingleFlight(3 * checked.timeout);
  }

  /** @internal */
  static from(source: unknown, options: unknown): RemoteJwkSet {
    return new RemoteJwkSet(source, options);
  }

  /** @internal */
  static is(value: unknown): value is RemoteJwkSet {
    return typeof value === 'object' && value !== null && #location in value;
  }

  /**
   * The keys that may be used now, or undefined when there are none. For `verify`, once they are
   * there; it fetches nothing, so something has to call `keysFor` now and then.
   */
  get jwkSet(): JwkSet | undefined {
    if (!RemoteJwkSet.is(this)) throw tornOff();
    return this.#usable?.jwkSet;
  }

  /** Where the keys are; of an issuer, once that is known. */
  get url(): string | undefined {
    if (!RemoteJwkSet.is(this)) throw tornOff();
    return this.#location.url ?? this.#loaded?.jwksUri;
  }

  /** When the keys were fetched, in milliseconds since the epoch. */
  get fetchedAt(): number | undefined {
    if (!RemoteJwkSet.is(this)) throw tornOff();
    return this.#loaded?.fetchedAt;
  }

  /** Until when the keys are fresh, in milliseconds since the epoch. */
  get expiresAt(): number | undefined {
    if (!RemoteJwkSet.is(this)) throw tornOff();
    return this.#loaded?.expiresAt;
  }

  /** Whether there are keys that need no renewal yet. */
  get isFresh(): boolean {
    if (!RemoteJwkSet.is(this)) throw tornOff();
    return this.#loaded !== undefined && isFresh(this.#loaded, Date.now());
  }

  /** Whether the last fetch is so recent that an unknown `kid` causes no other. */
  get isCoolingDown(): boolean {
    if (!RemoteJwkSet.is(this)) throw tornOff();
    return isWithin(this.#options.cooldown, this.#attemptedAt);
  }

  /** Why the last fetch failed; undefined when it did not. */
  get lastError(): JoseError | undefined {
    if (!RemoteJwkSet.is(this)) throw tornOff();
    return this.#lastError;
  }

  /**
   * The keys to verify a token with. They are fetched when there are none, renewed when they are
   * no longer fresh, and fetched anew when none of them is the token's, which does not happen more
   * than once per `cooldown`. Then the set may still be one without the token's key, and `verify`
   * says so.
   *
   * Rejects only when there are no keys that may be used, and when 10,000 calls wait for one fetch already.
   *
   * @param header - The token's header, unverified. Only `kid`, `x5t`, `x5t#S256` and `alg` are looked at,
   * and only to decide whether new keys could help.
   * @param context - Where a runtime ends work with the request, its `ExecutionContext`: renewal
   * then delays no response. Without it, such a runtime waits for the renewal.
   * @throws JoseError
   * - `ERR_JWKS_TIMEOUT` when the keys did not arrive within `timeout`.
   * - `ERR_JWKS_FETCH_FAILED` when they could not be fetched: `cause` says more; at once where 10,000 calls
   * wait already: no time is up then, and the token may be good.
   * - `ERR_JWKS_INVALID` when what was fetched is not a JWK Set, or must not be trusted.
   * - `ERR_JOSE_LIMIT_EXCEEDED` when it has more than 1,000 members, or is nested too deeply.
   * - `ERR_API_MISUSE` when an argument is wrong.
   *
   * @example
   * ```ts
   * const set = await keys.keysFor(decode(token).protectedHeader, ctx);
   * const { payload } = verify(token, set, { audience: 'https://api.example' });
   * ```
   */
  async keysFor(header: KeyHint, context?: WaitUntil): Promise<JwkSet> {
    if (!RemoteJwkSet.is(this)) throw tornOff();
    const hint = checkedHint(header);
    const { jwkSet } = this.#usable ?? (await this.#wait(() => this.#load(context)));
    if (!JwkSet.knows(jwkSet, hint) && this.#mayLookFor(hint)) {
      await this.#wait(() => this.#lookFor(hint, context));
    }
    if (!this.isFresh) await this.#revalidate(context);
    return this.jwkSet ?? jwkSet;
  }

  /**
   * Takes a key set that is already there: from a build, a response, another process. It replaces
   * the keys held so far, and is checked as fetched ones are.
   *
   * @param jwks - The set, as an object or as JSON text.
   * @param options - See {@link HydrateOptions}.
   * @throws JoseError `ERR_JWKS_INVALID` when it is not a JWK Set or must not be trusted;
   * `ERR_JOSE_LIMIT_EXCEEDED` when it is longer than 1 MiB or has more than 1,000 members;
   * `ERR_API_MISUSE` when an argument is wrong.
   */
  hydrate(jwks: JwkSetInput | PemByKeyId | string, options?: HydrateOptions): void {
    if (!RemoteJwkSet.is(this)) throw tornOff();
    const { fetchedAt, expiresAt } = this.#checkedTimes(options);
    if (typeof jwks !== 'string' && !isPlainObject(jwks)) {
      throw misuse('a JWK Set must be an object or JSON text');
    }
    const text = typeof jwks === 'string' ? jwks : jsonText(jwks, 'the JWK Set');
    const jwkSet = importFetched(text, this.#options);
    this.#loaded = { jwkSet, text, jwksUri: this.#location.url, fetchedAt, expiresAt };
    this.#succeeded();
  }

  /** The keys that may be used now as plain data, for `hydrate` or a store; undefined without. */
  export(): StoredJwkSet | undefined {
    if (!RemoteJwkSet.is(this)) throw tornOff();
    const loaded = this.#usable;
    return loaded === undefined ? undefined : storedFrom(loaded);
  }

  /**
   * Fetches the keys now, however fresh the present ones are. When that fails, those stay.
   *
   * @throws JoseError As `keysFor`.
   */
  async refresh(): Promise<void> {
    if (!RemoteJwkSet.is(this)) throw tornOff();
    return this.#fetches.run(() => this.#fetch(undefined));
  }

  get #usable(): LoadedJwkSet | undefined {
    const loaded = this.#loaded;
    if (loaded === undefined) return undefined;
    return isUsable(loaded, Date.now(), this.#options.maxStale) ? loaded : undefined;
  }

  /** Waits with others, within a bound, for what is on its way. */
  async #wait<T>(task: () => Promise<T>): Promise<T> {
    // A request that its runtime ended while it waited never comes back to be taken off. But what has
    // been asked for a moment ago may not be on its way yet.
    const flights = [this.#reads, this.#fetches, this.#renewals];
    const isQuiet = !isWithin(SECOND, this.#joinedAt) && !flights.some(({ isBusy }) => isBusy);
    if (isQuiet) this.#waiting = 0;
    this.#joinedAt = Date.now();
    if (this.#waiting >= MOST_WAITING) throw fetchFailed(`${MOST_WAITING} calls wait already`);
    this.#waiting += 1;
    try {
      return await task();
    } finally {
      this.#waiting = Math.max(0, this.#waiting - 1);
    }
  }

  /** With no keys to go on with: from the store, else from the network. */
  async #load(context: WaitUntil | undefined): Promise<LoadedJwkSet> {
    if (this.#lastError !== undefined && isWithin(PAUSE_WITHOUT_KEYS, this.#failedAt)) {
      throw this.#lastError;
    }
    await this.#readStore();
    try {
      if (this.#usable === undefined) await this.#fetches.run(() => this.#fetch(context));
    } catch (error) {
      // Unless another request had more luck meanwhile.
      if (this.#usable === undefined) throw error;
    }
    return this.#loaded!;
  }

  /**
   * Renews keys that are no longer fresh. Who asked for them does not wait, unless the runtime
   * would otherwise end the work with the request. A failure is no failure of the request.
   */
  async #revalidate(context: WaitUntil | undefined): Promise<void> {
    if (isWithin(this.#options.cooldown, this.#failedAt) || this.#renewals.isBusy) return;
    const renewal = this.#renewals.run(async () => {
      await this.#readStore();
      if (!this.isFresh) await this.#fetches.run(() => this.#fetch(context));
    });
    await handOver(
      renewal.catch(() => {}),
      context,
    );
  }

  #mayLookFor(hint: Own<KeyHint>): boolean {
    return !this.isCoolingDown && !this.#missing.has(nameOf(hint), Date.now());
  }

  /** Fetches keys among which the token's may be. A failure is no failure of the request. */
  async #lookFor(hint: Own<KeyHint>, context: WaitUntil | undefined): Promise<void> {
    // Tokens come in crowds: one looks, and the others see what it found.
    while (this.#renewals.isBusy) await this.#renewals.settle();
    if (this.#has(hint) || !this.#mayLookFor(hint)) return;
    const search = this.#renewals.run(async () => {
      await this.#readStore();
      if (this.#has(hint)) return;
      await this.#fetches.run(() => this.#fetch(context));
      if (!this.#has(hint)) this.#missing.add(nameOf(hint), Date.now());
    });
    await search.catch(() => {});
  }

  #has(hint: Own<KeyHint>): boolean {
    return this.#loaded !== undefined && JwkSet.knows(this.#loaded.jwkSet, hint);
  }

  async #readStore(): Promise<void> {
    const { store } = this.#options;
    if (store === undefined) return;
    await this.#reads.run(async () => {
      const loaded = await readStore(store, this.#location, this.#options);
      if (loaded !== undefined) this.#take(loaded);
    });
  }

  async #fetch(context: WaitUntil | undefined): Promise<void> {
    const fetchedAt = Date.now();
    const deadline = new Deadline(this.#options.timeout);
    let loaded: LoadedJwkSet;
    try {
      const { url, response } = await this.#download(deadline);
      loaded = {
        jwkSet: importFetched(response.text, this.#options),
        text: response.text,
        jwksUri: url,
        fetchedAt,
        expiresAt: fetchedAt + freshnessOf(response, this.#options.cacheMaxAge),
      };
      this.#take(loaded);
      this.#succeeded();
    } catch (error) {
      this.#lastError = error as JoseError;
      this.#failedAt = Date.now();
      throw error;
    } finally {
      deadline.end();
      this.#attemptedAt = Date.now();
    }
    await this.#keep(loaded, context);
  }

  async #download(deadline: Deadline): Promise<{ url: string; response: DownloadedDocument }> {
    const location = this.#location;
    const fetch = async () => {
      const url = await location.locate(deadline);
      return { url, response: await get(url, location.origin, this.#options, deadline) };
    };
    const { isRemembered } = location;
    let fetched = await fetch();
    if (isRemembered && [404, 410].includes(fetched.response.status)) {
      // The keys have moved since the metadata was read.
      location.forget();
      fetched = await fetch();
    }
    const { url, response } = fetched;
    if (response.status === 200) return fetched;
    throw fetchFailed(`${placeOf(url)} responded with status ${response.status}`);
  }

  async #keep(loaded: LoadedJwkSet, context: WaitUntil | undefined): Promise<void> {
    const { store } = this.#options;
    if (store === undefined) return;
    const written = writeStore(store, this.#location, storedFrom(loaded), this.#options);
    await handOver(written, context);
  }

  /**
   * The later one wins: answers may overtake each other, and a store may lag behind. One from the
   * future is none: the clock was set back since.
   */
  #take(loaded: LoadedJwkSet): void {
    const fetchedAt = this.#loaded?.fetchedAt ?? 0;
    if (loaded.fetchedAt >= fetchedAt || fetchedAt > Date.now()) {
      // The former set is not disposed of: someone may be verifying with it.
      this.#loaded = loaded;
    }
  }

  #succeeded(): void {
    this.#lastError = undefined;
    this.#failedAt = Number.NEGATIVE_INFINITY;
  }

  #checkedTimes(options: unknown): Lifetime {
    const { fetchedAt, expiresAt } = readOptions(options, {
      fetchedAt: milliseconds,
      expiresAt: milliseconds,
    });
    const since = fetchedAt ?? Date.now();
    return withinBounds(since, expiresAt ?? since + this.#options.cacheMaxAge);
  }
}

/**
 * Makes a key set that is fetched when it is first needed, with `await keys.keysFor(header)`, and
 * kept. From then on `keys.jwkSet` is there for `verify`, which stays synchronous. Make it once,
 * outside of any request.
 *
 * Only https is spoken, no redirect followed, no cookie sent, and no URL taken from a token. An
 * issuer's keys are found by its metadata, of OpenID Connect or else of OAuth 2.0 (RFC 8414), which
 * must name exactly that issuer.
 *
 * @param source - The URL of the JWK Set, or `{ issuer }`.
 * @param options - See {@link RemoteJwkSetOptions}.
 * @throws JoseError `ERR_API_MISUSE` when an argument or an option is wrong. Nothing is fetched yet.
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3
 *
 * @example
 * ```ts
 * const keys = createRemoteJwkSet({ issuer: 'https://issuer.example' }, { algorithms: ['RS256'] });
 *
 * const set = await keys.keysFor(decode(token).protectedHeader);
 * const { payload } = verify(token, set, { issuer: 'https://issuer.example', audience: 'api' });
 * ```
 */
export function createRemoteJwkSet(
  source: string | UrlObject | IssuerSource,
  options?: RemoteJwkSetOptions,
): RemoteJwkSet {
  return RemoteJwkSet.from(source, options);
}

const milliseconds: Check<number> = (value, what) => {
  if (isTime(value)) return value;
  throw misuse(`${what} must be milliseconds since the epoch, from 0 to ${LATEST}`);
};

/** Lets work go on after the response; where that cannot be arranged, waits for it. */
async function handOver(work: Promise<void>, context: WaitUntil | undefined): Promise<void> {
  // Inherited: a method of the runtime's class.
  if (typeof member(context, 'waitUntil') === 'function') context!.waitUntil!(work);
  else if (tiesPromisesToRequests()) await work;
}
