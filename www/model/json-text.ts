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

/** Deeper, the spaces alone would be more than any text. */
const DEEPEST = 64;

const indent = (depth: number) => '  '.repeat(Math.min(depth, DEEPEST));

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
      laidOut += isOpening ? token : `\n${indent(depth)}${token}`;
      return;
    }
    if (isOpening || (previous === ',' && depth > 0)) laidOut += `\n${indent(depth)}`;
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
function memberPlaces(text: string): Map<string, Place> {
  const places = new Map<string, Place>();
  const { tokens } = jsonTokens(text);
  let depth = 0;
  let open: { name: string; start: number; end: number } | undefined;
  tokens.forEach(({ text: token, start }, index) => {
    const name = tokens[index - 1];
    const next = tokens[index + 1];
    const isMark = depth === 1 && (token === ',' || token === '}');
    if (isMark && open !== undefined) {
      places.set(open.name, { start: open.start, end: open.end });
      open = undefined;
    } else if (open !== undefined) open.end = start + token.length;
    if (depth === 1 && token === ':' && name?.kind === 'string' && next !== undefined) {
      open = { name: textOfString(name.text), start: next.start, end: next.start };
    }
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
  });
  return places;
}

interface Place {
  readonly start: number;
  readonly end: number;
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

export interface Duplicate {
  /** With those of the objects that it is in: `realm_access.roles`. */
  readonly name: string;
  /** Each as it is written, without whitespace. */
  readonly values: readonly string[];
}

interface OpenValue {
  readonly path: string;
  readonly isObject: boolean;
  /** Where the values of each name begin and end. */
  readonly members: Map<string, { start: number; end: number }[]>;
  /** The member whose value is being read. */
  member?: { start: number; end: number } | undefined;
}

/** Of one text: more are read by nobody. */
const MOST_DUPLICATES = 20;
const MOST_VALUES = 3;
const LONGEST = 200;

/** The members that an object has more than once, at any depth: readers differ on which one counts. */
export function duplicateMembers(text: string): Duplicate[] {
  const found: Duplicate[] = [];
  const open: OpenValue[] = [];
  const { tokens } = jsonTokens(text);
  tokens.forEach((token, index) => {
    const inner = open.at(-1);
    const end = token.start + token.text.length;
    switch (token.text) {
      case ':':
        if (inner?.isObject !== true || tokens[index - 1]?.kind !== 'string') return;
        inner.member = { start: end, end };
        addMember(inner, textOfString(tokens[index - 1]?.text ?? ''));
        return;
      case ',':
        if (inner !== undefined) inner.member = undefined;
        return;
      case '{':
      case '[': {
        const isNamed = inner?.isObject === true && tokens[index - 1]?.text === ':';
        const name = isNamed ? textOfString(tokens[index - 2]?.text ?? '') : '';
        open.push({
          path: joined(inner?.path ?? '', name),
          isObject: token.text === '{',
          members: new Map(),
        });
        return;
      }
      case '}':
      case ']': {
        if (inner !== undefined && found.length < MOST_DUPLICATES) {
          found.push(...duplicatesOf(inner, text));
        }
        open.pop();
        const outer = open.at(-1)?.member;
        if (outer !== undefined) outer.end = end;
        return;
      }
      default:
        if (inner?.member !== undefined) inner.member.end = end;
    }
  });
  return found.slice(0, MOST_DUPLICATES);
}

function addMember({ members, member }: OpenValue, name: string): void {
  if (member === undefined) return;
  const places = members.get(name);
  if (places === undefined) members.set(name, [member]);
  else if (places.push(member) > MOST_VALUES) places.splice(1, 1);
}

const joined = (path: string, name: string) =>
  path.length > LONGEST ? path : [path, name].filter((part) => part !== '').join('.');

function duplicatesOf({ path, members }: OpenValue, text: string): Duplicate[] {
  const twice = [...members].filter(([, places]) => places.length > 1);
  return twice.slice(0, MOST_DUPLICATES).map(([name, places]) => ({
    name: joined(path, name),
    values: places.map((place) => shortened(text, place)),
  }));
}

function shortened(text: string, { start, end }: Place): string {
  const isLong = end - start > LONGEST;
  return isLong ? `${text.slice(start, start + LONGEST).trim()}…` : compact(text.slice(start, end));
}
