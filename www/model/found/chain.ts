/**
 * Finds stretches of text that may be one token in several pieces. Between the pieces are line breaks, and the marks
 * that mail, terminals, tables and source code put around them.
 *
 * A chain only says what may belong together. `TokenReader` decides what does.
 */

/** Where one piece of a chain begins and ends, in the text and in the chain. */
export interface Piece {
  readonly textStart: number;
  readonly start: number;
  readonly end: number;
  /** True after a line break, false after spaces or quotation marks only. */
  readonly isAfterLine: boolean;
  /** True if only punctuation follows on the same line. */
  readonly isAtLineEnd: boolean;
}

export interface Chain {
  /** The joined pieces. */
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const BASE64 = 1;
const OTHER = 2;
const KINDS = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_') {
  KINDS[character.charCodeAt(0)] = BASE64;
}
for (const character of '.~=') KINDS[character.charCodeAt(0)] = OTHER;

/** Characters that end a token. Any other one inside a token is damage, and is kept for the report to point at. */
const ENDS =
  /[\s"'`&;,<>(){}[\]\\#?\u2018-\u201f\u2039\u203a\u00ab\u00bb\u300c\u300d\u2500-\u257f]/;
const MOST_STRAYS = 3;
/** Limit on the characters between two pieces: line breaks, indents, quote marks. */
const MOST_BETWEEN = 400;

/** Yields the chains of a text in order, in linear time. */
export function* chainsOf(text: string): Generator<Chain> {
  let at = 0;
  while (at < text.length) {
    if (kindAt(text, at) === 0) {
      at += 1;
      continue;
    }
    const pieces: Piece[] = [];
    const texts: string[] = [];
    let length = 0;
    let isAfterLine = true;
    for (let next: Next | undefined = { at, isAfterLine }; next !== undefined;) {
      ({ at, isAfterLine } = next);
      const end = pieceEnd(text, at);
      next = nextPiece(text, end);
      const isSoft = next?.isAfterLine === true && isSoftBreak(text, at, end);
      const piece = text.slice(at, isSoft ? end - 1 : end);
      pieces.push({
        ...{ textStart: at, start: length, end: length + piece.length, isAfterLine },
        isAtLineEnd: isAtLineEnd(text, end),
      });
      texts.push(piece);
      length += piece.length;
      at = end;
    }
    yield { text: texts.join(''), pieces };
  }
}

const kindAt = (text: string, at: number) => KINDS[text.charCodeAt(at)] ?? 0;

/** Returns where the piece that begins at `at` ends. Strays between token characters are part of it. */
function pieceEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    while (kindAt(text, end) !== 0) end += 1;
    let after = end;
    while (after < text.length && after - end < MOST_STRAYS && isStray(text, after)) after += 1;
    if (after === end || kindAt(text, after) !== BASE64) return end;
    end = after;
  }
}

const isStray = (text: string, at: number) => kindAt(text, at) === 0 && !ENDS.test(text.charAt(at));

/** Whether the piece ends with the equals sign of a soft line break in quoted-printable (RFC 2045 §6.7). */
const isSoftBreak = (text: string, start: number, end: number) =>
  end - start > 1 && text.charAt(end - 1) === '=' && kindAt(text, end - 2) === BASE64;

interface Next {
  readonly at: number;
  readonly isAfterLine: boolean;
}

/** Returns the next piece of the same chain, if nothing but a break is between. */
function nextPiece(text: string, from: number): Next | undefined {
  const last = Math.min(text.length, from + MOST_BETWEEN);
  const quote = text.charAt(from);
  if (quote === '"' || quote === "'" || quote === '`') {
    const joined = concatenated(text, from, last, quote);
    if (joined !== undefined) return joined;
    return undefined;
  }
  let isAfterLine = false;
  let isMarked = false;
  for (let at = from; at < last; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') isAfterLine = true;
    else if (isAfterLine && kindAt(text, at) !== 0) return { at, isAfterLine };
    else if (character === ' ' || character === '\t' || character === '\r') continue;
    // The mark at the end of a table row or a shell line counts only before a line break.
    else if (kindAt(text, at) !== 0)
      return at === from || isMarked ? undefined : { at, isAfterLine };
    else if (!(isAfterLine ? '>|│┃║*#' : '\\^|│┃║*').includes(character)) return undefined;
    else isMarked = true;
  }
  return undefined;
}

/** Handles string concatenation in source code: `"…" + "…"`, also without an operator. */
function concatenated(text: string, from: number, last: number, quote: string): Next | undefined {
  let isAfterLine = false;
  let signs = 0;
  for (let at = from + 1; at < last; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') isAfterLine = true;
    else if (character === quote) {
      const isPiece = kindAt(text, at + 1) !== 0;
      return isPiece && at > from + 1 ? { at: at + 1, isAfterLine } : undefined;
    } else if ('+.&_\\'.includes(character)) signs += 1;
    else if (!' \t\r'.includes(character)) return undefined;
    if (signs > 2) return undefined;
  }
  return undefined;
}

const MOST_LOOKED_AHEAD = 40;

/** Returns false if a word follows on the same line. */
function isAtLineEnd(text: string, end: number): boolean {
  for (let at = end; at < Math.min(text.length, end + MOST_LOOKED_AHEAD); at += 1) {
    const character = text.charAt(at);
    if (character === '\n') return true;
    if (character === ' ' || character === '\t' || character === '\r') continue;
    if ('│┃║'.includes(character)) return true;
    return kindAt(text, at) === 0 && !'([{:'.includes(character) && text.charCodeAt(at) < 128;
  }
  return true;
}
