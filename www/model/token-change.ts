/** Whether a token was edited, or another one took its place. */

/** What two tokens have in common by chance: the beginning of a header. */
const BY_CHANCE = 20;

export function isSameToken(before: string, after: string): boolean {
  const shorter = Math.min(before.length, after.length);
  if (before === '' || after === '') return before === after;
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return start + end > Math.max(BY_CHANCE, shorter / 2) || start === shorter;
}
