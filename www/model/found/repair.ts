/**
 * Repairs a token that has padding, the other base64 alphabet, or white space.
 *
 * The claims stay the same, but the signature covers header and payload as they were written. If the issuer signed
 * the padded form, as AWS load balancers do, the signature does not match the repaired token.
 */
import { objectIn } from './base64-text.js';

export type Repair = 'padding' | 'alphabet' | 'whitespace';

export interface Repaired {
  readonly token: string;
  readonly repairs: readonly Repair[];
}

const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/;

/** Returns undefined if nothing needs repair, or if something else is wrong too. */
export function repairOf(token: string): Repaired | undefined {
  const repairs: Repair[] = [];
  let repaired = token;
  const change = (repair: Repair, changed: string) => {
    if (changed === repaired) return;
    repairs.push(repair);
    repaired = changed;
  };
  change('whitespace', repaired.replaceAll(new RegExp(INVISIBLE, 'g'), ''));
  // At most two at the end of a segment; anything else is damage.
  change('padding', repaired.replaceAll(/(?<!=)={1,2}(?=[.~]|$)/g, ''));
  change('alphabet', repaired.replaceAll('+', '-').replaceAll('/', '_'));
  return repairs.length > 0 && isWellFormed(repaired) ? { token: repaired, repairs } : undefined;
}

function isWellFormed(token: string): boolean {
  if (!/^[\w.~-]+$/.test(token)) return false;
  const segments = token.split('~', 1).flatMap((jwt) => jwt.split('.'));
  const isComplete = segments.length === 3 || segments.length === 5;
  return (
    isComplete &&
    segments.every(({ length }) => length % 4 !== 1) &&
    objectIn(segments[0] ?? '') !== undefined
  );
}
