/** `createDenylist`: tokens, subjects and issuers that were revoked, in memory and within a bound. */
import { isObject, record } from '../checks/record.js';
import type { Own } from '../checks/record.js';
import { member } from '../checks/arguments.js';
import { count, durationInSeconds, endOfToken, time } from '../checks/checks.js';
import { readOptions, readRequired } from '../checks/options.js';
import { checkedEntry, checkedSnapshot, endOf, entryName, keyOf, merged } from './entry.js';
import type { DenylistEntry, DenylistSnapshot } from './entry.js';
import { misuse, tornOff } from '../errors.js';
import { ExpiringMap } from '../checks/expiring-map.js';
import { DAY } from '../checks/duration.js';
import type { JwtPayload } from '../jwt/payload.js';

/** Options of `createDenylist`. An option that is not known by name is an error. */
export interface DenylistOptions {
  /** How many entries there may be at once. At most 10,000,000. Defaults to 10,000. */
  readonly maxEntries?: number;
  /**
   * How long an entry counts after its tokens have expired: at least the `clockTolerance` of every
   * verifier that asks. Seconds, or a text such as `'5m'`, at most 1 day. Defaults to 5 minutes.
   */
  readonly clockTolerance?: number | string;
}

/** Whose tokens, and until when one has to know. */
export interface RevocationScope {
  /** Only tokens with this `iss`. `jti` and `sub` are unique for one issuer and no further. */
  readonly issuer?: string;
  /**
   * When all these tokens have expired, as a Date or in seconds since the epoch, up to the year 9999. Defaults
   * to never.
   */
  readonly expiresAt?: Date | number;
}

const DEFAULT_MAX_ENTRIES = 10_000;
const LARGEST_MAX_ENTRIES = 10_000_000;
/** Seconds. */
const DEFAULT_TOLERANCE = 300;
/** Whose tokens are revoked, and until when. */
const SCOPE = { issuer: entryName, expiresAt: time };

/**
 * What was revoked. Made by `createDenylist`.
 *
 * Entries only add to each other, and none makes room for another: to forget one early would be to
 * accept its tokens again.
 */
export class Denylist {
  readonly #tolerance: number;
  readonly #entries: ExpiringMap<Own<DenylistEntry>>;

  /** @internal */
  static is(value: unknown): value is Denylist {
    return typeof value === 'object' && value !== null && #entries in value;
  }

  /** @internal */
  constructor(options: DenylistOptions | undefined) {
    const { maxEntries = DEFAULT_MAX_ENTRIES, clockTolerance = DEFAULT_TOLERANCE } = readOptions(
      options,
      { maxEntries: count(LARGEST_MAX_ENTRIES), clockTolerance: durationInSeconds(0, DAY) },
    );
    this.#tolerance = clockTolerance;
    this.#entries = new ExpiringMap(maxEntries);
  }

  /**
   * Whether a token was revoked. Bound to its list, so that it can be passed on as it is; the cost
   * does not grow with the list.
   *
   * @throws JoseError `ERR_API_MISUSE` when there is no payload.
   */
  readonly isRevoked = (token: { readonly payload: JwtPayload }): boolean => {
    const { iss, jti, sub, iat } = payloadOf(token);
    const now = nowSeconds();
    const issuers = iss === undefined ? [{}] : [{}, { iss }];
    const about: readonly DenylistEntry[] = [
      {},
      ...(jti === undefined ? [] : [{ jti }]),
      ...(sub === undefined ? [] : [{ sub }]),
    ];
    return issuers.some((issuer) =>
      about.some((what) => {
        const entry = this.#entries.get(keyOf({ ...issuer, ...what }), now);
        if (entry === undefined) return false;
        return entry.before === undefined || !(typeof iat === 'number' && iat >= entry.before);
      }),
    );
  };

  /**
   * Revokes one token, by its `iss` and `jti`, until it expires.
   *
   * @param token - What `verify` returned.
   * @throws JoseError
   * - `ERR_API_MISUSE` when it has no `jti`: revoke its subject then.
   * - `ERR_JOSE_LIMIT_EXCEEDED` when the list is full, or a name is longer than 2,048 characters.
   */
  revokeToken(token: { readonly payload: Pick<JwtPayload, 'iss' | 'jti' | 'exp'> }): void {
    if (!Denylist.is(this)) throw tornOff();
    const { iss, jti, exp } = payloadOf(token);
    if (jti === undefined) throw misuse('the token has no jti: revoke its subject instead');
    this.#revoke({
      jti,
      ...(iss !== undefined && { iss }),
      ...(exp !== undefined && { expiresAt: endOfToken(exp) }),
    });
  }

  /**
   * Revokes the token with this `jti`. It has to be said when that expires.
   *
   * @throws JoseError - as `revokeToken`.
   */
  revokeJwtId(jti: string, scope: RevocationScope & { readonly expiresAt: Date | number }): void {
    if (!Denylist.is(this)) throw tornOff();
    this.#revoke({ jti, ...scopeOf(readRequired(scope, SCOPE, ['expiresAt'])) });
  }

  /**
   * Revokes all tokens of a subject that were issued before a time, and those that do not say when
   * they were issued: the way to log somebody out everywhere.
   *
   * @param scope - `before` is a Date or seconds since the epoch, and defaults to now.
   * @throws JoseError - as `revokeToken`.
   */
  revokeSubject(sub: string, scope?: RevocationScope & { readonly before?: Date | number }): void {
    if (!Denylist.is(this)) throw tornOff();
    const { before = nowSeconds(), ...rest } = readOptions(scope, { ...SCOPE, before: time });
    this.#revoke({ sub, before, ...scopeOf(record(rest)) });
  }

  /**
   * Revokes everything that was issued before a time, say before a breach, and what does not say when
   * it was issued.
   *
   * @param before - A Date, or seconds since the epoch.
   * @throws JoseError - as `revokeToken`.
   */
  revokeIssuedBefore(before: Date | number, scope?: RevocationScope): void {
    if (!Denylist.is(this)) throw tornOff();
    const since = time(before, 'the argument before');
    this.#revoke({ before: since, ...scopeOf(readOptions(scope, SCOPE)) });
  }

  /** How many entries count now. */
  get size(): number {
    if (!Denylist.is(this)) throw tornOff();
    return this.#entries.size(nowSeconds());
  }

  /** All that counts now, as plain JSON: to keep it, or to hand it to another process. */
  snapshot(): DenylistSnapshot {
    if (!Denylist.is(this)) throw tornOff();
    const entries = this.#entries.values(nowSeconds());
    return { version: 1, entries: entries.map((entry) => ({ ...entry })) };
  }

  /**
   * Adds what a snapshot holds to what there is; nothing of it, when it throws.
   *
   * @throws JoseError
   * - `ERR_API_MISUSE` when it is no snapshot.
   * - `ERR_JOSE_LIMIT_EXCEEDED` when there is no room for all of it.
   */
  restore(snapshot: DenylistSnapshot): void {
    if (!Denylist.is(this)) throw tornOff();
    const now = nowSeconds();
    const entries = checkedSnapshot(snapshot).filter((entry) => now < this.#endOf(entry));
    const keys = new Set(entries.map(keyOf));
    const added = [...keys].filter((key) => this.#entries.get(key, now) === undefined);
    this.#entries.requireRoomFor(added.length, now);
    for (const entry of entries) this.#add(entry);
  }

  /** Forgets everything: what was revoked is accepted again, until it expires. */
  clear(): void {
    if (!Denylist.is(this)) throw tornOff();
    this.#entries.clear();
  }

  #revoke(entry: DenylistEntry): void {
    this.#add(checkedEntry(entry));
  }

  #add(entry: Own<DenylistEntry>): void {
    const now = nowSeconds();
    const key = keyOf(entry);
    const known = this.#entries.get(key, now);
    const whole = known === undefined ? entry : merged(known, entry);
    const end = this.#endOf(whole);
    // What has expired already is refused for that.
    if (now < end) this.#entries.set(key, whole, end, now);
  }

  #endOf(entry: Own<DenylistEntry>): number {
    return endOf(entry) + this.#tolerance;
  }
}

/**
 * Makes an empty list of what was revoked, to be asked by `createVerifier`. It lives as long as the
 * process: carry it over with `snapshot` and `restore`.
 *
 * @throws JoseError `ERR_API_MISUSE` when an option is wrong.
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.7
 *
 * @example
 * ```ts
 * const denylist = createDenylist();
 * const verifier = createVerifier({ keys, issuer, audience, isRevoked: denylist.isRevoked });
 * denylist.revokeToken(verifier.verify(token));
 * ```
 */
export function createDenylist(options?: DenylistOptions): Denylist {
  return new Denylist(options);
}

function nowSeconds(): number {
  return Date.now() / 1000;
}

/** What is asked of a payload. Names are those that `acceptLooseTypes` compares: digits for a number. */
function payloadOf(token: unknown): Own<Pick<JwtPayload, 'iss' | 'jti' | 'sub' | 'iat' | 'exp'>> {
  const payload = member(token, 'payload');
  if (!isObject(payload)) {
    throw misuse('the token must be what verify returned, with its payload');
  }
  const { iss, jti, sub, iat, exp } = record(payload as JwtPayload);
  return record({
    ...named('iss', iss),
    ...named('jti', jti),
    ...named('sub', sub),
    ...((iat ?? null) !== null && { iat }),
    ...((exp ?? null) !== null && { exp }),
  });
}

function named(claim: string, value: unknown): object {
  if (value === undefined || value === null) return {};
  return { [claim]: typeof value === 'number' ? String(value) : value };
}

/** The part of an entry that `issuer` and `expiresAt` say. */
function scopeOf({
  issuer,
  expiresAt,
}: Own<{ issuer?: string; expiresAt?: number }>): Pick<DenylistEntry, 'iss' | 'expiresAt'> {
  return {
    ...(issuer !== undefined && { iss: issuer }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}
