/**
 * Stretches of a text that may be one token broken into pieces: characters of tokens, and between the pieces line
 * breaks with what mail, terminals, tables and source code put around them.
 *
 * A chain says only what can belong together; `tokenAt` says what does.
 */

/** Where one piece of a chain begins and ends, in the text and in the chain. */
export interface Piece {
  readonly textStart: number;
  readonly start: number;
  readonly end: number;
  /** A line break leads to it, and not spaces or quotation marks alone. */
  readonly isAfterLine: boolean;
  /** Nothing but punctuation follows it on its line. */
  readonly isAtLineEnd: boolean;
}

export interface Chain {
  /** The pieces put together. */
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

/** What surely ends a token. Anything else inside one is damage, and stays, so that a report can point at it. */
const ENDS =
  /[\s"'`&;,<>(){}[\]\\#?\u2018-\u201f\u2039\u203a\u00ab\u00bb\u300c\u300d\u2500-\u257f]/;
const MOST_STRAYS = 3;
/** Characters between two pieces: line breaks, indents, quote marks. */
const MOST_BETWEEN = 400;

/** All chains of a text, in their order. Each character is looked at a fixed number of times. */
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

/** Where what begins at `at` ends, with the strays between characters of tokens. */
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

/** The equals sign with which quoted-printable (RFC 2045 §6.7) breaks a line. */
const isSoftBreak = (text: string, start: number, end: number) =>
  end - start > 1 && text.charAt(end - 1) === '=' && kindAt(text, end - 2) === BASE64;

interface Next {
  readonly at: number;
  readonly isAfterLine: boolean;
}

/** The next piece of the same chain, if only what breaks a text lies between. */
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
    // What ends a line in a table or a shell does so before a line break alone.
    else if (kindAt(text, at) !== 0)
      return at === from || isMarked ? undefined : { at, isAfterLine };
    else if (!(isAfterLine ? '>|│┃║*#' : '\\^|│┃║*').includes(character)) return undefined;
    else isMarked = true;
  }
  return undefined;
}

/** After one string of source code another one that is added to it: `"…" + "…"`, or without a sign. */
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

/** Whether words follow on the same line, after a space: those are no continuation. */
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
