/** Names of found tokens on the page. */
import type { FoundToken } from '../../model/found/find-tokens.js';
import type { Strings } from '../../strings/en.js';

/** The name of the member, header or cookie, numbered if it occurs again; `token 1` if there is none. */
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
