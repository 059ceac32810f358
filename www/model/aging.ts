/**
 * What time alone changes in a report: until when its checks stay as they are, and by how much a time misses in
 * the meantime. A report on a long token costs so much that it is not made anew with every second.
 */
import type { Check, Inspection } from 'edge-jwt';

import { secondsOf } from './duration.js';
import type { MoreOptions } from './policy.js';

/** By less than this, in seconds, a report asks whether the clocks are in sync. */
const LIKELY_SKEW = 300;
/** The checks whose `expected` is the time of the report. */
const OF_TIME = ['exp', 'nbf', 'max_token_age', 'auth_time'];

/** A limit that is not yet passed at the time itself is passed at the next one that a `Date` can tell. */
const AFTER = 0.001;

/** When, in seconds since the epoch and after `now`, a check or its hints may change next. */
export function nextBoundary(
  { payload = {} }: Inspection,
  { clockTolerance = 0, maxTokenAge = 0, maxAuthenticationAge = 0 }: MoreOptions,
  now: number,
): number {
  const { exp, nbf, iat, auth_time: authenticated } = payload;
  const tolerance = secondsOf(clockTolerance);
  const begins = (time: unknown) => [plus(time, -tolerance), plus(time, -LIKELY_SKEW)];
  const grows = (time: unknown, most: number | string) =>
    plus(time, secondsOf(most) + tolerance + AFTER);
  const boundaries = [
    plus(exp, tolerance),
    plus(exp, LIKELY_SKEW + AFTER),
    ...[nbf, iat, authenticated].flatMap(begins),
    grows(iat, maxTokenAge),
    grows(authenticated, maxAuthenticationAge),
  ];
  return Math.min(...boundaries.filter((time) => time > now));
}

/** A claim that is no number is at no time. */
const plus = (time: unknown, seconds: number) =>
  typeof time === 'number' ? time + seconds : Infinity;

/** The report of `made` as it is at `now`, both in seconds since the epoch, with no boundary between them. */
export function aged(inspection: Inspection, made: number, now: number): Inspection {
  if (made === now || !inspection.checks.some(tellsTime)) return inspection;
  const checks = inspection.checks.map((check) => (tellsTime(check) ? agedCheck(check) : check));
  return { ...inspection, checks };

  function agedCheck(check: Check & { secondsOff: number }): Check {
    const isPast = Number(check.actual) <= made;
    const passed = isPast ? now - made : made - now;
    return { ...check, expected: now, secondsOff: check.secondsOff + passed };
  }
}

const tellsTime = (check: Check): check is Check & { secondsOff: number } =>
  check.secondsOff !== undefined && OF_TIME.includes(check.name);
