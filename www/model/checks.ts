/** The checks of a report as the page shows them: what failed, what passed, and what nothing asked for. */
import type { Check, Inspection } from 'edge-jwt';

import { isoTime, readTime } from './time.js';

export interface ShownChecks {
  readonly failed: readonly Check[];
  readonly passed: readonly Check[];
  readonly skipped: readonly Check[];
}

/** Without what says nothing: extensions that are understood, of a token that has none. */
export function shownChecks({ checks, protectedHeader }: Inspection): ShownChecks {
  const hasCritical = protectedHeader?.['crit'] !== undefined;
  const of = (wanted: Check['status']) => checks.filter(({ status }) => status === wanted);
  const passed = of('passed').filter(({ name }) => name !== 'crit' || hasCritical);
  return { failed: of('failed'), passed, skipped: of('skipped') };
}

/** A time that fails a check: when it is, what time it is now, and by how much it is off. */
export interface MissedTime {
  readonly kind: 'expired' | 'begins' | 'ahead' | 'tooOld';
  readonly at: string;
  readonly now: string;
  readonly seconds: number;
}

/** Whose `expected` is the time of the report. */
const OF_NOW = ['exp', 'nbf', 'iat', 'max_token_age', 'auth_time'];

export function missedTime(check: Check): MissedTime | undefined {
  const { name, expected, actual, secondsOff, status } = check;
  const [now, at] = [readTime(expected), readTime(actual)];
  const isOfNow = OF_NOW.includes(name) && secondsOff !== undefined && status === 'failed';
  if (!isOfNow || now === undefined || at === undefined || at.isMilliseconds) return undefined;
  const isAhead = at.date > now.date;
  const kind =
    name === 'exp' ? 'expired' : name === 'nbf' ? 'begins' : isAhead ? 'ahead' : 'tooOld';
  return {
    kind,
    at: clockTime(at.date, now.date),
    now: clockTime(now.date, at.date),
    seconds: secondsOff,
  };
}

/** Without the day, where both are of one day. */
function clockTime(date: Date, other: Date): string {
  const [one, another] = [date, other].map((time) => isoTime(time).replace(/\.\d+/, ''));
  const day = 'YYYY-MM-DDT'.length;
  return one?.slice(0, day) === another?.slice(0, day) ? (one?.slice(day) ?? '') : (one ?? '');
}
