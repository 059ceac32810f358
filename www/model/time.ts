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

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const YEAR = 31_556_952;

/** What year a number is in as seconds since the epoch: that of one in milliseconds is far off. */
export const yearOf = (seconds: number): number => Math.floor(1970 + seconds / YEAR);

/**
 * A span as people say it, by one rule for the whole page: minutes and seconds, hours and minutes, and from two
 * days on whole days, then years.
 */
export function countdown(seconds: number, language = 'en'): string {
  const whole = wholeSeconds(seconds);
  const [unit, value] = largeUnit(whole) ?? [];
  if (unit !== undefined && value !== undefined) {
    return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
      value,
    );
  }
  return clock(whole);
}

const wholeSeconds = (seconds: number) => Math.max(0, Math.ceil(seconds));

function largeUnit(seconds: number): readonly ['day' | 'year', number] | undefined {
  if (seconds < 2 * DAY) return undefined;
  if (seconds < 2 * YEAR) return ['day', Math.round(seconds / DAY)];
  const years = seconds / YEAR;
  return ['year', years < 10 ? Math.round(years * 10) / 10 : Math.round(years)];
}

/** In symbols, which are the same in every language. */
function clock(seconds: number): string {
  const two = (value: number) => `${value}`.padStart(2, '0');
  const minutes = Math.floor(seconds / MINUTE) % 60;
  if (seconds >= HOUR) return `${Math.floor(seconds / HOUR)} h ${two(minutes)} min`;
  return seconds >= MINUTE ? `${minutes} min ${two(seconds % MINUTE)} s` : `${seconds} s`;
}

/** How far a time is from another, "in 14 min 05 s", in the language's own words. */
export function relativeTime(date: Date, now: Date, language: string): string {
  const seconds = (date.getTime() - now.getTime()) / 1000;
  const whole = wholeSeconds(Math.abs(seconds));
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  const signed = (value: number) => (seconds < 0 ? -value : value);
  const [unit, value] = largeUnit(whole) ?? [];
  if (unit !== undefined && value !== undefined) return format.format(signed(value), unit);
  // The words around a number of minutes, "in" or "ago", are those around any span.
  const minutes = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
  const sample = new Intl.NumberFormat(language, minutes).format(2);
  return format.format(signed(2), 'minute').replace(sample, () => clock(whole));
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
