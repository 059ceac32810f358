/**
 * The keys of Application Load Balancers: PEM texts, one at a URL, by the `kid` of the token.
 *
 * A `kid` is a stranger's word, so it must be a UUID to become part of the URL; few keys are looked
 * for at once, and one that is not there is not looked for again for a while.
 *
 * @internal
 */
import type { Own } from '../checks/record.js';
import { JoseError, misuse } from '../errors.js';
import { importKey } from '../key/import-key.js';
import { Deadline } from '../jwk-set/remote/deadline.js';
import { isWithin, SECOND } from '../checks/duration.js';
import { fetchFailed, placeOf } from '../jwk-set/remote/failure.js';
import { freshnessOf } from '../jwk-set/remote/freshness.js';
import { isFresh, isUsable } from '../jwk-set/remote/loaded-jwk-set.js';
import type { Lifetime } from '../jwk-set/remote/loaded-jwk-set.js';
import { MissingKeys } from '../jwk-set/remote/missing-keys.js';
import { get } from '../jwk-set/remote/request.js';
import { tiesPromisesToRequests } from '../jwk-set/remote/runtime.js';
import { readRemoteOptions } from '../jwk-set/remote/options.js';
import type { RemoteJwkSetOptions, CheckedOptions } from '../jwk-set/remote/options.js';
import { checkedHint } from '../jwk-set/remote/key-hint.js';
import type { KeyHint } from '../jwk-set/remote/key-hint.js';
import type { KeyResolver } from '../verifier/key-source.js';
import type { VerifyingKey } from '../key/verifying-key.js';
import { GUID } from './arguments.js';

/** Options of a remote key set, without those that are about sets. */
export type AwsAlbKeyOptions = Omit<RemoteJwkSetOptions, 'algorithms' | 'allowWeakKey' | 'store'>;

interface FoundKey extends Lifetime {
  readonly key: VerifyingKey;
}

interface LookUp {
  readonly since: number;
  readonly key: Promise<VerifyingKey>;
}

/** One load balancer has one key at a time. The one that was not used for longest goes first. */
const MOST_KEYS = 20;
const MOST_LOOK_UPS = 5;
/** Where keys cannot be had, so long passes between two attempts. */
const PAUSE = SECOND;
/** How the place where the keys are says that it has none of this name. */
const ABSENT = [403, 404, 410];

/** @internal */
export function awsAlbKeys(base: string, options: RemoteJwkSetOptions = {}): KeyResolver {
  for (const name of ['algorithms', 'allowWeakKey', 'store']) {
    if (Object.hasOwn(options, name)) throw misuse(`keys of load balancers take no option ${name}`);
  }
  const keys = new AwsAlbKeys(base, readRemoteOptions(options));
  return (header) => keys.keyFor(checkedHint(header));
}

class AwsAlbKeys {
  readonly #base: string;
  readonly #options: CheckedOptions;
  readonly #missing: MissingKeys;
  /** In the order of use. */
  readonly #found = new Map<string, FoundKey>();
  readonly #lookUps = new Map<string, LookUp>();
  #failure: { readonly at: number; readonly error: unknown } | undefined;

  constructor(base: string, checked: CheckedOptions) {
    this.#base = base;
    this.#options = checked;
    this.#missing = new MissingKeys(checked.cooldown);
  }

  keyFor({ kid }: Own<KeyHint>): VerifyingKey | Promise<VerifyingKey> {
    if (kid === undefined || !GUID.test(kid)) throw noSuchKey();
    const found = this.#found.get(kid);
    if (found === undefined || !isFresh(found, Date.now())) return this.#renewed(kid);
    this.#keep(kid, found);
    return found.key;
  }

  /** The key as it is there now; a known one stays in use while that cannot be told. */
  async #renewed(kid: string): Promise<VerifyingKey> {
    try {
      return await this.#lookUp(kid);
    } catch (error) {
      const found = this.#found.get(kid);
      const { maxStale } = this.#options;
      if (found === undefined || !isUsable(found, Date.now(), maxStale)) throw error;
      return found.key;
    }
  }

  async #lookUp(kid: string): Promise<VerifyingKey> {
    const now = Date.now();
    if (this.#missing.has(kid, now)) throw noSuchKey();
    if (this.#failure !== undefined && isWithin(PAUSE, this.#failure.at)) {
      throw this.#failure.error;
    }
    // A look-up of a request that has ended may never settle.
    for (const [name, { since }] of this.#lookUps) {
      if (!isWithin(this.#options.timeout, since)) this.#lookUps.delete(name);
    }
    const pending = this.#lookUps.get(kid);
    if (pending !== undefined && !tiesPromisesToRequests()) return pending.key;
    if (pending === undefined && this.#lookUps.size >= MOST_LOOK_UPS) {
      throw fetchFailed('too many keys are being looked for at once');
    }
    const key = this.#fetch(kid).finally(() => this.#lookUps.delete(kid));
    this.#lookUps.set(kid, { since: now, key });
    return key;
  }

  async #fetch(kid: string): Promise<VerifyingKey> {
    const url = `${this.#base}/${kid}`;
    const fetchedAt = Date.now();
    const deadline = new Deadline(this.#options.timeout);
    try {
      const response = await get(url, new URL(url).origin, this.#options, deadline);
      if (ABSENT.includes(response.status)) throw this.#absent(kid);
      if (response.status !== 200) {
        throw fetchFailed(`${placeOf(url)} responded with status ${response.status}`);
      }
      const key = importedKey(response.text, kid, placeOf(url));
      const freshness = freshnessOf(response, this.#options.cacheMaxAge);
      this.#keep(kid, { key, fetchedAt, expiresAt: fetchedAt + freshness });
      return key;
    } catch (error) {
      const isAnswer = error instanceof JoseError && error.code === 'ERR_JWKS_NO_MATCHING_KEY';
      if (!isAnswer) this.#failure = { at: Date.now(), error };
      throw error;
    } finally {
      deadline.end();
    }
  }

  #absent(kid: string): JoseError {
    this.#found.delete(kid);
    this.#missing.add(kid, Date.now());
    return noSuchKey();
  }

  #keep(kid: string, found: FoundKey): void {
    this.#found.delete(kid);
    this.#found.set(kid, found);
    if (this.#found.size <= MOST_KEYS) return;
    const [oldest] = this.#found.keys();
    this.#found.delete(oldest!);
  }
}

function importedKey(pem: string, kid: string, place: string): VerifyingKey {
  try {
    return importKey(pem, 'ES256', { keyId: kid });
  } catch (cause) {
    throw fetchFailed(`${place} is not the PEM text of a key for ES256`, cause);
  }
}

function noSuchKey(): JoseError {
  return new JoseError(
    'ERR_JWKS_NO_MATCHING_KEY',
    'the token names no key that a load balancer of this region has',
  );
}
