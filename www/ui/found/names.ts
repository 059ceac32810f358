/** What found tokens are called on the page. */
import type { FoundToken } from '../../model/found/find-tokens.js';
import type { Strings } from '../../strings/en.js';

/** By the names they were found under, numbered where several have one, and by number where they have none. */
export function namesOf(tokens: readonly FoundToken[], { found: words }: Strings): string[] {
  const counts = new Map<string, number>();
  return tokens.map(({ name }, index) => {
    if (name === undefined) return words.numbered(index + 1);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

export const placeOf = ({ place, name }: FoundToken, { found: words }: Strings): string =>
  words.places[place](name);
