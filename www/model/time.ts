/** NumericDate (RFC 7519 §2) as people read it, and back. */

/** From here on a number of seconds is taken for milliseconds: the year 5138. */
const MILLISECONDS_FROM = 1e11;
/** What a `Date` can hold. */
const MOST_MILLISECONDS = 8.64e15;

export interface ReadTime {
  readonly date: Date;
  readonly isMilliseconds: boolean;
}

/** The time a claim's value stands for; undefined when it is none. */
export function readTime(value: unknown): ReadTime | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const isMilliseconds = Math.abs(value) >= MILLISECONDS_FROM;
  const milliseconds = isMilliseconds ? value : value * 1000;
  if (Math.abs(milliseconds) > MOST_MILLISECONDS) return undefined;
  return { date: new Date(milliseconds), isMilliseconds };
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** How far a time is from another: "in 14 minutes", in the language's own words. */
export function relativeTime(date: Date, now: Date, language: string): string {
  // As a countdown does: what is ahead is rounded up, and what is past down.
  const seconds = Math.ceil((date.getTime() - now.getTime()) / 1000);
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  return format.format(Math.trunc(seconds / length), unit);
}

/** A span with its two largest units, as a countdown shows it: "14 min 03 s". */
export function countdown(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor(whole / 3600) % 24;
  const minutes = Math.floor(whole / 60) % 60;
  const two = (value: number) => `${value}`.padStart(2, '0');
  if (days > 0) return `${days} d ${two(hours)} h`;
  if (hours > 0) return `${hours} h ${two(minutes)} min`;
  if (minutes > 0) return `${minutes} min ${two(whole % 60)} s`;
  return `${whole} s`;
}

/** In the reader's own zone, which is named. */
export function localTime(date: Date, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    ...{ year: 'numeric', month: 'short', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
  });
  return format.format(date);
}

/** In UTC, in the form of ISO 8601 and RFC 3339, without a fraction that is zero. */
export function isoTime(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z');
}

/** A time that a person typed: ISO 8601, or seconds or milliseconds since the epoch. */
export function parseTime(text: string): Date | undefined {
  const trimmed = text.trim();
  if (/^\d{1,16}(?:\.\d+)?$/.test(trimmed)) return readTime(Number(trimmed))?.date;
  const date = new Date(trimmed);
  return trimmed === '' || Number.isNaN(date.getTime()) ? undefined : date;
}

/** What an `input` of type `datetime-local` takes: local time, to the second. */
export function toLocalInput(date: Date): string {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19);
}
