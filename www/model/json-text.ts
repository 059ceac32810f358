/**
 * JSON text as text (RFC 8259): laid out, packed, and one member of it replaced.
 *
 * Never through `JSON.parse`, which would change what a token says: it drops the first of two members of
 * one name, rounds long numbers, and moves members whose names are digits to the front.
 */

export type JsonTokenKind = 'string' | 'number' | 'word' | 'mark';

export interface JsonToken {
  readonly kind: JsonTokenKind;
  readonly text: string;
  /** Where it begins in the text. */
  readonly start: number;
}

const TOKEN = /\s+|"(?:[^"\\]|\\[^])*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\]:,]/y;

/** The tokens of JSON text, as far as it is made of any, and whether that is all of it. */
export function jsonTokens(text: string): { tokens: JsonToken[]; isComplete: boolean } {
  const tokens: JsonToken[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text)?.[0];
    if (found === undefined) return { tokens, isComplete: false };
    if (found.trim() !== '') tokens.push({ kind: kindOf(found), text: found, start: at });
    at += found.length;
  }
  return { tokens, isComplete: true };
}

function kindOf(token: string): JsonTokenKind {
  if (token.startsWith('"')) return 'string';
  if (/^[{}[\]:,]/.test(token)) return 'mark';
  return /^[a-z]/.test(token) ? 'word' : 'number';
}

/** Laid out over lines, as people read it; text that is no JSON stays as it is. */
export function spread(text: string): string {
  const { tokens, isComplete } = jsonTokens(text);
  if (!isComplete) return text;
  let laidOut = '';
  let depth = 0;
  tokens.forEach(({ text: token }, index) => {
    const previous = tokens[index - 1]?.text;
    const isOpening = previous === '{' || previous === '[';
    if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1);
      laidOut += isOpening ? token : `\n${'  '.repeat(depth)}${token}`;
      return;
    }
    if (isOpening || (previous === ',' && depth > 0)) laidOut += `\n${'  '.repeat(depth)}`;
    if (token === '{' || token === '[') depth += 1;
    laidOut += token === ':' ? ': ' : token;
  });
  return laidOut;
}

/** Without whitespace between the tokens, as it goes into a token; what is no JSON stays as it is. */
export function compact(text: string): string {
  const { tokens, isComplete } = jsonTokens(text);
  return isComplete ? tokens.map((token) => token.text).join('') : text;
}

/** Whether a text is a JSON object that `JSON.parse` takes. */
export function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Where the value of each member of the outermost object is; the last, of several of one name. */
function memberPlaces(text: string): Map<string, { start: number; end: number }> {
  const places = new Map<string, { start: number; end: number }>();
  const { tokens } = jsonTokens(text);
  let depth = 0;
  tokens.forEach((token, index) => {
    if (depth === 1 && token.text === ':') {
      const name = tokens[index - 1];
      const end = endOfValue(tokens, index + 1);
      const first = tokens[index + 1];
      if (name?.kind === 'string' && first !== undefined && end !== undefined) {
        places.set(textOfString(name.text), { start: first.start, end });
      }
    }
    if (token.text === '{' || token.text === '[') depth += 1;
    if (token.text === '}' || token.text === ']') depth -= 1;
  });
  return places;
}

function endOfValue(tokens: readonly JsonToken[], from: number): number | undefined {
  let depth = 0;
  for (const { text, start } of tokens.slice(from)) {
    if (text === '{' || text === '[') depth += 1;
    if (text === '}' || text === ']') depth -= 1;
    if (depth < 0) return undefined;
    if (depth === 0) return start + text.length;
  }
  return undefined;
}

function textOfString(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}

/** The members of the outermost object, each as it is written, without whitespace. */
export function memberTexts(text: string): Map<string, string> {
  const places = [...memberPlaces(text)];
  return new Map(places.map(([name, { start, end }]) => [name, compact(text.slice(start, end))]));
}

/** An object's text with one member set to a value: replaced where it stands, else added at the end. */
export function withMember(text: string, name: string, value: unknown): string {
  const written = JSON.stringify(value);
  const place = memberPlaces(text).get(name);
  if (place !== undefined) return text.slice(0, place.start) + written + text.slice(place.end);
  const end = text.lastIndexOf('}');
  if (end === -1) return text;
  const before = text.slice(0, end).trimEnd();
  const comma = before.endsWith('{') ? '' : ',';
  return spread(`${before}${comma}${JSON.stringify(name)}:${written}}`);
}
