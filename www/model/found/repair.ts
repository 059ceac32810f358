/**
 * A token that is written wrongly, as it should be: with padding, in the other base64 alphabet, or with white space.
 *
 * What it says stays the same, but a signature is over header and payload as they were written. Who signed the padded
 * or the other form, as the load balancers of AWS do, made a signature that the repaired token does not have.
 */
import { objectIn } from './base64-text.js';

export type Repair = 'padding' | 'alphabet' | 'whitespace';

export interface Repaired {
  readonly token: string;
  readonly repairs: readonly Repair[];
}

const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/;

/** Undefined when nothing of that is wrong, or something else is as well. */
export function repairOf(token: string): Repaired | undefined {
  const repairs: Repair[] = [];
  let repaired = token;
  const change = (repair: Repair, changed: string) => {
    if (changed === repaired) return;
    repairs.push(repair);
    repaired = changed;
  };
  change('whitespace', repaired.replaceAll(new RegExp(INVISIBLE, 'g'), ''));
  // No more than two at the end of a segment: others are damage.
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
