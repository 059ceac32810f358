/**
 * Strict JSON (RFC 8259, with unique names by RFC 7493): `JSON.parse`, after a look for what that lets pass, which is
 * names that occur twice, lone surrogates, numbers beyond a double, and deep nesting. The core has a reader of its own
 * (src/json.rs), and the two agree about every text.
 *
 * @internal
 */
import { isWellFormed } from '../checks/strings.js';

const NUMBER = /[-+.\dEe]+/y;

/**
 * The object that the text is. For any other text it throws what `refused` gives, which is told whether the text is
 * nested deeper than `depth` levels, and well-formed as far as that.
 *
 * @internal
 */
export function strictObject(
  text: string,
  depth: number,
  refused: (isTooDeep: boolean) => Error,
): object {
  let isTooDeep = false;
  try {
    const before = tooDeepAfter(text, depth);
    const value: unknown = JSON.parse(before ?? text);
    isTooDeep = before !== undefined;
    if (!isTooDeep && typeof value === 'object' && value && !Array.isArray(value)) return value;
  } catch {
    // No JSON, or not strict.
  }
  throw refused(isTooDeep);
}

/**
 * Throws for what `JSON.parse` lets pass. Where the text is nested too deep, what comes before that, completed: if this
 * is not well-formed, that is what is wrong with the text.
 */
function tooDeepAfter(text: string, depth: number): string | undefined {
  /** Of the objects and arrays that are open, the last one first: how they close, and their names. */
  let ends = '';
  const names: string[][] = [];
  let before = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character <= ' ') continue;
    if (character === '"') {
      const end = endOfString(text, at);
      const string = stringOf(text.slice(at, end + 1));
      if (ends.charAt(0) === '}' && (before === '{' || before === ',')) names[0]!.push(string);
      at = end;
    } else if (character === '{' || character === '[') {
      if (ends.length === depth) return `${text.slice(0, at)} 0${ends}`;
      ends = (character === '{' ? '}' : ']') + ends;
      names.unshift([]);
    } else if (character === '}' || character === ']') {
      const closed = names.shift() ?? [];
      ends = ends.slice(1);
      if (new Set(closed).size < closed.length) throw new SyntaxError();
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      NUMBER.lastIndex = at;
      const [number] = NUMBER.exec(text)!;
      if (!Number.isFinite(+number)) throw new SyntaxError();
      at += number.length - 1;
    }
    before = character;
  }
  return undefined;
}

/** The quotation mark that ends a string, which is not behind an odd number of backslashes. */
function endOfString(text: string, start: number): number {
  let end = start;
  for (;;) {
    end = text.indexOf('"', end + 1);
    if (end < 0) throw new SyntaxError();
    let backslash = end;
    while (text.charAt(backslash - 1) === '\\') backslash -= 1;
    if ((end - backslash) % 2 === 0) return end;
  }
}

function stringOf(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  const string: string = JSON.parse(literal);
  if (!isWellFormed(string)) throw new SyntaxError();
  return string;
}
