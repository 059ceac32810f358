/**
 * Joins chunked cookies. Auth.js and Supabase split a value that is too long for one cookie: `name.0=…; name.1=…`.
 */

export interface JoinedCookie {
  readonly name: string;
  readonly value: string;
  /** From the first chunk's value to the end of the last one's. */
  readonly start: number;
  readonly end: number;
  /** Where the chunks are. A chunk is not searched for tokens of its own. */
  readonly chunks: readonly { readonly start: number; readonly end: number }[];
}

const LONGEST_NAME = 120;
const LONGEST_VALUE = 8192;
const SHORTEST_FIRST = 20;

/** Returns the cookies that have at least two chunks. */
export function joinedCookies(text: string): JoinedCookie[] {
  const cookies = new Map<string, { start: number; end: number }[]>();
  // In a header, copied from developer tools (tabs), and in JSON of HAR files and browser automation.
  for (const match of text.matchAll(
    /\.(\d{1,2})(?:=|\t|"\s{0,8},\s{0,8}"value"\s{0,8}:\s{0,8}")/g,
  )) {
    const index = Number(match[1]);
    const start = match.index + match[0].length;
    const value = /^[\w+/.~-]*={0,2}/.exec(text.slice(start, start + LONGEST_VALUE))?.[0] ?? '';
    // Only long cookies are split.
    const isLikely = index === 0 ? value.length >= SHORTEST_FIRST : cookies.size > 0;
    const name = isLikely ? nameBefore(text, match.index) : '';
    if (name === '') continue;
    const chunks = cookies.get(name) ?? [];
    // A HAR file repeats them with every request.
    if (chunks.length === index) chunks.push({ start, end: start + value.length });
    cookies.set(name, chunks);
  }
  return [...cookies].flatMap(([name, chunks]) => {
    const [first, last] = [chunks[0], chunks.at(-1)];
    if (first === undefined || last === undefined || first === last) return [];
    const value = chunks.map(({ start, end }) => text.slice(start, end)).join('');
    return [{ name, value, start: first.start, end: last.end, chunks }];
  });
}

function nameBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < LONGEST_NAME && /[\w.-]/.test(text.charAt(start - 1)))
    start -= 1;
  return text.slice(start, end);
}
