/** What the clock will change next for a token, if anything: by when, and to what. */
import type { Inspection } from 'edge-jwt';

export interface TimeLeft {
  readonly kind: 'expires' | 'expired' | 'begins';
  readonly seconds: number;
  /** The time at which it does. */
  readonly date: Date;
}

export function nextChange(payload: Inspection['payload'], now: Date): TimeLeft | undefined {
  const seconds = now.getTime() / 1000;
  const { nbf, exp } = payload ?? {};
  if (isTime(nbf) && nbf > seconds) return timeLeft('begins', nbf, nbf - seconds);
  if (!isTime(exp)) return undefined;
  return exp > seconds
    ? timeLeft('expires', exp, exp - seconds)
    : timeLeft('expired', exp, seconds - exp);
}

const timeLeft = (kind: TimeLeft['kind'], time: number, seconds: number): TimeLeft => ({
  kind,
  seconds,
  date: new Date(time * 1000),
});

/** Seconds since the epoch, and no milliseconds. */
const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) < 1e11;
