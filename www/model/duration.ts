/** Lengths of time, in the grammar of the package's options. */
import { lengthOf, SECOND } from '../../pkg/src/checks/duration.js';

/** Seconds, of a number of them or of a text such as '5m'. */
export const secondsOf = (duration: number | string): number => lengthOf(duration) / SECOND;

/** What a person wrote in a field: seconds without a unit too, or a unit behind a space. Undefined where it is none. */
export function durationOf(text: string): number | string | undefined {
  const seconds = secondsOf(`${text}s`);
  if (!Number.isNaN(seconds)) return seconds;
  const duration = text.replace(/\s+(?=[smhd]$)/, '');
  return Number.isNaN(secondsOf(duration)) ? undefined : duration;
}
