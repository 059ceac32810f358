/**
 * Undoes the escapes of a text and remembers where each character came from.
 *
 * Tokens are copied from URLs (percent-encoding), JSON and source code (backslashes), HTML (entities), mail
 * (quoted-printable) and documents (invisible characters). Escapes may be nested. Line breaks are kept, because
 * joining lines needs both sides.
 */

export interface PlainText {
  readonly text: string;
  /** Maps an index of `text` to the given text. */
  sourceOf(index: number): number;
}

/** Linear time: no alternative backtracks over more than it matches, and a run of backslashes is matched as a whole. */
const ESCAPED = new RegExp(
  [
    /(?:\\{2,}|\\(?=[ux][\da-fA-F{]|[nrt"'`/&=~]))(?:u\{?0{0,4}([0-9a-fA-F]{2})\}?|x([0-9a-fA-F]{2})|([nrt"'`/&=~]))?/,
    /%(?:25)*([0-7][0-9a-fA-F])/,
    /&(?:amp;)*(?:#0{0,4}(\d{1,5})|#[xX]0{0,4}([0-9a-fA-F]{1,4})|([A-Za-z]{2,14}));/,
    /=(3D|2E|2D|5F|7E|20(?=\r?\n))/,
    /<(w?br)\s?\/?>/,
    /([\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+)/,
    /([\u00a0\u2000-\u200a\u202f\u3000])/,
    /([\u2010\u2011])/,
    /([\u2028\u2029\u0085])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', ' '],
  ['shy', ''],
  ['ZeroWidthSpace', ''],
  ['period', '.'],
  ['equals', '='],
  ['lowbar', '_'],
  ['hyphen', '-'],
  ['dash', '-'],
  ['plus', '+'],
  ['sol', '/'],
  ['NewLine', '\n'],
]);

export function plainText(given: string): PlainText {
  let text = '';
  let copied = 0;
  /** Where stretches begin, in the plain and in the given text. */
  const plainStarts = [0];
  const givenStarts = [0];
  const mark = (at: number) => {
    plainStarts.push(text.length);
    givenStarts.push(at);
  };
  for (const match of given.matchAll(ESCAPED)) {
    const replacement = meaningOf(match);
    if (replacement === undefined) continue;
    text += given.slice(copied, match.index);
    mark(match.index);
    text += replacement;
    copied = match.index + match[0].length;
    mark(copied);
  }
  if (copied === 0) return { text: given, sourceOf: (index) => index };
  text += given.slice(copied);
  return { text, sourceOf: (index) => sourceOf(index, plainStarts, givenStarts) };
}

/** Returns what an escape stands for, or undefined if it is not an escape. */
function meaningOf(match: RegExpExecArray): string | undefined {
  const [whole, u, x, written, percent, decimal, hexadecimal, entity, quotedPrintable] = match;
  const [tag, invisible, space, hyphen, separator] = match.slice(9);
  const hex = u ?? x ?? percent ?? quotedPrintable;
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  if (written !== undefined) return WRITTEN.get(written) ?? written;
  if (decimal !== undefined) return String.fromCharCode(Number(decimal));
  if (hexadecimal !== undefined) return String.fromCharCode(Number.parseInt(hexadecimal, 16));
  if (entity !== undefined) return ENTITIES.get(entity);
  if (tag !== undefined) return tag === 'br' ? '\n' : '';
  if (invisible !== undefined) return '';
  if (space !== undefined) return ' ';
  if (hyphen !== undefined) return '-';
  if (separator !== undefined) return '\n';
  // Backslashes before an unknown character: one is enough.
  return whole.length > 1 ? '\\' : undefined;
}

/** Binary search for the stretch that contains `index`. */
function sourceOf(index: number, plain: readonly number[], given: readonly number[]): number {
  let low = 0;
  let high = plain.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((plain[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return (given[low] ?? 0) + index - (plain[low] ?? 0);
}
