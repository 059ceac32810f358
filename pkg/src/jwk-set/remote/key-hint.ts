/** What an unverified header says about the key: enough to decide whether to fetch, and no more. */
import { isObject, own, record } from '../../checks/record.js';
import type { Own } from '../../checks/record.js';
import { misuse } from '../../errors.js';
import { isWellFormed } from '../../checks/strings.js';

/** What a token says about its key. A `JwsHeader` is one. */
export interface KeyHint {
  readonly kid?: string | undefined;
  readonly alg?: string | undefined;
  readonly x5t?: string | undefined;
  readonly 'x5t#S256'?: string | undefined;
}

const MEMBERS = ['kid', 'alg', 'x5t', 'x5t#S256'] as const;

/**
 * What is no string says nothing: the header is the sender's, and who verifies will refuse it.
 *
 * @internal
 */
export function checkedHint(header: unknown): Own<KeyHint> {
  if (!isObject(header)) throw misuse('the header must be an object');
  const said = MEMBERS.map((name) => [name, own(header, name)] as const);
  return record<KeyHint>(Object.fromEntries(said.filter(([, value]) => isText(value))));
}

const isText = (value: unknown) => typeof value === 'string' && isWellFormed(value);

/**
 * One name for all ways of asking, so that a `kid` cannot pass for an `alg`.
 *
 * @internal
 */
export function nameOf({ kid, alg, x5t, 'x5t#S256': x5tS256 }: Own<KeyHint>): string {
  if (kid !== undefined) return `kid ${kid}`;
  const thumbprint = x5tS256 ?? x5t;
  return thumbprint === undefined ? `alg ${alg}` : `x5t ${thumbprint}`;
}
