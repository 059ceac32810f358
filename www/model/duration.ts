/** Lengths of time, as the options of the package have them. */

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds, of a number of them or of a text such as '5m'. */
export function secondsOf(duration: number | string): number {
  if (typeof duration === 'number') return duration;
  return Number(duration.slice(0, -1)) * (UNITS[duration.slice(-1)] ?? 1);
}
