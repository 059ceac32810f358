/** Makes table rows of many tokens. Their claims are unverified. */
import { textFromBase64url } from '../base64url.js';
import { readTime } from '../time.js';
import { textMember } from './base64-text.js';
import type { FoundToken } from './find-tokens.js';

export interface TokenRow<Kind extends string = string> {
  readonly found: FoundToken;
  readonly issuer?: string;
  readonly subject?: string;
  readonly expires?: Date;
  /** The claims are readable and have no exp. */
  readonly isUnlimited: boolean;
  readonly verdict: Kind;
}

export type Column = 'order' | 'place' | 'issuer' | 'subject' | 'expires' | 'verdict';
export type Direction = 'ascending' | 'descending';

/** Returns one row for each token. `verdictOf` returns the page's verdict on a token. */
export function rowsOf<Kind extends string>(
  tokens: readonly FoundToken[],
  verdictOf: (token: string) => Kind,
): TokenRow<Kind>[] {
  return tokens.map((found) => {
    const claims = claimsOf(found.token);
    const issuer = textMember(claims, 'iss');
    const subject = textMember(claims, 'sub');
    const hasExp = claims !== undefined && Object.hasOwn(claims, 'exp');
    const expires = hasExp ? readTime(claims['exp']) : undefined;
    return {
      found,
      ...(issuer !== undefined && { issuer }),
      ...(subject !== undefined && { subject }),
      ...(expires !== undefined && { expires: expires.date }),
      isUnlimited: claims !== undefined && !hasExp,
      verdict: verdictOf(found.token),
    };
  });
}

function claimsOf(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(textFromBase64url(token.split('.', 2)[1] ?? '') ?? '');
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Returns a sorted copy. Rows without a value come last in both directions; equal rows keep the order of the text. */
export function sortRows<Kind extends string>(
  rows: readonly TokenRow<Kind>[],
  column: Column,
  direction: Direction,
): TokenRow<Kind>[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [left, right] = [valueIn(one, column), valueIn(other, column)];
    if (left === right) return one.found.start - other.found.start;
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
    return left < right ? -sign : sign;
  });
}

function valueIn(
  { found, issuer, subject, expires, verdict }: TokenRow,
  column: Column,
): string | number | undefined {
  switch (column) {
    case 'order':
      return found.start;
    case 'place':
      return found.name ?? found.place;
    case 'issuer':
      return issuer;
    case 'subject':
      return subject;
    case 'expires':
      return expires?.getTime();
    case 'verdict':
      return verdict;
  }
}
