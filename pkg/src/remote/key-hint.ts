/** What an unverified header says about the key: enough to decide whether to fetch, and no more. */
import { checkedText } from '../arguments.js';
import { misuse } from '../errors.js';

/** What a token says about its key. A `JwsHeader` is one. */
export interface KeyHint {
  readonly kid?: string | undefined;
  readonly alg?: string | undefined;
}

/** @internal */
export function checkedHint(header: unknown): KeyHint {
  if (typeof header !== 'object' || header === null) throw misuse('the header must be an object');
  const { kid, alg } = header as KeyHint;
  if (kid !== undefined) checkedText(kid, 'the kid');
  if (alg !== undefined) checkedText(alg, 'the alg');
  return { kid, alg };
}

/**
 * One name for both ways of asking, so that a `kid` cannot pass for an `alg`.
 *
 * @internal
 */
export function nameOf({ kid, alg }: KeyHint): string {
  return kid === undefined ? `alg ${alg}` : `kid ${kid}`;
}
