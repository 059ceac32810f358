/** What a denylist says of tokens: one entry for each token, subject or issuer that was revoked. */
import { isList, record } from '../checks/record.js';
import type { Own } from '../checks/record.js';
import { elementsOf, isPlainObject } from '../checks/arguments.js';
import { name, time } from '../checks/checks.js';
import { readOptions } from '../checks/options.js';
import { JoseError, misuse } from '../errors.js';
import { jsonText } from '../checks/json-text.js';

/**
 * One thing that was revoked: the token with `jti`; with `sub`, the tokens of a subject; with neither,
 * all tokens. Times are seconds since the epoch.
 */
export interface DenylistEntry {
  /** Of this issuer alone. Without it, of any. */
  readonly iss?: string;
  readonly jti?: string;
  readonly sub?: string;
  /** Tokens issued before this, and those that do not say when. Of an entry with `jti` there is none. */
  readonly before?: number;
  /** When all these tokens have expired, so that the entry is needed no more. Without it, never. */
  readonly expiresAt?: number;
}

/** What a denylist holds, as plain JSON. */
export interface DenylistSnapshot {
  readonly version: 1;
  readonly entries: readonly DenylistEntry[];
}

/** Names come from tokens, and what is kept of them is bounded. */
const LONGEST_NAME = 2048;

/**
 * An entry that somebody wrote.
 *
 * @internal
 */
export function checkedEntry(value: unknown): Own<DenylistEntry> {
  const table = {
    ...{ iss: entryName, jti: entryName, sub: entryName },
    ...{ before: time, expiresAt: time },
  };
  const members = readOptions(value, table, 'an entry of a denylist', 'member');
  const isWhole =
    'jti' in members ? !('sub' in members || 'before' in members) : 'before' in members;
  if (!isWhole) throw misuse('an entry of a denylist has jti, or before, which sub may narrow');
  return members;
}

/** @internal */
export function checkedSnapshot(value: unknown): readonly Own<DenylistEntry>[] {
  if (!isPlainObject(value)) throw misuse('a snapshot must be a plain object');
  const { version, entries, ...others } = record<Partial<DenylistSnapshot>>(value);
  if (version !== 1 || !isList(entries) || Object.keys(others).length > 0) {
    throw misuse('a snapshot must have version 1, a list of entries, and nothing else');
  }
  return elementsOf(entries, 'the entries').map(checkedEntry);
}

/**
 * What an entry is about, as a text that no other has.
 *
 * @internal
 */
export function keyOf(entry: DenylistEntry): string {
  const { iss, jti, sub } = record(entry);
  return jsonText([iss ?? null, jti ?? null, sub ?? null], 'iss, jti or sub');
}

/**
 * Two entries about the same thing, as one that revokes whatever either did.
 *
 * @internal
 */
export function merged(one: Own<DenylistEntry>, other: Own<DenylistEntry>): Own<DenylistEntry> {
  const { before, expiresAt: _, ...about } = one;
  const end = Math.max(endOf(one), endOf(other));
  return record({
    ...about,
    ...(before !== undefined && { before: Math.max(before, other.before ?? 0) }),
    ...(end < Infinity && { expiresAt: end }),
  });
}

/** @internal */
export function endOf({ expiresAt = Infinity }: Own<DenylistEntry>): number {
  return expiresAt;
}

/**
 * A name that is kept.
 *
 * @internal
 */
export function entryName(value: unknown, what: string): string {
  const text = name(value, what);
  if (text.length <= LONGEST_NAME) return text;
  throw new JoseError(
    'ERR_JOSE_LIMIT_EXCEEDED',
    `${what} has more than the ${LONGEST_NAME} characters that a denylist keeps`,
  );
}
